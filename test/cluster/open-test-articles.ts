/** One database for a file of tests, and an empty store of articles in it for each. */
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ArticleTables } from '../../src/store/article-tables.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import {
  ARTICLES_PART,
  openArticleTables,
  PostgresArticleStore,
} from '../../src/store/postgres/postgres-article-store.ts';
import type { ArticleStoreOptions } from '../../src/store/sql-article-store.ts';
import { useServer } from './use-servers.ts';

export interface TestArticles {
  /** Opens the articles of the test that runs; each call is another process's opening. Closed after the test. */
  open(options?: ArticleStoreOptions): Promise<PostgresArticleStore>;
  /** Their tables. */
  database(): Kysely<ArticleTables>;
  /** The address of the database. */
  url(): string;
  /** Keeps the articles as they are; returns the way back to them. */
  save(): Promise<() => Promise<void>>;
}

/** As they are when they were just made. */
const EMPTY_TABLES = sql`
  DO $$ DECLARE name TEXT; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migration%' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences;
    INSERT INTO dictionary VALUES (0, 0, 0, '{}', '');
    INSERT INTO index_state VALUES (0);
    INSERT INTO search_source VALUES (replace(gen_random_uuid()::text, '-', ''));
  END $$`;

/** To be called at the top of a file. All tests share one database, which is empty when each begins. */
export const useTestArticles = (): TestArticles => {
  const server = useServer();
  let url = '';
  let db: Kysely<ArticleTables> | undefined;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    url = (await server()?.createDatabase()) ?? '';
    if (url !== '') db = await openPostgres<ArticleTables>(url, ARTICLES_PART);
  });
  beforeEach(async () => {
    if (db !== undefined) await EMPTY_TABLES.execute(db);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => db?.destroy());
  return {
    async open(options) {
      const store = await new PostgresArticleStore(await openArticleTables(url), options);
      // Contract suites close what they opened.
      let closed: Promise<void> | null = null;
      const close = store.close.bind(store);
      store.close = () => {
        closed ??= close();
        return closed;
      };
      closing.push(store.close);
      return store;
    },
    database: () => db!,
    url: () => url,
    save: () => server()!.save(url),
  };
};
