/** In: how a file begins, unzipped. Out: why it is not text; null if it may be. */
import type { CorpusReason } from '../../domain/corpus-reason.ts';
import { isControl, utf16Of } from '../guess-encoding.ts';

/** Headers up to one that says that parts or base64 follow: a mail with its HTML, or a page saved as `.mht`. */
const MIME =
  /^(?:From [^\n]*\n)?(?:[\w-]{1,80}:[^\n]*\n|[ \t][^\n]*\n)*?(?:content-type:\s{0,9}multipart\/|content-transfer-encoding:\s{0,9}base64)/i;

/** How formats begin, as Latin-1. Word and the like are ZIP and name their parts. */
const FORMATS: readonly (readonly [RegExp, CorpusReason])[] = [
  [/^\x1f\x8b/, { kind: 'unnamed-gzip' }],
  [/^PK\x03\x04.*?word\/\w/s, { kind: 'other-format', format: 'Word' }],
  [/^PK\x03\x04.*?xl\/\w/s, { kind: 'other-format', format: 'Excel' }],
  [/^PK\x03\x04.{26}mimetypeapplication\/epub/s, { kind: 'other-format', format: 'EPUB' }],
  [/^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis/s, { kind: 'other-format', format: 'OpenDocument' }],
  [/^PK\x03\x04/, { kind: 'packed', format: 'ZIP' }],
  [/^7z\xbc\xaf/, { kind: 'packed', format: '7z' }],
  [/^Rar!\x1a/, { kind: 'packed', format: 'RAR' }],
  [/^\xfd7zXZ\0/, { kind: 'packed', format: 'xz' }],
  [/^BZh\d1AY&SY/, { kind: 'packed', format: 'bzip2' }],
  [/^\x28\xb5\x2f\xfd/, { kind: 'packed', format: 'zstd' }],
  [/^.{257}ustar/s, { kind: 'packed', format: 'tar' }],
  [/^\xd0\xcf\x11\xe0/, { kind: 'other-format', format: 'Microsoft Office' }],
  [/^%PDF-\d/, { kind: 'other-format', format: 'PDF' }],
  [/^\{\\rtf\d/, { kind: 'other-format', format: 'RTF' }],
  [/^SQLite format 3\0/, { kind: 'other-format', format: 'SQLite' }],
  [/^PAR1[\0-\x1f]/, { kind: 'other-format', format: 'Parquet' }],
  [/^ARROW1\0/, { kind: 'other-format', format: 'Arrow' }],
  [/^Obj\x01/, { kind: 'other-format', format: 'Avro' }],
  [MIME, { kind: 'other-format', format: 'MIME' }],
  [/^\x80[\x02-\x05]/, { kind: 'other-format', format: 'pickle' }],
];

/** Of random bytes 7 in 100 are such; in a text a few may have gone astray. */
const MAX_CONTROL_SHARE = 0.02;
const MAX_CONTROLS = 3;

/** What separates records and their parts, where programs took ASCII at its word, and in Hive. */
const isSeparator = (byte: number): boolean => byte === 1 || (byte >= 0x1c && byte <= 0x1f);

const isBinary = (head: Uint8Array): boolean => {
  const controls = head.reduce((sum, byte) => sum + Number(isControl(byte) && !isSeparator(byte)), 0);
  return controls > MAX_CONTROLS && controls > head.length * MAX_CONTROL_SHARE && utf16Of(head) === null;
};

export const binaryReason = (head: Buffer): CorpusReason | null => {
  const start = head.toString('latin1');
  const format = FORMATS.find(([begin]) => begin.test(start));
  return format?.[1] ?? (isBinary(head) ? { kind: 'binary' } : null);
};
