/** One text that several outlets carry: each subscription gets it once, from the outlet it asks for. */
import { describe, expect, it } from 'vitest';
import type { Arrival, ArticleDraft } from '../../src/domain/article.ts';
import { countIn, openTestDigests, type TestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;
const POST = { method: 'POST', route: '/channels/{channel_id}/messages' };
const TEXT =
  'The harbour of Orl was closed on Monday after a ferry hit its northern pier, the port authority said. Nobody was hurt, and the pier is to be mended by the end of the summer, at a cost of two million. Ships are led to Port Ellis meanwhile.';

/** The text as an outlet carries it. */
const from = (source: string, parts: Partial<ArticleDraft> = {}): Partial<ArticleDraft> => ({
  key: `url:https://${source}/ferry`,
  givenId: null,
  url: `https://${source}/ferry`,
  title: `Ferry hits pier, says ${source}`,
  source,
  body: TEXT,
  origin: `feed:${source}`,
  ...parts,
});

const open = async () => {
  const digests = await openTestDigests();
  const { general, news } = digests.sandbox.channels;
  const tell = (source: string, arrival: Arrival = 'new', parts: Partial<ArticleDraft> = {}) =>
    digests.add([from(source, parts)], arrival);
  /** How often the text was posted in each channel, by the outlet it was posted from. */
  const told = (channel: string, ...sources: string[]) =>
    sources.map((source) => countIn(digests.posts(channel), `](https://${source}/ferry)`));
  return { digests, general: general.id, news: news.id, tell, told };
};

const hourly = async (digests: TestDigests): Promise<void> => {
  digests.wait(HOUR);
  await digests.settle();
};

describe('a text that two outlets carry', () => {
  it('is posted once to each subscription, from the outlet it asks for', async () => {
    const { digests, general, news, tell, told } = await open();
    await digests.subscribe();
    await digests.subscribe({ channelId: news, source: 'second' });
    await tell('first.example');
    await tell('second.example');
    await digests.settle();
    await digests.settle();
    expect(told(general, 'first.example', 'second.example')).toEqual([1, 0]);
    expect(told(news, 'first.example', 'second.example')).toEqual([0, 1]);
    expect(digests.posts(news)[0]).toMatch(
      /says second.example[\s\S]*second.example · [\s\S]*also in: first.example/,
    );
  });

  it('is posted from the first outlet that is not left out', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, topic: 'ferry -source:first' });
    await tell('first.example');
    await digests.settle();
    await tell('second.example');
    await digests.settle();
    await tell('third.example');
    await digests.settle();
    expect(told(news, 'first.example', 'second.example', 'third.example')).toEqual([0, 1, 0]);
  });

  it('is posted where the asked for outlet tells it after the text was posted elsewhere, and not again there', async () => {
    const { digests, general, news, tell, told } = await open();
    await digests.subscribe();
    await digests.subscribe({ channelId: news, topic: 'ferry source:second' });
    await tell('first.example');
    await digests.settle();
    digests.wait(HOUR);
    await tell('second.example');
    await digests.restart();
    await digests.settle();
    await tell('third.example');
    await digests.settle();
    expect(told(general, 'first.example', 'second.example', 'third.example')).toEqual([1, 0, 0]);
    expect(told(news, 'first.example', 'second.example', 'third.example')).toEqual([0, 1, 0]);
  });

  it('is news from an outlet even to those who subscribed after another had told it, and to no one else', async () => {
    const { digests, general, news, tell, told } = await open();
    await tell('first.example');
    await digests.subscribe();
    await digests.subscribe({ channelId: news, source: 'second' });
    await tell('second.example');
    await digests.settle();
    expect(told(general, 'first.example', 'second.example')).toEqual([0, 0]);
    expect(told(news, 'first.example', 'second.example')).toEqual([0, 1]);
  });

  it('is no news from an outlet whose copy was imported', async () => {
    const { digests, general, news, tell, told } = await open();
    await digests.subscribe();
    await digests.subscribe({ channelId: news, source: 'second' });
    await tell('first.example');
    await tell('second.example', 'backfill');
    await digests.settle();
    expect(told(general, 'first.example')).toEqual([1]);
    expect(digests.posts(news)).toEqual([]);
  });

  it('is posted once where several of the asked for outlets tell it, whichever of them drops it', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, source: 'example' });
    await digests.subscribe({ channelId: news, source: 'n.example' });
    await tell('first.example');
    await tell('in.example');
    await digests.settle();
    await digests.articles.remove(['url:https://in.example/ferry'], digests.now());
    await tell('on.example');
    await digests.add([{ title: 'Bravo', source: 'on.example' }]);
    await digests.settle();
    expect(countIn(digests.posts(news), '[Bravo]')).toBe(2);
    await digests.articles.remove(['url:https://first.example/ferry'], digests.now());
    await digests.settle();
    await tell('in.example');
    await hourly(digests);
    expect(told(news, 'first.example', 'in.example', 'on.example')).toEqual([0, 1, 1]);
  });

  it('is posted once though the outlet that told it first drops it and tells it again', async () => {
    const { digests, general, news, tell, told } = await open();
    await digests.subscribe({ source: 'first' });
    await digests.subscribe({ channelId: news, source: 'second' });
    const title = 'Ferry hits pier';
    await tell('first.example', 'new', { title });
    await tell('second.example', 'new', { title });
    await digests.settle();
    for (const source of ['first.example', 'second.example', 'first.example']) {
      digests.wait(1);
      await digests.articles.remove([`url:https://${source}/ferry`], digests.now());
      await digests.settle();
      digests.wait(1);
      await tell(source, 'new', { title });
      await digests.settle();
    }
    expect(told(general, 'first.example', 'second.example')).toEqual([1, 0]);
    expect(told(news, 'first.example', 'second.example')).toEqual([0, 1]);
  });

  it('is posted once though the outlet it was posted from corrects it when two others have it', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, source: 'n.example' });
    await tell('in.example');
    await digests.settle();
    await tell('first.example');
    await tell('on.example');
    digests.wait(1);
    await tell('in.example', 'new', { body: `${TEXT} It was foggy.` });
    await digests.settle();
    await digests.settle();
    expect(told(news, 'in.example', 'first.example', 'on.example')).toEqual([1, 0, 0]);
  });

  it('is posted once though another outlet that has it from one left out corrects it', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, topic: 'ferry -source:first' });
    await tell('first.example');
    await tell('second.example');
    await tell('third.example');
    await digests.settle();
    digests.wait(1);
    await tell('third.example', 'new', { body: `${TEXT} It was foggy.` });
    await digests.settle();
    await digests.settle();
    expect(told(news, 'first.example', 'second.example', 'third.example')).toEqual([0, 1, 0]);
  });

  it('is posted once though every outlet drops it and the one it was posted from tells it again', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, source: 'second' });
    await tell('second.example');
    await digests.settle();
    await tell('third.example');
    for (const source of ['second.example', 'third.example']) {
      digests.wait(1);
      await digests.articles.remove([`url:https://${source}/ferry`], digests.now());
      await digests.settle();
    }
    digests.wait(1);
    await tell('second.example');
    await digests.settle();
    await digests.settle();
    // What was posted was edited to what the third outlet had, as long as that was left.
    expect(told(news, 'second.example', 'third.example')).toEqual([0, 1]);
  });

  it('is posted where the outlet that told it first drops it before the digest', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, source: 'second', cadence: 'hourly' });
    await tell('first.example');
    await tell('second.example');
    digests.wait(1);
    await digests.articles.remove(['url:https://first.example/ferry'], digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(told(news, 'second.example')).toEqual([1]);
  });

  it.each(['first', 'second'])(
    'is posted from the second outlet though the %s changes its text before the digest, and nowhere again',
    async (changing) => {
      const { digests, general, news, tell, told } = await open();
      await digests.subscribe({ cadence: 'hourly' });
      await digests.subscribe({ channelId: news, source: 'second', cadence: 'hourly' });
      await tell('first.example');
      await hourly(digests);
      await tell('second.example');
      digests.wait(1);
      const title = `Ferry hits pier, says ${changing}.example`;
      await tell(`${changing}.example`, 'new', { title, body: `${TEXT} It was foggy.` });
      await digests.settle();
      await hourly(digests);
      await hourly(digests);
      expect(told(general, 'first.example', 'second.example')).toEqual([1, 0]);
      expect(told(news, 'first.example', 'second.example')).toEqual([0, 1]);
    },
  );

  it('is posted once though its outlet’s copy was away when its digest was sent', async () => {
    const { digests, news, tell, told } = await open();
    await digests.subscribe({ channelId: news, source: 'second', cadence: 'hourly' });
    await tell('first.example');
    await tell('second.example');
    await digests.add([{ title: 'Bravo', source: 'second.example' }]);
    digests.sandbox.injectFault({ ...POST, status: 503, times: 1 });
    await hourly(digests);
    await digests.articles.remove(['url:https://second.example/ferry'], digests.now());
    digests.wait(10 * 60_000);
    await digests.settle();
    expect(countIn(digests.posts(news), '[Bravo]')).toBe(1);
    expect(told(news, 'first.example', 'second.example')).toEqual([0, 0]);
    await tell('second.example');
    await hourly(digests);
    await hourly(digests);
    expect(told(news, 'first.example', 'second.example')).toEqual([0, 1]);
  });

  it('rolls over what is above the max and is still posted once, though the subscription changes its outlet', async () => {
    const { digests, news, tell, told } = await open();
    const { id } = await digests.subscribe({ channelId: news, cadence: 'hourly', max: 1 });
    await digests.add([{ title: 'Bravo', source: 'bravo.example', published: '2027-01-01' }]);
    await tell('first.example');
    await hourly(digests);
    const subscription = (await digests.subscriptions().get(id))!;
    expect(subscription.carried).toHaveLength(1);
    const changed = { ...subscription, source: 'second', max: 10 };
    await digests.subscriptions().change(id, changed, subscription.nextRunMs, digests.now());
    await tell('second.example');
    await hourly(digests);
    await hourly(digests);
    const [first, second] = told(news, 'first.example', 'second.example');
    expect(first! + second!).toBe(1);
  });

  it('follows the outlet it was posted from: edited where that changes its title, left alone where another changes', async () => {
    const { digests, general, news, tell } = await open();
    await digests.subscribe();
    await digests.subscribe({ channelId: news, source: 'second' });
    await tell('first.example');
    await tell('second.example');
    await digests.settle();
    digests.wait(HOUR);
    await tell('first.example', 'new', { title: 'A ferry accident', body: `${TEXT} It was foggy.` });
    await digests.settle();
    expect(digests.posts(general)[0]).toMatch(/A ferry accident[\s\S]*updated/);
    expect(digests.posts(news)[0]).toMatch(/says second.example/);
    expect(digests.posts(news)[0]).not.toMatch(/updated|accident/);
    await tell('second.example', 'new', { title: 'The pier of Orl' });
    await digests.settle();
    expect(digests.posts(news)).toHaveLength(1);
    expect(digests.posts(news)[0]).toMatch(/The pier of Orl[\s\S]*updated/);
    expect(digests.posts(general)).toHaveLength(1);
  });

  it('is posted once where the copy matches only after a change', async () => {
    const { digests, general, news, tell } = await open();
    await digests.subscribe({ topic: 'zeppelin' });
    await digests.subscribe({ channelId: news, topic: 'zeppelin source:second' });
    await tell('first.example');
    await tell('second.example');
    await digests.settle();
    digests.wait(HOUR);
    await tell('second.example', 'new', { title: 'No zeppelin hit the pier' });
    await digests.settle();
    await digests.settle();
    expect(countIn(digests.posts(news), '[No zeppelin hit the pier]')).toBe(1);
    expect(digests.posts(general)).toEqual([]);
  });
});
