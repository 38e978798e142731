import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { FeedStep } from '../../src/domain/feed.ts';
import { describeArticleStep, describeFeedEvent } from '../../src/feeds/describe-event.ts';
import { explainArrival } from '../../src/feeds/explain-arrival.ts';
import type { FeedTools } from '../../src/feeds/feed-tools.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { longText, MINUTE, openBench, rss, START } from './feed-bench.ts';

/** Serves what `answer` says, path by path, and lets the test change it. */
const serveSite = async () => {
  const site: { answer: (request: IncomingMessage, response: ServerResponse) => void } = {
    answer: (_, r) => r.end(),
  };
  const server = await serveLoopback((request, response) => site.answer(request, response));
  return { ...server, site, url: `${server.origin}/feed` };
};

const send =
  (body: string, headers: Record<string, string> = {}, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };

const ONE = { id: '1', title: 'One', link: 'https://wire.example/1', text: longText('First') };
const TWO = { id: '2', title: 'Two', link: 'https://wire.example/2', text: longText('Second') };

/** As people read it. */
const told = (steps: readonly FeedStep[]): string[] => steps.map(({ event }) => describeFeedEvent(event));
const why = async (tools: FeedTools, key: string) =>
  (await explainArrival(key, null, tools)).map((step) => ({
    atMs: step.atMs,
    text: describeArticleStep(step),
  }));

