/** Questions that wait for an answer. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    guild_id TEXT,
    channel_id TEXT,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    used_at_ms INTEGER NOT NULL,
    start_seq INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    state TEXT NOT NULL,
    found_at_ms INTEGER,
    attempts INTEGER NOT NULL,
    attempted_at_ms INTEGER NOT NULL
  )`,
  'CREATE INDEX alert_of_person ON alert (user_id)',
  'CREATE INDEX alert_to_ask ON alert (state, cursor)',
];

export const createAlerts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
