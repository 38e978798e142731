/** Who told the text of an article before, if the two were copies once and are no more: that telling was news already. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addToldBy: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('article').addColumn('told_by', 'integer').execute();
  },
};
