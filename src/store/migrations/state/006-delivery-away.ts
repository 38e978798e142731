/** Articles of a delivery that were gone when it was sent: free again, and looked for in the next digest. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addDeliveryAway: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('delivery')
      .addColumn('away', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
