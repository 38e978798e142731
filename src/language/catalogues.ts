/** The catalogue of each language: the English text of a message to its ICU message in that language. */
import { readFileSync } from 'node:fs';
import type { Language } from './languages.ts';

export type Catalogue = Readonly<Record<string, string>>;

const read = new Map<string, Catalogue>();

/** Read from its file when it is asked for first. English has none: its messages are in the code. */
export const catalogueOf = ({ code }: Language): Catalogue => {
  const known = read.get(code);
  if (known !== undefined) return known;
  const file = new URL(`./catalogues/${code}.json`, import.meta.url);
  const catalogue: Catalogue = code === 'en' ? {} : JSON.parse(readFileSync(file, 'utf8'));
  read.set(code, catalogue);
  return catalogue;
};