describe('a feed', () => {
  test('is backfill at first and news afterwards', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([ONE]));
    const { feed } = await feeds.add(url);
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 1 }]);
    site.answer = send(rss([TWO, ONE]));
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 1 }]);
    expect([...archive.articles.values()]).toMatchObject([
      {
        key: `feed:${feed.id}#1`,
        title: 'One',
        source: 'The Wire',
        language: 'en',
        origin: `feed:${feed.id}`,
        arrival: 'backfill',
      },
      { key: `feed:${feed.id}#2`, title: 'Two', arrival: 'new' },
    ]);
    expect(await feeds.list()).toMatchObject([{ name: 'The Wire', articles: 2, failures: 0, problem: null }]);
  });

  test('that collects from others has their articles under their names', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    const entry = `<item><title>Ferry back - The Quay</title><link>https://news.example/read/Cb1</link><source url="https://quay.example">The Quay</source></item>`;
    site.answer = send(rss([ONE]).replace('</channel>', `${entry}</channel>`));
    await feeds.add(url);
    await pollNext();
    expect(
      [...archive.articles.values()].map(({ title, source }) => `${title} (${source})`).toSorted(),
    ).toEqual(['Ferry back (The Quay)', 'One (The Wire)']);
  });

  test('is asked again only whether it changed', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site, requests } = await serveSite();
    site.answer = send(rss([ONE]), { etag: '"v1"', 'last-modified': 'Mon, 05 Jan 2026 11:00:00 GMT' });
    await feeds.add(url);
    await pollNext();
    site.answer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end();
    expect(await pollNext()).toMatchObject([{ kind: 'unchanged' }]);
    expect(await pollNext()).toMatchObject([{ kind: 'unchanged' }]);
    expect(requests.at(-1)?.headers['if-modified-since']).toBe('Mon, 05 Jan 2026 11:00:00 GMT');
    expect(archive.calls).toEqual([1]);
  });

  test('hands over nothing where the same entries come again', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    const soon = { ...ONE, date: new Date(START + 2 * 3600_000).toUTCString() };
    site.answer = send(rss([soon, TWO]));
    await feeds.add(url);
    await pollNext();
    expect(await pollNext()).toMatchObject([{ kind: 'unchanged', added: 0 }]);
    expect(archive.calls).toEqual([2]);
  });

  test('changes an article with its title or date, and makes no new one', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(url);
    await pollNext();
    site.answer = send(rss([{ ...ONE, title: 'One, corrected', date: 'Mon, 05 Jan 2026 10:00:00 GMT' }]));
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 0 }]);
    expect([...archive.articles.values()]).toMatchObject([
      { title: 'One, corrected', published: '2026-01-05T10:00:00Z' },
    ]);
  });

  test('without ids is known by its pages, the same page through two feeds being one article', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { origin, site } = await serveSite();
    const page = (query: string) => ({
      title: 'One',
      link: `https://wire.example/1?${query}`,
      text: longText('First'),
    });
    site.answer = (request, response) =>
      send(rss([page(request.url === '/a' ? 'utm_source=a' : 'utm_source=b')]))(request, response);
    await feeds.add(`${origin}/a`);
    await feeds.add(`${origin}/b`);
    await pollNext();
    expect([...archive.articles.keys()]).toEqual(['url:https://wire.example/1']);
  });

  test('that brings a page another feed has brought adds nothing, whatever its ids', async () => {
    const { feeds, tools, archive, pollNext } = await openBench();
    const { origin, site } = await serveSite();
    const front = { link: 'https://wire.example/', text: longText('Front') };
    site.answer = (request, response) =>
      request.url === '/a'
        ? send(
            rss([
              { ...ONE, id: 'a-1' },
              { ...front, id: 'a-2', title: 'A' },
            ]),
          )(request, response)
        : send(
            rss([
              { ...ONE, id: 'b-1', link: `${ONE.link}?utm_source=b` },
              { ...front, id: 'b-2', title: 'B' },
              { ...front, id: 'b-3', title: 'C' },
            ]),
          )(request, response);
    await feeds.add(`${origin}/a`);
    await pollNext();
    await feeds.add(`${origin}/b`);
    await pollNext();
    expect([...archive.articles.keys()].sort()).toEqual([
      'feed:1#a-1',
      'feed:1#a-2',
      'feed:2#b-2',
      'feed:2#b-3',
    ]);
    expect(await why(tools, 'feed:1#a-1')).toMatchObject([
      { text: expect.stringContaining('(feed 1); its text came') },
      { text: expect.stringContaining('(feed 2); another feed had brought the same page') },
    ]);
  });

  test('that gives all entries one id is read by their pages instead', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(
      rss([
        { ...ONE, id: 'same' },
        { ...TWO, id: 'same' },
      ]),
    );
    await feeds.add(url);
    await pollNext();
    expect([...archive.articles.keys()].sort()).toEqual([
      'url:https://wire.example/1',
      'url:https://wire.example/2',
    ]);
  });

  test('with a bare note makes an article with a headline', async () => {
    const { feeds, archive, pollNext } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([{ text: longText('The bridge is closed') }, { id: 'x', title: 'Only a title' }]));
    await feeds.add(url);
    await pollNext();
    expect([...archive.articles.values()].map(({ title, body }) => [title, body.slice(0, 20)])).toEqual([
      ['Only a title', 'Only a title'],
      [expect.stringMatching(/^The bridge is closed\. It goes on .*\w…$/), 'The bridge is closed'],
    ]);
  });

  test('loses nothing when the archive fails', async () => {
    const { feeds, archive, pollNext, errors } = await openBench();
    const { url, site } = await serveSite();
    site.answer = (request, response) =>
      request.headers['if-none-match']
        ? response.writeHead(304).end()
        : send(rss([ONE]), { etag: '"v1"' })(request, response);
    await feeds.add(url);
    archive.failNext = true;
    expect(await pollNext()).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 1 }]);
    expect([...archive.articles.values()]).toMatchObject([{ title: 'One', arrival: 'backfill' }]);
  });
});

