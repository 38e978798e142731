/** In: a word no article holds. Out: the word that was probably meant, as an article writes it, or null. */
import type { Dictionary } from '../search/forward-index.ts';
import { term as termQuery, WHOLE_SCOPE } from '../search/search-query.ts';
import type { Guess, Suggest } from '../search/suggest-spelling.ts';
import { eachWord } from '../text/words.ts';
import type { Archive } from './archive.ts';

/** Articles looked through for one guess. */
const ARTICLES = 16;

/** What English puts at the end of a word that stays the same word. */
const ENDING = /(?:es|s|ed|d|ing)$/;
const POSSESSIVE = /['’]s$/;

const bareOf = (word: string): string => word.replace(ENDING, '');

/** The first word of the text that is one of those, and the first that is one with another ending. */
const findWord = (
  text: string,
  words: ReadonlySet<string>,
): { exact: string | null; inflected: string | null } => {
  let exact: string | null = null;
  let inflected: string | null = null;
  const lowered = text.toLowerCase();
  const bare = new Set([...words].map(bareOf));
  if (![...bare].some((word) => lowered.includes(word))) return { exact, inflected };
  eachWord(text, (start, end) => {
    const word = text.slice(start, end).replace(POSSESSIVE, '');
    const lower = word.toLowerCase();
    if (words.has(lower)) exact ??= word;
    else if (bare.has(bareOf(lower))) inflected ??= word;
  });
  return { exact, inflected };
};

/** The guess as articles that hold its term write it; null if they do not: then it is no word. */
const writtenAs = async (
  { term, words }: Guess,
  { engine, articles }: Pick<Archive, 'engine' | 'articles'>,
): Promise<string | null> => {
  const page = { order: 'newest', offset: 0, limit: ARTICLES, asOfDay: 0 } as const;
  const { hits } = await engine.page(termQuery(term), WHOLE_SCOPE, page);
  let written: string | null = null;
  for (const { title, body } of await articles.getMany(hits.map(({ seq }) => seq))) {
    const { exact, inflected } = findWord(`${title}\n${body}`, words);
    if (exact !== null) return exact;
    written ??= inflected;
  }
  return written;
};

/** The likeliest of the words it may have been meant for that an article holds. `suggest` gives the words. */
export const correctSpelling = async (
  word: string,
  language: string,
  suggest: Suggest,
  dictionary: Dictionary,
  archive: Pick<Archive, 'engine' | 'articles'>,
): Promise<string | null> => {
  for (const guess of await suggest(word, language, dictionary)) {
    const written = await writtenAs(guess, archive);
    if (written !== null) return written;
  }
  return null;
};
