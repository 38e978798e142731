/** Who is notified of a surge of a subscription's topic, and when they last were. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createSurgeWatch: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE surge_watch (
      subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL,
      told_ms INTEGER NOT NULL,
      PRIMARY KEY (subscription_id, user_id)
    ) WITHOUT ROWID`.execute(db);
  },
};
