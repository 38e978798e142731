/** In: a question's language. Out: the languages of the articles, if it is not one of them: why its words are missing. */
import type { Dictionary } from '../search/forward-index.ts';

/** A language of fewer articles is usually an error of its detection. */
const MIN_SHARE = 0.02;
/** How many are named. */
const MAX_NAMED = 3;

/** ISO 639-1, that of most articles first; empty if articles of the question's own language are there. */
export const otherLanguages = (asked: string, dictionary: Dictionary): string[] => {
  const { languages, articles, articlesIn } = dictionary;
  const spoken = languages.filter((language) => articlesIn(language) > articles * MIN_SHARE);
  return spoken.includes(asked)
    ? []
    : spoken.toSorted((a, b) => articlesIn(b) - articlesIn(a)).slice(0, MAX_NAMED);
};
