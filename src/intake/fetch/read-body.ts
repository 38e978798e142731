/** In: a response body and its `Content-Encoding`. Out: its decoded bytes, never more than the limit. */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';

/** Thrown where a body, as sent or decoded, is larger than the limit. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Thrown where a body is not what its `Content-Encoding` says. */
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
    if (size > maxBytes) throw new TooLargeError(`more than ${maxBytes} bytes were sent`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** RFC 1950: the header's two bytes are a multiple of 31 and name the method 8. Some servers send bare deflate. */
const isZlib = (bytes: Buffer): boolean => (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

/** One layer off. Runs in zlib's thread pool and stops at `maxOutputLength`; a stream cut short yields what came. */
const decode = async (bytes: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> => {
  const zlib = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  if (bytes.length < 2 || encoding === 'identity') return bytes;
  if (encoding === 'gzip' || encoding === 'x-gzip')
    return isGzip(bytes) ? promisify(gunzip)(bytes, zlib) : bytes;
  if (encoding === 'deflate') return promisify(isZlib(bytes) ? inflate : inflateRaw)(bytes, zlib);
  if (encoding === 'br') return promisify(brotliDecompress)(bytes, { maxOutputLength });
  throw new EncodingError(`unknown content encoding ${encoding}`);
};

const decodeWithin = async (bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> => {
  try {
    return await decode(bytes, encoding, maxBytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new TooLargeError(`more than ${maxBytes} bytes when decompressed`, { cause: error });
    throw error instanceof EncodingError ? error : new EncodingError(String(error), { cause: error });
  }
};

/**
 * Reads and decodes a body. A gzip file that no header announces is decoded too. Throws `TooLargeError` or
 * `EncodingError`; the caller destroys the body then.
 */
export const readBody = async (body: Readable, encodings: string, maxBytes: number): Promise<Uint8Array> => {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .reverse();
  if (layers.length > MAX_ENCODINGS) throw new EncodingError(`${layers.length} content encodings at once`);
  let bytes = await collect(body, maxBytes);
  for (const layer of layers) bytes = await decodeWithin(bytes, layer, maxBytes);
  return isGzip(bytes) ? decodeWithin(bytes, 'gzip', maxBytes) : bytes;
};
