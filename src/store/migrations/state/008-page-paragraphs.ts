/** The table of the paragraphs that pages of a site gave, so that one which several give is known to be nobody's. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const createPageParagraphs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('page_paragraphs')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('is_shared', 'integer', (column) => column.notNull())
      .addColumn('seen_ms', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('page_paragraphs_key', ['site', 'hash'])
      .execute();
    await db.schema
      .createIndex('page_paragraphs_by_time')
      .on('page_paragraphs')
      .columns(['site', 'seen_ms'])
      .execute();
    await db.schema.createIndex('page_paragraphs_by_age').on('page_paragraphs').column('seen_ms').execute();
  },
};
