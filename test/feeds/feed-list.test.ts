import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/feeds/find-feed.ts';
import { expectLinear } from '../expect-linear.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { longText, openBench, rss } from './feed-bench.ts';

const FEED = rss([{ id: '1', title: 'One', link: 'https://wire.example/1', text: longText('First') }]);

/** A site: paths and what they answer; anything else is not found. */
const serve = async (paths: (origin: string) => Record<string, string>) => {
  const served = await serveLoopback((request, response) => {
    const body = paths(served.origin)[request.url ?? ''];
    response
      .writeHead(body === undefined ? 404 : 200, {
        'content-type': body?.startsWith('<rss') ? 'text/xml' : 'text/html',
      })
      .end(body);
  });
  return served;
};

describe('adding a feed', () => {
  test('by its address, under its own name or a given one', async () => {
    const { feeds } = await openBench();
    const { origin } = await serve(() => ({ '/a': FEED, '/b': FEED }));
    expect(await feeds.add(`${origin}/a`)).toMatchObject({
      isNew: true,
      feed: { id: 1, name: 'The Wire', status: 'active', lastPollMs: null },
    });
    expect(await feeds.add(`${origin}/b`, ' My  wire ')).toMatchObject({ feed: { id: 2, name: 'My wire' } });
    expect(await feeds.add(`${origin}/a`)).toMatchObject({ isNew: false, feed: { id: 1 } });
  });

  test.each([
    [
      'declared',
      {
        '/': '<link rel="alternate" type="application/rss+xml" href="/declared.xml">',
        '/declared.xml': FEED,
      },
      '/declared.xml',
    ],
    ['linked', { '/': '<a href="/our/feed">Feed</a>', '/our/feed': FEED }, '/our/feed'],
    ['at a usual place', { '/': '<p>Welcome</p>', '/rss.xml': FEED }, '/rss.xml'],
  ])('by its site, where it is %s', async (_how, paths, expected) => {
    const { feeds } = await openBench();
    const { origin } = await serve(() => paths as Record<string, string>);
    expect(await feeds.add(origin)).toMatchObject({ feed: { url: `${origin}${expected}` } });
  });

  test('says what came where there is none', async () => {
    const { feeds } = await openBench();
    const { origin, requests } = await serve(() => ({ '/': '<p>Welcome</p>' }));
    await expect(feeds.add(origin)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('is a page without a feed'),
    });
    expect(requests.length).toBeLessThan(15);
    await expect(feeds.add(`${origin}/none`)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('HTTP status 404'),
    });
    await expect(feeds.add('http://169.254.169.254/')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('a link-local address, not a public one'),
    });
    await expect(feeds.add('not an address')).rejects.toMatchObject({ code: 'invalid' });
    expect(await feeds.list()).toEqual([]);
  });

  test('without a scheme is asked by https, and by http where that gives no answer', async () => {
    const { feeds } = await openBench();
    const { origin } = await serveLoopback((_, response) => response.end(rss([{ id: '1', title: 'One' }])));
    const typed = `${origin.slice('http://'.length)}/feed`;
    expect((await feeds.add(typed)).feed.url).toBe(`${origin}/feed`);
    expect((await feeds.check(typed)).steps.slice(0, 2)).toEqual([
      expect.stringMatching(`^https://${typed}: `),
      expect.stringMatching(`^http://${typed}: \\d+ bytes`),
    ]);
    await expect(feeds.add('127.0.0.1:1/feed')).rejects.toThrow('https://127.0.0.1:1/feed could not be read');
  });

  test.each([
    ['example.com/feed', 'https://example.com/feed'],
    ['<https://example.com/feed>', 'https://example.com/feed'],
    ['feed://example.com/rss', 'http://example.com/rss'],
    ['feed:https://example.com/rss', 'https://example.com/rss'],
  ])('reads %s as %s', (typed, address) => expect(readAddress(typed)).toBe(address));
  test.each(['', 'hello', 'ftp://example.com', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'refuses %j',
    (typed) => {
      expect(() => readAddress(typed)).toThrow('Expected the web address');
    },
  );
});

