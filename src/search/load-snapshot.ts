/** In: a snapshot on disk. Out: the index it holds, or why it cannot be had. */
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { ArticleIndex, type DocumentEntry } from './article-index.ts';
import { Postings } from './postings.ts';
import {
  COPY,
  FORMAT,
  type Header,
  META,
  type Names,
  PREFIX_BYTES,
  type Section,
  type SnapshotStamp,
} from './snapshot-format.ts';
import { Vocabulary } from './vocabulary.ts';

/** A snapshot that was read, or why there is none: `missing` at a first start, `stale` after an update of Dateline. */
export type LoadedSnapshot =
  | ({ readonly outcome: 'loaded'; readonly index: ArticleIndex } & SnapshotStamp)
  | { readonly outcome: 'missing' | 'stale' }
  | { readonly outcome: 'damaged'; readonly reason: string };

class DamagedError extends Error {}

const readAll = async (file: FileHandle, position: number, length: number, what: string): Promise<Buffer> => {
  // A buffer of its own, so that the numbers in it are aligned.
  const buffer = Buffer.from(new ArrayBuffer(length));
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) throw new DamagedError(`${what} ends too early`);
    read += bytesRead;
  }
  return buffer;
};

const readHeader = async (file: FileHandle): Promise<Header | null> => {
  const { size } = await file.stat();
  const prefix = await readAll(file, 0, PREFIX_BYTES, 'the file');
  const position = Number(prefix.readBigUInt64LE(0));
  const length = prefix.readUInt32LE(8);
  if (position < PREFIX_BYTES || position + length !== size)
    throw new DamagedError('its length is not what it says');
  const bytes = await readAll(file, position, length, 'its header');
  if (crc32(bytes) !== prefix.readUInt32LE(12)) throw new DamagedError('its header has a wrong checksum');
  const header = JSON.parse(bytes.toString()) as Header;
  return header.format === FORMAT ? header : null;
};

type Pieces = ReadonlyMap<string, readonly Buffer[]>;

const readPieces = async (file: FileHandle, sections: readonly Section[]): Promise<Pieces> => {
  const pieces = new Map<string, Buffer[]>();
  let position = PREFIX_BYTES;
  for (const { name, bytes, checksum } of sections) {
    const piece = await readAll(file, position, bytes, name);
    if (crc32(piece) !== checksum) throw new DamagedError(`its ${name} have a wrong checksum`);
    pieces.set(name, [...(pieces.get(name) ?? []), piece]);
    position += bytes;
  }
  return pieces;
};

const numbersIn = (pieces: Pieces, name: string): Uint32Array => {
  const parts = pieces.get(name) ?? [];
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return new Uint32Array(only.buffer, 0, only.length / 4);
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0) / 4);
  let at = 0;
  for (const part of parts) {
    joined.set(new Uint32Array(part.buffer, 0, part.length / 4), at);
    at += part.length / 4;
  }
  return joined;
};

/** Hands out the next so many numbers of a section whose pieces end where a document ends. */
const reader = (pieces: Pieces, name: string): ((length: number) => Uint32Array) => {
  const parts = (pieces.get(name) ?? []).map((part) => new Uint32Array(part.buffer, 0, part.length / 4));
  let part = 0;
  let at = 0;
  return (length) => {
    while (part < parts.length - 1 && at === parts[part]!.length) {
      part += 1;
      at = 0;
    }
    const taken = parts[part]?.subarray(at, at + length) ?? new Uint32Array(0);
    at += length;
    return taken;
  };
};

const assemble = (pieces: Pieces): ArticleIndex => {
  const terms = (pieces.get('terms') ?? []).flatMap((piece) => piece.toString().split('\n'));
  const names = JSON.parse(pieces.get('names')?.[0]?.toString() ?? '{}') as Names;
  const meta = new Int32Array(numbersIn(pieces, 'meta').buffer);
  const sources = numbersIn(pieces, 'sources');
  const languages = numbersIn(pieces, 'languages');
  const tokens = reader(pieces, 'tokens');
  const sentences = reader(pieces, 'sentences');
  const documents = Array.from({ length: meta.length / META }, (_, at): DocumentEntry => {
    const [seq, day, titleLength, words, table] = meta.subarray(at * META, (at + 1) * META);
    return {
      seq: seq!,
      day: day!,
      titleLength: titleLength!,
      source: names.sources[sources[at]!]!,
      language: names.languages[languages[at]!]!,
      tokens: tokens(words!),
      sentences: sentences(table!),
    };
  });
  const copied = new Int32Array(numbersIn(pieces, 'copies').buffer);
  const copies = Array.from({ length: copied.length / COPY }, (_, at) => {
    const [seq, of, day, place] = copied.subarray(at * COPY, (at + 1) * COPY);
    return { seq: seq!, of: of!, day: day!, source: names.sources[place!]! };
  });
  const postings = new Postings({ starts: numbersIn(pieces, 'starts'), lists: numbersIn(pieces, 'lists') });
  const vocabulary = new Vocabulary(terms, numbersIn(pieces, 'frequencies'));
  return new ArticleIndex(vocabulary, postings, documents, copies);
};

const openIfThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Reads a snapshot. Never throws for what the file holds: a damaged one is told as such, with the reason. */
export const loadSnapshot = async (path: string): Promise<LoadedSnapshot> => {
  const file = await openIfThere(path);
  if (file === null) return { outcome: 'missing' };
  try {
    const header = await readHeader(file);
    if (header === null) return { outcome: 'stale' };
    const index = assemble(await readPieces(file, header.sections));
    return { outcome: 'loaded', index, revision: header.revision };
  } catch (error) {
    return { outcome: 'damaged', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await file.close();
  }
};
