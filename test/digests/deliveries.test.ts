import { describe, expect, it } from 'vitest';
import { changeSubscription } from '../../src/digests/manage-subscription.ts';
import { nextRunMs as nextMoment } from '../../src/digests/next-run.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { countIn, openTestDigests, type TestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;

describe('a subscription', () => {
  it('posts new articles once, and nothing that was there before or came as backfill', async () => {
    const digests = await openTestDigests();
    await digests.add(['Alpha before']);
    await digests.subscribe();
    await digests.add(['Bravo imported'], 'backfill');
    await digests.add(['Charlie new', 'Delta new']);
    await digests.settle();
    await digests.settle();
    const posts = digests.posts();
    expect(posts).toHaveLength(1);
    expect([countIn(posts, '[Charlie new]'), countIn(posts, '[Delta new]')]).toEqual([1, 1]);
    expect(posts.join()).not.toMatch(/Alpha|Bravo/);
  });

  it('posts what another on the same topic, as far on as it, has posted already', async () => {
    const digests = await openTestDigests();
    const news = digests.sandbox.channels.news.id;
    const { id: first } = await digests.subscribe({ topic: 'harbour', laterTellings: 'post' });
    await digests.subscribe({ topic: 'harbour', laterTellings: 'post', channelId: news });
    const [open] = await digests.add(['Harbour open']);
    await digests.settle();
    const [shut] = await digests.add(['Harbour shut']);
    // As if the bot had been killed before the cursor moved.
    const delivery = (await digests.ledger().ofArticle(open!)).find((one) => one.subscriptionId === first)!;
    await digests.ledger().addTellings(delivery.id, open!, { lead: shut!, others: [], print: '' });
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts(news).map((post) => countIn([post], '[Harbour shut]'))).toEqual([0, 1]);
  });

  it('posts only what matches its topic and source', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ topic: 'harbour -strike', source: 'example' });
    await digests.add([
      'Harbours reopen',
      'Harbour strike',
      'A vote',
      { title: 'Harbour news', source: 'other.net' },
    ]);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('Harbours reopen');
    expect(digests.posts()[0]).not.toMatch(/\[(Harbour strike|A vote|Harbour news)\]/);
  });

  it('waits for its hour, then posts everything at once', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'daily' });
    await digests.add(['Alpha', 'Bravo']);
    await digests.settle();
    expect(digests.posts()).toHaveLength(0);
    digests.wait(24 * HOUR);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/2 stories/);
  });

  it('catches up in one digest after days of downtime, then keeps its schedule', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ cadence: 'daily' });
    for (const day of [1, 2, 3]) {
      await digests.add([`Day ${day}`]);
      digests.wait(24 * HOUR);
    }
    await digests.restart();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/3 stories/);
    const next = (await digests.subscriptions().get(id))!.nextRunMs;
    expect(new Date(next).toISOString().slice(11, 16)).toBe('09:00');
    expect(next - digests.now()).toBeLessThanOrEqual(24 * HOUR);
  });

  it('rolls what is over its max into the next digests and drops nothing', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly', max: 2 });
    const words = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];
    await digests.add(words);
    for (const _ of [1, 2, 3, 4]) {
      digests.wait(HOUR);
      await digests.settle();
    }
    const posts = digests.posts();
    expect(posts).toHaveLength(3);
    expect(posts[0]).toMatch(/3 more articles in the next digest/);
    expect(words.map((word) => countIn(posts, `[${word}]`))).toEqual([1, 1, 1, 1, 1]);
  });

  it('says nothing in a quiet period, or one line by choice, and moves on either way', async () => {
    const digests = await openTestDigests();
    const silent = await digests.subscribe({ cadence: 'hourly' });
    const spoken = await digests.subscribe({ cadence: 'hourly', lineWhenNothingNew: true, topic: 'harbour' });
    await digests.add([{ title: 'Far away', body: 'Nothing here.' }], 'backfill');
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('**harbour:** nothing new this time.');
    for (const { id } of [silent, spoken])
      expect((await digests.subscriptions().get(id))!.nextRunMs).toBeGreaterThan(digests.now());
  });

  it('shows one event told by several outlets as one story', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    const body =
      'The harbour of Orl was closed on Monday after a ferry hit its northern pier, the port authority said. ';
    await digests.add([
      {
        title: 'Orl harbour closed after ferry hits pier',
        source: 'courier.example',
        body: `${body}Ada Finn was on board.`,
      },
      {
        title: 'Ferry hits pier, Orl harbour closed',
        source: 'herald.example',
        body: `${body}Nobody was hurt.`,
      },
      { title: 'Apple harvest begins', source: 'courier.example' },
    ]);
    await digests.settle();
    const [post = ''] = digests.posts();
    expect(post).toMatch(/2 stories/);
    expect(post).toMatch(/also in: (herald|courier)\.example/);
    expect(post.indexOf('harbour')).toBeLessThan(post.indexOf('Apple'));
  });

  it('pings its role and nobody else, silently where asked', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ roleId: digests.sandbox.digestRole.id, silent: true });
    await digests.add([{ title: `Hello @everyone <@${digests.sandbox.owner.id}>` }]);
    await digests.settle();
    const [message] = digests.sandbox.posted();
    expect(message?.pings).toMatchObject({ everyone: false });
    expect(JSON.stringify(message?.pings)).toContain(digests.sandbox.digestRole.id);
    expect(JSON.stringify(message?.pings)).not.toContain(digests.sandbox.owner.id);
    expect(message?.silent).toBe(true);
  });

  it('passes nothing by where several topics match more than it looks at in one round', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ topic: 'alpha\nbeta', max: 2 });
    const titles = Array.from({ length: 520 }, (_, at) => `${at % 2 === 0 ? 'Beta' : 'Alpha'} ${at}`);
    const seqs = await digests.add(titles);
    await digests.settle();
    const { cursor, carried, articles } = (await digests.subscriptions().get(id))!;
    expect(cursor).toBeGreaterThanOrEqual(seqs[499]!);
    expect(articles + carried.length).toBe(seqs.filter((seq) => seq <= cursor).length);
  });

  it('in a forum makes a post with its tags, in an announcement channel publishes, in a thread replies', async () => {
    const digests = await openTestDigests();
    const { forum, announcements, general } = digests.sandbox.channels;
    const [tag] = forum.tags!;
    const thread = digests.sandbox.addChannel('side', { type: 11, parent: general });
    await digests.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [tag!.id], topic: 'news' });
    await digests.subscribe({ channelId: announcements.id, channelKind: 'announcement', publish: true });
    await digests.subscribe({ channelId: thread.id, channelKind: 'thread' });
    await digests.add(['Big news']);
    await digests.settle();
    const posted = digests.sandbox.posted();
    expect(posted.map(({ text }) => text.includes('Big news'))).toEqual([true, true, true]);
    const inForum = posted.find(
      ({ channelId }) => digests.sandbox.world.channels.get(channelId)?.parentId === forum.id,
    );
    expect(digests.sandbox.world.channels.get(inForum!.channelId)?.thread?.appliedTags).toEqual([tag!.id]);
    expect(posted.find(({ channelId }) => channelId === announcements.id)?.crossposted).toBe(true);
  });
});

