/** In: a file of JSON, one article per line. Out: its articles. Streamed, so that it may have any size. */

import { parseJson } from '../parse-json.ts';
import type { CorpusItem } from './corpus-item.ts';
import {
  type BegunFile,
  type FileReader,
  failure,
  guessProblem,
  MAX_ARTICLE_BYTES,
  openChunks,
  problem,
  readErrorReason,
} from './file-reader.ts';
import { type Guess, guessAsRead } from './guess-as-read.ts';
import { jsonRecordItems, readJsonFile } from './read-json-file.ts';
import { readLines } from './read-lines.ts';
import { splitJson } from './split-json.ts';

/** What stands around the object of a line where a list was written an element a line, and what RFC 7464 has before each. */
const withoutFrame = (text: string): string => {
  const start = text.replace('\u001e', '').trim();
  const object = /^[[,]/.test(start) ? start.slice(1).trimStart() : start;
  const isFramed = object.startsWith('{') && /\}\s*[\],]{1,2}$/.test(object.slice(-20));
  return isFramed ? object.slice(0, object.lastIndexOf('}') + 1) : object;
};

const isJson = (text: string): boolean => parseJson(text).ok;

/** An article, or what holds a list of them, as a service answers. */
function* lineItems(file: BegunFile, written: string, number: number): Generator<CorpusItem> {
  const bare = withoutFrame(written);
  const text = bare !== written.trim() && !isJson(written) && isJson(bare) ? bare : written;
  if (/^\s*[[\]]\s*$/.test(text)) return;
  const items = [...jsonRecordItems(file, text, number, 'list')];
  const pieces = items.some(({ kind }) => kind === 'article') ? [] : [...splitJson(text)];
  const listed = pieces.filter((piece) => piece.number !== null);
  if (listed.length === 0) yield* items;
  for (const { start, end } of listed) yield* jsonRecordItems(file, text.slice(start, end), number, 'list');
}

/** Whether its first object is written over several lines, as `jq` and editors do: its name stands on a line of its own. */
const isOverLines = async (file: BegunFile): Promise<boolean> => {
  const chunks = openChunks(file, () => {});
  const guess: Guess = { encoding: null };
  let first: string | null = null;
  try {
    for await (const { text } of readLines(guessAsRead(chunks, guess), MAX_ARTICLE_BYTES, guess)) {
      const line = text?.replace(/[\ufeff\u001e]/g, '').trim();
      if (line === '' || line === '[') continue;
      if (first !== null) return /^["}]/.test(line ?? '');
      if (line === undefined || !/^(?:\[\s*)?\{/.test(line) || isJson(withoutFrame(line))) return false;
      first = line;
    }
    return false;
  } finally {
    chunks.destroy();
  }
};

async function* readByLine(file: BegunFile, onBytes: (bytes: number) => void): AsyncGenerator<CorpusItem> {
  const chunks = openChunks(file, onBytes);
  let number = 0;
  const guess: Guess = { encoding: null };
  const text = guessAsRead(chunks, guess);
  try {
    for await (const line of readLines(text, MAX_ARTICLE_BYTES, guess)) {
      number = line.number;
      if (line.text === null) yield problem(file, number, line.reason);
      else if (line.text.trim() !== '') yield* lineItems(file, line.text, number);
    }
  } catch (error) {
    return yield failure(file, number === 0 ? null : number + 1, readErrorReason(error));
  } finally {
    chunks.destroy();
  }
  if (number === 0) yield problem(file, null, { kind: 'empty' });
  yield* guessProblem(file, guess.encoding);
}

export const readJsonLinesFile: FileReader = async function* (file, onBytes) {
  yield* (await isOverLines(file)) ? readJsonFile(file, onBytes) : readByLine(file, onBytes);
};
