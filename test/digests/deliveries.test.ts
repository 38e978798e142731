import { describe, expect, it } from 'vitest';
import { changeSubscription } from '../../src/digests/manage-subscription.ts';
import { planDigests } from '../../src/digests/plan-digests.ts';
import { nextRunMs as nextMoment } from '../../src/digests/schedule.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { FormErrors } from '../../src/sandbox/rest/api-error.ts';
import { layDataFolder } from '../data-folder-of.ts';
import { countIn, openTestDigests, type TestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;
const POST = { method: 'POST', route: '/channels/{channel_id}/messages' };

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
    const spoken = await digests.subscribe({ cadence: 'hourly', quietLine: true, topic: 'harbour' });
    await digests.add([{ title: 'Far away', body: 'Nothing here.' }], 'backfill');
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('Nothing new on **harbour**');
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
    const { digests, subscription, change, nextRunMs } = await due({ topic: 'other', quietLine: true });
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
    const { digests, change, nextRunMs } = await due({ quietLine: true });
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

describe('trouble with Discord', () => {
  it.each([
    ['429', { ...POST, status: 429, retryAfterMs: 50, times: 3 }],
    ['503', { ...POST, status: 503, times: 3 }],
    ['500 though the message was posted', { ...POST, status: 500, when: 'after' as const, times: 3 }],
    [
      'a lost connection though the message was posted',
      { ...POST, hangUp: true, when: 'after' as const, times: 2 },
    ],
    ['a lost connection', { ...POST, hangUp: true, times: 2 }],
  ])('%s: the digest is posted once', async (_name, fault) => {
    const digests = await openTestDigests();
    await digests.subscribe();
    digests.sandbox.injectFault(fault);
    await digests.add(['Alpha']);
    for (const _ of [1, 2, 3, 4, 5]) {
      await digests.settle();
      digests.wait(10 * 60_000);
      digests.sandbox.forgetNonces();
    }
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('in a forum, which knows no nonce, a digest is posted once all the same', async () => {
    const digests = await openTestDigests();
    const { forum } = digests.sandbox.channels;
    await digests.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] });
    digests.sandbox.injectFault({
      method: 'POST',
      route: '/channels/{channel_id}/threads',
      status: 502,
      when: 'after',
      times: 1,
    });
    await digests.add(['Alpha']);
    for (const _ of [1, 2, 3]) {
      await digests.settle();
      digests.wait(10 * 60_000);
    }
    expect(digests.sandbox.posted().filter(({ text }) => text.includes('[Alpha]'))).toHaveLength(1);
  });

  it('a refusal that lasts is asked about ever more rarely, and each try is in the ledger', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    digests.sandbox.injectFault({ ...POST, status: 429, retryAfterMs: 30_000, times: 1_000 });
    await digests.add(['Alpha']);
    for (let minute = 0; minute < 60; minute += 1) {
      await digests.settle();
      digests.wait(60_000);
    }
    const [delivery] = await digests.ledger().unfinished();
    expect(delivery!.attempts).toBeGreaterThan(8);
    expect(delivery!.attempts).toBeLessThan(30);
    expect(digests.now() - delivery!.attemptedAtMs).toBeLessThanOrEqual(6 * 60_000);
  });

  it('a digest is looked for ever more rarely while Discord does not say whether it arrived', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    digests.sandbox.injectFault({ ...POST, status: 500, when: 'after', times: 1 });
    digests.sandbox.injectFault({
      method: 'GET',
      route: '/channels/{channel_id}/messages',
      status: 503,
      times: 1_000,
    });
    await digests.add(['Alpha']);
    const before = digests.sandbox.requests().length;
    for (let minute = 0; minute < 60; minute += 1) {
      await digests.settle();
      digests.wait(60_000);
    }
    expect(digests.sandbox.requests().length - before).toBeLessThan(30);
  });

  it.each([
    ['certainly not sent', { ...POST, status: 400, times: 1 }],
    ['not sent as its channel shows', { ...POST, hangUp: true, times: 1 }],
  ])('a digest that was %s stays unsent when its subscription is paused', async (_name, fault) => {
    const digests = await openTestDigests();
    const { id, cursor } = await digests.subscribe();
    digests.sandbox.injectFault(fault);
    await digests.add(['Alpha']);
    await digests.digests().tick();
    await digests.digests().idle();
    expect(await digests.ledger().unfinished()).toHaveLength(1);
    await digests.subscriptions().setState(id, 'paused', null);
    digests.wait(10 * 60_000);
    await digests.settle();
    expect(digests.posts()).toEqual([]);
    expect(await digests.ledger().unfinished()).toEqual([]);
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'paused', cursor });
    await digests.subscriptions().setState(id, 'active', null, digests.now());
    await digests.settle();
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it.each([
    ['a firewall', { ...POST, status: 403, code: 40333 }],
    ['a page', { ...POST, status: 403, page: { type: 'text/html', text: '<h1>Access denied</h1>' } }],
    ['an empty answer', { ...POST, status: 403, page: { type: 'text/plain', text: '' } }],
    ['a page that says 404', { ...POST, status: 404, page: { type: 'text/html', text: '<h1>404</h1>' } }],
  ])('%s on the way to Discord stops nothing, however long it is there', async (_name, fault) => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe();
    const stop = digests.sandbox.injectFault(fault);
    await digests.add(['Alpha']);
    for (let round = 0; round < 12; round += 1) {
      await digests.settle();
      digests.wait(10 * 60_000);
    }
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active', stateReason: null });
    expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toEqual([]);
    stop();
    await digests.settle();
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('a post that may have arrived is not taken for absent because of a page that says 404', async () => {
    const digests = await openTestDigests();
    const { forum } = digests.sandbox.channels;
    await digests.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] });
    const threads = '/channels/{channel_id}/threads';
    digests.sandbox.injectFault({ method: 'POST', route: threads, status: 502, when: 'after', times: 1 });
    const page = { type: 'text/html', text: '<h1>404</h1>' };
    const route = '/channels/{channel_id}/messages/{message_id}';
    digests.sandbox.injectFault({ method: 'GET', route, status: 404, page, times: 3 });
    await digests.add(['Alpha']);
    for (let round = 0; round < 8; round += 1) {
      await digests.settle();
      digests.wait(10 * 60_000);
    }
    expect(digests.sandbox.posted().filter(({ text }) => text.includes('[Alpha]'))).toHaveLength(1);
  });

  describe('a tag of the forum that is gone', () => {
    const openForum = async (tagCount: number, requiresTag = false) => {
      const digests = await openTestDigests();
      const { forum } = digests.sandbox.channels;
      Object.assign(forum, { requiresTag });
      const tagIds = forum.tags!.slice(0, tagCount).map((tag) => tag.id);
      const { id } = await digests.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds });
      const letters = () =>
        digests.sandbox.owner.sees(digests.sandbox.channels.botDm).map(({ text }) => text);
      const post = async (title: string) => {
        await digests.add([title]);
        await digests.settle();
        return digests.sandbox.posted().filter(({ text }) => text.includes(`[${title}]`));
      };
      return { digests, forum, tagIds, id, letters, post };
    };

    it('is left out, the others stay, and it is told once', async () => {
      const { digests, forum, tagIds, id, letters, post } = await openForum(2);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      for (const title of ['Alpha', 'Bravo']) {
        const [posted] = await post(title);
        expect(digests.sandbox.world.channels.get(posted!.channelId)?.thread?.appliedTags).toEqual([
          tagIds[1],
        ]);
      }
      expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [tagIds[1]] });
      expect(letters()).toEqual([expect.stringMatching(/no longer has a tag.*Channel and role/)]);
    });
    it('and was the only one leaves a post without tags', async () => {
      const { digests, forum, tagIds, id, letters, post } = await openForum(1);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      expect(await post('Alpha')).toHaveLength(1);
      expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [] });
      expect(letters()).toHaveLength(1);
    });
    it('stops the digests where the forum asks for one, and says what to do', async () => {
      const { digests, forum, tagIds, id, post } = await openForum(1, true);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      await post('Alpha');
      const { state, stateReason } = (await digests.subscriptions().get(id))!;
      expect([state, stateReason]).toEqual([
        'stopped',
        expect.stringMatching(/tag .* was deleted.*Channel and role/),
      ]);
    });
  });

  it('one channel in trouble keeps no other waiting', async () => {
    const digests = await openTestDigests();
    const { news, general } = digests.sandbox.channels;
    await digests.subscribe({ channelId: news.id });
    await digests.subscribe();
    digests.sandbox.deny(news, 'SendMessages');
    await digests.add(['Alpha']);
    await digests.settle();
    expect(countIn(digests.posts(general.id), '[Alpha]')).toBe(1);
  });

  it('a lost permission pauses, tells the person who set it up once, and catches up when resumed', async () => {
    const digests = await openTestDigests();
    const { owner, channels } = digests.sandbox;
    const { id } = await digests.subscribe();
    digests.sandbox.deny(channels.general, 'SendMessages');
    await digests.add(['Alpha']);
    for (const _ of [1, 2, 3]) await digests.settle();
    await digests.add(['Bravo']);
    await digests.settle();
    const letters = owner.sees(channels.botDm).map(({ text }) => text);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatch(/may not post.*Send Messages.*Resume/);
    expect((await digests.subscriptions().get(id))?.state).toBe('stopped');
    digests.sandbox.allow(channels.general, 'SendMessages');
    await digests.subscriptions().setState(id, 'active', null, digests.now());
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect([countIn(digests.posts(), '[Alpha]'), countIn(digests.posts(), '[Bravo]')]).toEqual([1, 1]);
  });

  it('a deleted channel pauses and keeps the cursor', async () => {
    const digests = await openTestDigests();
    const channel = digests.sandbox.addChannel('short-lived');
    const { id, cursor } = await digests.subscribe({ channelId: channel.id });
    digests.sandbox.deleteChannel(channel);
    await digests.add(['Alpha']);
    await digests.settle();
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'stopped', cursor });
    await digests
      .subscriptions()
      .change(
        id,
        { ...(await digests.subscriptions().get(id))!, channelId: digests.sandbox.channels.general.id },
        0,
        digests.now(),
      );
    await digests.subscriptions().setState(id, 'active', null, digests.now());
    await digests.settle();
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });
});

