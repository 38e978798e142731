/** In: a table as text, one article a row, whose first row names the columns. Out: its articles. Streamed. */

import { parse } from 'csv-parse/sync';
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import {
  type FileReader,
  failure,
  MAX_ARTICLE_BYTES,
  openChunks,
  problem,
  readErrorReason,
  recordItems,
  utf16Of,
} from './file-reader.ts';
import { type Line, readLines } from './read-lines.ts';
import { isTextName } from './record-fields.ts';
import { splitTable } from './split-table.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** Excel's first line, which says what separates the cells. */
const SEPARATOR_LINE = /^sep=(.)\r?$/i;

/** The mark that stands most often in a row, outside quotation marks. */
const delimiterOf = (header: string): string => {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** Programs that write UTF-16 mark it: the bytes as UTF-8. */
async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const encoding = utf16Of(chunk);
      decoder = encoding === null ? null : new TextDecoder(encoding, { fatal: true });
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

const isBlank = ({ text }: Line): boolean => text?.trim() === '';

/** What separates the cells, and the lines from the first that is neither blank nor says so. */
const openTable = async (
  lines: AsyncGenerator<Line>,
): Promise<{ delimiter: string; lines: AsyncIterable<Line> } | null> => {
  let next = await lines.next();
  while (!next.done && isBlank(next.value)) next = await lines.next();
  const told = SEPARATOR_LINE.exec((!next.done && next.value.text) || '')?.[1];
  if (told !== undefined) next = await lines.next();
  if (next.done) return null;
  const first = next.value;
  const all = async function* (): AsyncGenerator<Line> {
    yield first;
    yield* lines;
  };
  return { delimiter: told ?? delimiterOf(first.text ?? ''), lines: all() };
};

const cellsOf = (row: string, delimiter: string): readonly string[] =>
  parse(row, { delimiter, relax_quotes: true, relax_column_count: true })[0] ?? [];

/** The row by the names of its columns, those without a name or a value left out. */
const toRecord = (names: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, column) =>
      name === '' || (cells[column] ?? '') === '' ? [] : [[name, cells[column]!]],
    ),
  );

export const readCsvFile: FileReader = async function* (file, onBytes) {
  const chunks = openChunks(file, onBytes);
  let names: readonly string[] | null = null;
  let last = 0;
  try {
    const table = await openTable(readLines(toUtf8(chunks), MAX_ARTICLE_BYTES));
    if (table === null) return yield problem(file, null, { kind: 'empty' });
    for await (const row of splitTable(table.lines, table.delimiter, MAX_ARTICLE_BYTES)) {
      last = row.line;
      if (row.text === null) yield problem(file, row.line, row.reason);
      else if (names === null) {
        names = cellsOf(row.text, table.delimiter).map((name) => name.trim());
        const wrong = headerProblem(names);
        if (wrong !== null) return yield failure(file, row.line, wrong);
      } else if (row.text.trim() !== '') {
        const record = toRecord(names, cellsOf(row.text, table.delimiter));
        yield* recordItems(file, row.line, record, 'list', true);
      }
    }
  } catch (error) {
    yield failure(file, last === 0 ? null : last + 1, readErrorReason(error));
  } finally {
    chunks.destroy();
  }
};

/** Names shown of a table that has no column of texts. */
const MAX_NAMES_SHOWN = 200;

const headerProblem = (names: readonly string[]): CorpusReason | null =>
  names.some(isTextName)
    ? null
    : { kind: 'no-text-column', names: names.join(', ').slice(0, MAX_NAMES_SHOWN) };
