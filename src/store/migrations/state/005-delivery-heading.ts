/** What stood over a digest when it was claimed (null for earlier ones): its edits and further pages keep to it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addDeliveryHeading: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('delivery').addColumn('heading', 'text').execute();
  },
};
