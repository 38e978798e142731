import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pollFeed } from '../../src/feeds/poll-feed.ts';
import type { PolledFeed } from '../../src/store/feed-row.ts';
import { longText, MINUTE, openBench, rss, START } from './feed-bench.ts';
import { createPublisher, days, habits } from './publisher.ts';

/** Polls documents as they are handed in, one after the other, as one feed. */
const openReader = async () => {
  const bench = await openBench({ fullText: false });
  const { tools, clock, archive } = bench;
  const feeds: number[] = [];
  const follow = async (url = 'https://wire.example/feed'): Promise<number> => {
    const feed = await tools.store.add(url, 'The Wire', clock.nowMs);
    feeds.push(feed!.id);
    return feed!.id;
  };
  const read = async (document: string | null, id = feeds[0]!) => {
    clock.nowMs += 20 * MINUTE;
    const feed: PolledFeed = (await tools.store.get(id))!;
    const reached = { url: feed.url, permanentUrl: null, maxAgeMs: null };
    const failure = {
      kind: 'failed',
      url: feed.url,
      reason: 'timeout',
      problem: { kind: 'timeout', seconds: 10 },
      detail: '',
    } as const;
    return pollFeed(feed, {
      ...tools,
      fetch: async () =>
        document === null
          ? { ...failure, status: null, retryAfterMs: null }
          : {
              kind: 'fresh',
              ...reached,
              bytes: Buffer.from(document),
              contentType: 'application/rss+xml; charset=utf-8',
              validators: { etag: null, lastModified: null },
            },
    });
  };
  return { ...bench, archive, follow, read };
};

/** What is in the archive once the documents were polled in turn: titles by arrival, oldest first. */
const titlesAfter = async (documents: readonly string[]): Promise<string[]> => {
  const { follow, read, archive } = await openReader();
  await follow();
  for (const document of documents) await read(document);
  return [...archive.articles.values()].map(({ title }) => title);
};

test('whatever a publisher does to ids, links, titles, texts and dates, every article is there, once', async () => {
  const { follow, read, archive, tools } = await openReader();
  await fc.assert(
    fc.asyncProperty(habits, days, async (of, week) => {
      archive.articles.clear();
      for (const { id } of await tools.store.list()) await tools.store.remove(id);
      const id = await follow();
      const publisher = createPublisher(of);
      const keys = new Map<number, string>();
      for (const day of week) {
        const { added } = await read(publisher.turn(day), id);
        const isNew = publisher.shown().filter(({ number }) => !keys.has(number));
        expect(added).toBe(isNew.length);
        for (const { number, title, text } of publisher.shown()) {
          const stored = [...archive.articles.values()].filter(({ body }) => body === text);
          expect(stored.map((article) => article.title)).toEqual([title]);
          expect(stored[0]!.key).toBe(keys.get(number) ?? stored[0]!.key);
          keys.set(number, stored[0]!.key);
        }
      }
      expect(archive.articles.size).toBe(keys.size);
    }),
    { numRuns: 200 },
  );
});

const HOUR_MS = 3600_000;
const at = (hours: number): string => new Date(START - 240 * HOUR_MS + hours * HOUR_MS).toUTCString();

