import { describe, expect, it } from 'vitest';
import { changeSubscription } from '../../src/digests/manage-subscription.ts';
import { planDigests } from '../../src/digests/plan-digests.ts';
import { nextRunMs as nextMoment } from '../../src/digests/schedule.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { FormErrors } from '../../src/sandbox/rest/api-error.ts';
import { FORMER_BUILDS, layDataFolder } from '../data-folder-of.ts';
import { countIn, type Newsdesk, openNewsdesk } from './open-newsdesk.ts';

const HOUR = 3_600_000;
const POST = { method: 'POST', route: '/channels/{channel_id}/messages' };

describe('a subscription', () => {
  it('posts new articles once, and nothing that was there before or came as backfill', async () => {
    const desk = await openNewsdesk();
    await desk.add(['Alpha before']);
    await desk.subscribe();
    await desk.add(['Bravo imported'], 'backfill');
    await desk.add(['Charlie new', 'Delta new']);
    await desk.settle();
    await desk.settle();
    const posts = desk.posts();
    expect(posts).toHaveLength(1);
    expect([countIn(posts, '[Charlie new]'), countIn(posts, '[Delta new]')]).toEqual([1, 1]);
    expect(posts.join()).not.toMatch(/Alpha|Bravo/);
  });

  it('posts only what matches its topic and source', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ topic: 'harbour -strike', source: 'example' });
    await desk.add([
      'Harbours reopen',
      'Harbour strike',
      'A vote',
      { title: 'Harbour news', source: 'other.net' },
    ]);
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toContain('Harbours reopen');
    expect(desk.posts()[0]).not.toMatch(/\[(Harbour strike|A vote|Harbour news)\]/);
  });

  it('waits for its hour, then posts everything at once', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'daily' });
    await desk.add(['Alpha', 'Bravo']);
    await desk.settle();
    expect(desk.posts()).toHaveLength(0);
    desk.wait(24 * HOUR);
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toMatch(/2 stories/);
  });

  it('catches up in one digest after days of downtime, then keeps its schedule', async () => {
    const desk = await openNewsdesk();
    const { id } = await desk.subscribe({ cadence: 'daily' });
    for (const day of [1, 2, 3]) {
      await desk.add([`Day ${day}`]);
      desk.wait(24 * HOUR);
    }
    await desk.restart();
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toMatch(/3 stories/);
    const next = (await desk.subscriptions().get(id))!.nextRunMs;
    expect(new Date(next).toISOString().slice(11, 16)).toBe('09:00');
    expect(next - desk.now()).toBeLessThanOrEqual(24 * HOUR);
  });

  it('rolls what is over its max into the next digests and drops nothing', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'hourly', max: 2 });
    const words = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];
    await desk.add(words);
    for (const _ of [1, 2, 3, 4]) {
      desk.wait(HOUR);
      await desk.settle();
    }
    const posts = desk.posts();
    expect(posts).toHaveLength(3);
    expect(posts[0]).toMatch(/3 more articles in the next digest/);
    expect(words.map((word) => countIn(posts, `[${word}]`))).toEqual([1, 1, 1, 1, 1]);
  });

  it('says nothing in a quiet period, or one line by choice, and moves on either way', async () => {
    const desk = await openNewsdesk();
    const silent = await desk.subscribe({ cadence: 'hourly' });
    const spoken = await desk.subscribe({ cadence: 'hourly', quietLine: true, topic: 'harbour' });
    await desk.add([{ title: 'Far away', body: 'Nothing here.' }], 'backfill');
    desk.wait(HOUR);
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toContain('Nothing new on **harbour**');
    for (const { id } of [silent, spoken])
      expect((await desk.subscriptions().get(id))!.nextRunMs).toBeGreaterThan(desk.now());
  });

  it('shows one event told by several outlets as one story', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe();
    const body =
      'The harbour of Orl was closed on Monday after a ferry hit its northern pier, the port authority said. ';
    await desk.add([
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
    await desk.settle();
    const [post = ''] = desk.posts();
    expect(post).toMatch(/2 stories/);
    expect(post).toMatch(/also in: (herald|courier)\.example/);
    expect(post.indexOf('harbour')).toBeLessThan(post.indexOf('Apple'));
  });

  it('pings its role and nobody else, silently where asked', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ roleId: desk.sandbox.digestRole.id, silent: true });
    await desk.add([{ title: `Hello @everyone <@${desk.sandbox.owner.id}>` }]);
    await desk.settle();
    const [message] = desk.sandbox.posted();
    expect(message?.pings).toMatchObject({ everyone: false });
    expect(JSON.stringify(message?.pings)).toContain(desk.sandbox.digestRole.id);
    expect(JSON.stringify(message?.pings)).not.toContain(desk.sandbox.owner.id);
    expect(message?.silent).toBe(true);
  });

  it('in a forum makes a post with its tags, in an announcement channel publishes, in a thread replies', async () => {
    const desk = await openNewsdesk();
    const { forum, announcements, general } = desk.sandbox.channels;
    const [tag] = forum.tags!;
    const thread = desk.sandbox.addChannel('side', { type: 11, parent: general });
    await desk.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [tag!.id], topic: 'news' });
    await desk.subscribe({ channelId: announcements.id, channelKind: 'announcement', publish: true });
    await desk.subscribe({ channelId: thread.id, channelKind: 'thread' });
    await desk.add(['Big news']);
    await desk.settle();
    const posted = desk.sandbox.posted();
    expect(posted.map(({ text }) => text.includes('Big news'))).toEqual([true, true, true]);
    const inForum = posted.find(
      ({ channelId }) => desk.sandbox.world.channels.get(channelId)?.parentId === forum.id,
    );
    expect(desk.sandbox.world.channels.get(inForum!.channelId)?.thread?.appliedTags).toEqual([tag!.id]);
    expect(posted.find(({ channelId }) => channelId === announcements.id)?.crossposted).toBe(true);
  });
});

