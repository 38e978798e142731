/** The engine over OpenSearch, over articles in PostgreSQL, keeps the contract of search engines. */
import { errors } from '@opensearch-project/opensearch';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openAnswering } from '../../src/backend/open-answering.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import { hearingDictionary } from '../../src/search/hearing-dictionary.ts';
import { hearingEngine } from '../../src/search/hearing-engine.ts';
import { ArticleFollower } from '../../src/search/opensearch/follow-articles.ts';
import { type OpenSearchClient, openSearchClient } from '../../src/search/opensearch/opensearch-client.ts';
import { OpenSearchEngine } from '../../src/search/opensearch/opensearch-engine.ts';
import { EVERYTHING, WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { fillSearch } from '../../src/store/postgres/fill-search.ts';
import { openClusterReader } from '../../src/store/postgres/open-cluster.ts';
import { createDocumentSource } from '../../src/store/postgres/search-documents.ts';
import { SqlForwardIndex } from '../../src/store/sql-forward-index.ts';
import { termOf } from '../../src/text/terms.ts';
import { describeCommonTerms } from '../search/engine-common-terms-contract.ts';
import { asking, type OpenEngine, TODAY, word, written } from '../search/engine-corpus.ts';
import { describeSearchEngine } from '../search/search-engine-contract.ts';
import { countRequests, type Requests } from './count-requests.ts';
import { useTestArticles } from './open-test-articles.ts';
import { lacksOpenSearch } from './opensearch.ts';
import { lacksPostgres } from './postgres.ts';
import { useSearchNode } from './use-servers.ts';

/** An index costs the node a few megabytes. */
const MANY_INDEXES = 20;

describe.skipIf(lacksPostgres || lacksOpenSearch)('in OpenSearch', () => {
  const { open, database, url, save } = useTestArticles();
  const searchUrl = useSearchNode();
  /** Indexes of tests that ended. To delete many at once takes the node no longer than one. */
  const done: string[] = [];

  const openEngine = async (): Promise<
    OpenEngine & { readonly follower: ArticleFollower; readonly client: OpenSearchClient }
  > => {
    const client = openSearchClient(searchUrl());
    const follower = new ArticleFollower(client, createDocumentSource(database()));
    const store = await open({ onWritten: () => follower.catchUp() });
    const engine = new OpenSearchEngine(client, follower);
    const close = async (): Promise<void> => {
      await store.close();
      done.push(await follower.index());
      if (done.length === MANY_INDEXES) await client.indices.delete({ index: done.splice(0).join() });
      await client.close();
    };
    return { engine, store, follower, client, close };
  };

  describeSearchEngine('the engine', openEngine, { runs: 10 });
  describeCommonTerms('the engine', openEngine);

  it('is reported to be away if nothing answers', async () => {
    const client = openSearchClient('http://127.0.0.1:1');
    const follower = new ArticleFollower(client, createDocumentSource(database()));
    await expect(follower.index()).rejects.toMatchObject({ code: 'unavailable' });
    await client.close();
  });

  it('is filled from the database without a bot, which shows how far it is', async () => {
    const store = await open();
    const many = Array.from({ length: 250 }, (_, at) => written(`No. ${at}`, `Bridge ${at} is closed.`));
    await store.add(many, 'new', 0);
    const shares: number[] = [];
    await fillSearch({ databaseUrl: url(), searchUrl: searchUrl() }, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares.length > 1, shares.at(-1)]).toEqual([true, 1]);
    const opened = await openEngine();
    expect(await opened.follower.isCurrent()).toBe(true);
    expect(await asking(opened).find(word('bridge'))).toHaveLength(many.length);
    await opened.close();
  });

  it('is asked three times for a question at most, and PostgreSQL six times', async () => {
    const opened = await openEngine();
    await asking(opened).add(
      written('Ferry sinks', 'A ferry sank near Oskarholm on Monday. Divers looked for it all night.'),
      written('Bridge closed', 'A bridge of Oskarholm was closed on Monday. It had a crack.'),
    );
    const requests = countRequests();
    const answering = openAnswering(await openClusterReader({ databaseUrl: url(), searchUrl: searchUrl() }));
    const ask = (question: string) => answering.answer(question, { asOfMs: Date.UTC(2024, 2, 21) });
    await ask('Why was the bridge closed?');
    const costs: Requests[] = [];
    // Several, since what is kept for a second may run out before one of them.
    for (const question of [
      'Where did the ferry sink on Monday?',
      'Where did it sink?',
      'Where did a ferry sink?',
    ]) {
      const before = requests();
      const { excerpts } = await ask(question);
      expect(excerpts[0]?.text).toContain('near Oskarholm');
      const { postgres, openSearch } = requests();
      costs.push({ postgres: postgres - before.postgres, openSearch: openSearch - before.openSearch });
    }
    expect(Math.min(...costs.map(({ postgres }) => postgres))).toBeLessThanOrEqual(6);
    expect(Math.min(...costs.map(({ openSearch }) => openSearch))).toBeLessThanOrEqual(3);
    await answering.close();
    await opened.close();
  });

  it('counts each form of a word as rare as it is by itself, as SQLite does', async () => {
    const opened = await openEngine();
    const { add, searchTerm } = asking(opened);
    const [rare] = await add(written('Santa', 'They met in Fe today.'));
    await add(...Array.from({ length: 20 }, (_, at) => written(`Toll ${at}`, 'They paid a fee today.')));
    await add(...Array.from({ length: 40 }, (_, at) => written(`Other ${at}`, 'They met at noon today.')));
    const terms = [await searchTerm('fee', 'fe')];
    const request = { scope: WHOLE_SCOPE, asOfDay: TODAY, limit: 5 };
    expect((await opened.engine.best(terms, EVERYTHING, request))[0]?.seq).toBe(rare);
    await opened.close();
  });

  it('is asked once which of many rare terms are in articles of everyone', async () => {
    const opened = await openEngine();
    const names = ['Oskarholm', 'Lindvik', 'Sandvik', 'Tallmo', 'Ekeby'];
    await opened.store.add([written('Towns', names.slice(0, 3).join(' and '))], 'new', 0);
    await opened.store.add([written('Own', names.slice(3).join(' and '))], 'new', 0, ['north']);
    const words = new SqlForwardIndex(database());
    const hears = hearingEngine(opened.engine, EVERYONE);
    const dictionary = await hearingDictionary(await words.dictionary(), hears);
    const requests = countRequests();
    const found = await dictionary.ids(names.map((name) => termOf(name, 'en')));
    expect([...found.keys()]).toEqual(names.slice(0, 3).map((name) => termOf(name, 'en')));
    const begun = await dictionary.startingWith(['oskar', 'lind', 'ekeb'], 12);
    expect([...begun.keys()]).toEqual(names.slice(0, 2).map((name) => termOf(name, 'en')));
    expect(requests().openSearch).toBe(2);
    await opened.close();
  });

  it('goes on from the last change that the index has, and knows those of others', async () => {
    const opened = await openEngine();
    const { add, find } = asking(opened);
    await add(written('First', 'A bridge.'));
    const other = await openEngine();
    await asking(other).add(written('Second', 'A bridge.'));
    const writing = vi.spyOn(opened.client, 'bulk');
    expect(await find(word('bridge'))).toEqual([1, 2]);
    expect(await opened.follower.isCurrent()).toBe(false);
    await opened.follower.catchUp();
    expect(await opened.follower.isCurrent()).toBe(true);
    expect(writing).not.toHaveBeenCalled();
    await other.store.close();
    await opened.close();
  });

  it('finds what a process that was killed right after had written', async () => {
    const client = openSearchClient(searchUrl());
    onTestFinished(() => client.close());
    const killed = Object.create(client, {
      indices: {
        value: Object.create(client.indices, {
          refresh: { value: () => Promise.reject(new Error('killed')) },
        }),
      },
    }) as typeof client;
    const follower = new ArticleFollower(killed, createDocumentSource(database()));
    const store = await open();
    // Opened before: it would refresh as well.
    const index = await new ArticleFollower(client, createDocumentSource(database())).index();
    await client.indices.putSettings({ index, body: { index: { refresh_interval: '-1' } } });
    await store.add([written('First', 'A bridge.')], 'new', 0);
    await expect(follower.catchUp()).rejects.toThrow('killed');
    const next = await openEngine();
    expect(await next.engine.percolate(word('bridge'), WHOLE_SCOPE, { after: 0, through: 1 })).toEqual([1]);
    await next.close();
  });

  it('is not current before what was written can be found', async () => {
    const opened = await openEngine();
    const { refresh } = opened.client.indices;
    const [isWritten, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await opened.follower.index();
    vi.spyOn(opened.client.indices, 'refresh').mockImplementation((async (...args: unknown[]) => {
      isWritten.resolve();
      await mayGoOn.promise;
      return Reflect.apply(refresh, opened.client.indices, args);
    }) as never);
    const adding = asking(opened).add(written('First', 'A bridge.'));
    await isWritten.promise;
    expect(await opened.follower.isCurrent()).toBe(false);
    mayGoOn.resolve();
    await adding;
    expect(await opened.follower.isCurrent()).toBe(true);
    await opened.close();
  });

  it('leaves nothing out and nothing old behind where many follow at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, openEngine));
    await Promise.all(
      all.map(async (opened, who) => {
        const { add, remove } = asking(opened);
        for (let n = 0; n < 5; n++) {
          await add(
            written(`Article ${n} of ${who}`, 'A bridge.'),
            written(`Passing ${n} of ${who}`, 'A bridge.'),
          );
          await remove(`Passing ${n} of ${who}`);
        }
      }),
    );
    const kept = (await all[0]!.store.after(0, { limit: 99 })).map(({ seq }) => seq);
    expect(kept).toHaveLength(20);
    expect(await asking(all[0]!).find(word('bridge'))).toEqual(kept);
    for (const { store } of all.slice(1)) await store.close();
    await all[0]!.close();
  });

  describe('where the store fell back to an older copy of itself', () => {
    it('is made anew when it is opened again', async () => {
      const opened = await openEngine();
      const restore = await save();
      await asking(opened).add(written('First', 'A bridge.'), written('Second', 'A bridge.'));
      await restore();
      const again = await openEngine();
      expect(await asking(again).find(word('bridge'))).toEqual([]);
      await opened.store.close();
      await again.close();
    });

    it('is made anew while it is in use, though as much was stored again', async () => {
      const opened = await openEngine();
      const { add, find } = asking(opened);
      await add(written('First', 'A bridge.'));
      const restore = await save();
      await add(written('Second', 'A bridge.'), written('Third', 'A bridge.'));
      await restore();
      expect(await opened.follower.isCurrent()).toBe(false);
      await add(written('Other', 'A tunnel.'), written('Another', 'A tunnel.'));
      expect(await find(word('bridge'))).toEqual([1]);
      expect(await find(word('tunnel'))).toEqual([2, 3]);
      expect(await find(word('another'))).toEqual([3]);
      await opened.close();
    });
  });

  it('writes nothing behind what is lacking where another process makes its index anew', async () => {
    const opened = await openEngine();
    const { add, find } = asking(opened);
    const other = openSearchClient(searchUrl());
    onTestFinished(() => other.close());
    const { bulk } = opened.client;
    await add(written('First', 'A bridge.'));
    vi.spyOn(opened.client, 'bulk').mockImplementationOnce((async (...args: unknown[]) => {
      await other.indices.delete({ index: await opened.follower.index() });
      await new ArticleFollower(other, createDocumentSource(database())).index();
      return Reflect.apply(bulk, opened.client, args);
    }) as never);
    await expect(add(written('Second', 'A bridge.'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await find(word('bridge'))).toEqual([]);
    await opened.follower.catchUp();
    expect(await find(word('bridge'))).toEqual([1, 2]);
    await opened.close();
  });

  it('says that its disk is nearly full where OpenSearch blocks the index, and goes on when it no longer does', async () => {
    const opened = await openEngine();
    const { add, find } = asking(opened);
    await add(written('First', 'A bridge.'));
    const index = await opened.follower.index();
    const setBlock = (value: boolean | null) =>
      opened.client.indices.putSettings({ index, body: { 'index.blocks.read_only_allow_delete': value } });
    await setBlock(true);
    const adding = add(written('Second', 'A bridge.'));
    await expect(adding).rejects.toMatchObject({ code: 'unavailable' });
    await expect(adding).rejects.toThrow(/disk is nearly full.*Free some space/);
    expect(await find(word('bridge'))).toEqual([1]);
    await setBlock(null);
    await opened.follower.catchUp();
    expect(await find(word('bridge'))).toEqual([1, 2]);
    await opened.close();
  });

  it('leaves nothing out where OpenSearch had too much to do for some of the articles', async () => {
    const opened = await openEngine();
    const { bulk } = opened.client;
    const refused = { index: { status: 429, error: { type: 'rejected_execution_exception' } } };
    vi.spyOn(opened.client, 'bulk').mockImplementationOnce((async (request: { body: readonly unknown[] }) => {
      const taken = await Reflect.apply(bulk, opened.client, [
        { ...request, body: request.body.slice(0, 2) },
      ]);
      return { body: { items: [...taken.body.items, refused] } };
    }) as never);
    const { add, find } = asking(opened);
    const adding = add(written('First', 'A bridge.'), written('Second', 'A bridge.'));
    await expect(adding).rejects.toThrow(/too much to do/);
    await opened.follower.catchUp();
    expect(await find(word('bridge'))).toEqual([1, 2]);
    await opened.close();
  });

  it('keeps nobody waiting again where it does not answer', async () => {
    const opened = await openEngine();
    const { add, find } = asking(opened);
    await add(written('First', 'A bridge.'));
    const search = vi.spyOn(opened.client, 'search');
    search.mockImplementation((() => Promise.reject(new errors.TimeoutError('', {} as never))) as never);
    await expect(find(word('bridge'))).rejects.toThrow(/does not answer in time/);
    const tried = search.mock.calls.length;
    await expect(find(word('bridge'))).rejects.toThrow(/does not answer in time/);
    expect(search.mock.calls).toHaveLength(tried);
    await opened.close();
  });

  it('is made anew where its index was deleted', async () => {
    const opened = await openEngine();
    const { follower, close } = opened;
    const { add, find } = asking(opened);
    await add(written('First', 'A bridge.'));
    const client = openSearchClient(searchUrl());
    await client.indices.delete({ index: await follower.index() });
    await expect(find(word('bridge'))).rejects.toThrow(/made anew/);
    await add(written('Second', 'A bridge.'));
    expect(await find(word('bridge'))).toEqual([1, 2]);
    await client.close();
    await close();
  });

  it('is made anew where it lacks the name to write to it under, as a copy of it does', async () => {
    const first = await openEngine();
    await asking(first).add(written('First', 'A bridge.'));
    const index = await first.follower.index();
    await first.client.indices.deleteAlias({ index, name: '*' });
    const next = await openEngine();
    await asking(next).add(written('Second', 'A bridge.'));
    expect(await asking(next).find(word('bridge'))).toEqual([1, 2]);
    await first.store.close();
    await first.client.close();
    await next.close();
  });
});

describe('an address of a search engine that cannot be used', () => {
  it('is refused in words that do not hold its password', () => {
    expect(() => openSearchClient('ada:secret@host')).toThrow(/SEARCH_URL.*Expected https:\/\//);
    expect(() => openSearchClient('ada:secret@host')).not.toThrow(/secret/);
  });
});
