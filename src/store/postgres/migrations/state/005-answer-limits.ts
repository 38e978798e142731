/** The twin of the state's `021-answer-limits`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addAnswerLimits: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE answer_limit (
      guild_id TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, target_id TEXT COLLATE "C" NOT NULL,
      per_minute BIGINT, PRIMARY KEY (guild_id, kind, target_id)
    )`.execute(db);
  },
};
