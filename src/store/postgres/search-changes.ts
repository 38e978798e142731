/** Which articles an engine elsewhere has to read anew: written in the transaction that changed their words. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { SearchRows } from '../article-indexer.ts';
import type { ArticleTables } from '../article-tables.ts';
import { numberList } from '../sql-of.ts';

/** Numbers come in the order of commits, since one transaction writes at a time. */
const note = (tx: Transaction<ArticleTables>, seqs: readonly number[]): RawBuilder<unknown> =>
  sql`INSERT INTO search_change (seq, revision)
    SELECT article.seq, nextval('search_revision') FROM article WHERE article.seq IN ${numberList(tx, seqs)}
    ON CONFLICT (seq) DO UPDATE SET revision = excluded.revision`;

export const followedRows: SearchRows = {
  async remove(tx, seqs) {
    await note(tx, seqs).execute(tx);
  },
  async add(tx, added) {
    if (added.length > 0)
      await note(
        tx,
        added.map(({ seq }) => seq),
      ).execute(tx);
  },
};
