/** What the readers of all kinds of files share: their shape, their bytes, and what they report. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import type { CorpusReason, SizeAdvice } from '../../domain/corpus-reason.ts';
import { DatelineError } from '../../domain/errors.ts';
import { withinTime } from '../../text/within-time.ts';
import { guessEncoding, utf16Of } from '../guess-encoding.ts';
import { showsDayFirst } from '../parse-date.ts';
import type { CorpusFileRef, CorpusItem } from './corpus-item.ts';
import { type RecordPlace, type RecordResult, readRecord } from './read-record.ts';

/** A file and how it begins, unzipped. */
export interface BegunFile extends CorpusFileRef {
  readonly head: Buffer;
  /** Whether its dates with slashes begin with the day, as far as `head` shows. */
  readonly isDayFirst: boolean;
}

/**
 * Reads a file to its articles and problems. May throw what reading the file throws. `onBytes` is called with how many bytes of
 * the file have been read since it last did.
 */
export type FileReader = (file: BegunFile, onBytes: (bytes: number) => void) => AsyncIterable<CorpusItem>;

/** The largest file or record that is one article. The longest news features have about 0.2 MB. */
export const MAX_ARTICLE_BYTES = 8_000_000;

export const problem = (file: CorpusFileRef, line: number | null, reason: CorpusReason): CorpusItem => ({
  kind: 'problem',
  problem: { file: file.name, line, reason },
});

export const failure = (file: CorpusFileRef, line: number | null, reason: CorpusReason): CorpusItem => ({
  kind: 'failure',
  problem: { file: file.name, line, reason },
});

const SYSTEM_ERRORS: Readonly<Record<string, CorpusReason>> = {
  EACCES: { kind: 'not-allowed' },
  EPERM: { kind: 'not-allowed' },
  ENOENT: { kind: 'gone' },
  EISDIR: { kind: 'folder' },
  Z_DATA_ERROR: { kind: 'not-gzip' },
  Z_BUF_ERROR: { kind: 'cut-gzip' },
  ERR_ENCODING_INVALID_ENCODED_DATA: { kind: 'not-utf8' },
};

/** Thrown by what reads a whole file. */
class UnreadFile extends Error {
  readonly reason: CorpusReason;

  constructor(reason: CorpusReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

export const readErrorReason = (error: unknown): CorpusReason => {
  if (error instanceof UnreadFile) return error.reason;
  const { code, message } = error as NodeJS.ErrnoException;
  return SYSTEM_ERRORS[code ?? ''] ?? { kind: 'unreadable', code: code ?? message };
};

/** What is reported of a file whose encoding was guessed. */
export function* guessProblem(file: CorpusFileRef, guessed: string | null): Generator<CorpusItem> {
  if (guessed !== null) yield problem(file, null, { kind: 'other-encoding', encoding: guessed });
}

const isZipped = ({ name }: CorpusFileRef): boolean => name.toLowerCase().endsWith('.gz');

const openFile = (file: CorpusFileRef, onBytes: (bytes: number) => void): Readable => {
  const stream = createReadStream(file.path, { highWaterMark: 64 * 1024 });
  stream.on('data', (chunk) => onBytes(chunk.length));
  if (!isZipped(file)) return stream;
  const unzipped = stream.pipe(createGunzip());
  stream.once('error', (error) => unzipped.destroy(error));
  unzipped.once('close', () => stream.destroy());
  return unzipped;
};

const readHead = async (file: CorpusFileRef): Promise<Buffer> => {
  for await (const chunk of openFile(file, () => {})) return chunk;
  return Buffer.alloc(0);
};

export const beginFile = async (file: CorpusFileRef): Promise<BegunFile> => {
  const head = await readHead(file);
  // Digits and slashes are the same in every encoding, but for the zeros of UTF-16.
  return { ...file, head, isDayFirst: showsDayFirst(head.toString('latin1').replaceAll('\0', '')) };
};

function* headAlone({ head }: BegunFile, onBytes: (bytes: number) => void): Generator<Buffer> {
  if (head.length === 0) return;
  onBytes(head.length);
  yield head;
}

/**
 * The bytes of a file as they come, unzipped if its name ends with `.gz`. A file that its head holds whole, as most that are one
 * article each, is not opened again. Destroy it when done.
 */
export const openChunks = (file: BegunFile, onBytes: (bytes: number) => void): Readable =>
  !isZipped(file) && file.head.length === file.size
    ? Readable.from(headAlone(file, onBytes))
    : openFile(file, onBytes);

/** The largest list of articles that is held in memory while it is read. */
export const MAX_LIST_BYTES = 200_000_000;

/** The largest file that is read whole, and what to do about a larger one. */
export interface SizeLimit {
  readonly maxBytes: number;
  readonly advice: SizeAdvice;
}

/** The whole file, unzipped. Throws what `readErrorReason` names if it is too large. */
export const readBytes = async (
  file: BegunFile,
  { maxBytes, advice }: SizeLimit,
  onBytes: (bytes: number) => void,
): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const isTooLarge = !isZipped(file) && file.size > maxBytes;
  let size = isTooLarge ? file.size : 0;
  for await (const part of isTooLarge ? [] : openChunks(file, onBytes)) {
    size += part.length;
    // Beyond the limit bytes are only counted, to say how many there are.
    if (size <= maxBytes) parts.push(part);
    else parts.length = 0;
  }
  if (size <= maxBytes) return Buffer.concat(parts);
  const mb = Math.round(size / 1_000_000);
  throw new UnreadFile({ kind: 'too-large', mb, maxMb: maxBytes / 1_000_000, advice });
};

/** A text, and what its encoding was guessed to be; null if it was UTF-8 or said itself what it was. */
export interface WholeText {
  readonly text: string;
  readonly guessed: string | null;
}

/** The whole file as text (see `readBytes`): UTF-16, strict UTF-8, or what its bytes look like. */
export const readWhole = async (
  file: BegunFile,
  limit: SizeLimit,
  onBytes: (bytes: number) => void,
): Promise<WholeText> => {
  const bytes = await readBytes(file, limit, onBytes);
  const encoding = utf16Of(bytes) ?? 'utf-8';
  if (encoding !== 'utf-8' || isUtf8(bytes))
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), guessed: null };
  const guessed = guessEncoding(bytes);
  if (guessed === null) throw new UnreadFile({ kind: 'not-utf8' });
  return { text: iconv.decode(bytes, guessed), guessed };
};