describe('an address with a user name and password', () => {
  const LOGIN = /alice|s3cret/;

  test.each([
    'https://alice:s3cret@example.com/feed',
    'alice:s3cret@example.com/feed',
    'https://alice@example.com/feed',
    'https://alice:s3cret@nowhere/feed',
    'https://alice:s3/cret@example.com/feed',
    'ftp://alice:s3cret@example.com/feed',
    'feed:https://alice:s3cret@example.com/feed',
  ])('%s is refused without showing them', async (typed) => {
    const { feeds } = await openBench();
    const told = [
      ...(await feeds.check(typed)).steps,
      await feeds.add(typed).catch((error: Error) => error.message),
      await feeds.importListFrom(typed).catch((error: Error) => error.message),
      await feeds.find(typed).catch((error: Error) => error.message),
    ];
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/^Expected .*; got /);
    for (const one of told) expect(one).not.toMatch(LOGIN);
    expect(await feeds.list()).toEqual([]);
  });

  test('is not taken from a list, which says so by its host, nor from there into an export', async () => {
    const { feeds } = await openBench();
    const opml =
      '<opml><body><outline text="A" xmlUrl="https://alice:s3cret@a.example/feed"/><outline text="B" xmlUrl="https://b.example/@alice"/></body></opml>';
    const imported = await feeds.importList(Buffer.from(opml));
    expect(imported).toMatchObject({
      added: [{ url: 'https://b.example/@alice' }],
      refused: [{ url: 'https://a.example/feed', reason: expect.stringContaining('does not log in') }],
    });
    expect(JSON.stringify(imported)).not.toContain('s3cret');
    expect(await feeds.exportList()).not.toContain('s3cret');
  });

  test('one of a hostile length is refused in time that grows with its length alone', async () => {
    for (const part of [':', '://', '@:', 'a:@'])
      await expectLinear((length) =>
        expect(() => readAddress(part.repeat(length))).toThrow(/^Expected the web address/),
      );
  });

  test('an @ elsewhere is no user name', async () => {
    const { feeds } = await openBench();
    await expect(feeds.find('https://b.example/@me')).rejects.toThrow(
      'There is no feed "https://b.example/@me"',
    );
    await expect(feeds.find('News @ Nine')).rejects.toThrow('There is no feed "News @ Nine"');
  });
});

