/** After a backup was restored: corpus files older than this count as read before. One row at most. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addRestored: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('restored')
      .addColumn('before_ms', 'integer', (column) => column.notNull())
      .execute();
  },
};
