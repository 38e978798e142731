/** In: a `.json` file: an article, a list of them, what holds such a list, or articles one after the other. Out: its articles. */

import { parseJson } from '../parse-json.ts';
import type { CorpusItem } from './corpus-item.ts';
import {
  type BegunFile,
  type FileReader,
  failure,
  guessProblem,
  MAX_LIST_BYTES,
  problem,
  readWhole,
  recordItems,
} from './file-reader.ts';
import { findRecords, fromColumns, isSchema } from './find-records.ts';
import type { RecordPlace } from './read-record.ts';
import { isObject } from './record-fields.ts';
import { splitJson } from './split-json.ts';

/** What JSON within JSON says: some programs write a list or an article down twice. */
const withoutEscape = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  const inner = parseJson(value);
  return inner.ok ? inner.value : value;
};

/** Of a list, what is looked at for what it is. */
const MAX_HEAD = 10_000;

/** What a JSON Feed says of all its entries, which its head, up to the first of them, holds. */
const ofFeed = (head: string): Readonly<Record<string, unknown>> => {
  if (!/"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(head)) return {};
  const title = /"title"\s*:\s*("(?:[^"\\]|\\.){1,300}")/.exec(head)?.[1];
  const json = title === undefined ? null : parseJson(title);
  return json?.ok ? { source: json.value } : {};
};

/** The items of one record that is JSON; `line` is where it begins in the file, `shared` what holds for all of its list. */
export function* jsonRecordItems(
  file: BegunFile,
  text: string,
  line: number,
  place: RecordPlace['place'],
  shared: Readonly<Record<string, unknown>> = {},
): Generator<CorpusItem> {
  const json = parseJson(text);
  if (!json.ok) return yield problem(file, line + json.line - 1, { kind: 'bad-json', message: json.reason });
  const written = withoutEscape(json.value);
  const value = isObject(written) ? { ...shared, ...written } : written;
  if (isSchema(value)) return yield problem(file, line, { kind: 'not-an-article' });
  const items = [...recordItems(file, line, value, place, true)];
  const isOne = place === 'list' && !Array.isArray(value);
  const isDone = isOne || items.some(({ kind }) => kind === 'article');
  const records = fromColumns(value) ?? (isDone ? null : findRecords(value));
  if (records === null) return yield* items;
  for (const record of records) yield* recordItems(file, line, record, 'list', true);
}

/** What services put before JSON for scripts: the name of a function or variable, or what keeps other sites from running it. */
const AROUND =
  /^\s{0,99}(?:\)\]\}',?|while\(1\);|for\(;;\);|(?:(?:var|let|const)\s)?[\w.$]{1,99}\s?[(=])(?=\s{0,99}[[{])/;

export const readJsonFile: FileReader = async function* (file, onBytes) {
  const limit = { maxBytes: MAX_LIST_BYTES, advice: 'json-lines' } as const;
  const { text: written, guessed } = await readWhole(file, limit, onBytes);
  // "JSON text sequences" begin every value with a mark of its own.
  const text = written.replaceAll('\u001e', ' ').replace(AROUND, ({ length }) => ' '.repeat(length));
  if (text.trim() === '') return yield problem(file, null, { kind: 'empty' });
  const pieces = splitJson(text);
  let next = pieces.next();
  let shared: Readonly<Record<string, unknown>> | null = null;
  for (; next.done !== true; next = pieces.next()) {
    const { start, end, line, number } = next.value;
    const place = number === null ? 'file' : 'list';
    shared ??= ofFeed(text.slice(0, Math.min(start, MAX_HEAD)));
    for (const item of jsonRecordItems(file, text.slice(start, end), line, place, shared))
      yield item.kind === 'problem' && number !== null
        ? problem(file, item.problem.line, { kind: 'in-list', number, reason: item.problem.reason })
        : item;
  }
  yield* guessProblem(file, guessed);
  if (!next.value) yield failure(file, null, { kind: 'cut-list' });
};
