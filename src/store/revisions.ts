/** The numbers of changes to articles: 1, 2, 3 …, over all articles. */
import type { Transaction } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { readPosition } from './count-articles.ts';

export interface Revisions {
  /** The number of the next change. Valid within the transaction it was made in. */
  next(): number;
}

/** Goes on from the latest change stored. Rows are never deleted, so no number comes twice. */
export const createRevisions = async (tx: Transaction<ArticleTables>): Promise<Revisions> => {
  let { revision: last } = await readPosition(tx);
  return { next: () => ++last };
};
