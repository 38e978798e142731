/** Which articles' words a change of the dictionary replaced, so that those kept of all others stay good. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addReplacedWords: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE dictionary_change ADD COLUMN replaced TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
