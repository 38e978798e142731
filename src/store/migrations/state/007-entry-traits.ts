/** What else an entry is recognised by: a feed may change its guid, its address, its title or its date. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const COLUMNS = ['guid', 'fragment', 'title', 'text_key', 'published', 'content_key'] as const;
const LOOKED_UP = ['guid', 'title', 'text_key', 'published', 'fingerprint'] as const;

export const addEntryTraits: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of COLUMNS)
      await db.schema.alterTable('feed_entries').addColumn(column, 'text').execute();
    // The key of an entry with a guid was `feed:<id>#<guid>`.
    await sql`UPDATE feed_entries SET guid = substr(key, length('feed:' || feed_id || '#') + 1)
      WHERE key LIKE 'feed:' || feed_id || '#%'`.execute(db);
    for (const column of LOOKED_UP)
      await db.schema
        .createIndex(`feed_entries_by_${column}`)
        .on('feed_entries')
        .columns(['feed_id', column])
        .execute();
  },
};
