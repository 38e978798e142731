/** The table of what changed in the texts of articles: old and new sentences. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addTextChanges: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE text_change (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES article (seq),
      changed_at_ms INTEGER NOT NULL,
      sentences BLOB NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX text_change_by_article ON text_change (seq)`.execute(db);
  },
};