describe('the pages of entries', () => {
  const PARAGRAPH =
    'The council voted on Monday to rebuild the old bridge, which had been closed since the flood of last spring.';
  const page = `<html><head><title>Bridge</title><meta name="author" content="Ada Quay"></head><body><nav>Home</nav><article>${`<p>${PARAGRAPH}</p>`.repeat(12)}</article></body></html>`;

  const siteWithPages = async () => {
    const served = await serveSite();
    served.site.answer = (request, response) =>
      request.url === '/feed'
        ? send(
            rss([{ id: '1', title: 'Bridge', link: `${served.origin}/bridge`, text: 'To be rebuilt.' }, TWO]),
          )(request, response)
        : request.url === '/bridge'
          ? send(page, { 'content-type': 'text/html' })(request, response)
          : send('', {}, 404)(request, response);
    return served;
  };

  test('are fetched where the entry is a summary', async () => {
    const { feeds, tools, archive, pollNext } = await openBench();
    const { url, requests } = await siteWithPages();
    const { feed } = await feeds.add(url);
    await pollNext();
    const article = archive.articles.get(`feed:${feed.id}#1`);
    expect(article).toMatchObject({ title: 'Bridge', author: 'Ada Quay' });
    expect(article?.body).toBe(Array(12).fill(PARAGRAPH).join('\n\n'));
    expect(requests.map((request) => request.url).sort()).toEqual(['/bridge', '/feed', '/feed']);
    expect(await why(tools, `feed:${feed.id}#1`)).toMatchObject([
      {
        atMs: START,
        text: expect.stringMatching(
          /^Came from The Wire \(feed 1\); its page was fetched \([\d,]+ characters of article\)$/,
        ),
      },
    ]);
    expect(await why(tools, `feed:${feed.id}#2`)).toMatchObject([
      { text: expect.stringContaining('its text came in the feed') },
    ]);
  });

  test('are left alone where full text is off, for all feeds or one', async () => {
    const all = await openBench({ fullText: false });
    const { url, requests } = await siteWithPages();
    await all.feeds.add(url);
    await all.pollNext();
    const one = await openBench();
    await one.feeds.add(url);
    await one.feeds.setFullText('1', false);
    await one.pollNext();
    expect(requests.some((request) => request.url === '/bridge')).toBe(false);
    expect(one.archive.articles.get('feed:1#1')?.body).toBe('To be rebuilt.');
  });

  test('that cannot be had leave the summary', async () => {
    const { feeds, tools, archive, pollNext } = await openBench();
    const { url, site, origin } = await serveSite();
    site.answer = (request, response) =>
      request.url === '/feed'
        ? send(
            rss([
              { id: '1', title: 'T', link: `${origin}/1`, text: 'Sum.' },
              { id: '2', title: 'T', link: 'http://10.0.0.1/', text: 'Sum.' },
            ]),
          )(request, response)
        : send('', {}, 500)(request, response);
    await feeds.add(url);
    await pollNext();
    expect([...archive.articles.values()].map(({ body }) => body)).toEqual(['Sum.', 'Sum.']);
    expect(await why(tools, 'feed:1#1')).toMatchObject([
      { text: expect.stringContaining('HTTP status 500') },
    ]);
    expect(await why(tools, 'feed:1#2')).toMatchObject([
      { text: expect.stringContaining('not a public one') },
    ]);
  });
});

