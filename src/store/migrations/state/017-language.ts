/** The language that a subscription's posts and the answer of an alert are written in. Those that were there before go on in English. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addLanguage: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['subscription', 'alert'])
      await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN language TEXT NOT NULL DEFAULT 'en'`.execute(db);
  },
};