describe('after a crash', () => {
  const crash = async (when: 'before' | 'after', chatter: number) => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    digests.sandbox.injectFault({ ...POST, hangUp: true, when, times: 1 });
    await digests.digests().tick();
    await digests.digests().idle();
    expect((await digests.ledger().unfinished()).map(({ state }) => state)).toEqual(['open']);
    digests.sandbox.chatter(digests.sandbox.channels.general, chatter);
    digests.sandbox.forgetNonces();
    digests.wait(30 * 60_000);
    return { digests, id };
  };

  it.each([
    ['posted, with 250 messages after it', 'after', 250],
    ['posted a moment ago', 'after', 0],
    ['never posted', 'before', 120],
  ] as const)('an open delivery that was %s ends up in the channel once', async (_name, when, chatter) => {
    const { digests, id } = await crash(when, chatter);
    await digests.restart();
    await digests.settle();
    expect([countIn(digests.posts(), '[Alpha]'), countIn(digests.posts(), '[Bravo]')]).toEqual([1, 1]);
    expect(await digests.ledger().unfinished()).toEqual([]);
    expect(await digests.subscriptions().get(id)).toMatchObject({ deliveries: 1, articles: 2, cursor: 2 });
  });

  it('a delivery is held where the history cannot be read, and goes on when it can', async () => {
    const { digests, id } = await crash('after', 0);
    const { owner, channels } = digests.sandbox;
    digests.sandbox.deny(channels.general, 'ReadMessageHistory');
    await digests.restart();
    await digests.settle();
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'held' });
    expect(
      owner
        .sees(channels.botDm)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/Read Message History/);
    await digests.add(['Charlie']);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    digests.sandbox.allow(channels.general, 'ReadMessageHistory');
    digests.wait(15 * 60_000);
    await digests.settle();
    expect((await digests.subscriptions().get(id))?.state).toBe('active');
    expect(['Alpha', 'Bravo', 'Charlie'].map((word) => countIn(digests.posts(), `[${word}]`))).toEqual([
      1, 1, 1,
    ]);
    expect(owner.sees(channels.botDm)).toHaveLength(1);
  });

  it.each([
    ['arrived', true, 'after'],
    ['did not arrive', false, 'before'],
  ] as const)('a manager who says that it %s settles a held delivery', async (_name, hasArrived, when) => {
    const { digests, id } = await crash(when, 0);
    digests.sandbox.deny(digests.sandbox.channels.general, 'ReadMessageHistory');
    await digests.restart();
    await digests.settle();
    const [held] = await digests.ledger().unfinished();
    expect(await digests.digests().resolve(held!.id, hasArrived)).toBe(true);
    await digests.settle();
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    expect((await digests.subscriptions().get(id))?.state).toBe('active');
    expect(await digests.digests().resolve(held!.id, hasArrived)).toBe(false);
  });
});

