/** Whose feeds are: everyone's, as all were so far, or some servers'. Servers that have one feed share its polls. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addFeedServers: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE feeds ADD COLUMN everyones INTEGER NOT NULL DEFAULT 1`.execute(db);
    await db.schema
      .createTable('feed_server')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('feed_id', 'integer', (column) =>
        column.notNull().references('feeds.id').onDelete('cascade'),
      )
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text')
      .addColumn('added_ms', 'integer', (column) => column.notNull())
      .addColumn('paused', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('caught_up', 'integer', (column) => column.notNull())
      .addColumn('articles', 'integer', (column) => column.notNull().defaultTo(0))
      .addUniqueConstraint('feed_server_once', ['guild_id', 'feed_id'])
      .execute();
    await db.schema.createIndex('feed_server_by_feed').on('feed_server').column('feed_id').execute();
  },
};
