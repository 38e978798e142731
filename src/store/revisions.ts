/** The numbers of changes to articles: 1, 2, 3 …, over all articles. */
import type { Transaction } from 'kysely';
import type { ArticleTables } from './article-tables.ts';

export interface Revisions {
  /** The number of the next change. Valid within the transaction it was made in. */
  next(): number;
}

/** Goes on from the latest change stored. Rows are never deleted, so no number comes twice. */
export const createRevisions = async (tx: Transaction<ArticleTables>): Promise<Revisions> => {
  const row = await tx
    .selectFrom('article')
    .select((eb) => eb.fn.max('revision').as('last'))
    .executeTakeFirst();
  let last = row?.last ?? 0;
  return { next: () => ++last };
};
