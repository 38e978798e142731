/**
 * In: articles that hold the words of quoted phrases in some form. Out: those whose texts hold the phrases to the letter,
 * in that order: an engine knows words by their stems alone.
 */
import { setImmediate } from 'node:timers/promises';
import { type LiteralCheck, literalText } from '../search/literal-check.ts';
import type { ArticleReader } from '../store/article-store.ts';

/** Texts read in one go, some ten milliseconds: others are answered in between. */
const STEP = 100;

export interface PhraseMatches {
  readonly seqs: readonly number[];
  /** How many of the articles given were read, from the first on. */
  readonly read: number;
}

/** Reads texts until `isEnough`, asked before each step, or to the end. An article that is gone holds nothing. */
export const phraseMatches = async (
  seqs: readonly number[],
  holds: LiteralCheck,
  isEnough: (found: PhraseMatches) => boolean,
  articles: Pick<ArticleReader, 'getMany'>,
): Promise<PhraseMatches> => {
  const holders: number[] = [];
  let read = 0;
  while (read < seqs.length && !isEnough({ seqs: holders, read })) {
    const step = seqs.slice(read, read + STEP);
    for (const article of await articles.getMany(step))
      if (holds(literalText(article))) holders.push(article.seq);
    read += step.length;
    await setImmediate();
  }
  return { seqs: holders, read };
};
