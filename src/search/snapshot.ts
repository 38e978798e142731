/**
 * The index on disk: written beside the store so that the next start need not read every article again. Sections of
 * raw numbers, each of at most `PIECE_BYTES`, one after the other, each with its checksum; no part of it grows into
 * one string or one buffer with the corpus. The index is disposable: whatever is wrong with the file, it is rebuilt.
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { ArticleIndex, type DocumentEntry } from './article-index.ts';
import { documentOf, type FrozenPostings, Postings, withDocument } from './postings.ts';
import { Vocabulary } from './vocabulary.ts';

/** Raised whenever the terms, sentences or layout change, so that an old file is rebuilt rather than misread. */
const FORMAT = 'dateline-index-1';
const PIECE_BYTES = 32 * 2 ** 20;
const TERMS_A_PIECE = 100_000;

/** What the file was made of; another store or another place in its history means another index. */
export interface SnapshotStamp {
  /** The store's revision up to which articles are in the index. */
  readonly revision: number;
}

interface Section {
  readonly name: string;
  readonly bytes: number;
  readonly checksum: number;
}

interface Header extends SnapshotStamp {
  readonly format: string;
  readonly sections: readonly Section[];
}

const bytesOf = (numbers: Uint32Array | Int32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function* piecesOf(name: string, bytes: Uint8Array): Generator<[string, Uint8Array]> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield [name, bytes.subarray(at, at + PIECE_BYTES)];
}

/** Tokens or sentences of all documents, gathered into pieces that never split a document. */
function* gathered(name: string, lists: Iterable<Uint32Array>): Generator<[string, Uint8Array]> {
  let batch: Uint32Array[] = [];
  let bytes = 0;
  const flush = (): [string, Uint8Array] => {
    const joined = new Uint32Array(bytes / 4);
    let at = 0;
    for (const list of batch) {
      joined.set(list, at);
      at += list.length;
    }
    batch = [];
    bytes = 0;
    return [name, bytesOf(joined)];
  };
  for (const list of lists) {
    batch.push(list);
    bytes += list.byteLength;
    if (bytes >= PIECE_BYTES) yield flush();
  }
  if (bytes > 0) yield flush();
}

/** Five numbers a document: seq, day, title words, words, sentence numbers. */
const META = 5;

const metaOf = (documents: readonly DocumentEntry[]): Int32Array => {
  const meta = new Int32Array(documents.length * META);
  documents.forEach(({ seq, day, titleLength, tokens, sentences }, at) => {
    meta.set([seq, day, titleLength, tokens.length, sentences.length], at * META);
  });
  return meta;
};

const encoder = new TextEncoder();

/** The few strings that many documents share. */
interface Names {
  readonly sources: readonly string[];
  readonly languages: readonly (string | null)[];
}

/** What is to be written, taken at one moment, so that articles added meanwhile do not mix in. */
interface Capture {
  readonly documents: readonly DocumentEntry[];
  readonly terms: readonly string[];
  readonly documentFrequency: Uint32Array;
  readonly postings: FrozenPostings;
}

/** Documents that were removed are left out and the others numbered anew. */
const capture = (index: ArticleIndex): Capture => {
  const documents: DocumentEntry[] = [];
  const renumbered = new Int32Array(index.capacity).fill(-1);
  index.documents().forEach((entry, number) => {
    if (entry === undefined) return;
    renumbered[number] = documents.length;
    documents.push(entry);
  });
  const { terms, documentFrequency } = index.vocabulary.export();
  const postings = index.postings.freeze(terms.length, (posting) => {
    const number = renumbered[documentOf(posting)]!;
    return number === -1 ? null : withDocument(posting, number);
  });
  return { documents, terms, documentFrequency, postings };
};

/** Everything to write, in order, made piece by piece. */
function* sectionsOf({
  documents,
  terms,
  documentFrequency,
  postings,
}: Capture): Generator<[string, Uint8Array]> {
  const names: Names = {
    sources: [...new Set(documents.map(({ source }) => source))],
    languages: [...new Set(documents.map(({ language }) => language))],
  };
  const places = new Map(names.sources.map((source, place) => [source, place]));
  yield ['names', encoder.encode(JSON.stringify(names))];
  for (let at = 0; at < terms.length; at += TERMS_A_PIECE) {
    yield ['terms', encoder.encode(terms.slice(at, at + TERMS_A_PIECE).join('\n'))];
  }
  yield* piecesOf('frequencies', bytesOf(documentFrequency));
  yield* piecesOf('meta', bytesOf(metaOf(documents)));
  yield* piecesOf('sources', bytesOf(Int32Array.from(documents, ({ source }) => places.get(source)!)));
  yield* piecesOf(
    'languages',
    bytesOf(Int32Array.from(documents, ({ language }) => names.languages.indexOf(language))),
  );
  yield* piecesOf('starts', bytesOf(postings.starts));
  yield* piecesOf('lists', bytesOf(postings.lists));
  yield* gathered(
    'tokens',
    documents.map(({ tokens }) => tokens),
  );
  yield* gathered(
    'sentences',
    documents.map(({ sentences }) => sentences),
  );
}

const writeAll = async (file: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
};

/** Bytes kept free at the start of the file for the length and place of the header, which is written last. */
const PREFIX_BYTES = 16;

/**
 * Writes the index as it is at the moment of the call; what is added meanwhile is not in it and does no harm. The file
 * appears whole or not at all.
 */
export const saveSnapshot = async (
  path: string,
  index: ArticleIndex,
  stamp: SnapshotStamp,
): Promise<void> => {
  const captured = capture(index);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w');
  try {
    let position = PREFIX_BYTES;
    const written: Section[] = [];
    for (const [name, bytes] of sectionsOf(captured)) {
      await writeAll(file, bytes, position);
      position += bytes.length;
      written.push({ name, bytes: bytes.length, checksum: crc32(bytes) });
    }
    const header = encoder.encode(
      JSON.stringify({ format: FORMAT, ...stamp, sections: written } satisfies Header),
    );
    await writeAll(file, header, position);
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.writeBigUInt64LE(BigInt(position), 0);
    prefix.writeUInt32LE(header.length, 8);
    prefix.writeUInt32LE(crc32(header), 12);
    await writeAll(file, prefix, 0);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
};

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
  const postings = new Postings({ starts: numbersIn(pieces, 'starts'), lists: numbersIn(pieces, 'lists') });
  return new ArticleIndex(new Vocabulary(terms, numbersIn(pieces, 'frequencies')), postings, documents);
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
