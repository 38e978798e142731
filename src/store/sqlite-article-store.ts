/** `ArticleStore` over `articles.db` in the data folder. */
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { queueOutdated } from './article-indexer.ts';
import type { ArticleTables } from './article-tables.ts';
import { makeDataFolder } from './data-folder.ts';
import { ftsRows } from './fts5-rows.ts';
import { giveAfter } from './given-numbers.ts';
import { ARTICLE_MIGRATIONS } from './migrations/article-migrations.ts';
import { openDatabase } from './open-database.ts';
import { type ArticleStoreOptions, SqlArticleStore } from './sql-article-store.ts';
import { openSqliteSearch, type SqliteSearch } from './sqlite-article-reader.ts';

/** The database within the data folder. */
export const ARTICLES_FILE = 'articles.db';

/** Segments of the search table are joined in steps of about this many pages: some ten milliseconds. */
const MERGED_PAGES = 100;
/**
 * Segments of about one size that are merged into one as articles come, a little with each, and of which all are merged at
 * once (https://sqlite.org/fts5.html#the_automerge_configuration_option): FTS5's own numbers, and such that a word is merged
 * half as often.
 */
const MERGES = { automerge: 4, crisismerge: 16 } as const;
const FEWER_MERGES = { automerge: 16, crisismerge: 64 } as const;
/** A step that changes fewer rows found nothing to join (https://sqlite.org/fts5.html#the_merge_command). */
const MERGE_CHANGES = 2;

export class SqliteArticleStore extends SqlArticleStore {
  constructor(db: Kysely<ArticleTables>, options: ArticleStoreOptions = {}) {
    super(db, ftsRows, options);
  }

  openEngine(): SqliteSearch {
    return openSqliteSearch(this.db);
  }

  /** Transactions hold the whole file from their beginning. */
  protected async beginWrite(): Promise<void> {}

  async trimLog(): Promise<void> {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(this.db);
  }

  /**
   * Goes on with the numbers after `seq`, which others know of although the articles are gone. Files that were last
   * touched before `restoredMs` (null: none) count as read before: what is new in them is no news.
   */
  async continueAfter(seq: number, restoredMs: number | null): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await giveAfter(tx, 'article', 'seq', seq);
      if (restoredMs === null) return;
      await tx.deleteFrom('restored').execute();
      await tx.insertInto('restored').values({ before_ms: restoredMs }).execute();
    });
  }

  async expectMany(areMany: boolean): Promise<void> {
    for (const [option, segments] of Object.entries(areMany ? FEWER_MERGES : MERGES))
      await sql`INSERT INTO article_fts (article_fts, rank) VALUES (${option}, ${sql.lit(segments)})`.execute(
        this.db,
      );
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

/**
 * Opens the tables of `articles.db` in the data folder (made if it is absent); null keeps them in memory.
 * @throws DatelineError `unavailable`, see `makeDataFolder` and `openDatabase`.
 */
export const openSqliteArticleTables = async (dataDir: string | null): Promise<Kysely<ArticleTables>> => {
  if (dataDir !== null) makeDataFolder(dataDir);
  const path = dataDir === null ? ':memory:' : join(dataDir, ARTICLES_FILE);
  const db = await openDatabase<ArticleTables>(path, ARTICLE_MIGRATIONS);
  try {
    await db.transaction().execute(queueOutdated);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
};

/** Opens `articles.db` to write. @throws DatelineError, see `openSqliteArticleTables`. */
export const openArticleStore = async (
  dataDir: string | null,
  options: ArticleStoreOptions = {},
): Promise<SqliteArticleStore> => new SqliteArticleStore(await openSqliteArticleTables(dataDir), options);