describe('what has just come', () => {
  it('is posted under its headline, the topic small below it', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ topic: 'harbour' });
    await digests.add([{ title: 'Harbour reopens', imageUrl: 'https://example.org/harbour.jpg' }]);
    await digests.settle();
    expect(digests.posts()[0]).toMatch(/^### \[Harbour reopens\].*\n-# \*\*harbour\*\* · 1 story/s);
    expect(JSON.stringify(digests.sandbox.posted()[0])).toContain('https://example.org/harbour.jpg');
  });

  it('is a post of its own in a forum, named after its story', async () => {
    const digests = await openTestDigests();
    const { forum } = digests.sandbox.channels;
    await digests.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] });
    await digests.add(['Alpha', 'Bravo', 'Charlie']);
    for (const _ of [1, 2, 3]) await digests.settle();
    const names = [...digests.sandbox.world.channels.values()]
      .filter(({ parentId }) => parentId === forum.id)
      .map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Alpha', 'Bravo', 'Charlie']);
  });
});

describe('a subscription that is changed in the second it falls due', () => {
  const due = async (parts: Parameters<TestDigests['subscribe']>[0]) => {
    const digests = await openTestDigests();
    const subscription = await digests.subscribe({ cadence: 'hourly', ...parts });
    await digests.add(['Harbour news', 'Other news']);
    digests.wait(subscription.nextRunMs - digests.now());
    const change = (settings: Partial<Subscription>) =>
      changeSubscription(
        { subscriptions: digests.subscriptions(), articles: digests.articles, now: digests.now },
        subscription,
        { ...subscription, ...settings },
      );
    const nextRunMs = async () => (await digests.subscriptions().get(subscription.id))!.nextRunMs;
    return { digests, subscription, change, nextRunMs };
  };

  it('posts what was due by its new settings, once, and goes on by its new schedule', async () => {
    const { digests, subscription, change, nextRunMs } = await due({
      topic: 'other',
      lineWhenNothingNew: true,
    });
    const schedule = { ...subscription.schedule, cadence: 'daily' } as const;
    await change({ topic: 'harbour', channelId: digests.sandbox.channels.news.id, schedule });
    for (const _ of [1, 2, 3]) await digests.settle();
    expect(digests.posts()).toEqual([]);
    const posts = digests.posts(digests.sandbox.channels.news.id);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain('[Harbour news]');
    expect(posts[0]).not.toContain('[Other news]');
    expect(await nextRunMs()).toBe(nextMoment(schedule, digests.now()));
  });

  it('posts nothing more where it was posted a moment before', async () => {
    const { digests, change, nextRunMs } = await due({ lineWhenNothingNew: true });
    await digests.settle();
    await change({ silent: true });
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(await nextRunMs()).toBeGreaterThan(digests.now());
  });

  it('goes on by its new schedule where it is changed while its digest is on the way', async () => {
    const { digests, subscription, change, nextRunMs } = await due({});
    const settled = digests.settle();
    await digests.sandbox.next('the digest', ({ kind }) => kind === 'message-created' || undefined);
    const schedule = { ...subscription.schedule, minute: 30 };
    await change({ schedule });
    await settled;
    expect(digests.posts()).toHaveLength(1);
    expect(await nextRunMs()).toBe(nextMoment(schedule, digests.now()));
  });
});
