/**
 * In: documents that hold the words of quoted phrases in some form, in any order. Out: those whose texts hold the phrases
 * to the letter, in that order: the index knows words by their stems alone.
 */
import { setImmediate } from 'node:timers/promises';
import type { ArticleIndex } from '../search/article-index.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { holdsPhrases } from './find-phrases.ts';

/** Texts read in one go, some ten milliseconds: others are answered in between. */
const STEP = 100;

export interface Holders {
  /** Numbers of documents. */
  readonly documents: readonly number[];
  /** How many of the documents given were read, from the first on. */
  readonly read: number;
}

/** Reads texts until `isEnough`, asked before each step, or to the end. A document that left the index holds nothing. */
export const findHolders = async (
  documents: readonly number[],
  phrases: readonly string[],
  isEnough: (found: Holders) => boolean,
  { index, articles }: { readonly index: ArticleIndex; readonly articles: Pick<ArticleReader, 'getMany'> },
): Promise<Holders> => {
  const holders: number[] = [];
  let read = 0;
  while (read < documents.length && !isEnough({ documents: holders, read })) {
    const step = documents.slice(read, read + STEP);
    const bySeq = new Map(step.map((document) => [index.document(document)?.seq ?? -1, document]));
    for (const { seq, title, body } of await articles.getMany([...bySeq.keys()]))
      if (holdsPhrases(`${title}\n${body}`, phrases)) holders.push(bySeq.get(seq)!);
    read += step.length;
    await setImmediate();
  }
  return { documents: holders, read };
};
