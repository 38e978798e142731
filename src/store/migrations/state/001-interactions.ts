/** The tables of buttons that outlive a restart, and of the servers the bot is in or has left. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createInteractions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('interactions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('guild_id', 'text')
      .addColumn('data', 'text', (column) => column.notNull())
      .addColumn('created_ms', 'integer', (column) => column.notNull())
      .addColumn('expires_ms', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('interactions_by_expiry').on('interactions').column('expires_ms').execute();
    await db.schema
      .createTable('guilds')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('left_ms', 'integer')
      .execute();
  },
};
