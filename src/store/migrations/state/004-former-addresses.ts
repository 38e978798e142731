/** The table of the addresses that feeds have moved away from, so that a list which names one finds its feed. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createFormerAddresses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('former_addresses')
      .addColumn('url', 'text', (column) => column.primaryKey())
      .addColumn('feed_id', 'integer', (column) =>
        column.notNull().references('feeds.id').onDelete('cascade'),
      )
      .execute();
  },
};
