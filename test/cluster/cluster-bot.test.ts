/** The whole bot over PostgreSQL and OpenSearch, as people and operators use it. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkCluster } from '../../src/doctor/check-cluster.ts';
import { WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { moveData } from '../../src/store/move/move-data.ts';
import { openCluster } from '../../src/store/postgres/open-cluster.ts';
import { openJourney } from '../flows/open-journey.ts';
import { SAMPLE_ARTICLES } from '../flows/sample-articles.ts';
import { TODAY, word, written } from '../search/engine-corpus.ts';
import { lacksOpenSearch } from './opensearch.ts';
import { lacksPostgres } from './postgres.ts';
import { useSearchNode, useServer } from './use-servers.ts';

const NOWHERE = 'http://127.0.0.1:1';
const HOUR_MS = 3_600_000;

describe.skipIf(lacksPostgres || lacksOpenSearch)('the bot on PostgreSQL and OpenSearch', () => {
  const server = useServer();
  const node = useSearchNode();
  let databaseUrl = '';
  beforeEach(async () => {
    databaseUrl = await server()!.createDatabase();
  });

  const settings = () => ({ DATABASE_URL: databaseUrl, SEARCH_URL: node() });

  it.each([true, false])(
    'answers, subscribes and posts once, over a restart (in threads: %s)',
    async (inThreads) => {
      const journey = await openJourney({ articles: SAMPLE_ARTICLES, settings: settings(), inThreads });
      const { owner, channels } = journey.sandbox;
      const asked = await owner.slash(channels.general, 'ask', {
        question: 'Why was the Kessel dam closed?',
      });
      expect(asked.message?.text).toContain('northern wall');
      await owner.slash(channels.general, 'subscribe', {
        channel: channels.news.id,
        topic: 'ferry',
        when: 'arrival',
      });
      const posted = journey.sandbox.nextMessage({ in: channels.news });
      const ferry = written(
        'Ferry lost',
        'A ferry sank near Oskarholm. Divers looked for it all night long.',
        {
          published: new Date().toISOString(),
        },
      );
      await journey.bot().app.backend.add([ferry], 'new');
      expect((await posted).text).toContain('Ferry lost');
      await journey.restart({ laterMs: HOUR_MS });
      const again = await owner.slash(channels.general, 'search', { query: 'ferry' });
      expect(again.message?.text).toContain('Ferry lost');
      const inNews = journey.sandbox.posted().filter(({ channelId }) => channelId === channels.news.id);
      expect(inNews).toHaveLength(1);
      expect(journey.logged()).not.toMatch(/"level":[56]0/);
    },
  );

  it('posts nothing twice and leaves nothing out after a data folder was moved there, and back', async () => {
    const journey = await openJourney({ articles: SAMPLE_ARTICLES });
    const { owner, channels } = journey.sandbox;
    await owner.slash(channels.general, 'subscribe', {
      channel: channels.news.id,
      topic: 'ferry',
      when: 'arrival',
    });
    const post = async (title: string): Promise<void> => {
      const posted = journey.sandbox.nextMessage({ in: channels.news });
      const published = new Date().toISOString();
      const body = `${title}. A ferry sank near Oskarholm, and divers looked for it all night long.`;
      await journey.bot().app.backend.add([written(title, body, { published })], 'new');
      expect((await posted).text).toContain(title);
    };
    const move = { dataDir: journey.dataDir, databaseUrl };
    await post('Ferry lost');
    await journey.restart({
      settings: settings(),
      meanwhile: async () => void (await moveData({ ...move, direction: 'to-cluster' })),
    });
    await post('Ferry found');
    const there = await owner.slash(channels.general, 'search', { query: 'ferry' });
    for (const title of ['Ferry lost', 'Ferry found']) expect(there.message?.text).toContain(title);
    await journey.restart({
      settings: {},
      meanwhile: async () => {
        for (const file of ['state.db', 'articles.db'])
          await rename(join(journey.dataDir, file), join(journey.dataDir, `${file}.old`));
        await moveData({ ...move, direction: 'to-folder' });
      },
    });
    await post('Ferry raised');
    const texts = journey.sandbox
      .posted()
      .filter(({ channelId }) => channelId === channels.news.id)
      .map(({ text }) => text);
    expect(texts.map((text) => /Ferry (lost|found|raised)/.exec(text)?.[1])).toEqual([
      'lost',
      'found',
      'raised',
    ]);
    expect(journey.logged()).not.toMatch(/"level":[56]0/);
  });

  it('stores articles while OpenSearch is away, and finds them when it is back', async () => {
    const told: unknown[] = [];
    const without = await openCluster(
      { databaseUrl, searchUrl: NOWHERE },
      { onBehind: (error) => told.push(error) },
    );
    await without.add([written('Ferry lost', 'A ferry sank near Oskarholm.')], 'new', TODAY);
    expect(told).toMatchObject([{ code: 'unavailable' }]);
    await expect(
      without.openEngine().engine.percolate(word('ferry'), WHOLE_SCOPE, { after: 0, through: 9 }),
    ).rejects.toMatchObject({ code: 'unavailable' });
    await without.close();
    const again = await openCluster({ databaseUrl, searchUrl: node() });
    onTestFinished(() => again.close());
    const { engine } = again.openEngine();
    expect(await engine.percolate(word('ferry'), WHOLE_SCOPE, { after: 0, through: 9 })).toEqual([1]);
  });

  it('is well by the doctor, who says where nothing answers', async () => {
    const searchUrl = node();
    const store = await openCluster({ databaseUrl, searchUrl });
    await store.add([written('Ferry lost', 'A ferry sank near Oskarholm.')], 'new', TODAY);
    await store.close();
    expect(await checkCluster({ databaseUrl, searchUrl })).toMatchObject({
      state: 'well',
      found: 'articles in PostgreSQL: 1, of these found by OpenSearch: 1',
    });
    expect(await checkCluster({ databaseUrl, searchUrl: NOWHERE })).toMatchObject({
      state: 'problem',
      found: expect.stringContaining('SEARCH_URL'),
    });
  });
});
