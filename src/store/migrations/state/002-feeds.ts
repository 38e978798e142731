/** The tables of feeds, of the entries seen in each, and of what happened to each. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createFeeds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('feeds')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('url', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('full_text', 'integer')
      .addColumn('added_ms', 'integer', (column) => column.notNull())
      .addColumn('next_poll_ms', 'integer', (column) => column.notNull())
      .addColumn('last_poll_ms', 'integer')
      .addColumn('last_success_ms', 'integer')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('problem', 'text')
      .addColumn('articles', 'integer', (column) => column.notNull())
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('ttl_minutes', 'integer')
      .addColumn('skip_hours', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('feeds_by_poll').on('feeds').columns(['status', 'next_poll_ms']).execute();
    await db.schema
      .createTable('feed_entries')
      .addColumn('feed_id', 'integer', (column) =>
        column.notNull().references('feeds.id').onDelete('cascade'),
      )
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('article_key', 'text', (column) => column.notNull())
      .addColumn('page', 'text')
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('first_seen_ms', 'integer', (column) => column.notNull())
      .addColumn('seen_ms', 'integer', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('feed_entries_key', ['feed_id', 'key'])
      .execute();
    await db.schema.createIndex('feed_entries_by_article').on('feed_entries').column('article_key').execute();
    await db.schema.createIndex('feed_entries_by_page').on('feed_entries').column('page').execute();
    await db.schema
      .createTable('feed_steps')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('feed_id', 'integer', (column) =>
        column.notNull().references('feeds.id').onDelete('cascade'),
      )
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('feed_steps_by_feed').on('feed_steps').columns(['feed_id', 'id']).execute();
  },
};
