/** In: a word no article holds. Out: the word that was probably meant, as an article writes it, or null. */
import type { ArticleIndex } from '../search/article-index.ts';
import { documentOf } from '../search/postings.ts';
import { type Guess, suggestSpelling } from '../search/suggest-spelling.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { eachWord } from '../text/words.ts';

/** What correcting needs: the index, and the texts it was made from. */
export interface Writings {
  readonly index: ArticleIndex;
  readonly articles: Pick<ArticleReader, 'getMany'>;
}

/** Articles looked through for one guess. */
const ARTICLES = 16;

const holdersOf = (term: string, index: ArticleIndex): number[] => {
  const seqs: number[] = [];
  index.postings.each(index.vocabulary.find(term), (posting) => {
    const entry = seqs.length < ARTICLES ? index.document(documentOf(posting)) : undefined;
    if (entry !== undefined) seqs.push(entry.seq);
  });
  return seqs;
};

/** What English puts at the end of a word that stays the same word. */
const ENDING = /(?:es|s|ed|d|ing)$/;
const POSSESSIVE = /['’]s$/;

/** The first word of the text that is one of those, and the first that is one with an ending. */
const findWord = (
  text: string,
  words: ReadonlySet<string>,
): { exact: string | null; inflected: string | null } => {
  let exact: string | null = null;
  let inflected: string | null = null;
  const lowered = text.toLowerCase();
  if (![...words].some((word) => lowered.includes(word))) return { exact, inflected };
  eachWord(text, (start, end) => {
    const word = text.slice(start, end).replace(POSSESSIVE, '');
    const lower = word.toLowerCase();
    if (words.has(lower)) exact ??= word;
    else if (words.has(lower.replace(ENDING, ''))) inflected ??= word;
  });
  return { exact, inflected };
};

/** The guess as articles that hold its term write it; null where they do not: then it is no word. */
const writtenAs = async ({ term, words }: Guess, { index, articles }: Writings): Promise<string | null> => {
  let written: string | null = null;
  for (const { title, body } of await articles.getMany(holdersOf(term, index))) {
    const { exact, inflected } = findWord(`${title}\n${body}`, words);
    if (exact !== null) return exact;
    written ??= inflected;
  }
  return written;
};

/** The likeliest of the words it may have been meant for that an article holds. */
export const correctSpelling = async (word: string, writings: Writings): Promise<string | null> => {
  for (const guess of suggestSpelling(word, writings.index.vocabulary)) {
    const written = await writtenAs(guess, writings);
    if (written !== null) return written;
  }
  return null;
};
