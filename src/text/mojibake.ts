/** In: a text that a program may have read as windows-1252 although it was UTF-8 ("donâ€™t"). Out: the text as it was written. */

/** The byte of each character of windows-1252, as browsers read it. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))].map(
    (character, at) => [character, at + 128],
  ),
);

const [FIRST_BYTES, NEXT_BYTES] = [
  [0xc2, 0xf4],
  [0x80, 0xbf],
].map(([from, to]) =>
  [...BYTES]
    .filter(([, byte]) => byte >= from! && byte <= to!)
    .map(([one]) => one)
    .join(''),
);
const SUSPICIOUS = new RegExp(`[${FIRST_BYTES}][${NEXT_BYTES}]`);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null if the line is not UTF-8 that was read as windows-1252. */
const mendLine = (line: string): string | null => {
  const bytes: number[] = [];
  for (const character of line) {
    const byte = character <= '\x7f' ? character.charCodeAt(0) : BYTES.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
};

/** What may stand right behind a word that ends in an accent: "BEYONCÉ’S", "LE CAFÉ…", "la santé »". */
const MARKS = '‘’“”…–—›™«»\\u00a0';
/** A line with one such pair, which alone could as well be one letter misread, and nothing else beyond ASCII. */
const MAY_BE_MEANT = new RegExp(
  `^[\\0-\\x7f]*(?:(?<![a-z])(?:[Æ-Þ][${MARKS}](?![a-z])|[ÄÅ][${MARKS}](?!\\p{L}))|ß[${MARKS}]|[à-ô][${MARKS}]{2})[\\0-\\x7f]*$`,
  'u',
);

const isMisread = (line: string): boolean => SUSPICIOUS.test(line) && !MAY_BE_MEANT.test(line);

/** What was misread once may have been misread again. */
const MAX_TIMES = 3;

/**
 * Each line by itself, and only if all of its characters beyond ASCII are UTF-8 once they are bytes again: chance, or
 * any language, hardly ever does that, unless there is but one pair of them.
 */
export const withoutMojibake = (text: string): string => {
  if (!SUSPICIOUS.test(text)) return text;
  const lines = text.split('\n').map((line) => {
    let mended = line;
    for (let times = 0; times < MAX_TIMES && isMisread(mended); times++) mended = mendLine(mended) ?? mended;
    return mended;
  });
  return lines.join('\n');
};
