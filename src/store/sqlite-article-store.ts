/** `ArticleStore` over SQLite: the writing half, one transaction a call. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { AddOutcome } from '../domain/library.ts';
import type { ArticleStore, CorpusManifest, RetainOutcome } from './article-store.ts';
import { type ArticleTables, draftColumns, fingerprint } from './article-tables.ts';
import { articlesMigration } from './migrations/001-articles.ts';
import { openDatabase } from './open-database.ts';
import { relinkCopies } from './relink-copies.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { SqliteArticleReader } from './sqlite-article-reader.ts';
import { createSqliteCorpusManifest } from './sqlite-corpus-manifest.ts';

type Tables = Transaction<ArticleTables>;
type Outcome = Omit<AddOutcome, 'key'>;

/** Rows or keys in one statement: SQLite allows 32,766 parameters. */
const STEP = 500;

/** Removals in one transaction: a few milliseconds, so that questions are answered in between. */
const SLICE = 50;

const steps = <T>(items: readonly T[], size = STEP): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

export class SqliteArticleStore extends SqliteArticleReader implements ArticleStore {
  readonly manifest: CorpusManifest;

  constructor(db: Kysely<ArticleTables>) {
    super(db);
    this.manifest = createSqliteCorpusManifest(db);
  }

  async add(drafts: readonly ArticleDraft[], arrival: Arrival, nowMs: number): Promise<AddOutcome[]> {
    const unique = [...new Map(drafts.toReversed().map((draft) => [draft.key, draft])).values()].toReversed();
    const outcomes = new Map<string, Outcome>();
    await this.db.transaction().execute(async (tx) => {
      for (const step of steps(unique)) await addStep(tx, step, arrival, nowMs, outcomes);
    });
    const seen = new Set<string>();
    return drafts.map(({ key }) => {
      const outcome = outcomes.get(key)!;
      const repeated = seen.has(key);
      seen.add(key);
      return { key, ...outcome, ...(repeated ? { outcome: 'unchanged' as const } : {}) };
    });
  }

  async retain(origin: string, keys: ReadonlySet<string>, nowMs: number): Promise<RetainOutcome> {
    const brought = await this.db
      .selectFrom('article_origin')
      .innerJoin('article', 'article.seq', 'article_origin.seq')
      .select(['article.seq', 'key'])
      .where('article_origin.origin', '=', origin)
      .execute();
    const gone = brought.filter(({ key }) => !keys.has(key)).map(({ seq }) => seq);
    const heirs = new Set<string>();
    let removed = 0;
    for (const step of steps(gone, SLICE)) {
      removed += await this.db.transaction().execute((tx) => leaveOrigin(tx, origin, step, nowMs, heirs));
      await setImmediate();
    }
    return { removed, heirs: [...heirs] };
  }

  async remove(keys: readonly string[], nowMs: number): Promise<number> {
    return this.db.transaction().execute(async (tx) => {
      const seqs: number[] = [];
      for (const step of steps(keys)) {
        const rows = await tx
          .selectFrom('article')
          .select('seq')
          .where('key', 'in', step)
          .where('removed_at_ms', 'is', null)
          .execute();
        seqs.push(...rows.map(({ seq }) => seq));
      }
      await removeRows(tx, seqs, nowMs);
      return seqs.length;
    });
  }
}

/** Opens `articles.db` in the data folder (made where it is absent) to write; null keeps it in memory.
 * @throws DatelineError `unavailable`, see `openDatabase`. */
export const openArticleStore = async (dataDir: string | null): Promise<SqliteArticleStore> => {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const path = dataDir === null ? ':memory:' : join(dataDir, 'articles.db');
  return new SqliteArticleStore(
    await openDatabase<ArticleTables>(path, { '001-articles': articlesMigration }),
  );
};

/** Takes the origin off these articles; those left without one go. Says how many, and adds the new owners to `heirs`. */
const leaveOrigin = async (
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
  await removeRows(tx, orphans, nowMs);
  return orphans.length;
};

const removeRows = async (tx: Tables, seqs: readonly number[], nowMs: number): Promise<void> => {
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
  for (const step of steps([...texts])) await relinkCopies(tx, step, revisions);
};

/** Adds drafts with distinct keys and puts what became of each into `outcomes`. */
const addStep = async (
  tx: Tables,
  drafts: readonly ArticleDraft[],
  arrival: Arrival,
  nowMs: number,
  outcomes: Map<string, Outcome>,
): Promise<void> => {
  const known = await knownRows(tx, drafts);
  const revisions = await createRevisions(tx);
  const texts = new Set<string>();
  const fresh: ArticleDraft[] = [];
  for (const draft of drafts) {
    const row = known.get(draft.key);
    if (row === undefined) fresh.push(draft);
    else outcomes.set(draft.key, await updateRow(tx, row, draft, nowMs, revisions, texts));
  }
  await insertRows(tx, fresh, arrival, nowMs, revisions, outcomes, texts);
  await recordOrigins(tx, drafts, outcomes);
  for (const step of steps([...texts])) await relinkCopies(tx, step, revisions);
  await nameOriginals(tx, outcomes);
};

interface KnownRow {
  readonly seq: number;
  readonly key: string;
  readonly origin: string;
  readonly fingerprint: string;
  readonly content_hash: string;
  readonly removed_at_ms: number | null;
}

const knownRows = async (tx: Tables, drafts: readonly ArticleDraft[]): Promise<Map<string, KnownRow>> => {
  const keys = drafts.map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'key', 'origin', 'fingerprint', 'content_hash', 'removed_at_ms'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
};

const updateRow = async (
  tx: Tables,
  row: KnownRow,
  draft: ArticleDraft,
  nowMs: number,
  revisions: Revisions,
  texts: Set<string>,
): Promise<Outcome> => {
  const { seq } = row;
  const isBack = row.removed_at_ms !== null;
  if (!isBack && row.origin !== draft.origin) return { outcome: 'unchanged', seq };
  if (!isBack && row.fingerprint === fingerprint(draft)) return { outcome: 'unchanged', seq };
  const columns = draftColumns(draft);
  await tx
    .updateTable('article')
    .set({ ...columns, changed_at_ms: nowMs, removed_at_ms: null, revision: revisions.next() })
    .where('seq', '=', seq)
    .execute();
  await tx
    .insertInto('article_body')
    .values({ seq, body: draft.body })
    .onConflict((conflict) => conflict.column('seq').doUpdateSet({ body: draft.body }))
    .execute();
  texts.add(row.content_hash).add(columns.content_hash);
  return { outcome: isBack ? 'added' : 'changed', seq };
};

const insertRows = async (
  tx: Tables,
  drafts: readonly ArticleDraft[],
  arrival: Arrival,
  nowMs: number,
  revisions: Revisions,
  outcomes: Map<string, Outcome>,
  texts: Set<string>,
): Promise<void> => {
  for (const draft of drafts) {
    const columns = draftColumns(draft);
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
    await tx.insertInto('article_body').values({ seq, body: draft.body }).execute();
    outcomes.set(draft.key, { outcome: 'added', seq });
    texts.add(columns.content_hash);
  }
};

const recordOrigins = async (
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
    .where('seq', 'in', seqs)
    .where('duplicate_of', 'is not', null)
    .execute();
  for (const { key, duplicate_of } of copies) {
    outcomes.set(key, { outcome: 'duplicate', seq: duplicate_of! });
  }
};
