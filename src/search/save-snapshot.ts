/** In: the index. Out: its snapshot on disk. */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ArticleIndex, DocumentEntry } from './article-index.ts';
import type { Copy } from './copies.ts';
import { documentOf, type FrozenPostings, withDocument } from './postings.ts';
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

/** Sections are written in pieces of about this size. */
const PIECE_BYTES = 32 * 2 ** 20;
const TERMS_A_PIECE = 100_000;

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

const metaOf = (documents: readonly DocumentEntry[]): Int32Array => {
  const meta = new Int32Array(documents.length * META);
  documents.forEach(({ seq, day, titleLength, tokens, sentences }, at) => {
    meta.set([seq, day, titleLength, tokens.length, sentences.length], at * META);
  });
  return meta;
};

const numbersOf = (copies: readonly Copy[], places: ReadonlyMap<string, number>): Int32Array => {
  const numbers = new Int32Array(copies.length * COPY);
  copies.forEach(({ seq, of, day, source }, at) => {
    numbers.set([seq, of, day, places.get(source)!], at * COPY);
  });
  return numbers;
};

const encoder = new TextEncoder();

/** What is to be written, taken at one moment, so that articles added meanwhile do not mix in. */
interface Capture {
  readonly documents: readonly DocumentEntry[];
  readonly copies: readonly Copy[];
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
  return { documents, copies: index.copies(), terms, documentFrequency, postings };
};

/** Everything to write, in order, made piece by piece. */
function* sectionsOf({
  documents,
  copies,
  terms,
  documentFrequency,
  postings,
}: Capture): Generator<[string, Uint8Array]> {
  const names: Names = {
    sources: [...new Set([...documents, ...copies].map(({ source }) => source))],
    languages: [...new Set(documents.map(({ language }) => language))],
  };
  const places = new Map(names.sources.map((source, place) => [source, place]));
  yield ['names', encoder.encode(JSON.stringify(names))];
  for (let at = 0; at < terms.length; at += TERMS_A_PIECE) {
    yield ['terms', encoder.encode(terms.slice(at, at + TERMS_A_PIECE).join('\n'))];
  }
  yield* piecesOf('frequencies', bytesOf(documentFrequency));
  yield* piecesOf('meta', bytesOf(metaOf(documents)));
  yield* piecesOf('copies', bytesOf(numbersOf(copies, places)));
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
  const temporary = `${path}.tmp`;
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
