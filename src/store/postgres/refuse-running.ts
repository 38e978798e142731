/** In: the address of a PostgreSQL database. Out: that no other Dateline is connected to it, or why this cannot go on. */
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { DatelineError } from '../../domain/errors.ts';
import { openPostgresDialect } from './postgres-dialect.ts';

/** The server notices a moment later that a process has just ended. */
const LOOKS = 20;
const LOOK_MS = 150;

const isAlone = async (db: Kysely<unknown>): Promise<boolean> => {
  const { rows } = await sql<{ connections: number }>`SELECT count(*) AS connections FROM pg_stat_activity
    WHERE application_name = 'dateline' AND datname = current_database() AND pid <> pg_backend_pid()`.execute(
    db,
  );
  return rows[0]!.connections === 0;
};

/** To be called before this process connects to it otherwise. @throws DatelineError `unavailable` if one is, or it cannot be reached. */
export const refuseRunning = async (url: string): Promise<void> => {
  const db = new Kysely<unknown>({ dialect: openPostgresDialect(url) });
  try {
    for (let looks = 1; !(await isAlone(db)); looks++) {
      if (looks === LOOKS)
        throw new DatelineError(
          'unavailable',
          'Another Dateline is running with the database of DATABASE_URL. Stop all that use it first. Nothing was changed.',
        );
      await pause(LOOK_MS);
    }
  } finally {
    await db.destroy();
  }
};
