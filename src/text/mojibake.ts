/**
 * In: a text that a program may have read as windows-1252, Latin-1 or windows-1251 although it was UTF-8 ("donâ€™t",
 * "РњРѕСЃС‚"). Out: the text as it was written.
 */

/** Characters and their bytes in a code page. */
type CodePage = ReadonlyMap<string, number>;

/** As browsers read it; in Latin-1, the control characters from 128 to 159 are those bytes. */
const codePage = (name: string): CodePage => {
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const controls = [...bytes.subarray(0, 32)].map((byte) => [String.fromCharCode(byte), byte] as const);
  const characters = [...new TextDecoder(name).decode(bytes)].map((one, at) => [one, at + 128] as const);
  return new Map([...controls, ...characters]);
};

const WESTERN = codePage('windows-1252');
const CYRILLIC = codePage('windows-1251');

const charactersOf = (page: CodePage, from: number, to: number): string =>
  [...page]
    .filter(([, byte]) => byte >= from && byte <= to)
    .map(([one]) => one)
    .join('');
const SUSPICIOUS = new RegExp(`[${charactersOf(WESTERN, 0xc2, 0xf4)}][${charactersOf(WESTERN, 0x80, 0xbf)}]`);
/** A Cyrillic word of three letters; fewer could be meant: "Р»". */
const SUSPICIOUS_CYRILLIC = new RegExp(`(?:[РС][${charactersOf(CYRILLIC, 0x80, 0xbf)}]){3}`);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null if the line is not UTF-8 that was read in the code page. */
const mendLine = (line: string, page: CodePage): string | null => {
  const bytes: number[] = [];
  for (const character of line) {
    const byte = character <= '\x7f' ? character.charCodeAt(0) : page.get(character);
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

/** What the line was probably read in. */
const misreadIn = (line: string): CodePage | null => {
  if (SUSPICIOUS_CYRILLIC.test(line)) return CYRILLIC;
  return SUSPICIOUS.test(line) && !MAY_BE_MEANT.test(line) ? WESTERN : null;
};

/** What was misread once may have been misread again. */
const MAX_TIMES = 3;

/**
 * Each line by itself, and only if all of its characters beyond ASCII are UTF-8 once they are bytes again: chance, or
 * any language, hardly ever does that, unless there is but one pair of them.
 */
export const withoutMojibake = (text: string): string => {
  if (!SUSPICIOUS.test(text) && !SUSPICIOUS_CYRILLIC.test(text)) return text;
  const lines = text.split('\n').map((line) => {
    let mended = line;
    for (let times = 0; times < MAX_TIMES; times++) {
      const page = misreadIn(mended);
      const next = page && mendLine(mended, page);
      if (next === null) break;
      mended = next;
    }
    return mended;
  });
  return lines.join('\n');
};
