/** When the next session at Discord's gateway may be started; Discord has several queues for large bots. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createIdentifyTurns: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE identify_turn (queue INTEGER PRIMARY KEY, last TIMESTAMPTZ NOT NULL)`.execute(db);
  },
};