describe('a subscription that is changed in the second it falls due', () => {
  const due = async (parts: Parameters<Newsdesk['subscribe']>[0]) => {
    const desk = await openNewsdesk();
    const subscription = await desk.subscribe({ cadence: 'hourly', ...parts });
    await desk.add(['Harbour news', 'Other news']);
    desk.wait(subscription.nextRunMs - desk.now());
    const change = (settings: Partial<Subscription>) =>
      changeSubscription(
        { subscriptions: desk.subscriptions(), articles: desk.articles, now: desk.now },
        subscription,
        { ...subscription, ...settings },
      );
    const nextRunMs = async () => (await desk.subscriptions().get(subscription.id))!.nextRunMs;
    return { desk, subscription, change, nextRunMs };
  };

  it('posts what was due by its new settings, once, and goes on by its new schedule', async () => {
    const { desk, subscription, change, nextRunMs } = await due({ topic: 'other', quietLine: true });
    const schedule = { ...subscription.schedule, cadence: 'daily' } as const;
    await change({ topic: 'harbour', channelId: desk.sandbox.channels.news.id, schedule });
    for (const _ of [1, 2, 3]) await desk.settle();
    expect(desk.posts()).toEqual([]);
    const posts = desk.posts(desk.sandbox.channels.news.id);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain('[Harbour news]');
    expect(posts[0]).not.toContain('[Other news]');
    expect(await nextRunMs()).toBe(nextMoment(schedule, desk.now()));
  });

  it('posts nothing more where it was posted a moment before', async () => {
    const { desk, change, nextRunMs } = await due({ quietLine: true });
    await desk.settle();
    await change({ silent: true });
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(await nextRunMs()).toBeGreaterThan(desk.now());
  });

  it('goes on by its new schedule where it is changed while its digest is on the way', async () => {
    const { desk, subscription, change, nextRunMs } = await due({});
    const settled = desk.settle();
    await desk.sandbox.next('the digest', ({ kind }) => kind === 'message-created' || undefined);
    const schedule = { ...subscription.schedule, minute: 30 };
    await change({ schedule });
    await settled;
    expect(desk.posts()).toHaveLength(1);
    expect(await nextRunMs()).toBe(nextMoment(schedule, desk.now()));
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
    const desk = await openNewsdesk();
    await desk.subscribe();
    desk.sandbox.misbehave(fault);
    await desk.add(['Alpha']);
    for (const _ of [1, 2, 3, 4, 5]) {
      await desk.settle();
      desk.wait(10 * 60_000);
      desk.sandbox.forgetNonces();
    }
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });

  it('in a forum, which knows no nonce, a digest is posted once all the same', async () => {
    const desk = await openNewsdesk();
    const { forum } = desk.sandbox.channels;
    await desk.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] });
    desk.sandbox.misbehave({
      method: 'POST',
      route: '/channels/{channel_id}/threads',
      status: 502,
      when: 'after',
      times: 1,
    });
    await desk.add(['Alpha']);
    for (const _ of [1, 2, 3]) {
      await desk.settle();
      desk.wait(10 * 60_000);
    }
    expect(desk.sandbox.posted().filter(({ text }) => text.includes('[Alpha]'))).toHaveLength(1);
  });

  it('a refusal that lasts is asked about ever more rarely, and each try is in the ledger', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe();
    desk.sandbox.misbehave({ ...POST, status: 429, retryAfterMs: 30_000, times: 1_000 });
    await desk.add(['Alpha']);
    for (let minute = 0; minute < 60; minute += 1) {
      await desk.settle();
      desk.wait(60_000);
    }
    const [delivery] = await desk.ledger().unfinished();
    expect(delivery!.attempts).toBeGreaterThan(8);
    expect(delivery!.attempts).toBeLessThan(30);
    expect(desk.now() - delivery!.attemptedAtMs).toBeLessThanOrEqual(6 * 60_000);
  });

  it('a digest is looked for ever more rarely while Discord does not say whether it arrived', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe();
    desk.sandbox.misbehave({ ...POST, status: 500, when: 'after', times: 1 });
    desk.sandbox.misbehave({
      method: 'GET',
      route: '/channels/{channel_id}/messages',
      status: 503,
      times: 1_000,
    });
    await desk.add(['Alpha']);
    const before = desk.sandbox.requests().length;
    for (let minute = 0; minute < 60; minute += 1) {
      await desk.settle();
      desk.wait(60_000);
    }
    expect(desk.sandbox.requests().length - before).toBeLessThan(30);
  });

  it.each([
    ['certainly not sent', { ...POST, status: 400, times: 1 }],
    ['not sent as its channel shows', { ...POST, hangUp: true, times: 1 }],
  ])('a digest that was %s stays unsent when its subscription is paused', async (_name, fault) => {
    const desk = await openNewsdesk();
    const { id, cursor } = await desk.subscribe();
    desk.sandbox.misbehave(fault);
    await desk.add(['Alpha']);
    await desk.digests().tick();
    await desk.digests().idle();
    expect(await desk.ledger().unfinished()).toHaveLength(1);
    await desk.subscriptions().setState(id, 'paused', null);
    desk.wait(10 * 60_000);
    await desk.settle();
    expect(desk.posts()).toEqual([]);
    expect(await desk.ledger().unfinished()).toEqual([]);
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'paused', cursor });
    await desk.subscriptions().setState(id, 'active', null, desk.now());
    await desk.settle();
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });

  it.each([
    ['a firewall', { ...POST, status: 403, code: 40333 }],
    ['a page', { ...POST, status: 403, page: { type: 'text/html', text: '<h1>Access denied</h1>' } }],
    ['an empty answer', { ...POST, status: 403, page: { type: 'text/plain', text: '' } }],
    ['a page that says 404', { ...POST, status: 404, page: { type: 'text/html', text: '<h1>404</h1>' } }],
  ])('%s on the way to Discord stops nothing, however long it is there', async (_name, fault) => {
    const desk = await openNewsdesk();
    const { id } = await desk.subscribe();
    const stop = desk.sandbox.misbehave(fault);
    await desk.add(['Alpha']);
    for (let round = 0; round < 12; round += 1) {
      await desk.settle();
      desk.wait(10 * 60_000);
    }
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'active', stateReason: null });
    expect(desk.sandbox.owner.sees(desk.sandbox.channels.botDm)).toEqual([]);
    stop();
    await desk.settle();
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });

  it('a post that may have arrived is not taken for absent because of a page that says 404', async () => {
    const desk = await openNewsdesk();
    const { forum } = desk.sandbox.channels;
    await desk.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] });
    const threads = '/channels/{channel_id}/threads';
    desk.sandbox.misbehave({ method: 'POST', route: threads, status: 502, when: 'after', times: 1 });
    const page = { type: 'text/html', text: '<h1>404</h1>' };
    const route = '/channels/{channel_id}/messages/{message_id}';
    desk.sandbox.misbehave({ method: 'GET', route, status: 404, page, times: 3 });
    await desk.add(['Alpha']);
    for (let round = 0; round < 8; round += 1) {
      await desk.settle();
      desk.wait(10 * 60_000);
    }
    expect(desk.sandbox.posted().filter(({ text }) => text.includes('[Alpha]'))).toHaveLength(1);
  });

  describe('a tag of the forum that is gone', () => {
    const openForum = async (tagCount: number, requiresTag = false) => {
      const desk = await openNewsdesk();
      const { forum } = desk.sandbox.channels;
      Object.assign(forum, { requiresTag });
      const tagIds = forum.tags!.slice(0, tagCount).map((tag) => tag.id);
      const { id } = await desk.subscribe({ channelId: forum.id, channelKind: 'forum', tagIds });
      const letters = () => desk.sandbox.owner.sees(desk.sandbox.channels.botDm).map(({ text }) => text);
      const post = async (title: string) => {
        await desk.add([title]);
        await desk.settle();
        return desk.sandbox.posted().filter(({ text }) => text.includes(`[${title}]`));
      };
      return { desk, forum, tagIds, id, letters, post };
    };

    it('is left out, the others stay, and it is told once', async () => {
      const { desk, forum, tagIds, id, letters, post } = await openForum(2);
      desk.sandbox.deleteTag(forum, tagIds[0]!);
      for (const title of ['Alpha', 'Bravo']) {
        const [posted] = await post(title);
        expect(desk.sandbox.world.channels.get(posted!.channelId)?.thread?.appliedTags).toEqual([tagIds[1]]);
      }
      expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [tagIds[1]] });
      expect(letters()).toEqual([expect.stringMatching(/no longer has a tag.*Channel and role/)]);
    });
    it('and was the only one leaves a post without tags', async () => {
      const { desk, forum, tagIds, id, letters, post } = await openForum(1);
      desk.sandbox.deleteTag(forum, tagIds[0]!);
      expect(await post('Alpha')).toHaveLength(1);
      expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [] });
      expect(letters()).toHaveLength(1);
    });
    it('stops the digests where the forum asks for one, and says what to do', async () => {
      const { desk, forum, tagIds, id, post } = await openForum(1, true);
      desk.sandbox.deleteTag(forum, tagIds[0]!);
      await post('Alpha');
      const { state, stateReason } = (await desk.subscriptions().get(id))!;
      expect([state, stateReason]).toEqual([
        'stopped',
        expect.stringMatching(/tag .* was deleted.*Channel and role/),
      ]);
    });
  });

  it('one channel in trouble keeps no other waiting', async () => {
    const desk = await openNewsdesk();
    const { news, general } = desk.sandbox.channels;
    await desk.subscribe({ channelId: news.id });
    await desk.subscribe();
    desk.sandbox.deny(news, 'SendMessages');
    await desk.add(['Alpha']);
    await desk.settle();
    expect(countIn(desk.posts(general.id), '[Alpha]')).toBe(1);
  });

  it('a lost permission pauses, tells the person who set it up once, and catches up when resumed', async () => {
    const desk = await openNewsdesk();
    const { owner, channels } = desk.sandbox;
    const { id } = await desk.subscribe();
    desk.sandbox.deny(channels.general, 'SendMessages');
    await desk.add(['Alpha']);
    for (const _ of [1, 2, 3]) await desk.settle();
    await desk.add(['Bravo']);
    await desk.settle();
    const letters = owner.sees(channels.botDm).map(({ text }) => text);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatch(/may not post.*Send Messages.*Resume/);
    expect((await desk.subscriptions().get(id))?.state).toBe('stopped');
    desk.sandbox.allow(channels.general, 'SendMessages');
    await desk.subscriptions().setState(id, 'active', null, desk.now());
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect([countIn(desk.posts(), '[Alpha]'), countIn(desk.posts(), '[Bravo]')]).toEqual([1, 1]);
  });

  it('a deleted channel pauses and keeps the cursor', async () => {
    const desk = await openNewsdesk();
    const channel = desk.sandbox.addChannel('short-lived');
    const { id, cursor } = await desk.subscribe({ channelId: channel.id });
    desk.sandbox.deleteChannel(channel);
    await desk.add(['Alpha']);
    await desk.settle();
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'stopped', cursor });
    await desk
      .subscriptions()
      .change(
        id,
        { ...(await desk.subscriptions().get(id))!, channelId: desk.sandbox.channels.general.id },
        0,
        desk.now(),
      );
    await desk.subscriptions().setState(id, 'active', null, desk.now());
    await desk.settle();
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });
});

