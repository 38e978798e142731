/** `ArticleStore` over SQLite: the writing half, one transaction a call. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import { withoutLogin } from '../domain/web-address.ts';
import { addArticles, type Outcome } from './add-articles.ts';
import { ArticleIndexer, queueOutdated } from './article-indexer.ts';
import type { ArticleStore, CorpusManifest, RetainOutcome } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';
import { makeDataFolder } from './data-folder.ts';
import { expiredKeys } from './expired-articles.ts';
import { articlesMigration } from './migrations/001-articles.ts';
import { addToldBy } from './migrations/002-told-by.ts';
import { addSearch } from './migrations/003-search.ts';
import { addRestored } from './migrations/004-restored.ts';
import { renamePublications } from './migrations/005-publications.ts';
import { addReplacedWords } from './migrations/006-replaced-words.ts';
import { addTextChanges } from './migrations/007-text-changes.ts';
import { addExpired } from './migrations/008-expired.ts';
import { indexAuthors } from './migrations/009-authors.ts';
import { openDatabase } from './open-database.ts';
import { leaveOrigin, removeArticles } from './remove-articles.ts';
import { SqliteArticleReader } from './sqlite-article-reader.ts';
import { createSqliteCorpusManifest } from './sqlite-corpus-manifest.ts';

/** The database within the data folder. */
export const ARTICLES_FILE = 'articles.db';

/** Rows or keys in one statement: SQLite allows 32,766 parameters. */
const STEP = 500;

/** Removals in one transaction: a few milliseconds, so that questions are answered in between. */
const SLICE = 50;

const steps = <T>(items: readonly T[], size = STEP): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/** Whatever it came from: what one reader may read by a login is not for all who are shown the address. */
const withoutLogins = (draft: ArticleDraft): ArticleDraft => ({
  ...draft,
  givenId: withoutLogin(draft.givenId),
  url: withoutLogin(draft.url),
  imageUrl: withoutLogin(draft.imageUrl),
});

export class SqliteArticleStore extends SqliteArticleReader implements ArticleStore {
  readonly manifest: CorpusManifest;
  readonly #indexer: ArticleIndexer;

  constructor(db: Kysely<ArticleTables>, onUnreadable: (seq: number, error: unknown) => void) {
    super(db);
    this.manifest = createSqliteCorpusManifest(db);
    this.#indexer = new ArticleIndexer(onUnreadable);
  }

  /** What is written and what is found of it are one transaction. */
  async #write<T>(work: (tx: Transaction<ArticleTables>) => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction().execute(async (tx) => {
        const { revision } = await new SqliteArticleReader(tx).position();
        const result = await work(tx);
        await this.#indexer.follow(tx, revision);
        return result;
      });
    } catch (error) {
      this.#indexer.forget();
      throw error;
    }
  }

  async add(given: readonly ArticleDraft[], arrival: Arrival, nowMs: number): Promise<AddOutcome[]> {
    const drafts = given.map(withoutLogins);
    const unique = [...new Map(drafts.toReversed().map((draft) => [draft.key, draft])).values()].toReversed();
    const outcomes = new Map<string, Outcome>();
    await this.#write(async (tx) => {
      for (const step of steps(unique)) await addArticles(tx, step, arrival, nowMs, outcomes);
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
      .select('key')
      .where('article_origin.origin', '=', origin)
      .execute();
    const gone = brought.map(({ key }) => key).filter((key) => !keys.has(key));
    const newOwners = new Set<string>();
    let removed = 0;
    for (const step of steps(gone, SLICE)) {
      removed += await this.#write((tx) => leaveOrigin(tx, origin, step, nowMs, newOwners));
      await setImmediate();
    }
    return { removed, newOwners: [...newOwners] };
  }

  async remove(keys: readonly string[], nowMs: number): Promise<number> {
    return this.#write(async (tx) => {
      let removed = 0;
      for (const step of steps(keys)) removed += await removeArticles(tx, step, nowMs);
      return removed;
    });
  }

  async expire(retention: Retention, needed: NeededArticles, nowMs: number): Promise<number> {
    const keys = await expiredKeys(this.db, retention, needed, nowMs);
    let removed = 0;
    for (const step of steps(keys, SLICE)) {
      removed += await this.#write(async (tx) => {
        const count = await removeArticles(tx, step, nowMs);
        await tx.updateTable('article').set({ expired: 1 }).where('key', 'in', step).execute();
        return count;
      });
      await setImmediate();
    }
    return removed;
  }

  async indexQueued(limit: number): Promise<number> {
    const rows = await this.db
      .selectFrom('index_queue')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    const seqs = rows.map(({ seq }) => seq);
    if (seqs.length > 0) await this.#write((tx) => this.#indexer.reread(tx, seqs));
    return seqs.length;
  }

  async trimLog(): Promise<void> {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(this.db);
  }

  /**
   * Goes on with the numbers after `seq`, which others know of although the articles are gone. Files that were last
   * touched before `restoredMs` (null: none) count as read before: what is new in them is no news.
   */
  async continueAfter(seq: number, restoredMs: number | null): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`INSERT INTO sqlite_sequence (name, seq) SELECT 'article', 0
        WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'article')`.execute(tx);
      await sql`UPDATE sqlite_sequence SET seq = max(seq, ${seq}) WHERE name = 'article'`.execute(tx);
      if (restoredMs === null) return;
      await tx.deleteFrom('restored').execute();
      await tx.insertInto('restored').values({ before_ms: restoredMs }).execute();
    });
  }

  async compact(isFirst: boolean): Promise<boolean> {
    const changes = async (): Promise<number> => {
      const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(this.db);
      return rows[0]!.changes;
    };
    const before = await changes();
    const pages = isFirst ? -MERGED_PAGES : MERGED_PAGES;
    await sql`INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ${pages})`.execute(this.db);
    return (await changes()) - before >= MERGE_CHANGES;
  }
}

/** Segments of the search table are joined in steps of about so many pages: some ten milliseconds. */
const MERGED_PAGES = 100;
/** A step that changes fewer rows found nothing to join (https://sqlite.org/fts5.html#the_merge_command). */
const MERGE_CHANGES = 2;

export interface ArticleStoreOptions {
  /** Hears of an article whose words could not be read: it is kept, and not found. Default: nobody does. */
  readonly onUnreadable?: (seq: number, error: unknown) => void;
}

/** Opens `articles.db` in the data folder (made where it is absent) to write; null keeps it in memory.
 * @throws DatelineError `unavailable`, see `makeDataFolder` and `openDatabase`. */
export const openArticleStore = async (
  dataDir: string | null,
  { onUnreadable = () => undefined }: ArticleStoreOptions = {},
): Promise<SqliteArticleStore> => {
  if (dataDir !== null) makeDataFolder(dataDir);
  const path = dataDir === null ? ':memory:' : join(dataDir, ARTICLES_FILE);
  const db = await openDatabase<ArticleTables>(path, {
    '001-articles': articlesMigration,
    '002-told-by': addToldBy,
    '003-search': addSearch,
    '004-restored': addRestored,
    '005-publications': renamePublications,
    '006-replaced-words': addReplacedWords,
    '007-text-changes': addTextChanges,
    '008-expired': addExpired,
    '009-authors': indexAuthors,
  });
  try {
    await db.transaction().execute(queueOutdated);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new SqliteArticleStore(db, onUnreadable);
};
