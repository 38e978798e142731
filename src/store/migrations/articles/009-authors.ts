/** Finds the articles of an author, and all authors there are, without reading every article. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const indexAuthors: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX article_author ON article (author) WHERE author IS NOT NULL`.execute(db);
  },
};
