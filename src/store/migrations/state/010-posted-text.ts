/** The table of texts that were posted and whose articles are gone with an `articles.db` that was lost. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createPostedText: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE posted_text (
      subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
      print TEXT NOT NULL,
      PRIMARY KEY (subscription_id, print)
    ) WITHOUT ROWID`.execute(db);
  },
};
