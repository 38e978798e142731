/** An article's body as it is kept: compressed by itself, so that one article is read without its neighbours. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Zstandard; builds before the search engine moved into the database kept plain text. */
export type StoredBody = Uint8Array | string;

/** What zlib accepts, and some to spare. */
const MIN_CHUNK = 1024;

/** Text takes less than half its length: room for that is made at once. */
export const encodeBody = (body: string): Uint8Array =>
  zstdCompressSync(body, { chunkSize: Math.max(MIN_CHUNK, body.length >>> 1) });

export const decodeBody = (stored: StoredBody): string =>
  typeof stored === 'string' ? stored : zstdDecompressSync(stored).toString();
