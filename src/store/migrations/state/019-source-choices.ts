/** Which sources a server, or one of its channels, chose to hear. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface SourceChoiceTables {
  source_choice: {
    guild_id: string;
    /** Empty for the whole server. */
    channel_id: string;
    /** JSON array of names, as they stand in the articles. */
    sources: string;
  };
}

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
