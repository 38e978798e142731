/** The catalogue of each language: the English text of a message to its ICU message in that language. */
import { readFileSync } from 'node:fs';
import type { Language } from './languages.ts';

export type Catalogue = Readonly<Record<string, string>>;

const read = new Map<string, Catalogue>();

const readCatalogue = (code: string): Catalogue =>
  code === 'en'
    ? {}
    : JSON.parse(readFileSync(new URL(`./catalogues/${code}.json`, import.meta.url), 'utf8'));

/** Read from its file when it is asked for first. English has none: its messages are in the code. */
export const catalogueOf = ({ code }: Language): Catalogue => read.getOrInsertComputed(code, readCatalogue);
