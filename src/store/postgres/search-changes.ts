/** Which articles an engine elsewhere has to read anew: written in the transaction that changed their words. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SearchRows } from '../article-indexer.ts';
import type { ArticleTables } from '../article-tables.ts';
import { numberList } from '../sql-of.ts';

type Tables = Transaction<ArticleTables>;

/** Numbers come in the order of commits, since one transaction writes at a time. */
const note = async (tx: Tables, seqs: readonly number[]): Promise<void> => {
  await sql`INSERT INTO search_change (seq, revision)
    SELECT article.seq, nextval('search_revision') FROM article WHERE article.seq IN ${numberList(tx, seqs)}
    ON CONFLICT (seq) DO UPDATE SET revision = excluded.revision`.execute(tx);
};

/** An engine that is further behind than this many changes reads all anew. */
const MARKED_CHANGES = 500_000;

/**
 * Marks the changes that a transaction noted. A store that falls back to an older copy of itself gives their numbers again, but
 * not their mark.
 */
export const markChanges = async <T>(tx: Kysely<T>): Promise<void> => {
  await sql`INSERT INTO search_mark (revision, mark)
    SELECT max(revision), gen_random_uuid() FROM search_change HAVING max(revision) IS NOT NULL
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`DELETE FROM search_mark
    WHERE revision < (SELECT max(revision) FROM search_mark) - ${MARKED_CHANGES}`.execute(tx);
};

export const followedRows: SearchRows = {
  remove: note,
  async add(tx, added) {
    const seqs = added.map(({ seq }) => seq);
    if (seqs.length > 0) await note(tx, seqs);
    await markChanges(tx);
  },
};
