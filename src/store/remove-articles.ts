/**
 * In: articles that go, or that an origin no longer brings. Out: rows without text, that keep their number. If a copy
 * of the article stays, it takes over the number, so that a renamed file is neither news nor lost.
 */
import type { Transaction } from 'kysely';
import { serverOfOrigin } from '../domain/corpus-server.ts';
import { type ArticleTables, IDENTITY_COLUMNS } from './article-tables.ts';
import { scopeOf } from './own-scope.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { hasUpdated } from './row-counts.ts';
import { changedAt, numberList, textList } from './sql-of.ts';

type Tables = Transaction<ArticleTables>;

/** The numbers of the articles with these keys, a few hundred at most, that are there. */
const numbersOf = async (tx: Tables, keys: readonly string[]): Promise<number[]> => {
  const rows = await tx
    .selectFrom('article')
    .select('seq')
    .where('key', 'in', textList(tx, keys))
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
  const those = numberList(tx, seqs);
  await tx.deleteFrom('article_origin').where('origin', '=', origin).where('seq', 'in', those).execute();
  const left = await tx
    .selectFrom('article_origin')
    .innerJoin('article', 'article.seq', 'article_origin.seq')
    .select(['article_origin.seq', 'article_origin.origin', 'private_key'])
    .where('article_origin.seq', 'in', those)
    .execute();
  // An article that everyone heard does not pass to a server's folder, or everyone would go on hearing what only that
  // server has. It goes, and the folder is read again, which adds it for the server alone.
  const mayInherit = (row: (typeof left)[number]): boolean =>
    row.private_key !== null || serverOfOrigin(row.origin) === null;
  const heirOf = new Map(left.filter(mayInherit).map((row) => [row.seq, row.origin]));
  for (const { seq: lost, origin: other } of left) if (!heirOf.has(lost)) newOwners.add(other);
  for (const [seq, newOwner] of heirOf) {
    const inheriting = tx
      .updateTable('article')
      .set({ origin: newOwner })
      .where('seq', '=', seq)
      .where('origin', '=', origin);
    if (await hasUpdated(inheriting)) newOwners.add(newOwner);
  }
  for (const owner of await followers(tx, keys)) newOwners.add(owner);
  const orphans = seqs.filter((seq) => !heirOf.has(seq));
  await removeNumbers(tx, orphans, nowMs);
  return orphans.length;
};

/** The files of servers whose own articles have the text of everyone's with these keys. */
const followers = async (tx: Tables, keys: readonly string[]): Promise<string[]> => {
  const rows = await tx
    .selectFrom('article')
    .select('origin')
    .distinct()
    .where('private_key', 'in', textList(tx, keys))
    .where('removed_at_ms', 'is', null)
    .execute();
  return rows.flatMap(({ origin }) => (serverOfOrigin(origin) === null ? [] : [origin]));
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

/** The first copy of an article that is heard by the same and is not removed with it; null if there is none. */
const copyThatStays = async (tx: Tables, seq: number, going: ReadonlySet<number>): Promise<number | null> => {
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'private_key', 'origin'])
    // By their text, which is indexed: what they are copies of is not.
    .where('content_hash', '=', (eb) =>
      eb.selectFrom('article').select('content_hash').where('seq', '=', seq),
    )
    .where(({ or, eb }) => or([eb('seq', '=', seq), eb('duplicate_of', '=', seq)]))
    .orderBy('seq')
    .execute();
  const scope = scopeOf(rows.find((row) => row.seq === seq)!);
  const stays = (row: (typeof rows)[number]): boolean =>
    row.seq !== seq && !going.has(row.seq) && scopeOf(row) === scope;
  return rows.find(stays)?.seq ?? null;
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
    .set({ ...newOwner, changed_at_ms: changedAt(nowMs), revision: revisions.next() })
    .where('seq', '=', seq)
    .execute();
  await tx.updateTable('article').set(gone).where('seq', '=', copy).execute();
  await tx.updateTable('article_body').set({ body }).where('seq', '=', seq).execute();
  await tx.deleteFrom('article_origin').where('seq', '=', seq).execute();
  await tx.updateTable('article_origin').set({ seq }).where('seq', '=', copy).execute();
  return copy;
};
