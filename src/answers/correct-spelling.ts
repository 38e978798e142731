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
const ARTICLES = 8;

const holdersOf = (term: string, index: ArticleIndex): number[] => {
  const seqs: number[] = [];
  index.postings.each(index.vocabulary.find(term), (posting) => {
    const entry = seqs.length < ARTICLES ? index.document(documentOf(posting)) : undefined;
    if (entry !== undefined) seqs.push(entry.seq);
  });
  return seqs;
};

/** What English puts at the end of a word that stays the same word. */
const ENDING = /(?:['’]s|es|s|ed|d|ing)$/;

/** The first word of the text that is one of the guess's; else the first that is one with an ending. */
const findWord = (text: string, { words }: Guess): string | null => {
  let found: string | null = null;
  let inflected: string | null = null;
  eachWord(text, (start, end) => {
    if (found !== null) return;
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    if (words.has(lower)) found = word;
    else if (words.has(lower.replace(ENDING, ''))) inflected ??= word;
  });
  return found ?? inflected;
};

/** The guess as the first articles that hold its term write it; null where none of them does: then it is no word. */
const writtenAs = async (guess: Guess, { index, articles }: Writings): Promise<string | null> => {
  for (const { title, body } of await articles.getMany(holdersOf(guess.term, index))) {
    const word = findWord(`${title}\n${body}`, guess);
    if (word !== null) return word;
  }
  return null;
};

/** The likeliest of the words it may have been meant for that an article holds. */
export const correctSpelling = async (word: string, writings: Writings): Promise<string | null> => {
  for (const guess of suggestSpelling(word, writings.index.vocabulary)) {
    const written = await writtenAs(guess, writings);
    if (written !== null) return written;
  }
  return null;
};