describe('entries that share one link', () => {
  const link = 'https://status.example/board';
  const shut = { title: 'Lower lock is shut', link, text: 'Since the morning tide.', date: at(0) };
  const open = { title: 'Lower lock opens again', link, text: 'Since the evening tide.', date: at(2) };
  const flood = { title: 'Pump house floods', link, text: 'Since midnight.', date: at(3) };

  test('are distinguished by their titles', async () => {
    const polls = [rss([shut]), rss([open, shut]), rss([flood, open]), rss([flood])];
    expect(await titlesAfter(polls)).toEqual([
      'Lower lock is shut',
      'Lower lock opens again',
      'Pump house floods',
    ]);
  });
  test('are distinguished on a front page even where each stands alone', async () => {
    const front = (item: object) => rss([{ ...item, link: 'https://status.example/?utm_source=rss' }]);
    expect(await titlesAfter([front(shut), front(open), front(flood)])).toHaveLength(3);
  });
  test.each([
    ['ids that change', (number: number) => ({ id: `notice-${number}` })],
    ['dates', (number: number) => ({ date: at(number * 24) })],
  ])('are distinguished by %s and all they say where the feed shows one at a time', async (_, sign) => {
    const polls = [shut, flood, { ...open, title: 'Mayor resigns' }].map(({ title, text }, number) =>
      rss([{ title, link, text, ...sign(number) }]),
    );
    expect(await titlesAfter(polls)).toEqual(['Lower lock is shut', 'Pump house floods', 'Mayor resigns']);
  });
  test('are one where a feed of one entry corrects its title, its text and its id', async () => {
    const polls = [
      rss([{ ...shut, id: '1' }]),
      rss([{ ...shut, id: '2', title: 'Lower lock is shut for a week', text: 'Since the morning.' }]),
    ];
    expect(await titlesAfter(polls)).toEqual(['Lower lock is shut for a week']);
  });
  test('keep to their articles where a title is corrected', async () => {
    const corrected = { ...shut, title: 'The whole lower lock is shut' };
    expect(await titlesAfter([rss([open, shut]), rss([flood, open, corrected])])).toEqual([
      'The whole lower lock is shut',
      'Lower lock opens again',
      'Pump house floods',
    ]);
  });
  test('are distinguished where one comes again under the same title on another day', async () => {
    const quiz = (day: number) => ({ title: 'The quiz', link, text: `Question ${day}?`, date: at(day * 24) });
    expect(
      await titlesAfter([rss([quiz(2), quiz(1)]), rss([quiz(3), quiz(2)]), rss([quiz(4)])]),
    ).toHaveLength(4);
  });
  test('are distinguished by the parts of the page they link to', async () => {
    const part = (number: number) => ({
      title: 'Update',
      link: `${link}#part-${number}`,
      text: `Part ${number}.`,
    });
    expect(await titlesAfter([rss([part(1)]), rss([part(2), part(1)]), rss([part(3)])])).toHaveLength(3);
  });
  test('are one where only a campaign distinguishes their links', async () => {
    const story = { title: 'The bridge', text: 'It is open.' };
    const links = ['https://wire.example/b#xtor=RSS-1', 'https://wire.example/b?utm_source=x#xtor=RSS-2'];
    expect(await titlesAfter(links.map((one) => rss([{ ...story, link: one }])))).toHaveLength(1);
  });
});

test('an entry that changes is no news where its article is lost', async () => {
  const { follow, read, archive } = await openReader();
  await follow();
  const entry = { id: '1', title: 'Weir closed', link: 'https://wire.example/weir', text: 'It leaks.' };
  await read(rss([]));
  await read(rss([entry]));
  archive.articles.clear();
  await read(
    rss([
      { ...entry, title: 'Weir closed for good' },
      { id: '2', title: 'Other', text: 'Else.' },
    ]),
  );
  expect([...archive.articles.values()].map(({ title, arrival }) => [title, arrival])).toEqual([
    ['Other', 'new'],
    ['Weir closed for good', 'backfill'],
  ]);
});

describe('an entry whose guid changes', () => {
  const orchard = { title: 'Orchard sold', link: 'https://wire.example/orchard', text: 'It was sold.' };

  test('is the article of its page', async () => {
    const polls = [1, 2, 3].map((number) =>
      rss([{ ...orchard, id: `orchard#${number}`, title: `Orchard: ${number} bidders` }]),
    );
    expect(await titlesAfter(polls)).toEqual(['Orchard: 3 bidders']);
  });
  test('is another article where the first one is still there', async () => {
    const first = { ...orchard, id: 'a' };
    const second = { ...orchard, id: 'b', title: 'Neighbours want a say', text: 'She did.' };
    expect(await titlesAfter([rss([first]), rss([second, first])])).toHaveLength(2);
  });
  test('is recognised where it has none at first', async () => {
    expect(
      await titlesAfter([rss([orchard]), rss([{ ...orchard, id: '17', title: 'Orchard: one bidder' }])]),
    ).toEqual(['Orchard: one bidder']);
  });
  test('is recognised without a link by what it says', async () => {
    const { link: _, ...note } = orchard;
    expect(await titlesAfter([1, 2, 3].map((id) => rss([{ ...note, id: `n${id}` }])))).toHaveLength(1);
  });
  test('is stored once, not at every poll', async () => {
    const { follow, read, archive } = await openReader();
    await follow();
    for (const id of ['a', 'b', 'c']) await read(rss([{ ...orchard, id, date: at(1) }]));
    expect(archive.calls).toEqual([1]);
  });
});