describe('after a crash', () => {
  const crash = async (when: 'before' | 'after', chatter: number) => {
    const desk = await openNewsdesk();
    const { id } = await desk.subscribe();
    await desk.add(['Alpha', 'Bravo']);
    desk.sandbox.misbehave({ ...POST, hangUp: true, when, times: 1 });
    await desk.digests().tick();
    await desk.digests().idle();
    expect((await desk.ledger().unfinished()).map(({ state }) => state)).toEqual(['open']);
    desk.sandbox.chatter(desk.sandbox.channels.general, chatter);
    desk.sandbox.forgetNonces();
    desk.wait(30 * 60_000);
    return { desk, id };
  };

  it.each([
    ['posted, with 250 messages after it', 'after', 250],
    ['posted a moment ago', 'after', 0],
    ['never posted', 'before', 120],
  ] as const)('an open delivery that was %s ends up in the channel once', async (_name, when, chatter) => {
    const { desk, id } = await crash(when, chatter);
    await desk.restart();
    await desk.settle();
    expect([countIn(desk.posts(), '[Alpha]'), countIn(desk.posts(), '[Bravo]')]).toEqual([1, 1]);
    expect(await desk.ledger().unfinished()).toEqual([]);
    expect(await desk.subscriptions().get(id)).toMatchObject({ deliveries: 1, articles: 2, cursor: 2 });
  });

  it('a delivery is held where the history cannot be read, and goes on when it can', async () => {
    const { desk, id } = await crash('after', 0);
    const { owner, channels } = desk.sandbox;
    desk.sandbox.deny(channels.general, 'ReadMessageHistory');
    await desk.restart();
    await desk.settle();
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'held' });
    expect(
      owner
        .sees(channels.botDm)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/Read Message History/);
    await desk.add(['Charlie']);
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    desk.sandbox.allow(channels.general, 'ReadMessageHistory');
    desk.wait(15 * 60_000);
    await desk.settle();
    expect((await desk.subscriptions().get(id))?.state).toBe('active');
    expect(['Alpha', 'Bravo', 'Charlie'].map((word) => countIn(desk.posts(), `[${word}]`))).toEqual([
      1, 1, 1,
    ]);
    expect(owner.sees(channels.botDm)).toHaveLength(1);
  });

  it.each([
    ['arrived', true, 'after'],
    ['did not arrive', false, 'before'],
  ] as const)('a manager who says that it %s settles a held delivery', async (_name, hasArrived, when) => {
    const { desk, id } = await crash(when, 0);
    desk.sandbox.deny(desk.sandbox.channels.general, 'ReadMessageHistory');
    await desk.restart();
    await desk.settle();
    const [held] = await desk.ledger().unfinished();
    expect(await desk.digests().resolve(held!.id, hasArrived)).toBe(true);
    await desk.settle();
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
    expect((await desk.subscriptions().get(id))?.state).toBe('active');
    expect(await desk.digests().resolve(held!.id, hasArrived)).toBe(false);
  });
});

