/** In: words. Out: the ids of the terms they may stand under in the index: one for each language that stems them so. */
import { DEFAULT_LANGUAGE, termOf, terms } from '../text/terms.ts';
import type { ArticleIndex } from './article-index.ts';

/** The ids a word may have; empty where no article holds it. */
export const termIds = (word: string, index: ArticleIndex): number[] => {
  const ids = new Set<number>();
  for (const language of new Set([DEFAULT_LANGUAGE, ...index.languages])) {
    const id = index.vocabulary.find(termOf(word, language));
    if (id !== -1 && index.vocabulary.documentFrequency(id) > 0) ids.add(id);
  }
  return [...ids];
};

/** The ids at each word of a phrase, in order. An empty place means that no article holds the phrase. */
export const phraseIds = (phrase: string, index: ArticleIndex): number[][] =>
  terms(phrase).map(({ start, end }) => termIds(phrase.slice(start, end), index));
