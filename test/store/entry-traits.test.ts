import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { STATE_MIGRATIONS } from '../../src/store/migrations/state-migrations.ts';
import { openSqliteDialect } from '../../src/store/sqlite-dialect.ts';

test('entries of an older Dateline keep their guids, which stood in their keys', async () => {
  const db = new Kysely<unknown>({ dialect: openSqliteDialect(':memory:', { readOnly: false }) });
  onTestFinished(() => db.destroy());
  await STATE_MIGRATIONS['002-feeds']!.up(db);
  await sql`INSERT INTO feeds (id, url, name, status, added_ms, next_poll_ms, failures, articles, skip_hours)
    VALUES (12, 'https://wire.example/feed', 'The Wire', 'active', 0, 0, 0, 0, '[]')`.execute(db);
  for (const key of ['feed:12#tag:wire.example#7', 'url:https://wire.example/8'])
    await sql`INSERT INTO feed_entries (feed_id, key, article_key, fingerprint, first_seen_ms, seen_ms, note)
      VALUES (12, ${key}, ${key}, 'x', 0, 0, '')`.execute(db);
  await STATE_MIGRATIONS['007-entry-traits']!.up(db);
  const { rows } = await sql`SELECT guid FROM feed_entries ORDER BY key`.execute(db);
  expect(rows).toEqual([{ guid: 'tag:wire.example#7' }, { guid: null }]);
});