describe('when to poll', () => {
  const intervalOf = async (channel: string, headers: Record<string, string> = {}): Promise<number> => {
    const { feeds, pollNext, clock } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([], channel), headers);
    await feeds.add(url);
    await pollNext();
    await pollNext();
    const before = clock.nowMs;
    await pollNext();
    return (clock.nowMs - before) / MINUTE;
  };

  test.each([
    ['', {}, 15],
    ['<ttl>30</ttl>', {}, 30],
    ['<ttl>1</ttl>', {}, 5],
    ['<ttl>100000</ttl>', {}, 360],
    ['', { 'cache-control': 'max-age=3600' }, 60],
    ['', { 'cache-control': 'max-age=10' }, 15],
    ['', { 'cache-control': 'no-cache, max-age=3600' }, 15],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', {}, 30],
  ])('%s %o is every %i minutes', async (channel, headers, minutes) => {
    expect(await intervalOf(channel, headers as Record<string, string>)).toBe(minutes);
  });

  test('never in an hour the publisher asks to skip', async () => {
    const { feeds, pollNext, clock } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([], '<skipHours><hour>13</hour><hour>14</hour></skipHours>'));
    await feeds.add(url);
    const hours = new Set<number>();
    for (let poll = 0; poll < 20; poll++) {
      await pollNext();
      hours.add(new Date(clock.nowMs).getUTCHours());
    }
    expect([...hours]).toEqual(expect.arrayContaining([12, 15, 16]));
    expect(hours).not.toContain(13);
    expect(hours).not.toContain(14);
  });

  test('feeds added together come to be polled evenly', async () => {
    const { tools, pollNext, clock } = await openBench();
    const { origin, site } = await serveSite();
    site.answer = send(rss([]));
    for (let index = 0; index < 60; index++) await tools.store.add(`${origin}/${index}`, 'n', START);
    expect(await pollNext()).toHaveLength(60);
    const perMinute = new Map<number, number>();
    while (clock.nowMs < START + 30 * MINUTE) {
      const minute = Math.floor(clock.nowMs / MINUTE);
      perMinute.set(minute, (perMinute.get(minute) ?? 0) + (await pollNext()).length);
    }
    expect(Math.max(...perMinute.values())).toBeLessThan(15);
  });

  test('one request at a time for each host', async () => {
    const { tools, pollNext } = await openBench();
    const { origin, site } = await serveSite();
    let open = 0;
    let most = 0;
    site.answer = (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end(rss([]));
      }, 5);
    };
    for (let index = 0; index < 10; index++) await tools.store.add(`${origin}/${index}`, 'n', START);
    expect(await pollNext()).toHaveLength(10);
    expect(most).toBe(1);
  });

  test('a slow host holds up no other', async () => {
    const { tools, poller } = await openBench();
    const { promise: othersDone, resolve } = Promise.withResolvers<void>();
    const quick = await serveSite();
    quick.site.answer = (request, response) => {
      send(rss([]))(request, response);
      if (quick.requests.length === 3) resolve();
    };
    const slow = await serveSite();
    slow.site.answer = async (request, response) => {
      await othersDone;
      send(rss([]))(request, response);
    };
    await tools.store.add(slow.url, 'slow', START);
    for (let index = 0; index < 3; index++) await tools.store.add(`${quick.origin}/${index}`, 'quick', START);
    expect((await poller.pollDue()).map(({ kind }) => kind)).toEqual(Array(4).fill('unchanged'));
  });
});

