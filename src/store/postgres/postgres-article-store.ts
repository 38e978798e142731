/** `ArticleStore` over PostgreSQL: any number of processes write, one at a time, while others read. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { queueOutdated } from '../article-indexer.ts';
import type { CorpusManifest } from '../article-store.ts';
import type { ArticleTables } from '../article-tables.ts';
import { POSTGRES_ARTICLE_MIGRATIONS } from '../migrations/postgres-article-migrations.ts';
import { type ArticleStoreOptions, SqlArticleStore } from '../sql-article-store.ts';
import { createSqlCorpusManifest } from '../sql-corpus-manifest.ts';
import { sqlOf } from '../sql-of.ts';
import { openPostgres, type PostgresPart } from './open-postgres.ts';
import { followedRows } from './search-changes.ts';
import { limitStatements } from './statement-limit.ts';

/** For `openPostgres`. */
export const ARTICLES_PART: PostgresPart = {
  migrations: POSTGRES_ARTICLE_MIGRATIONS,
  migrationTable: 'article_migration',
};

/**
 * A batch of articles is analysed between two statements, which takes a second or two. A writer that stops for longer
 * loses its turn.
 */
const WRITER_IDLE_MS = 10_000;
/** A writer waits behind others at most as long, each of them ending by the limit above. */
const TURN_MS = 300_000;

/** Waits for this writer's turn, which lasts until its transaction ends. */
const takeTurn = async (tx: Transaction<ArticleTables>): Promise<void> => {
  const idle = String(WRITER_IDLE_MS);
  await sql`SELECT set_config('idle_in_transaction_session_timeout', ${idle}, true)`.execute(tx);
  await limitStatements(tx, TURN_MS);
  await sqlOf(tx).holdName('articles').execute(tx);
};

/** As it is by then, if it is another. */
const isLastRead = async (db: Kysely<ArticleTables>, folder: string, isWhole: boolean): Promise<boolean> => {
  const { rows } = await sql<{ folder: string }>`SELECT folder FROM corpus_folder`.execute(db);
  if (rows[0]?.folder === folder) return true;
  if (rows[0] !== undefined && !isWhole) return false;
  await db.transaction().execute(async (tx) => {
    await sql`DELETE FROM corpus_folder`.execute(tx);
    await sql`INSERT INTO corpus_folder VALUES (${folder})`.execute(tx);
  });
  return true;
};

/** Made by `openPostgresArticles`. */
export class PostgresArticleStore extends SqlArticleStore {
  override readonly manifest: CorpusManifest;

  constructor(db: Kysely<ArticleTables>, options: ArticleStoreOptions = {}) {
    super(db, followedRows, options);
    const isLast = (folder: string, isWhole: boolean) => isLastRead(db, folder, isWhole);
    this.manifest = { ...createSqlCorpusManifest(db), isLastRead: isLast };
  }

  protected beginWrite(tx: Transaction<ArticleTables>): Promise<void> {
    return takeTurn(tx);
  }

  /** PostgreSQL tidies up by itself, and its log, too. */
  async compact(): Promise<boolean> {
    return false;
  }

  async expectMany(): Promise<void> {}

  async trimLog(): Promise<void> {}
}

/**
 * Opens the tables of the articles in the PostgreSQL database at that address.
 * @throws DatelineError, see `openPostgres`.
 */
export const openArticleTables = async (url: string): Promise<Kysely<ArticleTables>> => {
  const db = await openPostgres<ArticleTables>(url, ARTICLES_PART);
  try {
    await db.transaction().execute(async (tx) => {
      await takeTurn(tx);
      await queueOutdated(tx);
    });
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};
