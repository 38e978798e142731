/** In: a response body and its `Content-Encoding`. Out: its decoded bytes, never more than the limit. */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import { gunzipLoosely } from './gunzip-loosely.ts';

/** Thrown if a body, as sent or decoded, is larger than the limit. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  readonly problem: ReadingProblem;

  constructor(kind: 'too-large' | 'too-large-unpacked', maxBytes: number, options?: { cause?: unknown }) {
    super(`${kind}: more than ${maxBytes} bytes`, options);
    this.problem = { kind, maxBytes };
  }
}

/** Thrown if a body is not what its `Content-Encoding` says. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/** Encodings one inside another; servers use one, bombs use many. */
const MAX_ENCODINGS = 2;

const collect = async (body: Readable, maxBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError('too-large', maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** RFC 1950: the header's two bytes are a multiple of 31 and name the method 8. Some servers send bare deflate. */
const isZlib = (bytes: Buffer): boolean => (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

/** How XML, HTML and JSON begin, after a byte-order mark and white space. */
const isPlain = (bytes: Buffer): boolean =>
  /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff|\0)*\s*[<{[]/.test(bytes.toString('latin1', 0, 100));

/** Without the white space that a script wrote before it compressed its answer. */
const withoutSpaceBefore = (bytes: Buffer): Buffer => {
  const start = /^\s{1,100}(?=\x1f\x8b\x08)/.exec(bytes.toString('latin1', 0, 120))?.[0].length ?? 0;
  return bytes.subarray(start);
};

const gunzipAny = async (bytes: Buffer, zlib: Limits): Promise<Buffer> => {
  try {
    return await promisify(gunzip)(bytes, zlib);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_DATA_ERROR') throw error;
    return gunzipLoosely(bytes, zlib);
  }
};

interface Limits {
  readonly maxOutputLength: number;
  readonly finishFlush: number;
}

/** What is known by its name alone, or null if a name says nothing: `identity`, `none`, `utf-8` and the like. */
const DECODERS: Readonly<Record<string, (bytes: Buffer, zlib: Limits) => Promise<Buffer>>> = {
  deflate: (bytes, zlib) => promisify(isZlib(bytes) ? inflate : inflateRaw)(bytes, zlib),
  br: (bytes, { maxOutputLength }) =>
    promisify(brotliDecompress)(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  zstd: (bytes, { maxOutputLength }) => promisify(zstdDecompress)(bytes, { maxOutputLength }),
};
const GZIP = new Set(['gzip', 'x-gzip']);
const isCompression = (name: string): boolean => GZIP.has(name) || Object.hasOwn(DECODERS, name);

/**
 * One layer off. Runs in zlib's thread pool and stops at `maxOutputLength`; a stream cut short yields what came. The
 * bytes have the last word: gzip is known by its beginning, and plain text that is said to be compressed is plain.
 */
const decode = async (sent: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> => {
  const zlib = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  const bytes = withoutSpaceBefore(sent);
  if (isGzip(bytes)) return gunzipAny(bytes, zlib);
  const decoder = GZIP.has(encoding) ? undefined : DECODERS[encoding];
  if (bytes.length < 2 || decoder === undefined) return sent;
  try {
    return await decoder(bytes, zlib);
  } catch (error) {
    if (isTooLarge(error) || !isPlain(bytes)) throw error;
    return bytes;
  }
};

const isTooLarge = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

const decodeWithin = async (bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> => {
  try {
    return await decode(bytes, encoding, maxBytes);
  } catch (error) {
    if (isTooLarge(error)) throw new TooLargeError('too-large-unpacked', maxBytes, { cause: error });
    throw new EncodingError(String(error), { cause: error });
  }
};

/**
 * Reads and decodes a body. A gzip file that no header announces is decoded too, and a name that names no compression
 * is passed over. Throws `TooLargeError` or `EncodingError`; the caller destroys the body then.
 */
export const readBody = async (body: Readable, encodings: string, maxBytes: number): Promise<Uint8Array> => {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.split(';', 1)[0]!.trim())
    .filter(isCompression)
    .reverse();
  if (layers.length > MAX_ENCODINGS) throw new EncodingError(`${layers.length} content encodings at once`);
  let bytes = await collect(body, maxBytes);
  for (const layer of layers) bytes = await decodeWithin(bytes, layer, maxBytes);
  return isGzip(withoutSpaceBefore(bytes)) ? decodeWithin(bytes, 'gzip', maxBytes) : bytes;
};
