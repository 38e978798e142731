/** Where answers stand that all of a channel see, and which articles they quote. They go with their question. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const addPostedAnswers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('posted_answer')
      .addColumn('id', 'text', (column) =>
        column.primaryKey().references('interactions.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('edited_at_ms', 'integer')
      .addColumn('edit_due', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('quoted_article')
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('answer_id', 'text', (column) =>
        column.notNull().references('posted_answer.id').onDelete('cascade'),
      )
      .addPrimaryKeyConstraint('quoted_article_once', ['seq', 'answer_id'])
      .execute();
    await db.schema.createIndex('quoted_article_of').on('quoted_article').column('answer_id').execute();
    await sql`CREATE INDEX posted_answer_to_edit ON posted_answer (id) WHERE edit_due > 0`.execute(db);
  },
};
