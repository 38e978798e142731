/** The language a subscription's posts are written in. Those that were there before go on in English. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addLanguage: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE subscription ADD COLUMN language TEXT NOT NULL DEFAULT 'en'`.execute(db);
  },
};
