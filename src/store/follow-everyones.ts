/** In: keys of articles that are everyone's. Out: servers' own articles of the same keys, with everyone's text. */
import type { Transaction } from 'kysely';
import { type ArticleTables, IDENTITY_COLUMNS } from './article-tables.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions } from './revisions.ts';
import { changedAt, textList } from './sql-of.ts';

type Tables = Transaction<ArticleTables>;

/**
 * Gives servers' own articles the text of everyone's that have the same keys: they are copies then, so that a server hears
 * one article, not two that differ.
 */
export const followEveryones = async (tx: Tables, keys: readonly string[], nowMs: number): Promise<void> => {
  const rows = await tx
    .selectFrom('article as own')
    .innerJoin('article as everyones', 'everyones.key', 'own.private_key')
    .select([
      'own.seq',
      'own.key',
      'own.private_key',
      'own.origin',
      'own.content_hash',
      'everyones.seq as of',
    ])
    .where('own.private_key', 'in', textList(tx, keys))
    .where('own.removed_at_ms', 'is', null)
    .where('everyones.removed_at_ms', 'is', null)
    .whereRef('own.fingerprint', '!=', 'everyones.fingerprint')
    .execute();
  if (rows.length === 0) return;
  const revisions = await createRevisions(tx);
  const texts = new Set<string>();
  for (const { seq, key, private_key, origin, content_hash, of } of rows) {
    const told = await tx
      .selectFrom('article')
      .innerJoin('article_body', 'article_body.seq', 'article.seq')
      .select([...IDENTITY_COLUMNS, 'body'])
      .where('article.seq', '=', of)
      .executeTakeFirstOrThrow();
    const { body, ...columns } = told;
    const revision = revisions.next();
    await tx
      .updateTable('article')
      .set({ ...columns, key, private_key, origin, changed_at_ms: changedAt(nowMs), revision })
      .where('seq', '=', seq)
      .execute();
    await tx.updateTable('article_body').set({ body }).where('seq', '=', seq).execute();
    texts.add(content_hash).add(columns.content_hash);
  }
  await relinkCopies(tx, [...texts], revisions);
};
