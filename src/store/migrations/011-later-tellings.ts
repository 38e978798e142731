/** What a subscription does with later tellings of a posted story, and when a posted message was last edited. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addLaterTellings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('subscription')
      .addColumn('later_tellings', 'text', (column) => column.notNull().defaultTo('edit'))
      .execute();
    await db.schema.alterTable('delivery').addColumn('edited_at_ms', 'integer').execute();
  },
};