/** What a value says, or that it took too long to be read: then it is set aside. */
const inTime = <T>(
  length: number,
  read: () => T,
): { readonly kind: 'read'; readonly value: T } | { readonly kind: 'late' } => {
  try {
    return { kind: 'read', value: withinTime(length, read) };
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code !== 'limit') throw error;
    return { kind: 'late' };
  }
};

/** Of the texts in a record, as far as they stand in it or in a list of it. */
const textLength = (value: unknown, depth = 0): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || depth > 2) return 0;
  return Object.values(value).reduce((sum, part) => sum + textLength(part, depth + 1), 0);
};

/** The article of a record and what is doubtful about it, or why it is not one. `line` is where the record begins. */
export function* recordItems(
  file: BegunFile,
  line: number | null,
  value: unknown,
  place: RecordPlace['place'],
  hasMarkup: boolean,
): Generator<CorpusItem> {
  const { name, isDayFirst } = file;
  const result = inTime(textLength(value), () =>
    readRecord(value, { file: name, place, hasMarkup, isDayFirst }),
  );
  if (result.kind === 'late') return yield problem(file, line, { kind: 'too-slow' });
  yield* itemsOf(file, line, result.value);
}

function* itemsOf(file: CorpusFileRef, line: number | null, result: RecordResult): Generator<CorpusItem> {
  if (!result.ok) return yield problem(file, line, result.reason);
  yield { kind: 'article', draft: result.draft, line };
  for (const reason of result.doubts) yield problem(file, line, reason);
}

/** What a file that is one article holds: its fields, and what could not be read of them. */
export interface SingleArticle {
  readonly fields: unknown;
  readonly problems?: readonly { readonly line: number | null; readonly reason: CorpusReason }[];
}

/** The reader of a kind of file that is one article each. */
export const singleReader = (toArticle: (text: string) => SingleArticle): FileReader =>
  async function* (file, onBytes) {
    const limit = { maxBytes: MAX_ARTICLE_BYTES, advice: 'split' } as const;
    const { text, guessed } = await readWhole(file, limit, onBytes);
    if (text.includes('\0')) return yield failure(file, null, { kind: 'binary' });
    if (text.trim() === '') return yield problem(file, null, { kind: 'empty' });
    const article = inTime(text.length, () => toArticle(text));
    if (article.kind === 'late') return yield problem(file, null, { kind: 'too-slow' });
    const { fields, problems = [] } = article.value;
    yield* recordItems(file, null, fields, 'file', false);
    for (const { line, reason } of problems) yield problem(file, line, reason);
    yield* guessProblem(file, guessed);
  };