const draftOf = async ({ articles }: TestDigests, seq: number): Promise<ArticleDraft> => {
  const {
    addedAtMs,
    changedAtMs,
    seq: _,
    arrival,
    duplicateOf,
    toldBy,
    ...draft
  } = (await articles.get(seq))!;
  return draft;
};

describe('an article that does not stay as and where it was', () => {
  const hourly = async (digests: TestDigests): Promise<void> => {
    digests.wait(HOUR);
    await digests.settle();
  };

  /** Discord refuses the digest of the hour so many times; meanwhile the first article, which is returned, goes away. */
  const missDigest = async (digests: TestDigests, times = 1): Promise<ArticleDraft> => {
    const first = await draftOf(digests, 1);
    digests.sandbox.injectFault({ ...POST, status: 503, times });
    await hourly(digests);
    await digests.articles.remove([first.key], digests.now());
    digests.wait(10 * 60_000);
    await digests.settle();
    return first;
  };

  it('is posted once though it was away at the hour of the digest', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    for (const posts of [0, 1, 1]) {
      await digests.articles.remove([alpha.key], digests.now());
      await hourly(digests);
      expect(countIn(digests.posts(), '[Alpha]')).toBe(posts);
      await digests.articles.add([alpha], 'new', digests.now());
      await digests.settle();
      await hourly(digests);
      expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    }
    expect(countIn(digests.posts(), '[Bravo]')).toBe(1);
  });

  it('is posted once though it came back while a digest was under way', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    await digests.articles.remove([alpha.key], digests.now());
    digests.sandbox.injectFault({ ...POST, status: 503, times: 1 });
    await digests.settle();
    digests.wait(1);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
  });

  it('is posted once though all of its digest was away while Discord had trouble', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha']);
    const alpha = await missDigest(digests);
    expect(digests.posts()).toEqual([]);
    expect(await digests.subscriptions().get(id)).toMatchObject({ cursor: 1, deliveries: 0 });
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once though it was away when the rest of its digest was posted', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/1 story.*\[Bravo\]/s);
    expect(digests.posts()[0]).not.toContain('next digest');
    expect(await digests.subscriptions().get(id)).toMatchObject({ cursor: 2, articles: 1 });
    await hourly(digests);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
    expect(digests.posts()).toHaveLength(2);
  });

  it('is posted once though it came back while its digest waited for others to be sent', async () => {
    const digests = await openTestDigests();
    const crowd = Array.from({ length: 25 }, () => digests.subscribe({ cadence: 'hourly' }));
    const first = (await Promise.all(crowd))[0]!;
    const last = digests.sandbox.channels.news.id;
    await digests.subscribe({ cadence: 'hourly', channelId: last, nextRunMs: first.nextRunMs + 1 });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    await digests.articles.remove([alpha.key], digests.now());
    digests.sandbox.injectFault({ ...POST, delayMs: 100, times: 25 });
    digests.wait(HOUR + 1);
    await digests.digests().tick();
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.digests().tick();
    expect(digests.posts(last)).toEqual([]);
    await digests.digests().idle();
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(last), word))).toEqual([1, 1]);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([25, 25]);
  });

  it('is posted once though it led a story that others tell, and was away when that was posted', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    const told = 'The harbour of Orl was closed on Monday after a ferry hit its northern pier. ';
    await digests.add([
      { title: 'Orl harbour closed after ferry hits pier', source: 'a.example', body: told.repeat(6) },
      { title: 'Ferry hits pier, Orl harbour closed', source: 'b.example', body: `${told}Nobody was hurt.` },
    ]);
    const lead = await missDigest(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/1 story.*\[Ferry hits pier, Orl harbour closed\]/s);
    await digests.articles.add(
      [{ ...(await draftOf(digests, 2)), title: 'Ferry hits pier of Orl' }],
      'new',
      digests.now(),
    );
    await digests.articles.add([lead], 'new', digests.now());
    await digests.settle();
    expect(digests.posts()[0]).toMatch(/\[Ferry hits pier of Orl\].*updated/s);
    await hourly(digests);
    await hourly(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/2 outlets.*also in: a\.example/s);
  });

  it('is posted once though the bot was killed between leaving it out and posting the rest', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(digests, 2);
    expect(digests.posts()).toEqual([]);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.restart();
    await digests.settle();
    digests.wait(10 * 60_000);
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
    expect(digests.posts()).toHaveLength(2);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])('is posted once though its file is renamed %s the digest', async (_name, hoursBefore) => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha']);
    const alpha = await draftOf(digests, 1);
    if (hoursBefore > 0) await hourly(digests);
    const renamed = { ...alpha, key: 'renamed#1', origin: 'file:renamed.jsonl' };
    await digests.articles.add([renamed], 'new', digests.now());
    await digests.articles.retain(alpha.origin, new Set(), digests.now());
    await hourly(digests);
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once where it matches only after a change, up to 8 days after it came', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ topic: 'harbour' });
    await digests.add(['Alpha', 'Bravo']);
    await digests.settle();
    digests.wait(HOUR);
    const change = async (seq: number, body: string) =>
      digests.articles.add([{ ...(await draftOf(digests, seq)), body }], 'new', digests.now());
    await change(1, 'The harbour of Orl was closed on Monday after a ferry hit its pier.');
    await hourly(digests);
    await change(1, 'The harbour of Orl was opened again on Tuesday.');
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    digests.wait(9 * 24 * HOUR);
    await change(2, 'Nothing but the harbour of Orl is told of here.');
    await hourly(digests);
    expect(digests.posts()).toHaveLength(1);
  });
});

