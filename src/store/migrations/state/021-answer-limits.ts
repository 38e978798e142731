/** How many answers a server wants to have in its channels, and which roles are not limited. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addAnswerLimits: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('answer_limit')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('target_id', 'text', (column) => column.notNull())
      .addColumn('per_minute', 'integer')
      .addPrimaryKeyConstraint('answer_limit_of', ['guild_id', 'kind', 'target_id'])
      .execute();
  },
};