describe('a feed in trouble', () => {
  test('is retried ever more seldom, up to a day, reported once, and recovers by itself', async () => {
    const { feeds, pollNext, clock, reported } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(url, 'Wire');
    await pollNext();
    site.answer = send('', {}, 503);
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      const before = clock.nowMs;
      expect(await pollNext()).toMatchObject([
        { kind: 'failed', message: 'the server answered with HTTP status 503' },
      ]);
      waits.push((clock.nowMs - before) / MINUTE);
    }
    expect(
      waits
        .slice(1)
        .map(Math.floor)
        .every((wait, index) => wait >= 15 * 2 ** index * 0.99 || wait >= 1440),
    ).toBe(true);
    expect(Math.max(...waits)).toBeLessThan(1440 * 1.11);
    expect(reported).toMatchObject([
      { name: 'Wire', failures: 3, status: 'active', problem: { kind: 'status', status: 503 } },
    ]);
    expect(await feeds.list()).toMatchObject([{ status: 'active', failures: 9 }]);
    site.answer = send(rss([TWO, ONE]));
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 1 }]);
    expect(await feeds.list()).toMatchObject([{ failures: 0, problem: null }]);
    expect(told(await feeds.history('Wire'))).toEqual([
      'It can be read again',
      'Read: 2 entries, 1 new or changed, 1 new to the archive',
      'Polling failed: the server answered with HTTP status 503',
      'Read: 1 entry, 1 new or changed, 1 new to the archive',
      `Added: ${url}`,
    ]);
  });

  test('is left alone as long as its server asks', async () => {
    const { feeds, pollNext, clock } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([]));
    await feeds.add(url);
    site.answer = send('', { 'retry-after': '7200' }, 429);
    await pollNext();
    const before = clock.nowMs;
    await pollNext();
    expect(clock.nowMs - before).toBeGreaterThanOrEqual(7_200_000);
  });

  test('that has moved for good is asked at its new address', async () => {
    const { feeds, pollNext, tools } = await openBench();
    const { url, site, origin, requests } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(url);
    site.answer = (request, response) =>
      request.url === '/feed'
        ? response.writeHead(301, { location: '/new' }).end()
        : send(rss([ONE]))(request, response);
    await pollNext();
    expect(await feeds.list()).toMatchObject([{ url: `${origin}/new`, articles: 1 }]);
    await pollNext();
    expect(requests.at(-1)?.url).toBe('/new');
    expect(told(await tools.store.steps(1, 5))).toContain(`It moved permanently to ${origin}/new`);
  });

  test('whose dates name a zone that is not understood is reported once, and keeps their days', async () => {
    const { feeds, pollNext, tools, archive } = await openBench({ fullText: false });
    const { url, site } = await serveSite();
    const dated = (id: string) => ({ ...ONE, id, title: `No ${id}`, date: 'Sat, 03 Jan 2026 09:00:00 QXT' });
    site.answer = send(rss([dated('1')]));
    await feeds.add(url);
    await pollNext();
    site.answer = send(rss([dated('2'), dated('1')]));
    await pollNext();
    expect([...archive.articles.values()].map(({ published }) => published)).toEqual([
      '2026-01-03',
      '2026-01-03',
    ]);
    const steps = await tools.store.steps(1, 50);
    expect(told(steps).filter((text) => text.includes('QXT'))).toEqual([
      'Its dates name the zone “QXT”, not understood: only the days of these dates are kept',
    ]);
  });

  test('that has moved is known by its old address too, and can move back there', async () => {
    const { feeds, pollNext } = await openBench();
    const { url, site, origin } = await serveSite();
    const moveTo = (path: string): void => {
      site.answer = (request, response) =>
        request.url === path
          ? send(rss([ONE]))(request, response)
          : response.writeHead(301, { location: path }).end();
    };
    moveTo('/feed');
    await feeds.add(url);
    moveTo('/new');
    await pollNext();
    const listed = Buffer.from(`<opml><body><outline xmlUrl="${url}"/></body></opml>`);
    expect(await feeds.importList(listed)).toMatchObject({ added: [], known: 1 });
    moveTo('/feed');
    await pollNext();
    expect(await feeds.list()).toMatchObject([{ id: 1, url }]);
    expect(await feeds.importList(listed)).toMatchObject({ added: [], known: 1 });
    const between = Buffer.from(`<opml><body><outline xmlUrl="${origin}/new"/></body></opml>`);
    expect(await feeds.importList(between)).toMatchObject({ added: [], known: 1 });
    await feeds.remove('1');
    expect(await feeds.importList(between)).toMatchObject({ added: [{ url: `${origin}/new` }] });
  });

  test('that has moved for now is asked at its old address', async () => {
    const { feeds, pollNext } = await openBench();
    const { url, site } = await serveSite();
    site.answer = (request, response) =>
      request.url === '/feed'
        ? response.writeHead(302, { location: '/new' }).end()
        : send(rss([ONE]))(request, response);
    await feeds.add(url);
    await pollNext();
    expect(await feeds.list()).toMatchObject([{ url }]);
  });

  test('that moves onto another feed stays where it is', async () => {
    const { feeds, pollNext } = await openBench();
    const { origin, site } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(`${origin}/a`);
    await feeds.add(`${origin}/b`);
    site.answer = (request, response) =>
      request.url === '/a'
        ? response.writeHead(301, { location: '/b' }).end()
        : send(rss([ONE]))(request, response);
    await pollNext();
    await pollNext();
    expect((await feeds.list()).map(({ url }) => url)).toEqual([`${origin}/a`, `${origin}/b`]);
    expect(
      told(await feeds.history('1')).filter((text) => text.includes('which is feed 2 already')),
    ).toHaveLength(1);
  });

  test('that is gone is retired, and can be resumed', async () => {
    const { feeds, pollNext } = await openBench();
    const { url, site, requests } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(url);
    site.answer = send('', {}, 410);
    expect(await pollNext()).toMatchObject([{ kind: 'gone' }]);
    expect(await feeds.list()).toMatchObject([{ status: 'gone', problem: { kind: 'removed' } }]);
    const asked = requests.length;
    expect(await pollNext()).toEqual([]);
    expect(requests).toHaveLength(asked);
    site.answer = send(rss([ONE]));
    await feeds.resume('1');
    expect(await pollNext()).toMatchObject([{ kind: 'changed' }]);
  });

  test('that turns into something else fails like any other, and its articles stay', async () => {
    const { feeds, pollNext, archive } = await openBench();
    const { url, site } = await serveSite();
    site.answer = send(rss([ONE]));
    await feeds.add(url);
    await pollNext();
    site.answer = send('<html><body>Sorry</body></html>', { etag: '"sorry"' });
    expect(await pollNext()).toMatchObject([
      { kind: 'failed', message: expect.stringContaining('got an HTML page') },
    ]);
    expect(archive.articles.size).toBe(1);
    site.answer = (request, response) =>
      request.headers['if-none-match'] === '"sorry"'
        ? response.writeHead(304).end()
        : send(rss([TWO]))(request, response);
    expect(await pollNext()).toMatchObject([{ kind: 'changed', added: 1 }]);
  });

  test('is not one that was cut off by closing', async () => {
    const { tools, poller, archive } = await openBench();
    const { url, site, origin } = await serveSite();
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const summary = { id: '1', title: 'One', link: `${origin}/page`, text: 'Short.' };
    site.answer = (request, response) =>
      request.url === '/feed' ? send(rss([summary]))(request, response) : resolve();
    await tools.store.add(url, 'n', START);
    const polling = poller.pollDue();
    await asked;
    await poller.close();
    expect(await polling).toEqual([]);
    expect(await tools.store.get(1)).toMatchObject({ failures: 0, problem: null, nextPollMs: START });
    expect(archive.articles.size).toBe(0);
  });

  test('is not one that was removed while it was polled', async () => {
    const { tools, poller, errors, feeds } = await openBench();
    const { url, site } = await serveSite();
    await tools.store.add(url, 'n', START);
    site.answer = async (request, response) => {
      await feeds.remove('1');
      send(rss([ONE]))(request, response);
    };
    await poller.pollDue();
    expect(errors).toEqual([]);
    expect(await feeds.list()).toEqual([]);
  });

  test('harms no other feed', async () => {
    const { tools, pollNext, archive } = await openBench();
    const { origin, site } = await serveSite();
    site.answer = (request, response) =>
      request.url === '/bad'
        ? send(`<rss><channel>${'<b>'.repeat(100_000)}`)(request, response)
        : send(rss([ONE]))(request, response);
    await tools.store.add(`${origin}/bad`, 'bad', START);
    await tools.store.add(`${origin}/good`, 'good', START);
    expect((await pollNext()).map(({ kind }) => kind).sort()).toEqual(['changed', 'failed']);
    expect(archive.articles.size).toBe(1);
  });
});

test('what an earlier version kept in words is shown in these words', async () => {
  const { feeds, tools, state } = await openBench();
  const { url, site } = await serveSite();
  site.answer = send(rss([ONE]));
  const { feed } = await feeds.add(url);
  const row = { feed_id: feed.id, at_ms: START, text: 'Polling failed: HTTP 500' };
  await state.insertInto('feed_steps').values(row).execute();
  expect(told(await tools.store.steps(feed.id, 1))).toEqual(['Polling failed: HTTP 500']);
});