/** As Discord tells where a form is wrong. */
const faultAt = (...path: string[]): FormErrors =>
  path.reduceRight<FormErrors>((inner, key) => ({ [key]: inner }), {
    _errors: [{ code: 'BASE_TYPE_BAD', message: 'This is not taken.' }],
  });
const textFault = faultAt('components', '0', 'components', '1', 'content');
const pictureFault = faultAt('components', '0', 'components', '1', 'accessory', 'media', 'url');

describe('a posted story', () => {
  const posted = async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    await digests.settle();
    const change = async (title: string) => {
      await digests.articles.add([{ ...(await draftOf(digests, 1)), title }], 'new', digests.now());
    };
    return { digests, change };
  };

  it('is edited and marked updated where its title changes, never posted again', async () => {
    const { digests, change } = await posted();
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/Alpha corrected.*updated/s);
    expect(countIn(digests.posts(), 'updated')).toBe(1);
    expect(digests.sandbox.posted()[0]?.edited).toBe(true);
  });

  it('keeps the title it was posted under where it is edited after the topic was changed', async () => {
    const { digests, change } = await posted();
    const [subscription] = await digests.subscriptions().all();
    const changed = { ...subscription!, topic: 'nonexistent', roleId: digests.sandbox.digestRole.id };
    await digests.subscriptions().change(subscription!.id, changed, digests.now(), digests.now());
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).toMatch(/Alpha corrected.*every new article/s);
    expect(digests.posts()[0]).not.toContain(digests.sandbox.digestRole.id);
  });

  it('stays as it is after 48 hours', async () => {
    const { digests, change } = await posted();
    digests.wait(49 * HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).not.toContain('corrected');
  });

  it('is edited without pictures where Discord does not take them', async () => {
    const { digests, change } = await posted();
    digests.sandbox.injectFault({
      method: 'PATCH',
      status: 400,
      code: 50035,
      errors: pictureFault,
      times: 1,
    });
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).toContain('Alpha corrected');
  });

  it.each([
    ['it was deleted', { status: 404, code: 10008 }],
    ['Discord does not take its text', { status: 400, code: 50035, errors: textFault }],
    ['Discord does not say that its form is at fault', { status: 400, code: 50006 }],
  ])('is not edited where %s, and is not tried again', async (_name, refusal) => {
    const { digests, change } = await posted();
    const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
    digests.sandbox.injectFault({ method: 'PATCH', ...refusal, times: 1 });
    digests.wait(HOUR);
    await change('Alpha corrected');
    for (const _ of [1, 2, 3]) {
      digests.wait(HOUR);
      await digests.settle();
    }
    expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
    expect(digests.posts()[0]).not.toContain('corrected');
  });

  describe.each([
    ['the channel can no longer be seen', { status: 403, code: 50001 }],
    ['its thread is archived', { status: 400, code: 50083 }],
  ])('where %s', (_name, refusal) => {
    it('is edited once that has changed', async () => {
      const { digests, change } = await posted();
      const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
      const isBack = digests.sandbox.injectFault({ method: 'PATCH', ...refusal });
      digests.wait(HOUR);
      await change('Alpha corrected');
      for (const _ of [1, 2, 3]) {
        digests.wait(60_000);
        await digests.settle();
      }
      expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
      isBack();
      digests.wait(10 * 60_000);
      await digests.settle();
      expect(digests.posts()).toEqual([expect.stringMatching(/Alpha corrected.*updated/s)]);
      expect((await digests.subscriptions().all()).map(({ state }) => state)).toEqual(['active']);
    });

    it('is left as it is after 72 hours', async () => {
      const { digests, change } = await posted();
      const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
      digests.sandbox.injectFault({ method: 'PATCH', ...refusal });
      digests.wait(HOUR);
      await change('Alpha corrected');
      await digests.settle();
      digests.wait(72 * HOUR);
      for (const _ of [1, 2, 3]) {
        digests.wait(HOUR);
        await digests.settle();
      }
      expect(edits()).toHaveLength(2);
    });
  });

  it('is edited later where Discord has trouble, and the edit survives a restart', async () => {
    const { digests, change } = await posted();
    digests.sandbox.injectFault({ method: 'PATCH', status: 503, times: 1 });
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).not.toContain('corrected');
    await digests.restart();
    await digests.settle();
    expect(digests.posts()[0]).toContain('Alpha corrected');
  });
});

