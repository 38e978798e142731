/** The store of articles and their words keep in PostgreSQL what they promise, however many write at once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { TERM_BITS } from '../../src/search/token.ts';
import { emptyArticles } from '../../src/store/move/copy-articles.ts';
import { asTables } from '../../src/store/move/copy-rows.ts';
import { createDocumentSource } from '../../src/store/postgres/search-documents.ts';
import { SqlForwardIndex } from '../../src/store/sql-forward-index.ts';
import { ARTICLES_FILE, openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { describeForwardIndex } from '../search/forward-index-contract.ts';
import { describeAudiences } from '../store/article-audience-contract.ts';
import { describeArticleStore, draft } from '../store/article-store-contract.ts';
import { useTestArticles } from './open-test-articles.ts';
import { lacksPostgres } from './postgres.ts';

const NOW = Date.UTC(2024, 2, 12);

describe.skipIf(lacksPostgres)('in PostgreSQL', () => {
  const { open, database, save } = useTestArticles();

  /** Locks a table; returns the way to let go of it. */
  const hold = async (table: string): Promise<() => Promise<void>> => {
    const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holder = database()
      .transaction()
      .execute(async (tx) => {
        await sql`LOCK TABLE ${sql.table(table)}`.execute(tx);
        held.resolve();
        await release.promise;
      });
    await held.promise;
    return () => {
      release.resolve();
      return holder;
    };
  };
  /** Until somebody waits for that table. */
  const untilWaited = async (table: string): Promise<void> => {
    const waiting = sql`SELECT FROM pg_locks WHERE NOT granted AND relation = ${table}::regclass`;
    while ((await waiting.execute(database())).rows.length === 0);
  };

  describe('articles', () => describeArticleStore('articles', () => open()));

  describe('audiences', () => describeAudiences('audiences', () => open()));

  describe('words', () =>
    describeForwardIndex('words', async () => {
      const store = await open();
      return { index: new SqlForwardIndex(database()), store, close: async () => undefined };
    }));

  it('has the tables and columns of articles.db, but for its search table', async () => {
    const tables = (await database().introspection.getTables()).filter(({ name }) => !/migration/.test(name));
    const names = tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
    const dataDir = mkdtempSync(join(tmpdir(), 'dateline-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    await (await openArticleStore(dataDir)).close();
    const embedded = new Kysely({ dialect: openSqliteDialect(join(dataDir, ARTICLES_FILE)) });
    const { rows } = await sql<{ name: string }>`SELECT tables.name || '.' || columns.name AS name
      FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
      WHERE tables.type = 'table' AND tables.name NOT LIKE 'article_fts%' AND tables.name NOT LIKE 'sqlite%'
        AND tables.name NOT LIKE 'kysely%'`.execute(embedded);
    await embedded.destroy();
    const own = [
      ...['corpus_folder.folder', 'search_change.revision', 'search_change.seq'],
      ...['search_mark.mark', 'search_mark.revision', 'search_source.name'],
    ];
    expect(names.toSorted()).toEqual([...rows.map(({ name }) => name), ...own].toSorted());
  });

  it('takes what eight add at the same time, and a reader that goes on from where it was misses none', async () => {
    const EACH = 15;
    const writers = await Promise.all(Array.from({ length: 8 }, () => open()));
    const reader = await open();
    let isWriting = true;
    const write = async (store: Awaited<ReturnType<typeof open>>, who: number): Promise<void> => {
      for (let n = 0; n < EACH; n++) await store.add([draft(`writer ${who}, article ${n}`)], 'new', NOW);
    };
    const bySeq: string[] = [];
    const byRevision = new Set<string>();
    const read = async (): Promise<void> => {
      let cursor = 0;
      let revision = 0;
      for (let isLast = false; ; isLast = !isWriting) {
        for (const { seq, key } of await reader.after(cursor, { limit: 50 })) {
          bySeq.push(key);
          cursor = seq;
        }
        for (const change of await reader.changesSince(revision, 50)) {
          byRevision.add(change.article!.key);
          revision = change.revision;
        }
        if (isLast && cursor === (await reader.position()).lastSeq) return;
      }
    };
    const reading = read();
    await Promise.all(writers.map(write));
    isWriting = false;
    await reading;
    expect(bySeq).toHaveLength(8 * EACH);
    expect(new Set(bySeq).size).toBe(8 * EACH);
    expect(byRevision.size).toBe(8 * EACH);
  });

  it('counts the same words whoever added them', async () => {
    const writers = await Promise.all(Array.from({ length: 4 }, () => open()));
    await Promise.all(
      writers.map((store, who) =>
        Promise.all(Array.from({ length: 5 }, (_, n) => store.add([draft(`a${who}x${n}`)], 'new', NOW))),
      ),
    );
    const dictionary = await new SqlForwardIndex(database()).dictionary();
    const ids = await dictionary.ids(['council', 'a0x0', 'a3x4']);
    expect([...ids].map(([term, id]) => [term, dictionary.frequency(id)]).toSorted()).toEqual([
      ['a0x0', 1],
      ['a3x4', 1],
      ['council', 20],
    ]);
  });

  it('keeps names, addresses, titles and words that are longer than an index takes', async () => {
    const store = await open();
    const long = Array.from({ length: 9_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const word = Array.from({ length: 9_000 }, (_, at) => ((at * 7919) % 36).toString(36)).join('');
    const url = `https://example.org/${word}`;
    const given = draft(long, {
      title: long,
      source: long,
      author: long,
      origin: long,
      url,
      body: `One word: ${word} ends.`,
    });
    await store.add([given], 'new', NOW);
    expect(await store.findByTitle(long)).toHaveLength(1);
    expect(await store.findByUrl(url)).toHaveLength(1);
    await store.manifest.put([
      {
        path: long,
        size: 1,
        mtimeMs: 1.5,
        ctimeMs: 1.5,
        reader: 1,
        records: 1,
        problemCount: 0,
        problems: [],
      },
    ]);
    expect(await store.manifest.files()).toHaveLength(1);
    expect(await store.retain(long, new Set(), NOW)).toMatchObject({ removed: 1 });
  });

  it('keeps a text with U+0000 as it is, and a title without it', async () => {
    const store = await open();
    const given = draft('a\u0000b', { title: 'Ferry\u0000lost', body: `One\u0000two. ${draft('x').body}` });
    await store.add([given], 'new', NOW);
    expect(await store.get(1)).toMatchObject({ title: 'Ferry\ufffdlost', body: given.body });
    expect(await store.add([given], 'new', NOW)).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await store.findByTitle('Ferry\u0000lost')).toHaveLength(1);
    expect(await store.retain(given.origin, new Set([given.key]), NOW)).toMatchObject({ removed: 0 });
    expect(await store.remove([given.key], NOW)).toBe(1);
  });

  it('lets a move take longer over a statement than others may', async () => {
    await open();
    const letGo = await hold('search_change');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const emptying = emptyArticles(asTables(database()));
    await untilWaited('search_change');
    await vi.advanceTimersByTimeAsync(600_000);
    await letGo();
    await expect(emptying).resolves.toBeUndefined();
  });

  it('reads words right, though another of its writers is cut off meanwhile', async () => {
    const store = await open();
    await store.add([draft('a')], 'new', NOW);
    const letGo = await hold('term');
    const adding = store.add([draft('b')], 'new', NOW);
    await untilWaited('term');
    const others = Promise.allSettled([store.add([draft('c')], 'new', NOW)]);
    for (let times = 0; times < 50; times++)
      await sql`SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE NOT granted AND locktype = 'advisory'`.execute(database());
    await letGo();
    await adding;
    await others;
    const words = await new SqlForwardIndex(database()).words([1, 2]);
    const [first, second] = words.map(({ tokens }) => [...tokens].filter((_, at) => at !== 2 && at !== 3));
    expect(second).toEqual(first);
  });

  it('reads and counts words right after the database fell back to an older copy of itself', async () => {
    const restore = await save();
    const store = await open();
    const index = new SqlForwardIndex(database());
    const idsOf = async (...terms: string[]) => (await index.dictionary()).ids(terms);
    await store.add([draft('beavers'), draft('herons')], 'new', NOW);
    await idsOf('beaver', 'heron', 'council');
    await restore();
    await store.add([draft('otters'), draft('weavers')], 'new', NOW);
    const [first] = await index.words([1]);
    const ids = await idsOf('beaver', 'otter', 'weaver', 'council');
    expect([...ids.keys()]).toEqual(['otter', 'weaver', 'council']);
    const dictionary = await index.dictionary();
    expect([...ids].map(([, id]) => dictionary.frequency(id))).toEqual([1, 1, 2]);
    const [again] = await index.words([1]);
    const held = new Set([...again!.tokens].map((token) => token & TERM_BITS));
    expect([...ids].filter(([, id]) => held.has(id)).map(([term]) => term)).toEqual(['otter', 'council']);
    expect(first!.tokens).not.toBe(again!.tokens);
  });

  it('counts sources, and who has articles of their own, anew after the database fell back to an older copy of itself', async () => {
    const restore = await save();
    const store = await open();
    await store.add([draft('a', { source: 'Gone Gazette' })], 'new', NOW, ['north']);
    expect(await store.sources()).toMatchObject([{ source: 'Gone Gazette' }]);
    expect(await store.serversWithOwn()).toEqual(new Set(['north']));
    await restore();
    await store.add([draft('b', { source: 'Hill Wire' })], 'new', NOW, ['south']);
    expect(await store.sources()).toMatchObject([{ source: 'Hill Wire' }]);
    expect(await store.serversWithOwn()).toEqual(new Set(['south']));
  });

  it('lets others write where a writer stopped in the middle', async () => {
    const store = await open();
    const stopped = database();
    await stopped
      .transaction()
      .execute(async (tx) => {
        await sql`SELECT set_config('idle_in_transaction_session_timeout', '100', true)`.execute(tx);
        await sql`SELECT pg_advisory_xact_lock(hashtextextended('articles', 0))`.execute(tx);
        await store.add([draft('a')], 'new', NOW);
      })
      .catch(() => undefined);
    expect(await store.get(1)).toMatchObject({ key: 'a' });
  });

  it('goes on with what a build stored that marked no changes', async () => {
    await (await open()).add([draft('a')], 'new', NOW);
    await sql`DROP TABLE search_mark`.execute(database());
    await sql`ALTER TABLE dictionary_change DROP COLUMN mark`.execute(database());
    await sql`DELETE FROM article_migration WHERE name >= '004'`.execute(database());
    const store = await open();
    const source = createDocumentSource(database());
    const { latest, mark } = await source.position(1);
    expect(mark).not.toBeNull();
    await store.add([draft('b')], 'new', NOW);
    expect(await source.position(latest)).toEqual({ latest: latest + 1, mark });
    expect(await source.position(latest + 2)).toMatchObject({ mark: null });
    expect((await new SqlForwardIndex(database()).dictionary()).articles).toBe(2);
  });

  it('notes what an engine elsewhere has to read anew, once each, at its last change', async () => {
    const store = await open();
    const db = database();
    const noted = async () =>
      (await sql<{ seq: number }>`SELECT seq FROM search_change ORDER BY revision`.execute(db)).rows.map(
        ({ seq }) => seq,
      );
    await store.add([draft('a'), draft('b'), draft('c')], 'new', NOW);
    await store.add([draft('d', { body: draft('b').body, source: 'Other' })], 'new', NOW);
    expect(await noted()).toEqual([1, 3, 2]);
    await store.remove(['a', 'd'], NOW);
    expect(await noted()).toEqual([3, 1, 2]);
  });
});
