/** Which sources a server, or one of its channels, chose to hear. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addSourceChoices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('source_choice')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('sources', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('source_choice_of', ['guild_id', 'channel_id'])
      .execute();
  },
};