it('schedules that a wrong clock pushed years ahead come back when the clock is right', async () => {
  const digests = await openTestDigests();
  const { id } = await digests.subscribe({ cadence: 'hourly' });
  await digests.settle();
  digests.wait(10 * 365 * 24 * HOUR);
  await digests.settle();
  digests.wait(-10 * 365 * 24 * HOUR);
  await digests.settle();
  expect((await digests.subscriptions().get(id))!.nextRunMs - digests.now()).toBeLessThanOrEqual(HOUR);
});

it.each(['after:nonsense', '???', '"…"', '-'])(
  'a subscription whose topic is %s is stopped, its manager told once, and no other held up',
  async (topic) => {
    const digests = await openTestDigests();
    const { owner, channels } = digests.sandbox;
    const { id } = await digests.subscribe({ topic });
    await digests.subscribe();
    await digests.add(['Alpha']);
    await digests.settle();
    await digests.restart();
    digests.wait(HOUR);
    await digests.add(['Beta']);
    await digests.settle();
    expect(digests.posts()).toHaveLength(2);
    expect(digests.posts().join()).toMatch(/Alpha.*Beta/s);
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'stopped' });
    expect(owner.sees(channels.botDm).map(({ text }) => text)).toEqual([
      expect.stringMatching(/have stopped.*topic cannot be read/s),
    ]);
  },
);

