/** Reads articles from `articles.db`, beside its one writer. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { ArticleTables } from './article-tables.ts';
import { lastGiven } from './given-numbers.ts';
import { openDatabase } from './open-database.ts';
import { SqlArticleReader } from './sql-article-reader.ts';
import { SqlForwardIndex } from './sql-forward-index.ts';
import { SqliteSearchEngine } from './sqlite-search-engine.ts';

/** The engine and the words over the same articles. */
export interface SqliteSearch {
  readonly engine: SqliteSearchEngine;
  readonly words: SqlForwardIndex;
}

export const openSqliteSearch = (db: Kysely<ArticleTables>): SqliteSearch => {
  const words = new SqlForwardIndex(db);
  return { engine: new SqliteSearchEngine(db, words), words };
};

/** Made by `openArticleReader`. */
class SqliteArticleReader extends SqlArticleReader {
  openEngine(): SqliteSearch {
    return openSqliteSearch(this.db);
  }

  /** The last number ever given to an article, and that of the last change. */
  async numbers(): Promise<{ seq: number; revision: number }> {
    const { revision } = await this.position();
    return { seq: await lastGiven(this.db, 'article', 'seq'), revision };
  }
}

/**
 * Opens `articles.db` in the data folder for reading. The writer must have opened it before.
 * @throws DatelineError `unavailable` if it is not there or cannot be opened.
 */
export const openArticleReader = async (dataDir: string): Promise<SqliteArticleReader> =>
  new SqliteArticleReader(
    await openDatabase<ArticleTables>(join(dataDir, 'articles.db'), {}, { readOnly: true }),
  );
