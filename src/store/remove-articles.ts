/**
 * In: articles that go, or that an origin no longer brings. Out: rows without text, that keep their number. Where a copy
 * of the article stays, it takes over the number, so that a renamed file is neither news nor lost.
 */
import type { Transaction } from 'kysely';
import { type ArticleTables, IDENTITY_COLUMNS } from './article-tables.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions, type Revisions } from './revisions.ts';

type Tables = Transaction<ArticleTables>;

/** The numbers of the articles with these keys, a few hundred at most, that are there. */
const numbersOf = async (tx: Tables, keys: readonly string[]): Promise<number[]> => {
  const rows = await tx
    .selectFrom('article')
    .select('seq')
    .where('key', 'in', keys)
    .where('removed_at_ms', 'is', null)
    .execute();
  return rows.map(({ seq }) => seq);
};

/**
 * Takes the origin off the articles with these keys; those left without one go. Says how many, and adds the new owners
 * to `newOwners`.
 */
export const leaveOrigin = async (
  tx: Tables,
  origin: string,
  keys: readonly string[],
  nowMs: number,
  newOwners: Set<string>,
): Promise<number> => {
  const seqs = await numbersOf(tx, keys);
  await tx.deleteFrom('article_origin').where('origin', '=', origin).where('seq', 'in', seqs).execute();
  const left = await tx.selectFrom('article_origin').selectAll().where('seq', 'in', seqs).execute();
  const heirOf = new Map(left.map((row) => [row.seq, row.origin]));
  for (const [seq, newOwner] of heirOf) {
    const { numUpdatedRows } = await tx
      .updateTable('article')
      .set({ origin: newOwner })
      .where('seq', '=', seq)
      .where('origin', '=', origin)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) newOwners.add(newOwner);
  }
  const orphans = seqs.filter((seq) => !heirOf.has(seq));
  await removeNumbers(tx, orphans, nowMs);
  return orphans.length;
};

/** Removes the articles with these keys, a few hundred at most. Says how many there were. */
export const removeArticles = async (tx: Tables, keys: readonly string[], nowMs: number): Promise<number> => {
  const seqs = await numbersOf(tx, keys);
  await removeNumbers(tx, seqs, nowMs);
  return seqs.length;
};

const removeNumbers = async (tx: Tables, seqs: readonly number[], nowMs: number): Promise<void> => {
  const revisions = await createRevisions(tx);
  const texts = new Set<string>();
  const going = new Set(seqs);
  for (const original of seqs) {
    const seq = (await handOver(tx, original, going, nowMs, revisions)) ?? original;
    const { content_hash } = await tx
      .updateTable('article')
      .set({ removed_at_ms: nowMs, duplicate_of: null, revision: revisions.next() })
      .where('seq', '=', seq)
      .returning('content_hash')
      .executeTakeFirstOrThrow();
    await tx.deleteFrom('article_body').where('seq', '=', seq).execute();
    await tx.deleteFrom('text_change').where('seq', '=', seq).execute();
    await tx.deleteFrom('article_origin').where('seq', '=', seq).execute();
    texts.add(content_hash);
  }
  await relinkCopies(tx, [...texts], revisions);
};

/** The first copy of an article, but for those that go as well; null where there is none. */
const copyThatStays = async (tx: Tables, seq: number, going: ReadonlySet<number>): Promise<number | null> => {
  const copies = await tx
    .selectFrom('article')
    .select('seq')
    .where('duplicate_of', '=', seq)
    .orderBy('seq')
    .execute();
  return copies.find((copy) => !going.has(copy.seq))?.seq ?? null;
};

/** Gives the article's number to its first copy that stays. Returns the number that is to go instead. */
const handOver = async (
  tx: Tables,
  seq: number,
  going: ReadonlySet<number>,
  nowMs: number,
  revisions: Revisions,
): Promise<number | null> => {
  const copy = await copyThatStays(tx, seq, going);
  if (copy === null) return null;
  const identity = (of: number) =>
    tx.selectFrom('article').select(IDENTITY_COLUMNS).where('seq', '=', of).executeTakeFirstOrThrow();
  const [gone, newOwner] = [await identity(seq), await identity(copy)];
  const { body } = await tx
    .selectFrom('article_body')
    .select('body')
    .where('seq', '=', copy)
    .executeTakeFirstOrThrow();
  // Keys are unique, so the one has to be free before the other takes it.
  await tx
    .updateTable('article')
    .set({ key: `handed over ${copy}` })
    .where('seq', '=', copy)
    .execute();
  await tx
    .updateTable('article')
    .set({ ...newOwner, changed_at_ms: nowMs, revision: revisions.next() })
    .where('seq', '=', seq)
    .execute();
  await tx.updateTable('article').set(gone).where('seq', '=', copy).execute();
  await tx.updateTable('article_body').set({ body }).where('seq', '=', seq).execute();
  await tx.deleteFrom('article_origin').where('seq', '=', seq).execute();
  await tx.updateTable('article_origin').set({ seq }).where('seq', '=', copy).execute();
  return copy;
};