describe('a subscription in a time zone this system does not know', () => {
  const unknown = { cadence: 'hourly', hour: 9, minute: 0, weekday: 1, timezone: 'Mars/Olympus' } as const;

  it.each([
    ['with something to post', ''],
    ['with nothing to post', 'nonexistent'],
  ])('%s: it is stopped with the reason, and the others go on', async (_name, topic) => {
    const digests = await openTestDigests();
    const { id, cursor } = await digests.subscribe({ topic });
    await digests.subscribe();
    const broken = (await digests.subscriptions().get(id))!;
    await digests.subscriptions().change(id, { ...broken, schedule: unknown }, digests.now(), digests.now());
    await digests.add(['Alpha']);
    await digests.settle();
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    const stopped = await digests.subscriptions().get(id);
    expect(stopped).toMatchObject({ state: 'stopped', cursor });
    expect(stopped?.stateReason).toMatch(/Mars\/Olympus.*Change.*Resume/);
    expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toHaveLength(1);
  });

  const leftOpen = async () => {
    const digests = await openTestDigests();
    const { forum } = digests.sandbox.channels;
    const place = { channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] } as const;
    const subscription = await digests.subscribe(place);
    await digests.add(['Alpha']);
    const route = '/channels/{channel_id}/threads';
    digests.sandbox.injectFault({ method: 'POST', route, hangUp: true, times: 1 });
    await digests.digests().tick();
    await digests.digests().idle();
    const changed = { ...subscription, schedule: unknown };
    await digests.subscriptions().change(subscription.id, changed, digests.now() + 100 * HOUR, digests.now());
    const state = async () => (await digests.subscriptions().get(subscription.id))?.state;
    const posts = () =>
      countIn(
        digests.sandbox.posted().map(({ text }) => text),
        '[Alpha]',
      );
    return { digests, state, posts };
  };

  it('and with a digest left open: it is stopped, and the digest waits with it', async () => {
    const { digests, state, posts } = await leftOpen();
    digests.wait(HOUR);
    await digests.restart();
    await digests.settle();
    expect([await state(), posts(), await digests.ledger().unfinished()]).toEqual(['stopped', 0, []]);
    expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toHaveLength(1);
  });

  it('and with a digest that a manager wants posted again: it is posted, and then stopped', async () => {
    const { digests, state, posts } = await leftOpen();
    const [open] = await digests.ledger().unfinished();
    await digests.ledger().hold(open!.id, 'why');
    expect(await digests.digests().resolve(open!.id, false)).toBe(true);
    await digests.digests().idle();
    expect([await state(), posts(), await digests.ledger().unfinished()]).toEqual(['stopped', 1, []]);
  });

  it('keeps no other schedule from being put right after the clock was set back', async () => {
    const digests = await openTestDigests();
    const broken = await digests.subscribe();
    const inADay = digests.now() + 24 * HOUR;
    await digests.subscriptions().change(broken.id, { ...broken, schedule: unknown }, inADay, digests.now());
    const { id } = await digests.subscribe({ cadence: 'hourly', nextRunMs: digests.now() + 9_000 * HOUR });
    await digests.settle();
    digests.wait(-HOUR);
    await digests.settle();
    expect((await digests.subscriptions().get(id))!.nextRunMs - digests.now()).toBeLessThanOrEqual(HOUR);
    expect(await digests.subscriptions().get(broken.id)).toMatchObject({ state: 'stopped' });
  });
});

