/** The table of how far members have seen the topics they follow with `/timeline`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `CREATE TABLE last_look (
    user_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    through INTEGER NOT NULL,
    looked_ms INTEGER NOT NULL,
    PRIMARY KEY (user_id, topic)
  ) WITHOUT ROWID`,
  'CREATE INDEX last_look_by_time ON last_look (looked_ms)',
];

export const createLastLooks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
