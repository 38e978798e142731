/** In: articles that go, or that an origin no longer brings. Out: rows without text, that keep their number. */
import type { Transaction } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions } from './revisions.ts';

type Tables = Transaction<ArticleTables>;

/** Takes the origin off these articles; those left without one go. Says how many, and adds the new owners to `heirs`. */
export const leaveOrigin = async (
  tx: Tables,
  origin: string,
  seqs: readonly number[],
  nowMs: number,
  heirs: Set<string>,
): Promise<number> => {
  await tx.deleteFrom('article_origin').where('origin', '=', origin).where('seq', 'in', seqs).execute();
  const left = await tx.selectFrom('article_origin').selectAll().where('seq', 'in', seqs).execute();
  const heirOf = new Map(left.map((row) => [row.seq, row.origin]));
  for (const [seq, heir] of heirOf) {
    const { numUpdatedRows } = await tx
      .updateTable('article')
      .set({ origin: heir })
      .where('seq', '=', seq)
      .where('origin', '=', origin)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) heirs.add(heir);
  }
  const orphans = seqs.filter((seq) => !heirOf.has(seq));
  await removeArticles(tx, orphans, nowMs);
  return orphans.length;
};

/** Removes articles, a few hundred at most. */
export const removeArticles = async (tx: Tables, seqs: readonly number[], nowMs: number): Promise<void> => {
  const revisions = await createRevisions(tx);
  const texts = new Set<string>();
  for (const seq of seqs) {
    const { content_hash } = await tx
      .updateTable('article')
      .set({ removed_at_ms: nowMs, duplicate_of: null, revision: revisions.next() })
      .where('seq', '=', seq)
      .returning('content_hash')
      .executeTakeFirstOrThrow();
    await tx.deleteFrom('article_body').where('seq', '=', seq).execute();
    await tx.deleteFrom('article_origin').where('seq', '=', seq).execute();
    texts.add(content_hash);
  }
  await relinkCopies(tx, [...texts], revisions);
};
