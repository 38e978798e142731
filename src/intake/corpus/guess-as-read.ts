/** In: the bytes of a text, as they come. Out: the same, and what its lines are in that are not UTF-8. */
import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessEncoding, utf16Of } from '../guess-encoding.ts';

/** Whether it is UTF-8 as far as it goes: the last character may go on in the next chunk. */
const isUtf8SoFar = (chunk: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** What lines that are not UTF-8 are read as; null if that is not known. */
export interface Guess {
  encoding: string | null;
}

/** The chunks, UTF-16 as UTF-8. Makes the guess if the first bytes that are not ASCII are not UTF-8, before it yields them. */
export async function* guessAsRead(
  chunks: AsyncIterable<Uint8Array>,
  guess: Guess,
): AsyncGenerator<Uint8Array> {
  let isKnown = false;
  let wide: { write(chunk: Buffer): string } | null = null;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (!isKnown) {
      const utf16 = utf16Of(chunk);
      if (utf16 !== null) wide = iconv.getDecoder(utf16);
      else if (!isUtf8SoFar(chunk)) guess.encoding = guessEncoding(chunk);
      isKnown = utf16 !== null || !isAscii(bytes);
    }
    yield wide === null ? chunk : Buffer.from(wide.write(bytes));
  }
}