const draftOf = async ({ articles }: Newsdesk, seq: number): Promise<ArticleDraft> => {
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
  const hourly = async (desk: Newsdesk): Promise<void> => {
    desk.wait(HOUR);
    await desk.settle();
  };

  /** Discord refuses the digest of the hour so many times; meanwhile the first article, which is returned, goes away. */
  const missDigest = async (desk: Newsdesk, times = 1): Promise<ArticleDraft> => {
    const first = await draftOf(desk, 1);
    desk.sandbox.misbehave({ ...POST, status: 503, times });
    await hourly(desk);
    await desk.articles.remove([first.key], desk.now());
    desk.wait(10 * 60_000);
    await desk.settle();
    return first;
  };

  it('is posted once though it was away at the hour of the digest', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'hourly' });
    await desk.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(desk, 1);
    for (const posts of [0, 1, 1]) {
      await desk.articles.remove([alpha.key], desk.now());
      await hourly(desk);
      expect(countIn(desk.posts(), '[Alpha]')).toBe(posts);
      await desk.articles.add([alpha], 'new', desk.now());
      await desk.settle();
      await hourly(desk);
      expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
    }
    expect(countIn(desk.posts(), '[Bravo]')).toBe(1);
  });

  it('is posted once though it came back while a digest was under way', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe();
    await desk.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(desk, 1);
    await desk.articles.remove([alpha.key], desk.now());
    desk.sandbox.misbehave({ ...POST, status: 503, times: 1 });
    await desk.settle();
    desk.wait(1);
    await desk.articles.add([alpha], 'new', desk.now());
    await desk.settle();
    await hourly(desk);
    await hourly(desk);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(desk.posts(), word))).toEqual([1, 1]);
  });

  it('is posted once though all of its digest was away while Discord had trouble', async () => {
    const desk = await openNewsdesk();
    const { id } = await desk.subscribe({ cadence: 'hourly' });
    await desk.add(['Alpha']);
    const alpha = await missDigest(desk);
    expect(desk.posts()).toEqual([]);
    expect(await desk.subscriptions().get(id)).toMatchObject({ cursor: 1, deliveries: 0 });
    await desk.articles.add([alpha], 'new', desk.now());
    await desk.settle();
    await hourly(desk);
    await hourly(desk);
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once though it was away when the rest of its digest was posted', async () => {
    const desk = await openNewsdesk();
    const { id } = await desk.subscribe({ cadence: 'hourly' });
    await desk.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(desk);
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toMatch(/1 story.*\[Bravo\]/s);
    expect(desk.posts()[0]).not.toContain('next digest');
    expect(await desk.subscriptions().get(id)).toMatchObject({ cursor: 2, articles: 1 });
    await hourly(desk);
    await desk.articles.add([alpha], 'new', desk.now());
    await desk.settle();
    await hourly(desk);
    await hourly(desk);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(desk.posts(), word))).toEqual([1, 1]);
    expect(desk.posts()).toHaveLength(2);
  });

  it('is posted once though it came back while its digest waited for others to be sent', async () => {
    const desk = await openNewsdesk();
    const crowd = Array.from({ length: 25 }, () => desk.subscribe({ cadence: 'hourly' }));
    const first = (await Promise.all(crowd))[0]!;
    const last = desk.sandbox.channels.news.id;
    await desk.subscribe({ cadence: 'hourly', channelId: last, nextRunMs: first.nextRunMs + 1 });
    await desk.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(desk, 1);
    await desk.articles.remove([alpha.key], desk.now());
    desk.sandbox.misbehave({ ...POST, delayMs: 100, times: 25 });
    desk.wait(HOUR + 1);
    await desk.digests().tick();
    await desk.articles.add([alpha], 'new', desk.now());
    await desk.digests().tick();
    expect(desk.posts(last)).toEqual([]);
    await desk.digests().idle();
    await desk.settle();
    await hourly(desk);
    await hourly(desk);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(desk.posts(last), word))).toEqual([1, 1]);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(desk.posts(), word))).toEqual([25, 25]);
  });

  it('is posted once though it led a story that others tell, and was away when that was posted', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'hourly' });
    const told = 'The harbour of Orl was closed on Monday after a ferry hit its northern pier. ';
    await desk.add([
      { title: 'Orl harbour closed after ferry hits pier', source: 'a.example', body: told.repeat(6) },
      { title: 'Ferry hits pier, Orl harbour closed', source: 'b.example', body: `${told}Nobody was hurt.` },
    ]);
    const lead = await missDigest(desk);
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toMatch(/1 story.*\[Ferry hits pier, Orl harbour closed\]/s);
    await desk.articles.add(
      [{ ...(await draftOf(desk, 2)), title: 'Ferry hits pier of Orl' }],
      'new',
      desk.now(),
    );
    await desk.articles.add([lead], 'new', desk.now());
    await desk.settle();
    expect(desk.posts()[0]).toMatch(/\[Ferry hits pier of Orl\].*updated/s);
    await hourly(desk);
    await hourly(desk);
    expect(desk.posts()).toHaveLength(2);
    expect(desk.posts()[1]).toContain('[Orl harbour closed after ferry hits pier]');
  });

  it('is posted once though the bot was killed between leaving it out and posting the rest', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'hourly' });
    await desk.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(desk, 2);
    expect(desk.posts()).toEqual([]);
    await desk.articles.add([alpha], 'new', desk.now());
    await desk.restart();
    await desk.settle();
    desk.wait(10 * 60_000);
    await desk.settle();
    await hourly(desk);
    await hourly(desk);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(desk.posts(), word))).toEqual([1, 1]);
    expect(desk.posts()).toHaveLength(2);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])('is posted once though its file is renamed %s the digest', async (_name, hoursBefore) => {
    const desk = await openNewsdesk();
    await desk.subscribe({ cadence: 'hourly' });
    await desk.add(['Alpha']);
    const alpha = await draftOf(desk, 1);
    if (hoursBefore > 0) await hourly(desk);
    const renamed = { ...alpha, key: 'renamed#1', origin: 'file:renamed.jsonl' };
    await desk.articles.add([renamed], 'new', desk.now());
    await desk.articles.retain(alpha.origin, new Set(), desk.now());
    await hourly(desk);
    await hourly(desk);
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once where it matches only after a change, up to 8 days after it came', async () => {
    const desk = await openNewsdesk();
    await desk.subscribe({ topic: 'harbour' });
    await desk.add(['Alpha', 'Bravo']);
    await desk.settle();
    desk.wait(HOUR);
    const change = async (seq: number, body: string) =>
      desk.articles.add([{ ...(await draftOf(desk, seq)), body }], 'new', desk.now());
    await change(1, 'The harbour of Orl was closed on Monday after a ferry hit its pier.');
    await hourly(desk);
    await change(1, 'The harbour of Orl was opened again on Tuesday.');
    await hourly(desk);
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
    desk.wait(9 * 24 * HOUR);
    await change(2, 'Nothing but the harbour of Orl is told of here.');
    await hourly(desk);
    expect(desk.posts()).toHaveLength(1);
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
    const desk = await openNewsdesk();
    await desk.subscribe();
    await desk.add(['Alpha', 'Bravo']);
    await desk.settle();
    const change = async (title: string) => {
      await desk.articles.add([{ ...(await draftOf(desk, 1)), title }], 'new', desk.now());
    };
    return { desk, change };
  };

  it('is edited and marked updated where its title changes, never posted again', async () => {
    const { desk, change } = await posted();
    desk.wait(HOUR);
    await change('Alpha corrected');
    await desk.settle();
    await desk.settle();
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]).toMatch(/Alpha corrected.*updated/s);
    expect(countIn(desk.posts(), 'updated')).toBe(1);
    expect(desk.sandbox.posted()[0]?.edited).toBe(true);
  });

  it('keeps the title it was posted under where it is edited after the topic was changed', async () => {
    const { desk, change } = await posted();
    const [subscription] = await desk.subscriptions().all();
    const changed = { ...subscription!, topic: 'nonexistent', roleId: desk.sandbox.digestRole.id };
    await desk.subscriptions().change(subscription!.id, changed, desk.now(), desk.now());
    desk.wait(HOUR);
    await change('Alpha corrected');
    await desk.settle();
    expect(desk.posts()[0]).toMatch(/every new article.*Alpha corrected/s);
    expect(desk.posts()[0]).not.toContain(desk.sandbox.digestRole.id);
  });

  it('stays as it is after 48 hours', async () => {
    const { desk, change } = await posted();
    desk.wait(49 * HOUR);
    await change('Alpha corrected');
    await desk.settle();
    expect(desk.posts()[0]).not.toContain('corrected');
  });

  it('is edited without pictures where Discord does not take them', async () => {
    const { desk, change } = await posted();
    desk.sandbox.misbehave({ method: 'PATCH', status: 400, code: 50035, errors: pictureFault, times: 1 });
    desk.wait(HOUR);
    await change('Alpha corrected');
    await desk.settle();
    expect(desk.posts()[0]).toContain('Alpha corrected');
  });

  it.each([
    ['it was deleted', { status: 404, code: 10008 }],
    ['Discord does not take its text', { status: 400, code: 50035, errors: textFault }],
    ['Discord does not say that its form is at fault', { status: 400, code: 50006 }],
  ])('is not edited where %s, and is not tried again', async (_name, refusal) => {
    const { desk, change } = await posted();
    const edits = () => desk.sandbox.requests().filter(({ method }) => method === 'PATCH');
    desk.sandbox.misbehave({ method: 'PATCH', ...refusal, times: 1 });
    desk.wait(HOUR);
    await change('Alpha corrected');
    for (const _ of [1, 2, 3]) {
      desk.wait(HOUR);
      await desk.settle();
    }
    expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
    expect(desk.posts()[0]).not.toContain('corrected');
  });

  describe.each([
    ['the channel can no longer be seen', { status: 403, code: 50001 }],
    ['its thread is archived', { status: 400, code: 50083 }],
  ])('where %s', (_name, refusal) => {
    it('is edited once that has changed', async () => {
      const { desk, change } = await posted();
      const edits = () => desk.sandbox.requests().filter(({ method }) => method === 'PATCH');
      const isBack = desk.sandbox.misbehave({ method: 'PATCH', ...refusal });
      desk.wait(HOUR);
      await change('Alpha corrected');
      for (const _ of [1, 2, 3]) {
        desk.wait(60_000);
        await desk.settle();
      }
      expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
      isBack();
      desk.wait(10 * 60_000);
      await desk.settle();
      expect(desk.posts()).toEqual([expect.stringMatching(/Alpha corrected.*updated/s)]);
      expect((await desk.subscriptions().all()).map(({ state }) => state)).toEqual(['active']);
    });

    it('is left as it is after 48 hours', async () => {
      const { desk, change } = await posted();
      const edits = () => desk.sandbox.requests().filter(({ method }) => method === 'PATCH');
      desk.sandbox.misbehave({ method: 'PATCH', ...refusal });
      desk.wait(HOUR);
      await change('Alpha corrected');
      await desk.settle();
      desk.wait(48 * HOUR);
      for (const _ of [1, 2, 3]) {
        desk.wait(HOUR);
        await desk.settle();
      }
      expect(edits()).toHaveLength(2);
    });
  });

  it('is edited later where Discord has trouble, and the edit survives a restart', async () => {
    const { desk, change } = await posted();
    desk.sandbox.misbehave({ method: 'PATCH', status: 503, times: 1 });
    desk.wait(HOUR);
    await change('Alpha corrected');
    await desk.settle();
    expect(desk.posts()[0]).not.toContain('corrected');
    await desk.restart();
    await desk.settle();
    expect(desk.posts()[0]).toContain('Alpha corrected');
  });
});

