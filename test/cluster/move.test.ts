/** What a data folder holds is taken to PostgreSQL and back, whole, whatever happens meanwhile. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { lastGiven } from '../../src/store/given-numbers.ts';
import { lockDataFolder } from '../../src/store/lock-data-folder.ts';
import { asTables, type Row, type Tables } from '../../src/store/move/copy-rows.ts';
import { type Move, moveData } from '../../src/store/move/move-data.ts';
import { ARTICLE_KEYS, GIVEN_NUMBERS, STATE_KEYS } from '../../src/store/move/moved-tables.ts';
import { openState } from '../../src/store/open-state.ts';
import { openPostgresState } from '../../src/store/postgres/open-postgres-state.ts';
import { openArticleTables } from '../../src/store/postgres/postgres-article-store.ts';
import {
  ARTICLES_FILE,
  openArticleStore,
  openSqliteArticleTables,
} from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase, STATE_FILE } from '../../src/store/state-database.ts';
import { openVoterKey } from '../../src/store/voter-key.ts';
import { articleDraft } from '../article-draft.ts';
import { lacksPostgres } from './postgres.ts';
import { useServer } from './use-servers.ts';

const NOW = Date.UTC(2026, 10, 29);
/** More than two batches. */
const MANY = 1_200;
const PROGRAM = join(import.meta.dirname, 'move-process.ts');

const written = (at: number, over: Partial<ArticleDraft> = {}): ArticleDraft =>
  articleDraft({
    key: `story ${at}`,
    title: `Bridge ${at} is closed`,
    body: `Engineers found crack ${at} in the bridge of town ${at % 97}. It was closed at once.`,
    ...over,
  });

const LONG = 'The council met for a long time, and all who came had much to say about the bridge. '.repeat(5);

/** Many articles; corrected, removed, expired and a server's own ones; copies of an earlier and of a later one. */
const fillArticles = async (dataDir: string): Promise<void> => {
  const store = await openArticleStore(dataDir);
  await store.add([written(-1, { body: LONG, origin: 'feed:1' })], 'new', NOW, ['north']);
  await store.add([written(-2, { body: LONG, source: 'Hill Wire' })], 'new', NOW);
  await store.add([written(-3, { body: LONG, source: 'Border Post', author: 'Lena Moor' })], 'backfill', NOW);
  await store.add(
    Array.from({ length: MANY }, (_, at) => written(at)),
    'new',
    NOW,
  );
  await store.add([written(3, { body: `${written(3).body} It is open again.` })], 'new', NOW + 1);
  await store.remove(['story 5', `story ${MANY - 1}`], NOW + 2);
  await store.expire({ articles: MANY - 20, days: null }, { seqs: async () => [] } as never, NOW + 3);
  const file = { path: 'a.jsonl', size: 1, mtimeMs: 1.5, ctimeMs: 2, reader: 1, records: 1 };
  await store.manifest.put([{ ...file, problemCount: 0, problems: [] }]);
  await store.manifest.recordLoad('corpus', NOW);
  await store.continueAfter(2_000, NOW);
  await store.close();
  const tables = await openSqliteArticleTables(dataDir);
  await tables.insertInto('index_queue').values({ seq: 7 }).execute();
  await tables.destroy();
};

/** Three rows for each table, of which the third leaves out what may be left out. */
const fillState = async (dataDir: string): Promise<void> => {
  const state = await openStateDatabase(dataDir);
  for (const table of Object.keys(STATE_KEYS)) {
    const { rows: columns } = await sql<{ name: string; type: string; notnull: number; pk: number }>`
      SELECT * FROM pragma_table_info(${table})`.execute(state);
    for (let at = 0; at < 3; at++) {
      const row = Object.fromEntries(
        columns.map(({ name, type, notnull, pk }) => {
          if (at === 2 && notnull === 0 && pk === 0) return [name, null];
          if (/TEXT/i.test(type)) return [name, /(^|_)id$/.test(name) ? `id ${at}` : `${name} ö ${at}`];
          return [name, name.endsWith('_ms') ? NOW + at : at + 1];
        }),
      );
      await asTables(state).insertInto(table).values(row).execute();
    }
  }
  await state.destroy();
};

const listed = (rows: readonly Row[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([name, value]) => [
            name,
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
          ])
          .sort(),
      ),
    )
    .sort();

/** Every row of every table, and the numbers that would be given next. */
const contentOf = async (state: Tables, articles: Tables): Promise<Record<string, readonly string[]>> => {
  const content: Record<string, readonly string[]> = {};
  for (const [db, keys] of [
    [state, STATE_KEYS],
    [articles, ARTICLE_KEYS],
  ] as const)
    for (const table of Object.keys(keys)) {
      content[table] = listed((await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(db)).rows);
      const column = GIVEN_NUMBERS[table];
      if (column !== undefined) content[`${table}, next`] = [String(await lastGiven(db, table, column))];
    }
  return content;
};

const inFolder = async (dataDir: string) => {
  const state = await openStateDatabase(dataDir);
  const articles = await openSqliteArticleTables(dataDir);
  const content = await contentOf(asTables(state), asTables(articles));
  const { rows } = await sql<{ rowid: number }>`
    SELECT rowid FROM article_fts WHERE article_fts MATCH 'crack' ORDER BY rowid`.execute(articles);
  await articles.destroy();
  await state.destroy();
  return { content, found: rows.map(({ rowid }) => rowid) };
};

