/** In: the bytes of a text, as they come. Out: the same as UTF-8, by what the first that are not ASCII look like. */
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

/** The chunks as UTF-8. `onGuess` is called if the first bytes that are not ASCII are of another encoding. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  onGuess: (encoding: string) => void,
): AsyncGenerator<Uint8Array> {
  let decoder: { write(chunk: Buffer): string } | null | undefined;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (decoder === undefined) {
      const utf16 = utf16Of(chunk);
      const isPlain = utf16 === null && isUtf8SoFar(chunk);
      const guessed = utf16 === null && !isPlain ? guessEncoding(chunk) : null;
      const encoding = utf16 ?? guessed;
      if (guessed !== null) onGuess(guessed);
      if (encoding !== null) decoder = iconv.getDecoder(encoding);
      else if (!isPlain || !isAscii(bytes)) decoder = null;
    }
    yield decoder ? Buffer.from(decoder.write(bytes)) : chunk;
  }
}