it('schedules that a wrong clock pushed years ahead come back when the clock is right', async () => {
  const desk = await openNewsdesk();
  const { id } = await desk.subscribe({ cadence: 'hourly' });
  await desk.settle();
  desk.wait(10 * 365 * 24 * HOUR);
  await desk.settle();
  desk.wait(-10 * 365 * 24 * HOUR);
  await desk.settle();
  expect((await desk.subscriptions().get(id))!.nextRunMs - desk.now()).toBeLessThanOrEqual(HOUR);
});

it.each(['after:nonsense', '???', '"…"', '-'])(
  'a subscription whose topic is %s is stopped, its manager told once, and no other held up',
  async (topic) => {
    const desk = await openNewsdesk();
    const { owner, channels } = desk.sandbox;
    const { id } = await desk.subscribe({ topic });
    await desk.subscribe();
    await desk.add(['Alpha']);
    await desk.settle();
    await desk.restart();
    desk.wait(HOUR);
    await desk.add(['Beta']);
    await desk.settle();
    expect(desk.posts()).toHaveLength(2);
    expect(desk.posts().join()).toMatch(/Alpha.*Beta/s);
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'stopped' });
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
    const desk = await openNewsdesk();
    const { id, cursor } = await desk.subscribe({ topic });
    await desk.subscribe();
    const broken = (await desk.subscriptions().get(id))!;
    await desk.subscriptions().change(id, { ...broken, schedule: unknown }, desk.now(), desk.now());
    await desk.add(['Alpha']);
    await desk.settle();
    expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
    const stopped = await desk.subscriptions().get(id);
    expect(stopped).toMatchObject({ state: 'stopped', cursor });
    expect(stopped?.stateReason).toMatch(/Mars\/Olympus.*Change.*Resume/);
    expect(desk.sandbox.owner.sees(desk.sandbox.channels.botDm)).toHaveLength(1);
  });

  const leftOpen = async () => {
    const desk = await openNewsdesk();
    const { forum } = desk.sandbox.channels;
    const place = { channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] } as const;
    const subscription = await desk.subscribe(place);
    await desk.add(['Alpha']);
    const route = '/channels/{channel_id}/threads';
    desk.sandbox.misbehave({ method: 'POST', route, hangUp: true, times: 1 });
    await desk.digests().tick();
    await desk.digests().idle();
    const changed = { ...subscription, schedule: unknown };
    await desk.subscriptions().change(subscription.id, changed, desk.now() + 100 * HOUR, desk.now());
    const state = async () => (await desk.subscriptions().get(subscription.id))?.state;
    const posts = () =>
      countIn(
        desk.sandbox.posted().map(({ text }) => text),
        '[Alpha]',
      );
    return { desk, state, posts };
  };

  it('and with a digest left open: it is stopped, and the digest waits with it', async () => {
    const { desk, state, posts } = await leftOpen();
    desk.wait(HOUR);
    await desk.restart();
    await desk.settle();
    expect([await state(), posts(), await desk.ledger().unfinished()]).toEqual(['stopped', 0, []]);
    expect(desk.sandbox.owner.sees(desk.sandbox.channels.botDm)).toHaveLength(1);
  });

  it('and with a digest that a manager wants posted again: it is posted, and then stopped', async () => {
    const { desk, state, posts } = await leftOpen();
    const [open] = await desk.ledger().unfinished();
    await desk.ledger().hold(open!.id, 'why');
    expect(await desk.digests().resolve(open!.id, false)).toBe(true);
    await desk.digests().idle();
    expect([await state(), posts(), await desk.ledger().unfinished()]).toEqual(['stopped', 1, []]);
  });

  it('keeps no other schedule from being put right after the clock was set back', async () => {
    const desk = await openNewsdesk();
    const broken = await desk.subscribe();
    const inADay = desk.now() + 24 * HOUR;
    await desk.subscriptions().change(broken.id, { ...broken, schedule: unknown }, inADay, desk.now());
    const { id } = await desk.subscribe({ cadence: 'hourly', nextRunMs: desk.now() + 9_000 * HOUR });
    await desk.settle();
    desk.wait(-HOUR);
    await desk.settle();
    expect((await desk.subscriptions().get(id))!.nextRunMs - desk.now()).toBeLessThanOrEqual(HOUR);
    expect(await desk.subscriptions().get(broken.id)).toMatchObject({ state: 'stopped' });
  });
});

