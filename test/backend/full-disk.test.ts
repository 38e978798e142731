/** A disk is full where SQLite may not add a page to the file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openIntake } from '../../src/backend/open-intake.ts';
import { createLog } from '../../src/log.ts';
import { openArticleStore, SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';

/** A store that can be given less room. */
class SmallStore extends SqliteArticleStore {
  static of(store: SqliteArticleStore): SmallStore {
    return Object.setPrototypeOf(store, SmallStore.prototype);
  }
  async limit(pages: number): Promise<void> {
    await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(this.db as Kysely<unknown>);
  }
  async piecesMerged(): Promise<number> {
    const option = sql<{ v: number }>`SELECT v FROM article_fts_config WHERE k = 'automerge'`;
    return (await option.execute(this.db)).rows[0]!.v;
  }
}

const openSmall = async (waitForRoom: boolean) => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-full-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const body = 'The weir was closed on Tuesday, and nobody knows for how long. '.repeat(2_000);
  const lines = Array.from({ length: 40 }, (_, id) =>
    JSON.stringify({ id, title: `Weir ${id}`, body: `${id} ${body}` }),
  );
  await writeFile(join(dir, 'news.jsonl'), lines.join('\n'));
  const store = SmallStore.of(await openArticleStore(null));
  await store.limit(1);
  let logged = '';
  const log = createLog({ level: 'warn', write: (line) => (logged += line) });
  const surroundings = { clock: Date.now, log, onProgress: () => undefined };
  const intake = await openIntake({ corpus: [dir], watch: null, waitForRoom }, store, surroundings);
  onTestFinished(() => intake.close());
  return { intake, store, logged: () => logged };
};

test('if the disk is full the corpus is read once there is room, and what is wrong is reported meanwhile', async () => {
  const { intake, store, logged } = await openSmall(true);
  await expect
    .poll(async () => (await intake.status()).problems[0]?.reason)
    .toMatchObject({
      kind: 'told',
      text: expect.stringMatching(/the disk is full/),
    });
  expect((await intake.status()).articles).toBe(0);
  await store.limit(1_000_000);
  await intake.loaded();
  expect(await intake.status()).toMatchObject({ articles: 40, problems: [] });
  expect(logged().match(/The corpus is read as soon as that is over/g)).toHaveLength(1);
  expect(logged()).not.toContain('rollback');
});

test('whoever does not wait hears that the disk is full', async () => {
  const { intake } = await openSmall(false);
  await expect(intake.loaded()).rejects.toThrow(/the disk is full/);
});

test('after a corpus that could not be loaded, pieces of the search index are merged as usual', async () => {
  const { intake, store } = await openSmall(false);
  await expect(intake.loaded()).rejects.toThrow();
  expect(await store.piecesMerged()).toBe(4);
});
