import { describe, expect, it } from 'vitest';
import { planDigests } from '../../src/digests/plan-digests.ts';
import { layDataFolder } from '../data-folder-of.ts';
import { countIn, openTestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;

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
    expect(stopped?.stateReason).toEqual({ kind: 'schedule-unusable', timezone: 'Mars/Olympus' });
    expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toMatchObject([
      { text: expect.stringMatching(/Mars\/Olympus.*Change.*Resume/s) },
    ]);
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
    await digests.ledger().hold(open!.id, { kind: 'history-hidden' });
    expect(await digests.digests().resolve(open!.id, false)).toBe(true);
    await digests.settle();
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
  expect(stopped?.stateReason).toEqual({ kind: 'internal' });
  expect(await digests.ledger().unfinished()).toEqual([]);
  expect(digests.sandbox.owner.sees(digests.sandbox.channels.botDm)).toMatchObject([
    { text: expect.stringMatching(/error.*log.*Resume/s) },
  ]);
  await digests.subscriptions().setState(subscriptionId, 'active', null, digests.now());
  await digests.settle();
  expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
});

it('on a full disk digests wait for room: it is logged once, no subscription stops, and each is posted once', async () => {
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
  const alike = { ...broken, id: `${broken.id}-2` };
  const fine = await digests.subscribe();
  await digests.add(['Alpha']);
  const { articles, questions } = digests;
  const sources = {
    articles,
    questions,
    ledger: digests.ledger(),
    postedHeadlines: new Map(),
    onBadArticle: () => {},
  };
  const { plans, unplanned } = await planDigests([broken, fine, alike], 1, digests.now(), sources);
  expect(unplanned.map(({ subscription }) => subscription.id)).toEqual([broken.id, alike.id]);
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

it.each([
  ['2026-11-28', 'news'],
  ['2026-11-29', 'general'],
] as const)('a subscription of the build of %s goes on with what comes next', async (build, channel) => {
  const digests = await openTestDigests({}, (folder) => layDataFolder(build, folder));
  await digests.settle();
  await digests.add(['Alpha']);
  while ((await digests.articles.indexQueued(1)) > 0);
  for (const _ of [1, 2]) await digests.settle();
  const posts = [digests.sandbox.channels.news.id, digests.sandbox.channels.general.id].map((id) =>
    digests.posts(id),
  );
  const expected = [expect.stringContaining('[Alpha]')];
  expect(posts).toEqual(channel === 'news' ? [expected, []] : [[], expected]);
});