it('a digest that fails in an unforeseen way stops its subscription after some tries, with its articles free again', async () => {
  const digests = await openTestDigests();
  const subscription = await digests.subscribe();
  await digests.add(['Alpha']);
  const { id: subscriptionId, guildId, channelId, channelKind } = subscription;
  const heading = { title: 7 as unknown as string, schedule: '', roleId: null };
  const stories = [{ lead: 1, others: [], print: '' }];
  const content = { heading, throughSeq: 1, stories, rolled: [] };
  const place = { subscriptionId, guildId, channelId, channelKind };
  await digests
    .ledger()
    .claim({ id: 'broken', claimedAtMs: digests.now(), ...place, ...content }, subscription);
  for (let tries = 0; tries < 12; tries++) {
    await digests.settle();
    digests.wait(HOUR);
  }
  const stopped = await digests.subscriptions().get(subscriptionId);
  expect(stopped).toMatchObject({ state: 'stopped', cursor: 0 });
  expect(stopped?.stateReason).toMatch(/error.*log.*Resume/);
  expect(await digests.ledger().unfinished()).toEqual([]);
  expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toHaveLength(1);
  await digests.subscriptions().setState(subscriptionId, 'active', null, digests.now());
  await digests.settle();
  expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
});

it('on a full disk digests wait for room: it is told once, no subscription stops, and each is posted once', async () => {
  const digests = await openTestDigests();
  const subscriptions = [];
  for (let number = 0; number < 40; number++) subscriptions.push(await digests.subscribe());
  await digests.add(Array.from({ length: 9 }, (_, number) => `Alpha ${number}`));
  await digests.limitState(1);
  for (let hour = 0; hour < 12; hour++) {
    await digests.settle();
    digests.wait(HOUR);
  }
  const posted = countIn(digests.posts(), '[Alpha 0]');
  expect(posted).toBeLessThan(40);
  expect(countIn([digests.logged()], 'the disk is full')).toBe(1);
  for (const { id } of subscriptions)
    expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active' });
  await digests.limitState(1_000_000);
  for (let hour = 0; hour < 3; hour++) {
    await digests.settle();
    digests.wait(HOUR);
  }
  expect(countIn(digests.posts(), '[Alpha 0]')).toBe(40);
  expect(countIn([digests.logged()], 'digests go on')).toBe(1);
});

