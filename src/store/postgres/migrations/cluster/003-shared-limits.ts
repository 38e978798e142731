/**
 * What holds for all processes together: turns, how much each person may ask, and secrets. Limits are over in a minute, so
 * that nothing is lost if they are not kept over a crash of the database.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  'DROP TABLE identify_turn',
  'CREATE UNLOGGED TABLE turn (name TEXT PRIMARY KEY, last TIMESTAMPTZ NOT NULL)',
  `CREATE UNLOGGED TABLE person_limit (
    person TEXT PRIMARY KEY, tokens FLOAT8 NOT NULL, refusals INTEGER NOT NULL, at TIMESTAMPTZ NOT NULL
  )`,
  'CREATE TABLE secret (name TEXT PRIMARY KEY, value BYTEA NOT NULL)',
];

export const createSharedLimits: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
