/** In: a byline, or a person as feeds and mail write them. Out: the name in it. */
import { cleanLine } from '../text/clean-text.ts';

/** Longer than any list of authors. */
const MAX_NAME = 500;
const ADDRESS = /[^\s<>()",]+@[^\s<>()",]+/g;

const WEB_ADDRESS = /^https?:\/\/\S+$/i;
const AROUND = /^[\s,;|]*(?:by\s+(?=\p{L}))?|[\s,;|]{1,9}$/giu;

/**
 * The names, from `By name`, `name <address>`, `address (name)` or `name (address)`; the mail address if there is no name, null
 * if there is not even one.
 */
export const personName = (line: string): string | null => {
  const written = line.slice(0, MAX_NAME);
  if (WEB_ADDRESS.test(written)) return null;
  const [address] = written.match(ADDRESS) ?? [];
  if (address === undefined) return written.replace(AROUND, '') || null;
  const names = written
    .replace(ADDRESS, '')
    .replace(/mailto:/gi, '')
    .replace(/[<>()"]/g, ' ')
    .replace(/\s+(?=,)/g, '');
  return cleanLine(names).replace(AROUND, '') || address;
};
