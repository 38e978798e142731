/** In: paths of feed files. Out: what is in each, one line of JSON per file, in order. */

import { readFile, stat } from 'node:fs/promises';
import { MAX_DOCUMENT_BYTES } from '../domain/document-size.ts';
import type { FeedEntry, FeedKind } from '../domain/feed.ts';
import type { DocumentParser } from '../intake/parsing/open-parser.ts';

/** One line of `feeds parse`. */
export interface ParsedFile {
  readonly file: string;
  readonly ok: boolean;
  readonly kind: FeedKind | null;
  readonly title: string | null;
  readonly entries: readonly Pick<FeedEntry, 'id' | 'title' | 'url' | 'published' | 'author' | 'text'>[];
  /** Why there is no feed, if `ok` is false. */
  readonly error: string | null;
}

/** Files read ahead of the one that is printed next. */
const AHEAD = 16;

/** The bytes of a file; rejects with what is wrong with it. */
export const readDocument = async (file: string): Promise<Uint8Array> => {
  const found = await stat(file).catch((error) => {
    throw new Error(error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`);
  });
  if (!found.isFile()) throw new Error('expected a file, got a folder or device');
  if (found.size > MAX_DOCUMENT_BYTES)
    throw new Error(`expected at most ${MAX_DOCUMENT_BYTES} bytes, got ${found.size}`);
  return readFile(file);
};

/** Reads one file. Never rejects. */
const parseFile = async (file: string, parser: DocumentParser, nowMs: number): Promise<ParsedFile> => {
  try {
    const bytes = await readDocument(file);
    const feed = await parser.parse('feed', { bytes, contentType: null, address: '', nowMs });
    const entries = feed.entries.map(({ id, title, url, published, author, text }) => ({
      id,
      title,
      url,
      published,
      author,
      text,
    }));
    return { file, ok: true, kind: feed.kind, title: feed.title, entries, error: null };
  } catch (error) {
    return { file, ok: false, kind: null, title: null, entries: [], error: (error as Error).message };
  }
};

/** Reads the files, a few at a time, and yields them in the order given. */
export const parseFiles = async function* (
  files: readonly string[],
  parser: DocumentParser,
  nowMs: number,
): AsyncGenerator<ParsedFile> {
  const started: Promise<ParsedFile>[] = [];
  for (let index = 0; index < files.length; index++) {
    while (started.length < Math.min(files.length, index + AHEAD))
      started.push(parseFile(files[started.length]!, parser, nowMs));
    yield await started[index]!;
  }
};
