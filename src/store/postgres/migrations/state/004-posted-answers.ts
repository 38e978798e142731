/** The twin of the state's `020-posted-answers`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `CREATE TABLE posted_answer (
    id TEXT COLLATE "C" PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE,
    channel_id TEXT COLLATE "C" NOT NULL, message_id TEXT COLLATE "C" NOT NULL, language TEXT COLLATE "C" NOT NULL,
    edited_at_ms BIGINT, edit_due BIGINT NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE quoted_article (
    seq BIGINT NOT NULL, answer_id TEXT COLLATE "C" NOT NULL REFERENCES posted_answer (id) ON DELETE CASCADE,
    PRIMARY KEY (seq, answer_id)
  )`,
  'CREATE INDEX quoted_article_of ON quoted_article (answer_id)',
  'CREATE INDEX posted_answer_to_edit ON posted_answer (id) WHERE edit_due > 0',
];

export const addPostedAnswers: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