describe('managing feeds', () => {
  test('finds them by number, address or name', async () => {
    const { feeds } = await openBench();
    const { origin } = await serve(() => ({ '/a': FEED, '/b': FEED, '/c': FEED }));
    await feeds.add(`${origin}/a`, 'Alpha');
    await feeds.add(`${origin}/b`, 'Twin');
    await feeds.add(`${origin}/c`, 'twin');
    expect(await feeds.find('alpha')).toMatchObject({ id: 1 });
    expect(await feeds.find('#2')).toMatchObject({ id: 2 });
    expect(await feeds.find(`${origin}/c`)).toMatchObject({ id: 3 });
    await expect(feeds.find('twin')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('2, 3'),
    });
    await expect(feeds.find('nine')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a paused feed is not asked until it is resumed', async () => {
    const { feeds, pollNext, poller } = await openBench();
    const { origin, requests } = await serve(() => ({ '/a': FEED }));
    await feeds.add(`${origin}/a`);
    expect(await feeds.pause('1')).toMatchObject({ status: 'paused' });
    const asked = requests.length;
    expect(await poller.pollDue()).toEqual([]);
    expect(requests).toHaveLength(asked);
    await feeds.pause('1');
    expect((await feeds.history('1')).filter(({ event }) => event.kind === 'paused')).toHaveLength(1);
    await feeds.resume('1');
    expect(await pollNext()).toMatchObject([{ kind: 'changed' }]);
  });

  test('a removed feed is forgotten, but for its articles', async () => {
    const { feeds, pollNext, archive } = await openBench();
    const { origin } = await serve(() => ({ '/a': FEED }));
    await feeds.add(`${origin}/a`);
    await pollNext();
    await feeds.remove('1');
    expect(await feeds.list()).toEqual([]);
    expect(archive.articles.size).toBe(1);
    expect(await feeds.add(`${origin}/a`)).toMatchObject({ isNew: true, feed: { id: 2 } });
  });

  test('with no feed yet there is nothing to export, and it says so', async () => {
    const { feeds } = await openBench();
    await expect(feeds.exportList()).rejects.toMatchObject({
      code: 'not_found',
      message: 'There are no feeds to export yet. Add one first.',
    });
  });

  test('lists come in and go out as OPML', async () => {
    const { feeds } = await openBench();
    const opml =
      '<opml><body><outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlUrl="https://b.example/"/><outline text="C" xmlUrl="http://nowhere/"/><outline text="D" xmlUrl="ftp://d.example/"/></body></opml>';
    const { origin } = await serve(() => ({ '/list.opml': opml, '/page': '<p>words' }));
    expect(await feeds.importListFrom(`${origin}/list.opml`)).toMatchObject({
      added: [{ url: 'https://a.example/feed', name: 'A' }, { name: 'B' }],
      known: 0,
      refused: [
        { url: 'http://nowhere/', reason: expect.stringContaining('Expected the web address') },
        { url: 'ftp://d.example/', reason: expect.stringContaining('Expected the web address') },
      ],
    });
    await expect(feeds.importListFrom(`${origin}/page`)).rejects.toThrow(
      `${origin}/page could not be imported: expected a list of feeds in OPML, got something else.`,
    );
    const exported = await feeds.exportList();
    expect(await feeds.importList(Buffer.from(exported))).toMatchObject({ added: [], known: 2 });
    await expect(feeds.importList(Buffer.from('words'))).rejects.toMatchObject({ code: 'invalid' });
    const outlines = Array.from(
      { length: 5_001 },
      (_, index) => `<outline xmlUrl="https://${index}.example/"/>`,
    );
    const endless = Buffer.from(`<opml><body>${outlines.join('')}</body></opml>`);
    await expect(feeds.importList(endless)).rejects.toMatchObject({ code: 'limit' });
    await expect(feeds.importListFrom(`${origin}/none`)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('checking a feed', () => {
  test('shows each step and changes nothing', async () => {
    const { feeds } = await openBench();
    const { origin } = await serve((here) => ({
      '/': '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      '/feed.xml': rss(
        [{ id: '1', title: 'One', link: `${here}/1`, text: 'Short.', date: 'Mon, 05 Jan 2026 10:00:00 GMT' }],
        '<ttl>60</ttl>',
      ),
      '/1': `<html><body><article>${'<p>A long paragraph of news that goes on, and on, and on, for the sake of it.</p>'.repeat(20)}</article>`,
    }));
    const check = await feeds.check(origin);
    expect(check).toMatchObject({ ok: true, url: `${origin}/feed.xml` });
    expect(check.steps).toEqual([
      expect.stringContaining(`${origin}/: `),
      'expected a feed (RSS, RDF, Atom or JSON Feed), got an HTML page',
      'the page names 1 feed',
      expect.stringContaining(`${origin}/feed.xml: `),
      'It is a feed (rss): The Wire, language en',
      'It holds 1 entry',
      'With an id: 1 of 1; with a link: 1 of 1; with a date: 1 of 1 (newest 2026-01-05T10:00:00Z)',
      'With a full text: 0 of 1',
      'It would be polled every 60 minutes',
      expect.stringMatching(/\/1: its page was fetched \([\d,]+ characters of article\)$/),
    ]);
    expect(await feeds.list()).toEqual([]);
  });

  test('says why not', async () => {
    const { feeds } = await openBench();
    const { origin } = await serve(() => ({}));
    expect(await feeds.check(`${origin}/x`)).toMatchObject({
      ok: false,
      url: null,
      steps: [expect.stringContaining('404'), expect.stringContaining('could not be read')],
    });
    expect(await feeds.check('http://localhost:1/')).toMatchObject({ ok: false });
  });
});
