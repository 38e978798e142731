/** In: the bytes of a file, as they come. Out: its lines, in bounded memory however long the file or a line is. */
import iconv from 'iconv-lite';
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import type { Guess } from './guess-as-read.ts';

/** `text` is null if the line is longer than `maxBytes` or cannot be decoded, with `reason`. */
export type Line =
  | { readonly number: number; readonly text: string; readonly reason: null }
  | { readonly number: number; readonly text: null; readonly reason: CorpusReason };

const NEWLINE = 0x0a;

const decoder = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array, number: number, { encoding }: Guess): Line => {
  try {
    return { number, text: decoder.decode(bytes), reason: null };
  } catch {
    if (encoding !== null) return { number, text: iconv.decode(bytes, encoding), reason: null };
    return { number, text: null, reason: { kind: 'not-utf8' } };
  }
};

/**
 * Lines by number, from 1, without their ends; a byte order mark is dropped. A line longer than `maxBytes` is passed
 * over without being kept. One that is not UTF-8 is read by the guess: others of the file may be. Yields nothing for a file without bytes.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  guess: Guess,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const line: Line =
      length > maxBytes
        ? { number, text: null, reason: { kind: 'long-line', maxMb: maxBytes / 1_000_000 } }
        : decode(parts.length === 1 ? parts[0]! : Buffer.concat(parts), number, guess);
    number++;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
