/**
 * What a subscription does with later tellings of a posted story, when a posted message was last edited, and what is
 * still to be told under it. From here on `edit_due` counts the changes that a message does not show yet.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `ALTER TABLE subscription ADD COLUMN later_tellings TEXT NOT NULL DEFAULT 'edit'`,
  'ALTER TABLE delivery ADD COLUMN edited_at_ms INTEGER',
  'DROP INDEX delivery_to_do',
  'CREATE INDEX delivery_to_edit ON delivery (id) WHERE edit_due > 0',
  'CREATE INDEX delivery_to_publish ON delivery (id) WHERE publish_due = 1',
  `CREATE TABLE development (
    id TEXT PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    lead INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    channel_id TEXT NOT NULL,
    claimed_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    attempted_at_ms INTEGER NOT NULL
  )`,
  'CREATE INDEX development_delivery ON development (delivery_id)',
];

export const addLaterTellings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
