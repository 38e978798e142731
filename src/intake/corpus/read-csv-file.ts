/** In: a table as text, one article per row, whose first row names the columns. Out: its articles. Streamed. */

import { parse } from 'csv-parse/sync';
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import {
  type FileReader,
  failure,
  guessProblem,
  MAX_ARTICLE_BYTES,
  openChunks,
  problem,
  readErrorReason,
  recordItems,
} from './file-reader.ts';
import { type Guess, guessAsRead } from './guess-as-read.ts';
import { type Line, readLines } from './read-lines.ts';
import { isKnownName, isTextName } from './record-fields.ts';
import { splitTable } from './split-table.ts';

/** The last two are what Hive and ASCII have for it. */
const DELIMITERS = [',', ';', '\t', '|', '^', '\u0001', '\u001f'];
const ANY_DELIMITER = new RegExp(DELIMITERS.map(RegExp.escape).join('|'));

/** Excel's first line, which says what separates the cells. */
const SEPARATOR_LINE = /^sep=(.)\r?$/i;

/** The mark that stands most often in a row, outside quotation marks. */
const delimiterOf = (header: string): string => {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

const RETURN = 0x0d;
const NEWLINE = 0x0a;

/** Lines that end by a carriage return alone, as Excel saves "CSV (Macintosh)", end as others do. */
async function* withNewlines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isBare: boolean | null = null;
  for await (const chunk of chunks) {
    isBare ??= chunk.includes(RETURN) && !chunk.includes(NEWLINE);
    yield isBare ? chunk.map((byte) => (byte === RETURN ? NEWLINE : byte)) : chunk;
  }
}

