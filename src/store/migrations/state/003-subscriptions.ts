/** The tables of subscriptions, and of what was posted to them. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `CREATE TABLE subscription (
    id TEXT PRIMARY KEY,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    channel_kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    source TEXT,
    cadence TEXT NOT NULL,
    hour INTEGER NOT NULL,
    minute INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    timezone TEXT NOT NULL,
    role_id TEXT,
    max INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    quiet_line INTEGER NOT NULL,
    publish INTEGER NOT NULL,
    tag_ids TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    start_seq INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    carried TEXT NOT NULL DEFAULT '[]',
    next_run_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    last_delivered_at_ms INTEGER,
    deliveries INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0
  )`,
  'CREATE INDEX subscription_guild ON subscription (guild_id)',
  `CREATE INDEX subscription_due ON subscription (next_run_ms) WHERE state = 'active'`,
  `CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    channel_kind TEXT NOT NULL,
    state TEXT NOT NULL,
    claimed_at_ms INTEGER NOT NULL,
    through_seq INTEGER NOT NULL,
    stories TEXT NOT NULL,
    rolled TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    attempted_at_ms INTEGER NOT NULL,
    message_id TEXT,
    posted_in TEXT,
    sent_at_ms INTEGER,
    updated_seqs TEXT NOT NULL DEFAULT '[]',
    edit_due INTEGER NOT NULL DEFAULT 0,
    publish_due INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE UNIQUE INDEX delivery_unfinished ON delivery (subscription_id) WHERE state <> 'sent'`,
  'CREATE INDEX delivery_subscription ON delivery (subscription_id, sent_at_ms)',
  `CREATE INDEX delivery_to_do ON delivery (id) WHERE edit_due = 1 OR publish_due = 1`,
  `CREATE TABLE delivered_article (
    subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    delivery_id TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    PRIMARY KEY (subscription_id, seq)
  ) WITHOUT ROWID`,
  'CREATE INDEX delivered_article_seq ON delivered_article (seq)',
  'CREATE INDEX delivered_article_delivery ON delivered_article (delivery_id)',
  `CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
  )`,
  'CREATE TABLE digest_mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL)',
];

export const createSubscriptions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