it('a digest that fails in an unforeseen way stops its subscription after some tries, with its articles free again', async () => {
  const desk = await openNewsdesk();
  const subscription = await desk.subscribe();
  await desk.add(['Alpha']);
  const { id: subscriptionId, guildId, channelId, channelKind } = subscription;
  const heading = { title: 7 as unknown as string, schedule: '', roleId: null };
  const stories = [{ lead: 1, others: [], print: '' }];
  const content = { heading, throughSeq: 1, stories, rolled: [] };
  const place = { subscriptionId, guildId, channelId, channelKind };
  await desk.ledger().claim({ id: 'broken', claimedAtMs: desk.now(), ...place, ...content }, subscription);
  for (let tries = 0; tries < 12; tries++) {
    await desk.settle();
    desk.wait(HOUR);
  }
  const stopped = await desk.subscriptions().get(subscriptionId);
  expect(stopped).toMatchObject({ state: 'stopped', cursor: 0 });
  expect(stopped?.stateReason).toMatch(/error.*log.*Resume/);
  expect(await desk.ledger().unfinished()).toEqual([]);
  expect(desk.sandbox.owner.sees(desk.sandbox.channels.botDm)).toHaveLength(1);
  await desk.subscriptions().setState(subscriptionId, 'active', null, desk.now());
  await desk.settle();
  expect(countIn(desk.posts(), '[Alpha]')).toBe(1);
});

