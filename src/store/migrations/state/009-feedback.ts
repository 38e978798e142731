/** The table of votes on answers, and the way to what is stored of a person. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    answer_id TEXT NOT NULL,
    voter TEXT,
    voter_until_ms INTEGER NOT NULL,
    guild_id TEXT,
    question TEXT NOT NULL,
    excerpt TEXT,
    vote TEXT NOT NULL,
    voted_ms INTEGER NOT NULL
  )`,
  'CREATE UNIQUE INDEX feedback_one_a_person ON feedback (answer_id, voter)',
  'CREATE INDEX feedback_by_voter ON feedback (voter) WHERE voter IS NOT NULL',
  'CREATE INDEX feedback_by_time ON feedback (voted_ms)',
  'CREATE INDEX interactions_by_person ON interactions (user_id)',
];

export const createFeedback: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
