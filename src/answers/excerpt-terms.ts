/** In: an excerpt. Out: its terms, read once: an answer looks at each excerpt several times. */
import type { Excerpt } from '../domain/answer.ts';
import { termSet } from '../text/terms.ts';

const ofTexts = new WeakMap<Excerpt, ReadonlySet<string>>();
const withTitles = new WeakMap<Excerpt, ReadonlySet<string>>();

export const textTerms = (excerpt: Excerpt, language: string): ReadonlySet<string> =>
  ofTexts.getOrInsertComputed(excerpt, ({ text }) => termSet(text, language));

/** Those of its title as well. */
export const excerptTerms = (excerpt: Excerpt, language: string): ReadonlySet<string> =>
  withTitles.getOrInsertComputed(excerpt, ({ title }) =>
    textTerms(excerpt, language).union(termSet(title, language)),
  );
