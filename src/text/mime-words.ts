/** In: text as mail encodes it (`=?utf-8?B?QnLDvGNrZQ==?=`, `caf=C3=A9`). Out: the text that is meant. */

/** A charset, behind a star a language, the kind of code, and the code. */
const WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,40})?\?([BQ])\?([^?\s]{0,1000})\?=/gi;
/** Words that follow each other, as a long line is written; the blanks between them are not meant. */
const WORDS = new RegExp(`${WORD.source}(?:\\s{0,9}${WORD.source})*`, 'gi');

/** Null if the charset is unknown, or the bytes are not text in it. */
const decode = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The bytes of ASCII in which `=C3` stands for one. */
const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** A character may begin in one word and end in the next: bytes of one charset are decoded together. */
const decodeWords = (words: string): string => {
  const runs: { charset: string; parts: Buffer[] }[] = [];
  for (const [, charset = '', encoding = '', text = ''] of words.matchAll(WORD)) {
    const part =
      encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' '));
    const last = runs.at(-1);
    if (last?.charset === charset) last.parts.push(part);
    else runs.push({ charset, parts: [part] });
  }
  const texts = runs.map(({ charset, parts }) => decode(Buffer.concat(parts), charset));
  return texts.includes(null) ? words : texts.join('');
};

/** What cannot be decoded stays as it is written. */
export const withoutMimeWords = (line: string): string => line.replace(WORDS, decodeWords);

/** The text of a message in `quoted-printable`; as it is written if it is not text in that charset. */
export const fromQuotedPrintable = (text: string, charset: string): string =>
  /[^\0-\x7f]/.test(text) ? text : (decode(quotedBytes(text.replace(/=[ \t]{0,9}\n/g, '')), charset) ?? text);
