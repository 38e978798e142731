/** The twin of the state's `019-source-choices`. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addSourceChoices: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE source_choice (
      guild_id TEXT COLLATE "C" NOT NULL, channel_id TEXT COLLATE "C" NOT NULL, sources TEXT COLLATE "C" NOT NULL,
      PRIMARY KEY (guild_id, channel_id)
    )`.execute(db);
  },
};
