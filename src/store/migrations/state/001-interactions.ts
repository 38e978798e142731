/** The tables of buttons that outlive a restart, and of the servers the bot is in or has left. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface InteractionTables {
  interactions: {
    id: string;
    user_id: string;
    guild_id: string | null;
    /** JSON. */
    data: string;
    created_ms: number;
    expires_ms: number;
  };
  guilds: {
    guild_id: string;
    /** Null while the bot is a member. */
    left_ms: number | null;
  };
}

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