/** A quotation mark within a cell that a backslash stands before, and one that is doubled. */
const SLASHED = /[^\\,;\t|"]\\"[^,;\t|"\r\n]/;
const DOUBLED = /[^,;\t|"]""[^,;\t|"]/;

/** Lines of a table whose writer puts a backslash before quotation marks, as Spark and MySQL do, with the marks doubled. */
async function* withDoubledQuotes(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  let isSlashed = false;
  let isDoubled = false;
  for await (const line of lines) {
    isDoubled ||= !isSlashed && DOUBLED.test(line.text ?? '');
    isSlashed ||= !isDoubled && SLASHED.test(line.text ?? '');
    if (line.text === null || !isSlashed) yield line;
    else yield { ...line, text: line.text.replace(/\\(["\\])/g, (_, one) => (one === '"' ? '""' : one)) };
  }
}

const namesIn = (row: string): string[] =>
  row.split(ANY_DELIMITER).map((name) => name.trim().replace(/^"|"$/g, ''));

/** Blank, or a comment as data sets have them above their tables; the names of the columns may be written as one. */
const isBlank = ({ text }: Line): boolean => {
  if (!/^\s*(?:#\s.*)?$/.test(text ?? 'x')) return false;
  const names = namesIn(text!);
  return names.length === 1 || !names.some(isTextName);
};

/** Lines that may stand above the names of the columns: what the table is, who made it and when. */
const MAX_ABOVE = 20;

/** Names a column of texts and another that is known. */
const isHeader = ({ text }: Line): boolean => {
  const names = namesIn(text ?? '');
  return names.some(isTextName) && names.filter(isKnownName).length > 1;
};

/** The line that names the columns, the first if none of them does, and the lines that were read after it. */
const findHeader = async (
  first: Line,
  lines: AsyncGenerator<Line>,
): Promise<{ header: Line; below: readonly Line[] }> => {
  const read: Line[] = [];
  while (!namesIn(first.text ?? '').some(isTextName) && read.length < MAX_ABOVE) {
    const next = await lines.next();
    if (next.done) break;
    if (isHeader(next.value)) return { header: next.value, below: [] };
    read.push(next.value);
  }
  return { header: first, below: read };
};

async function* startingWith(first: readonly Line[], rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield* first;
  yield* rest;
}

/** What separates the cells, and the lines from the one that names the columns. */
const openTable = async (
  lines: AsyncGenerator<Line>,
): Promise<{ delimiter: string; lines: AsyncIterable<Line> } | null> => {
  let next = await lines.next();
  while (!next.done && isBlank(next.value)) next = await lines.next();
  const told = SEPARATOR_LINE.exec((!next.done && next.value.text) || '')?.[1];
  if (told !== undefined) next = await lines.next();
  if (next.done) return null;
  const { header, below } = await findHeader(next.value, lines);
  const names: Line =
    header.text === null ? header : { ...header, text: header.text.replace(/^ *# *(?=[^\s,;|])/, '') };
  return { delimiter: told ?? delimiterOf(names.text ?? ''), lines: startingWith([names, ...below], lines) };
};

/** `="007"`: what Excel is to take for text. */
const FORMULA = /^="(.*)"$/s;

const cellsOf = (row: string, delimiter: string): readonly string[] =>
  parse(row, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    // Blanks around quotation marks are no part of the cell.
    trim: delimiter !== '\t' && (row.includes(`${delimiter} "`) || row.includes(`" ${delimiter}`)),
  })[0]?.map((cell) => FORMULA.exec(cell)?.[1] ?? cell) ?? [];

/** A row with too many cells, of which those that end in a backslash go on behind the mark: it was to be one of the text. */
const withEscapedMarks = (names: readonly string[], cells: readonly string[], delimiter: string) => {
  if (cells.length <= names.length) return cells;
  const joined: string[] = [];
  let isOpen = false;
  for (const cell of cells) {
    const goesOn = /(?<!\\)\\$/.test(cell);
    const text = goesOn ? cell.slice(0, -1) : cell;
    if (isOpen) joined.push(`${joined.pop()}${delimiter}${text}`);
    else joined.push(text);
    isOpen = goesOn;
  }
  return joined;
};

/** A text in the last column may hold what separates the cells without quotation marks around it, which may stand behind it as well. */
const withWholeText = (names: readonly string[], cells: readonly string[], delimiter: string) => {
  const last = names.length - 1;
  return cells.length > names.length && isTextName(names[last]!)
    ? [
        ...cells.slice(0, last),
        cells.slice(last, cells.findLastIndex((cell) => cell.trim() !== '') + 1).join(delimiter),
      ]
    : cells;
};

/** The row by the names of its columns, those without a name or a value left out; of two of a name the first counts. */
const toRecord = (names: readonly string[], cells: readonly string[]): Record<string, string> => {
  const record = new Map<string, string>();
  for (const [column, name] of names.entries()) {
    const cell = cells[column] ?? '';
    if (name !== '' && cell !== '' && !record.has(name)) record.set(name, cell);
  }
  return Object.fromEntries(record);
};

export const readCsvFile: FileReader = async function* (file, onBytes) {
  const chunks = openChunks(file, onBytes);
  let names: readonly string[] | null = null;
  let last = 0;
  let hasRows = false;
  const guess: Guess = { encoding: null };
  const text = guessAsRead(chunks, guess);
  try {
    const table = await openTable(withDoubledQuotes(readLines(withNewlines(text), MAX_ARTICLE_BYTES, guess)));
    if (table === null) return yield problem(file, null, { kind: 'empty' });
    for await (const row of splitTable(table.lines, table.delimiter, MAX_ARTICLE_BYTES)) {
      last = row.line;
      hasRows = names !== null;
      if (row.text === null) yield problem(file, row.line, row.reason);
      else if (names === null) {
        names = cellsOf(row.text, table.delimiter).map((name) => name.trim());
        const wrong = headerProblem(names);
        if (wrong !== null) return yield failure(file, row.line, wrong);
      } else if (row.text.trim() !== '') {
        const { delimiter } = table;
        const cells = withEscapedMarks(names, cellsOf(row.text, delimiter), delimiter);
        // Tables that were put one behind the other name their columns again.
        if (names.every((name, column) => name === cells[column]?.trim())) continue;
        const record = toRecord(names, withWholeText(names, cells, delimiter));
        yield* recordItems(file, row.line, record, 'list', true);
      }
    }
    if (!hasRows) yield problem(file, null, { kind: 'empty' });
    yield* guessProblem(file, guess.encoding);
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