it('on a full disk digests wait for room: it is told once, no subscription stops, and each is posted once', async () => {
  const desk = await openNewsdesk();
  const subscriptions = [];
  for (let number = 0; number < 40; number++) subscriptions.push(await desk.subscribe());
  await desk.add(Array.from({ length: 9 }, (_, number) => `Alpha ${number}`));
  await desk.limitState(1);
  for (let hour = 0; hour < 12; hour++) {
    await desk.settle();
    desk.wait(HOUR);
  }
  const posted = countIn(desk.posts(), '[Alpha 0]');
  expect(posted).toBeLessThan(40);
  expect(countIn([desk.logged()], 'the disk is full')).toBe(1);
  for (const { id } of subscriptions)
    expect(await desk.subscriptions().get(id)).toMatchObject({ state: 'active' });
  await desk.limitState(1_000_000);
  for (let hour = 0; hour < 3; hour++) {
    await desk.settle();
    desk.wait(HOUR);
  }
  expect(countIn(desk.posts(), '[Alpha 0]')).toBe(40);
  expect(countIn([desk.logged()], 'digests go on')).toBe(1);
});

it('a topic that fails in an unforeseen way keeps no other from being planned', async () => {
  const desk = await openNewsdesk();
  const broken = { ...(await desk.subscribe()), topic: 7 as unknown as string };
  const fine = await desk.subscribe();
  await desk.add(['Alpha']);
  const { articles, matcher } = desk;
  const sources = { articles, matcher, ledger: desk.ledger(), onBadArticle: () => {} };
  const { plans, unplanned } = await planDigests([broken, fine], 1, desk.now(), sources);
  expect(unplanned.map(({ subscription }) => subscription.id)).toEqual([broken.id]);
  expect(plans.map(({ subscription, stories }) => [subscription.id, stories.length])).toEqual([[fine.id, 1]]);
});

it.each(FORMER_BUILDS)('after an update from %s nothing is lost or posted twice', async (build) => {
  const desk = await openNewsdesk({}, (folder) => layDataFolder(build, folder));
  const [comet, copy, storm] = await desk.articles.after(0, { limit: 100, arrival: 'new' });
  await desk.subscribe({ topic: 'dam', cursor: comet!.seq - 1, startSeq: 0 });
  await desk.subscribe({ topic: 'comet', cursor: copy!.seq, startSeq: 0 });
  await desk.settle();
  expect(desk.posts()).toEqual([]);
  while ((await desk.articles.indexQueued(1)) > 0) await desk.settle();
  await desk.settle();
  await desk.restart();
  await desk.settle();
  expect(countIn(desk.posts(), storm!.title)).toBe(1);
  expect(countIn(desk.posts(), comet!.title)).toBe(0);
});
