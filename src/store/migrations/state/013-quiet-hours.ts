/** When a subscription posts nothing, and when a person is sent nothing. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const HOURS = 'from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, timezone TEXT NOT NULL';

const STATEMENTS = [
  `CREATE TABLE quiet_subscription (
    subscription_id TEXT PRIMARY KEY REFERENCES subscription (id) ON DELETE CASCADE, ${HOURS}
  )`,
  `CREATE TABLE quiet_person (user_id TEXT PRIMARY KEY, used_ms INTEGER NOT NULL, ${HOURS})`,
];

export const createQuietHours: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
