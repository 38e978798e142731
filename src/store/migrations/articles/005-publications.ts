/** Which outlet carries which text on which day: the table is named for what the code calls it. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  'ALTER TABLE telling RENAME TO publication',
  'DROP INDEX telling_seq',
  'DROP INDEX telling_source',
  'DROP INDEX telling_day',
  'DROP INDEX telling_copy',
  'CREATE UNIQUE INDEX publication_seq ON publication (seq)',
  'CREATE INDEX publication_source ON publication (source, day)',
  'CREATE INDEX publication_day ON publication (day)',
  'CREATE INDEX publication_copy ON publication (of) WHERE of <> seq',
];

export const renamePublications: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
