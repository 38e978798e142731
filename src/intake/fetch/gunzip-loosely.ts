/** In: a gzip file that is not quite one. Out: what is compressed in it, as browsers read it. */
import { inflateRaw } from 'node:zlib';

/** RFC 1952: what the flags of a member say stands between its ten bytes and the data. */
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const HEADER_BYTES = 10;
/** Checksum and length. */
const TRAILER_BYTES = 8;

const isMember = (bytes: Buffer): boolean =>
  bytes.length > HEADER_BYTES && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** Where the data of a member begins. */
const dataStart = (bytes: Buffer): number => {
  const flags = bytes[3]!;
  let at = HEADER_BYTES;
  if (flags & HAS_EXTRA && at + 2 <= bytes.length) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [HAS_NAME, HAS_COMMENT])
    if (flags & flag) at = bytes.indexOf(0, at) + 1 || bytes.length + 1;
  return flags & HAS_CHECKSUM ? at + 2 : at;
};

interface Inflated {
  readonly data: Buffer;
  /** Bytes of the input that were compressed data; those behind them are not looked at. */
  readonly read: number;
}

const inflateStart = (bytes: Buffer, maxOutputLength: number, finishFlush: number): Promise<Inflated> =>
  new Promise((resolve, reject) => {
    const options = { maxOutputLength, finishFlush, info: true };
    inflateRaw(bytes, options, (error, result) => {
      if (error) return reject(error);
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      return resolve({ data: buffer, read: engine.bytesWritten });
    });
  });

/**
 * Decompresses the members of a gzip file and passes over what stands behind them, and over wrong checksums. Rejects
 * with zlib's error if the first member holds no compressed data, or all hold more than `maxOutputLength`.
 */
export const gunzipLoosely = async (
  bytes: Buffer,
  { maxOutputLength, finishFlush }: { readonly maxOutputLength: number; readonly finishFlush: number },
): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let left = maxOutputLength;
  let rest = bytes;
  while (isMember(rest)) {
    const start = dataStart(rest);
    const inflated = await inflateStart(rest.subarray(start), left, finishFlush).catch((error) => {
      if (parts.length === 0 || error.code === 'ERR_BUFFER_TOO_LARGE') throw error;
      return null;
    });
    if (inflated === null) break;
    parts.push(inflated.data);
    left -= inflated.data.length;
    rest = rest.subarray(start + inflated.read + TRAILER_BYTES);
  }
  return Buffer.concat(parts);
};
