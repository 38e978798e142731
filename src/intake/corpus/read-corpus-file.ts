/** In: a file of the corpus. Out: its articles and what is wrong with it, one after the other. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { CorpusProblem } from '../../domain/library.ts';
import type { CorpusFileRef, CorpusItem } from './corpus-item.ts';
import { parseJson } from './parse-json.ts';
import { readLines } from './read-lines.ts';
import { readMarkdown } from './read-markdown.ts';
import { type RecordPlace, readRecord } from './read-record.ts';
import { readText } from './read-text.ts';
import { splitJson } from './split-json.ts';

/** The largest file or line that is one article. The longest news features have about 0.2 MB. */
const MAX_ARTICLE_BYTES = 8_000_000;

/** A `.json` file is held in memory while it is read; `.jsonl` files may have any size. */
const MAX_JSON_BYTES = 200_000_000;

/** How a file is read, by the end of its name. */
type Reader = (file: CorpusFileRef, onBytes: (bytes: number) => void) => AsyncIterable<CorpusItem>;

const readerOf = (name: string): Reader | null => {
  const lower = name.toLowerCase();
  const ending = Object.keys(READERS).find((end) => lower.endsWith(end));
  return ending === undefined ? null : READERS[ending]!;
};

/** Whether the name has one of the endings that are read: `.md`, `.txt`, `.json`, `.jsonl`, `.jsonl.gz`. */
export const isCorpusFile = (name: string): boolean => readerOf(name) !== null;

/**
 * Reads one file. Never throws: what cannot be read comes as a `problem` (one record) or a `failure` (the rest of
 * the file). `.jsonl` and `.jsonl.gz` are streamed. `onBytes` hears how many bytes of the file have been read since
 * it last did.
 */
export async function* readCorpusFile(
  file: CorpusFileRef,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<CorpusItem> {
  const reader = readerOf(file.name);
  if (reader === null) {
    yield failure(file, null, 'not a kind of file that is read (.md, .txt, .json, .jsonl, .jsonl.gz)');
    return;
  }
  try {
    yield* reader(file, onBytes);
  } catch (error) {
    yield failure(file, null, describeReadError(error));
  }
}

const told = (file: CorpusFileRef, line: number | null, reason: string): CorpusProblem => ({
  file: file.name,
  line,
  reason,
});
const problem = (file: CorpusFileRef, line: number | null, reason: string): CorpusItem => ({
  kind: 'problem',
  problem: told(file, line, reason),
});
const failure = (file: CorpusFileRef, line: number | null, reason: string): CorpusItem => ({
  kind: 'failure',
  problem: told(file, line, reason),
});

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  ENOENT: 'is no longer there',
  EISDIR: 'is a folder',
  Z_DATA_ERROR: 'is not gzip, or is damaged',
  Z_BUF_ERROR: 'is gzip that breaks off before its end',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8; save it as UTF-8',
};

const describeReadError = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return SYSTEM_ERRORS[code ?? ''] ?? `cannot be read: ${message}`;
};

/** The whole file as text, by its byte order mark or as strict UTF-8. */
const readWhole = async (file: CorpusFileRef, onBytes: (bytes: number) => void): Promise<string> => {
  const bytes = await readFile(file.path);
  onBytes(bytes.length);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
};

/** What is wrong with a file by its size alone, or null. */
const tooLarge = (file: CorpusFileRef, maxBytes: number, advice: string): string | null =>
  file.size <= maxBytes
    ? null
    : `is ${Math.round(file.size / 1_000_000)} MB, larger than ${maxBytes / 1_000_000} MB; ${advice}`;

const readSingle = (
  toFields: (text: string) => { fields: unknown } | { line: number | null; reason: string },
): Reader =>
  async function* (file, onBytes) {
    const size = tooLarge(file, MAX_ARTICLE_BYTES, 'put each article into a file of its own, or use .jsonl');
    if (size !== null) return yield failure(file, null, size);
    const text = await readWhole(file, onBytes);
    const read = text.includes('\0') ? { line: null, reason: 'holds binary data, not text' } : toFields(text);
    if ('reason' in read) return yield failure(file, read.line, read.reason);
    const result = readRecord(read.fields, { file: file.name, place: 'file' });
    yield result.ok
      ? { kind: 'article', draft: result.draft }
      : problem(file, null, describeEmpty(text, result.reason));
  };

const describeEmpty = (text: string, reason: string): string => (text.trim() === '' ? 'is empty' : reason);

const readJson: Reader = async function* (file, onBytes) {
  const size = tooLarge(file, MAX_JSON_BYTES, 'save it as .jsonl, one article a line');
  if (size !== null) return yield failure(file, null, size);
  const text = await readWhole(file, onBytes);
  if (text.trim() === '') return yield problem(file, null, 'is empty');
  const pieces = splitJson(text);
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) {
    const { start, end, line, number } = next.value;
    const item = readJsonRecord(file, text.slice(start, end), line, number === null ? 'file' : 'list');
    yield item.kind === 'problem' && number !== null
      ? problem(file, item.problem.line, `number ${number} of the list: ${item.problem.reason}`)
      : item;
  }
  if (!next.value) yield failure(file, null, 'breaks off before its list of articles is closed');
};

const readJsonRecord = (
  file: CorpusFileRef,
  text: string,
  line: number,
  place: RecordPlace['place'],
): CorpusItem => {
  const json = parseJson(text);
  if (!json.ok) return problem(file, line + json.line - 1, json.reason);
  const result = readRecord(json.value, { file: file.name, place });
  return result.ok ? { kind: 'article', draft: result.draft } : problem(file, line, result.reason);
};

const readJsonLines = (unzip: boolean): Reader =>
  async function* (file, onBytes) {
    const stream = createReadStream(file.path, { highWaterMark: 256 * 1024 });
    stream.on('data', (chunk) => onBytes(chunk.length));
    const chunks = unzip ? stream.pipe(createGunzip()) : stream;
    stream.once('error', (error) => chunks.destroy(error));
    let number = 0;
    try {
      for await (const line of readLines(chunks, MAX_ARTICLE_BYTES)) {
        number = line.number;
        if (line.text === null) yield problem(file, number, line.reason);
        else if (line.text.trim() !== '') yield readJsonRecord(file, line.text, number, 'list');
      }
    } catch (error) {
      return yield failure(file, number === 0 ? null : number + 1, describeReadError(error));
    } finally {
      stream.destroy();
    }
    if (number === 0) yield problem(file, null, 'is empty');
  };

const readMarkdownFields = (text: string) => {
  const read = readMarkdown(text);
  return read.ok ? { fields: { ...read.fields, body: read.body } } : read;
};

const READERS: Readonly<Record<string, Reader>> = {
  '.md': readSingle(readMarkdownFields),
  '.txt': readSingle((text) => ({ fields: { body: readText(text) } })),
  '.json': readJson,
  '.jsonl': readJsonLines(false),
  '.jsonl.gz': readJsonLines(true),
};
