/** In: bytes of text that is not UTF-8. Out: which of the encodings they are in that chardet does not know; null for any other. */
import iconv from 'iconv-lite';

/** Letters of Thai in use, and those of them that are vowels or tones: a third or more of any text. */
const THAI = /[\u0e01-\u0e02\u0e04\u0e06-\u0e3a\u0e40-\u0e4d]/g;
const THAI_VOWEL = /[\u0e30-\u0e3a\u0e40-\u0e4d]/g;
const MIN_LETTERS = 10;
const MIN_VOWELS = 0.25;
/** Those that stand on a consonant or behind it, without one; those that stand before one, without it. */
const MISPLACED =
  /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4d])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4d]|(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4d])[\u0e30\u0e32]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/g;
const MAX_MISPLACED = 0.02;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Other text that is read so breaks the rules of Thai all the time. */
const isThai = (bytes: Uint8Array): boolean => {
  const text = iconv.decode(bytes, 'windows-874');
  const thai = count(text, THAI);
  const others = count(text, /[^\0-\x7f]/g) - thai;
  return (
    thai >= MIN_LETTERS &&
    thai > 10 * others &&
    count(text, THAI_VOWEL) > thai * MIN_VOWELS &&
    count(text, MISPLACED) <= thai * MAX_MISPLACED
  );
};

/** Of the bytes that are not ASCII those for which `isIn` holds, 0 to 1. */
const shareOf = (high: Uint8Array, isIn: (byte: number) => boolean): number =>
  high.reduce((sum, byte) => sum + Number(isIn(byte)), 0) / high.length;

/** The small letters of DOS from а to п are symbols in all other encodings of Cyrillic. */
const isDosCyrillic = (high: Uint8Array): boolean =>
  shareOf(high, (byte) => byte >= 0xa0 && byte <= 0xaf) > 0.4 &&
  shareOf(high, (byte) => byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf1)) > 0.95;

/** Its letters are those of windows-1252 that stand for symbols, quotation marks and dashes aside, and the rare letters there. */
const MAC_LETTERS = /[\x80-\x84\x86-\x90\x98-\x9f](?=[a-z])|(?<=[a-z])[\x80-\x84\x86-\x90\x98-\x9f]/g;
/** Small letters of it; behind a small letter windows-1250 and its like have no capitals (Š, Ž) nor such symbols there. */
const MAC_ALONE = /(?<=[a-z])(?:[\x88-\x90]|[\x87\x98\x99\x9b](?=[a-z]))/g;
/** Its capitals: small letters in the encodings of DOS. */
const MAC_CAPITAL = /(?<=[a-z])[\x80-\x86](?=[a-z])/g;
const SYMBOLS = /[\xa0-\xff]/g;

const isMacRoman = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return count(text, MAC_LETTERS) > count(text, SYMBOLS) && count(text, MAC_ALONE) > count(text, MAC_CAPITAL);
};

export const rareEncoding = (bytes: Uint8Array): string | null => {
  const high = bytes.filter((byte) => byte > 0x7f);
  if (isThai(bytes)) return 'windows-874';
  if (isDosCyrillic(high)) return 'cp866';
  // In scripts of other letters nearly all bytes are high.
  return high.length < bytes.length / 4 && isMacRoman(bytes) ? 'macintosh' : null;
};