it('a topic that fails in an unforeseen way keeps no other from being planned', async () => {
  const digests = await openTestDigests();
  const broken = { ...(await digests.subscribe()), topic: 7 as unknown as string };
  const fine = await digests.subscribe();
  await digests.add(['Alpha']);
  const { articles, matcher } = digests;
  const sources = {
    articles,
    matcher,
    ledger: digests.ledger(),
    postedHeadlines: new Map(),
    onBadArticle: () => {},
  };
  const { plans, unplanned } = await planDigests([broken, fine], 1, digests.now(), sources);
  expect(unplanned.map(({ subscription }) => subscription.id)).toEqual([broken.id]);
  expect(plans.map(({ subscription, stories }) => [subscription.id, stories.length])).toEqual([[fine.id, 1]]);
});

it('after an update that reads all words anew nothing is lost or posted twice', async () => {
  const digests = await openTestDigests({}, (folder) => layDataFolder('2026-11-22', folder));
  const [comet, copy, storm] = await digests.articles.after(0, { limit: 100, arrival: 'new' });
  await digests.subscribe({ topic: 'dam', cursor: comet!.seq - 1, startSeq: 0 });
  await digests.subscribe({ topic: 'comet', cursor: copy!.seq, startSeq: 0 });
  await digests.settle();
  expect(digests.posts()).toEqual([]);
  while ((await digests.articles.indexQueued(1)) > 0) await digests.settle();
  await digests.settle();
  await digests.restart();
  await digests.settle();
  expect(countIn(digests.posts(), storm!.title)).toBe(1);
  expect(countIn(digests.posts(), comet!.title)).toBe(0);
});

it('a subscription of an earlier build goes on with what comes next', async () => {
  const digests = await openTestDigests({}, (folder) => layDataFolder('2026-11-28', folder));
  await digests.settle();
  await digests.add(['Alpha']);
  while ((await digests.articles.indexQueued(1)) > 0);
  for (const _ of [1, 2]) await digests.settle();
  expect(digests.posts(digests.sandbox.channels.news.id)).toEqual([expect.stringContaining('[Alpha]')]);
  expect(digests.posts()).toEqual([]);
});
