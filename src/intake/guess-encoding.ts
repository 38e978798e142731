/** In: bytes of text in an encoding that nothing names. Out: the encoding that they are most likely in. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { rareEncoding } from './rare-encodings.ts';

/** What tells encodings apart is looked for from shortly before the first byte that is not ASCII, and this far. */
const BEFORE = 2_000;
const SAMPLE = 64_000;

const isHigh = (byte: number): boolean => byte > 0x7f;

/** Half of the first bytes of text in a script of one byte a letter are zeros, all on one side. */
const UTF16_SAMPLE = 200;

/** UTF-16 by its byte order mark, or by the zeros beside its letters; null for anything else. */
export const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, UTF16_SAMPLE - (UTF16_SAMPLE % 2));
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const most = head.length * 0.3;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
};

/** Whether it is UTF-8 after all, damaged in a few places: bytes of other encodings hardly ever are. */
export const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  let broken = 0;
  let whole = 0;
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\ufffd') broken++;
    else if (character > '\x7f') whole++;
  }
  return whole > broken;
};

/** As browsers do: the labels of Latin-1 mean windows-1252, that of Turkish windows-1254. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-9': 'windows-1254',
  GB2312: 'GB18030',
};

/** No text has them, except the one by which Japanese text in seven bits changes its letters. */
export const isControl = (byte: number): boolean =>
  byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);

/** Null for UTF-8 that is damaged, for what is no text, and if nothing fits. */
export const guessEncoding = (bytes: Uint8Array): string | null => {
  const from = Math.max(0, bytes.findIndex(isHigh) - BEFORE);
  const sample = bytes.subarray(from, from + SAMPLE);
  if (sample.some(isControl) || isDamagedUtf8(sample)) return null;
  const rare = rareEncoding(sample);
  if (rare !== null) return rare;
  const names = analyse(sample).map(({ name }) => WIDER[name] ?? name);
  return names.find((name) => !/^(?:utf|ascii)/i.test(name) && iconv.encodingExists(name)) ?? null;
};
