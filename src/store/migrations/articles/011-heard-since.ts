/** Since when a server hears an article of its own: what was there before is not posted to it. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addHeardSince: Migration = {
  async up(db) {
    await sql`ALTER TABLE article_audience ADD COLUMN since_ms INTEGER NOT NULL DEFAULT 0`.execute(db);
  },
};
