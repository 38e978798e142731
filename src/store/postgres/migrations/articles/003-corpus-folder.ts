/** Which folder the corpus was last read from: several leaders may each have one of their own. Has no twin in `articles.db`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createCorpusFolder: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE corpus_folder (folder TEXT NOT NULL)`.execute(db);
  },
};
