/** What has to hold besides an alert's text. Before, the text held everything. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addAlertPieces: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE alert ADD COLUMN also TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
