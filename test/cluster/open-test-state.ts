/** One PostgreSQL server for a file of tests, and a state in it for each test: a database of its own, or one that is emptied. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openPostgresState } from '../../src/store/postgres/open-postgres-state.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import type { PostgresUser } from './postgres.ts';
import { useServer } from './use-servers.ts';

export interface TestState {
  /** Opens the state of the test that runs; each call is another process's opening. Closed after the test. */
  open(): Promise<StateDatabase>;
  /** The address of its database. */
  url(): string;
  server(): PostgresUser | undefined;
}

/** To be called at the top of a file. Each test has a database in which nothing was made yet. */
export const useTestState = (): TestState => {
  const server = useServer();
  let url = '';
  const opened: StateDatabase[] = [];
  beforeEach(async () => {
    url = (await server()?.createDatabase()) ?? '';
  });
  afterEach(async () => {
    for (const db of opened.splice(0)) await db.destroy();
  });
  return {
    async open() {
      const db = await openPostgresState(url);
      opened.push(db);
      return db;
    },
    url: () => url,
    server,
  };
};

/** Quicker than `TRUNCATE`, which makes every table and index anew. */
const EMPTY_TABLES = sql`
  DO $$ DECLARE name TEXT; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
  END $$`;

/**
 * To be called at the top of a file. All tests share one database, which is empty when each begins: to make one with all
 * its tables takes longer than most tests. Both calls give the state of the test that runs, `reopen` as another process
 * opens it.
 */
export const useEmptyState = (): Readonly<Record<'open' | 'reopen', () => Promise<StateDatabase>>> => {
  const server = useServer();
  let url = '';
  const opened: StateDatabase[] = [];
  const reopen = async (): Promise<StateDatabase> => {
    const db = await openPostgresState(url);
    opened.push(db);
    return db;
  };
  beforeAll(async () => {
    url = (await server()?.createDatabase()) ?? '';
    if (url !== '') await reopen();
  });
  beforeEach(async () => {
    if (url !== '') await EMPTY_TABLES.execute(opened[0]!);
  });
  afterAll(async () => {
    for (const db of opened.splice(0)) await db.destroy();
  });
  return { open: async () => opened[0]!, reopen };
};
