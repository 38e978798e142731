import { describe, expect, it } from 'vitest';
import { countIn, openTestDigests } from './open-test-digests.ts';

const POST = { method: 'POST', route: '/channels/{channel_id}/messages' };

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

    it('is left out, the others stay, and it is reported once', async () => {
      const { digests, forum, tagIds, id, letters, post } = await openForum(2);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      for (const title of ['Alpha', 'Bravo']) {
        const [posted] = await post(title);
        expect(digests.sandbox.world.channels.get(posted!.channelId)?.thread?.appliedTags).toEqual([
          tagIds[1],
        ]);
      }
      expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [tagIds[1]] });
      expect(letters()).toEqual([
        expect.stringMatching(/no longer has a tag.*Manage → More → Channel and role/),
      ]);
    });
    it('and was the only one leaves a post without tags', async () => {
      const { digests, forum, tagIds, id, letters, post } = await openForum(1);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      expect(await post('Alpha')).toHaveLength(1);
      expect(await digests.subscriptions().get(id)).toMatchObject({ state: 'active', tagIds: [] });
      expect(letters()).toHaveLength(1);
    });
    it('stops the digests where the forum asks for one, and says what to do', async () => {
      const { digests, forum, tagIds, id, letters, post } = await openForum(1, true);
      digests.sandbox.deleteTag(forum, tagIds[0]!);
      await post('Alpha');
      const stopped = { state: 'stopped', stateReason: { kind: 'tag-deleted' } };
      expect(await digests.subscriptions().get(id)).toMatchObject(stopped);
      expect(letters()).toEqual([expect.stringMatching(/tag .* was deleted.*Channel and role/s)]);
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

  it('a lost permission pauses, notifies the person who set it up once, and catches up when resumed', async () => {
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