describe('a guid', () => {
  const item = (number: number, id: string) => ({
    id,
    title: `Number${number} alone`,
    link: `https://wire.example/${number}`,
    text: `Only ${number}.`,
    date: at(number * 30),
  });

  test('that every entry has in turn names none of them', async () => {
    expect(await titlesAfter([1, 2, 3].map((number) => rss([item(number, 'same')])))).toHaveLength(3);
  });
  test('is kept to where the page moves and the title changes', async () => {
    const moved = { ...item(1, 'a'), link: 'https://wire.example/one-at-last', title: 'At last' };
    expect(await titlesAfter([rss([item(1, 'a')]), rss([moved])])).toEqual(['At last']);
  });
  test('is kept to by entries that were read before anything else of them was remembered', async () => {
    const { follow, read, archive, tools, clock } = await openReader();
    const id = await follow();
    const before = { fragment: null, title: null, textKey: null, published: null, contentKey: null };
    const page = 'https://wire.example/1';
    const known = {
      key: `feed:${id}#a`,
      articleKey: `feed:${id}#a`,
      guid: 'a',
      page,
      fingerprint: 'x',
      note: { kind: 'feed', characters: 0 } as const,
    };
    await tools.store.recordEntries(id, [{ ...before, ...known }], 1, clock.nowMs);
    await read(rss([item(1, 'a')]));
    expect([...archive.articles.keys()]).toEqual([`feed:${id}#a`]);
  });
});

describe('an item with neither guid nor link', () => {
  const note = { title: 'Bridge closed', text: longText('The bridge is closed'), date: at(1) };

  test.each([
    ['title', { title: 'Bridge closed again' }],
    ['text', { text: 'Open on Monday.' }],
    ['date', { date: at(9) }],
  ])('stays the same article where its %s changes', async (_, change) => {
    expect(await titlesAfter([rss([note]), rss([{ ...note, ...change }])])).toHaveLength(1);
  });
  test('and no title either stays the same article where its text goes on', async () => {
    const bare = { text: 'The pier is closed.', date: at(1) };
    const other = { text: 'Ferries run again.', date: at(2) };
    const longer = { ...bare, text: 'The pier is closed. It opens on Monday.' };
    expect(await titlesAfter([rss([bare]), rss([other, longer])])).toHaveLength(2);
  });
  test('is another one where all of it is different', async () => {
    const other = { title: 'Ferry late', text: 'By an hour.', date: at(5) };
    expect(await titlesAfter([rss([note]), rss([other])])).toHaveLength(2);
  });
});

test('a link whose parameter changes at every poll leads to the same article', async () => {
  const story = { title: 'The bridge', text: 'It is open.', date: at(1) };
  const polls = ['a', 'b', 'c'].map((via) =>
    rss([{ ...story, link: `https://wire.example/s?n=4&amp;via=${via}` }]),
  );
  expect(await titlesAfter(polls)).toHaveLength(1);
});

test('pages that differ in a parameter alone are distinguished under one title, without text and date', async () => {
  const page = (number: number) => ({ title: 'Obituaries', link: `https://wire.example/o?n=${number}` });
  expect(await titlesAfter([rss([page(2), page(1)]), rss([page(4), page(3)])])).toHaveLength(4);
});

test('a site that moves to https leaves its articles what they were', async () => {
  const story = (number: number, host: string) => ({
    title: `Story${number} here`,
    link: `${host}/${number}`,
  });
  const polls = ['http://wire.example', 'https://www.wire.example'].map((host) =>
    rss([story(2, host), story(1, host)]),
  );
  expect(await titlesAfter(polls)).toHaveLength(2);
});

test('pages that differ in a parameter alone are articles of their own', async () => {
  const page = (number: number) => ({
    title: `Story${number} number${number}`,
    link: `https://wire.example/s?n=${number}`,
  });
  expect(await titlesAfter([rss([page(2), page(1)]), rss([page(3), page(2)])])).toHaveLength(3);
});

describe('what was published after a feed was added', () => {
  const since = (minutes: number) => new Date(START + minutes * MINUTE).toUTCString();
  const before = { id: 'a', title: 'Before', date: at(0) };

  test('is news, though its first polls failed', async () => {
    const { follow, read, archive } = await openReader();
    await follow();
    await read(null);
    await read(null);
    await read(rss([{ id: 'b', title: 'Since', date: since(5) }, before, { id: 'c', title: 'Undated' }]));
    const arrivals = [...archive.articles.values()].map(({ title, arrival }) => [title, arrival]);
    expect(Object.fromEntries(arrivals)).toEqual({ Before: 'backfill', Undated: 'backfill', Since: 'new' });
  });
  test('is not told by dates that say when the feed was made', async () => {
    const { follow, read, archive } = await openReader();
    await follow();
    await read(null);
    await read(rss(['a', 'b', 'c'].map((id) => ({ id, title: id, date: since(10) }))));
    expect([...archive.articles.values()].map(({ arrival }) => arrival)).toEqual(Array(3).fill('backfill'));
  });
});