const inDatabase = async (url: string) => {
  const state = await openPostgresState(url);
  const articles = await openArticleTables(url);
  const content = await contentOf(asTables(state), asTables(articles));
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM search_change ORDER BY revision`.execute(
    articles,
  );
  await articles.destroy();
  await state.destroy();
  return { content, toBeFound: rows.map(({ seq }) => seq) };
};

describe.skipIf(lacksPostgres)('moving a data folder', () => {
  const server = useServer();
  let filled = '';
  let dataDir = '';
  let move: Move;
  beforeAll(async () => {
    filled = await mkdtemp(join(tmpdir(), 'dateline-filled-'));
    await fillArticles(filled);
    await fillState(filled);
  });
  afterAll(() => rm(filled, { recursive: true }));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-move-'));
    await cp(filled, dataDir, { recursive: true });
    const databaseUrl = (await server()?.createDatabase()) ?? '';
    move = { direction: 'to-cluster', dataDir, databaseUrl };
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const setAside = async (): Promise<void> => {
    for (const file of [STATE_FILE, ARTICLES_FILE])
      await rename(join(dataDir, file), join(dataDir, `${file}.old`));
  };

  /** Ends the process that moves after this many batches. */
  const kill = async (batches: number, given: Move): Promise<void> => {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(given)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lines = 0;
    for await (const _ of createInterface(child.stdout)) if (++lines === batches) child.kill('SIGKILL');
    expect(lines).toBeGreaterThanOrEqual(batches);
  };

  it('brings every row of every table to the database and back, and the next numbers', async () => {
    const before = await inFolder(dataDir);
    for (const [table, rows] of Object.entries(before.content))
      expect([table, rows.length > 0]).toEqual([table, true]);
    expect(before.content.article!.some((row) => /"duplicate_of",2\D.*"seq",1\D/.test(row))).toBe(true);
    const moved = await moveData(move);
    expect(moved).toEqual({ articles: MANY + 3, subscriptions: 3, wasContinued: false });
    const there = await inDatabase(move.databaseUrl);
    expect(there.content).toEqual(before.content);
    expect(there.toBeFound.toSorted((a, b) => b - a)).toEqual(there.toBeFound);
    expect(there.toBeFound).toHaveLength(before.content.article_words!.length);
    await setAside();
    await moveData({ ...move, direction: 'to-folder' });
    expect(await inFolder(dataDir)).toEqual(before);
  });

  it('takes the key along that hides who voted, and puts it in the place of another', async () => {
    const key = openVoterKey(dataDir);
    await moveData(move);
    await setAside();
    await rm(join(dataDir, 'voter.key'));
    expect(openVoterKey(dataDir)).not.toEqual(key);
    await moveData({ ...move, direction: 'to-folder' });
    expect(openVoterKey(dataDir)).toEqual(key);
  });

  it.each([1, 8])('goes on where it was killed after batch %i, there and back', async (batches) => {
    const before = await inFolder(dataDir);
    await kill(batches, move);
    const cluster = { databaseUrl: move.databaseUrl, searchUrl: 'http://127.0.0.1:1' };
    await expect(openState(dataDir, cluster)).rejects.toThrow(/half of what .*move.* was copying/);
    expect(await moveData(move)).toMatchObject({ wasContinued: true });
    expect((await inDatabase(move.databaseUrl)).content).toEqual(before.content);
    await setAside();
    await kill(batches, { ...move, direction: 'to-folder' });
    await expect(openState(dataDir, null)).rejects.toThrow(/half of what .*move.* was copying/);
    expect(await moveData({ ...move, direction: 'to-folder' })).toMatchObject({ wasContinued: true });
    expect(await inFolder(dataDir)).toEqual(before);
  });

  it('begins anew where articles changed after it was killed', async () => {
    await kill(4, move);
    const store = await openArticleStore(dataDir);
    await store.add([written(1, { body: 'Another text altogether.' })], 'new', NOW);
    await store.close();
    expect(await moveData(move)).toMatchObject({ wasContinued: false });
    expect((await inDatabase(move.databaseUrl)).content).toEqual((await inFolder(dataDir)).content);
  });

  it('is refused where a bot runs on either side, and changes nothing', async () => {
    const release = lockDataFolder(dataDir);
    await expect(moveData(move)).rejects.toThrow(/Another Dateline is running.*folder/);
    release();
    const running = await openPostgresState(move.databaseUrl);
    await sql`SELECT 1`.execute(running);
    await expect(moveData(move)).rejects.toThrow(/Another Dateline is running.*DATABASE_URL/);
    expect(await running.selectFrom('subscription').selectAll().execute()).toEqual([]);
    await running.destroy();
  });

  it('is refused into a place that holds something', async () => {
    await moveData(move);
    await expect(moveData(move)).rejects.toThrow(/DATABASE_URL holds articles or settings already/);
    await expect(moveData({ ...move, direction: 'to-folder' })).rejects.toThrow(
      /data folder .* holds articles/,
    );
  });

  it('is refused where there is nothing to move', async () => {
    const elsewhere = join(dataDir, 'elsewhere');
    await expect(moveData({ ...move, dataDir: elsewhere })).rejects.toThrow(/nothing to move/);
  });
});
