/** In: texts (by content hash) whose articles changed. Out: the first article of each that everyone hears is the original again. */
import { sql, type Transaction } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { scopeOf } from './own-scope.ts';
import type { Revisions } from './revisions.ts';
import { textList } from './sql-of.ts';

/**
 * Of the articles with one text, the first that is everyone's is the original and all others are its copies; if none is,
 * the first of each feed or server's folder, since others may not hear it. A former copy keeps a reference to its original,
 * whose text has already been posted.
 */
export const relinkCopies = async (
  tx: Transaction<ArticleTables>,
  texts: readonly string[],
  revisions: Revisions,
): Promise<void> => {
  if (texts.length === 0) return;
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'content_hash', 'duplicate_of', 'private_key', 'origin'])
    .where('content_hash', 'in', textList(tx, texts))
    .where('removed_at_ms', 'is', null)
    .orderBy(sql`private_key IS NOT NULL`)
    .orderBy('seq')
    .execute();
  const originals = new Map<string, number>();
  for (const row of rows) {
    const { content_hash } = row;
    const scope = scopeOf(row);
    const inScope = scope === null ? content_hash : `${content_hash} ${scope}`;
    const original = originals.get(content_hash) ?? originals.get(inScope) ?? null;
    if (original === null) originals.set(inScope, row.seq);
    if (original === row.duplicate_of) continue;
    await tx
      .updateTable('article')
      .set({
        duplicate_of: original,
        revision: revisions.next(),
        ...(row.duplicate_of === null ? {} : { told_by: row.duplicate_of }),
      })
      .where('seq', '=', row.seq)
      .execute();
  }
};
