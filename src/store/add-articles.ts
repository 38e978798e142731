/** In: drafts. Out: the same as rows, and what became of each: added, changed, unchanged or a copy. */
import type { Insertable, Transaction } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import { type ArticleTables, draftColumns, fingerprint, type KeyedDraft } from './article-tables.ts';
import { encodeBody } from './body-codec.ts';
import { expiredNumbers } from './expired-articles.ts';
import { type KnownRow, knownRows } from './known-rows.ts';
import { scopeOf } from './own-scope.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { changedAt, numberList, textList } from './sql-of.ts';
import { recordTextChange } from './text-changes.ts';

type Tables = Transaction<ArticleTables>;

/** What became of a draft, without its key. */
export type Outcome = Omit<AddOutcome, 'key'>;

/**
 * Adds drafts with distinct keys, a few hundred at most, and puts what became of each into `outcomes`, by the key of its
 * row. A text that was removed is back only where it was: everyone's as everyone's, a server's as that server's.
 */
export const addArticles = async (
  tx: Tables,
  given: readonly KeyedDraft[],
  arrival: Arrival,
  nowMs: number,
  outcomes: Map<string, Outcome>,
): Promise<void> => {
  const known = await knownRows(tx, given, nowMs);
  const expired = await expiredNumbers(tx, given, known);
  for (const [key, seq] of expired) outcomes.set(key, { outcome: 'unchanged', seq });
  const drafts = given.filter(({ key }) => !expired.has(key));
  const revisions = await createRevisions(tx);
  const texts = new Set<string>();
  const fresh: KeyedDraft[] = [];
  for (const draft of drafts) {
    const row = known.get(draft.key);
    if (row === undefined) fresh.push(draft);
    else outcomes.set(draft.key, await updateRow(tx, row, draft, nowMs, revisions, texts));
  }
  await insertRows(tx, fresh, arrival, nowMs, revisions, outcomes, texts);
  await recordOrigins(tx, drafts, outcomes);
  await relinkCopies(tx, [...texts], revisions);
  await nameOriginals(tx, outcomes);
};

const updateRow = async (
  tx: Tables,
  row: KnownRow,
  draft: KeyedDraft,
  nowMs: number,
  revisions: Revisions,
  texts: Set<string>,
): Promise<Outcome> => {
  const { seq } = row;
  const isBack = row.removed_at_ms !== null;
  if (!isBack && row.origin !== draft.origin) return { outcome: 'unchanged', seq };
  if (!isBack && row.fingerprint === fingerprint(draft)) return { outcome: 'unchanged', seq };
  const columns = draftColumns(draft);
  if (!isBack) await recordTextChange(tx, seq, draft, nowMs);
  await overwriteRow(tx, seq, columns, draft.body, nowMs, revisions);
  texts.add(row.content_hash).add(columns.content_hash);
  return { outcome: isBack ? 'added' : 'changed', seq };
};

/** Gives a row, which may have been removed, what a draft decides; number, arrival and time of adding stay. */
const overwriteRow = async (
  tx: Tables,
  seq: number,
  columns: ReturnType<typeof draftColumns>,
  body: string,
  nowMs: number,
  revisions: Revisions,
): Promise<void> => {
  await tx
    .updateTable('article')
    .set({ ...columns, changed_at_ms: changedAt(nowMs), removed_at_ms: null, revision: revisions.next() })
    .where('seq', '=', seq)
    .execute();
  await tx
    .insertInto('article_body')
    .values({ seq, body: encodeBody(body) })
    .onConflict((conflict) => conflict.column('seq').doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })))
    .execute();
};

/** A text, and within what it is known. */
const placeOf = (row: Parameters<typeof scopeOf>[0] & { readonly content_hash: string }): string =>
  `${scopeOf(row) ?? ''} ${row.content_hash}`;

/** By text and scope, the first row that had it, if no article has it any more. */
const removedRows = async (tx: Tables, texts: readonly string[]): Promise<Map<string, number>> => {
  if (texts.length === 0) return new Map();
  const rows = await tx
    .selectFrom('article')
    .select(['content_hash', 'seq', 'private_key', 'origin', 'removed_at_ms'])
    .where('content_hash', 'in', textList(tx, texts))
    .orderBy('seq')
    .execute();
  const removed = new Map<string, number>();
  for (const [place, same] of Map.groupBy(rows, placeOf))
    if (same.every(({ removed_at_ms }) => removed_at_ms !== null)) removed.set(place, same[0]!.seq);
  return removed;
};

/** Bodies in one statement: each number of them is a statement of its own, which is kept. */
const INSERTED_TOGETHER = 20;

const insertRows = async (
  tx: Tables,
  drafts: readonly KeyedDraft[],
  arrival: Arrival,
  nowMs: number,
  revisions: Revisions,
  outcomes: Map<string, Outcome>,
  texts: Set<string>,
): Promise<void> => {
  const rows = drafts.map((draft) => ({ columns: draftColumns(draft), body: draft.body }));
  const removed = await removedRows(
    tx,
    rows.map(({ columns }) => columns.content_hash),
  );
  const bodies: Insertable<ArticleTables['article_body']>[] = [];
  for (const { columns, body } of rows) {
    const { key, content_hash } = columns;
    const back = removed.get(placeOf(columns));
    // A text that is back under another name (its file was renamed or merged into another) is no news.
    if (back !== undefined) await overwriteRow(tx, back, columns, body, nowMs, revisions);
    const seq = back ?? (await insertRow(tx, columns, arrival, nowMs, revisions));
    if (back === undefined) bodies.push({ seq, body: encodeBody(body) });
    removed.delete(placeOf(columns));
    outcomes.set(key, { outcome: 'added', seq });
    texts.add(content_hash);
  }
  for (const step of inBatches(bodies, INSERTED_TOGETHER))
    await tx.insertInto('article_body').values(step).execute();
};

/** By itself: if SQLite inserts several, it looks for each through all articles for what refers to it. */
const insertRow = async (
  tx: Tables,
  columns: ReturnType<typeof draftColumns>,
  arrival: Arrival,
  nowMs: number,
  revisions: Revisions,
): Promise<number> => {
  const { seq } = await tx
    .insertInto('article')
    .values({
      ...columns,
      arrival,
      added_at_ms: nowMs,
      changed_at_ms: nowMs,
      removed_at_ms: null,
      duplicate_of: null,
      revision: revisions.next(),
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
};

/** Notes that the drafts' origins bring the articles that the outcomes name. */
export const recordOrigins = async (
  tx: Tables,
  drafts: readonly ArticleDraft[],
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> => {
  if (drafts.length === 0) return;
  const values = drafts.map(({ key, origin }) => ({ origin, seq: outcomes.get(key)!.seq }));
  await tx
    .insertInto('article_origin')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Makes `duplicate` of each addition or change that turned out to be a copy, with the number of its original. */
const nameOriginals = async (tx: Tables, outcomes: Map<string, Outcome>): Promise<void> => {
  const seqs = [...outcomes.values()].filter(({ outcome }) => outcome !== 'unchanged').map(({ seq }) => seq);
  if (seqs.length === 0) return;
  const copies = await tx
    .selectFrom('article')
    .select(['key', 'duplicate_of'])
    .where('seq', 'in', numberList(tx, seqs))
    .where('duplicate_of', 'is not', null)
    .execute();
  for (const { key, duplicate_of } of copies) {
    outcomes.set(key, { outcome: 'duplicate', seq: duplicate_of! });
  }
};
