/** The twin of the articles' `011-heard-since`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addHeardSince: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE article_audience ADD COLUMN since_ms BIGINT NOT NULL DEFAULT 0`.execute(db);
  },
};
