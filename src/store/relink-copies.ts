/** In: texts (by content hash) whose articles changed. Out: the first article of each is the original again. */
import type { Transaction } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import type { Revisions } from './revisions.ts';

/**
 * Of the articles with one text, the one added first is the original and all others are its copies. A former copy keeps a
 * reference to its original, whose text has already been posted.
 */
export const relinkCopies = async (
  tx: Transaction<ArticleTables>,
  texts: readonly string[],
  revisions: Revisions,
): Promise<void> => {
  if (texts.length === 0) return;
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'content_hash', 'duplicate_of'])
    .where('content_hash', 'in', texts)
    .where('removed_at_ms', 'is', null)
    .orderBy('seq')
    .execute();
  const originals = new Map<string, number>();
  for (const row of rows) {
    const original = originals.get(row.content_hash) ?? null;
    if (original === null) originals.set(row.content_hash, row.seq);
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
