/** The twin of the state's `022-alert-pieces`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addAlertPieces: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE alert ADD COLUMN also TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
