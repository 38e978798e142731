/** Until when what lies in the corpus was read before, where the database is an older copy of itself. One row at most. */
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
