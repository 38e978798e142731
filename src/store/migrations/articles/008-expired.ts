/** Which articles were deleted for their age or number: they keep their keys, and do not come back. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addExpired: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('article')
      .addColumn('expired', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`CREATE INDEX article_expired ON article (content_hash) WHERE expired = 1`.execute(db);
  },
};
