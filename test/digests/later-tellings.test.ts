import { describe, expect, it } from 'vitest';
import { countIn, openTestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const FERRY =
  'The harbour of Orl was closed on Monday after the ferry Aurora hit its northern pier, the port authority said. Divers are to look at the damage, and ships wait outside.';

const ferry = (source: string, title = 'Orl harbour closed after ferry hits pier') => ({
  source,
  title,
  body: `${FERRY} Told by ${source}.`,
});

/** Texts as long as this are copies of each other under any title. */
const LONG_TEXT = `${FERRY} ${FERRY}`;

const edits = (digests: Awaited<ReturnType<typeof openTestDigests>>) =>
  digests.sandbox.requests().filter(({ method }) => method === 'PATCH');

describe('a story of which a post stands', () => {
  it('takes in what another outlet tells of it: the post is edited, nothing is posted', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([ferry('courier.example')]);
    await digests.settle();
    digests.wait(12 * MINUTE);
    await digests.add([
      ferry('herald.example', 'Ferry hits pier, Orl harbour closed'),
      'Apple harvest begins',
    ]);
    await digests.settle();
    const [first = '', second = '', ...others] = digests.posts();
    expect(others).toEqual([]);
    expect(first).toMatch(/2 outlets.*also in: herald\.example/s);
    expect(second).toContain('Apple harvest begins');
    expect(second).not.toMatch(/pier/);
  });

  it('is left out of the digest that would have held it, in every schedule', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'daily' });
    await digests.add([ferry('courier.example')]);
    digests.wait(24 * HOUR);
    await digests.settle();
    await digests.add([ferry('herald.example', 'Ferry hits pier, Orl harbour closed')]);
    digests.wait(24 * HOUR);
    await digests.settle();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('2 outlets');
  });

  it('is edited once in ten minutes at most, with all that came meanwhile', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([ferry('a.example')]);
    await digests.settle();
    for (const source of ['b.example', 'c.example', 'd.example']) {
      digests.wait(2 * MINUTE);
      await digests.add([ferry(source, `Ferry hits pier: Orl harbour closed, ${source.slice(0, 1)}`)]);
      await digests.settle();
    }
    expect(digests.posts()[0]).toContain('2 outlets');
    expect(edits(digests)).toHaveLength(1);
    digests.wait(10 * MINUTE);
    await digests.restart();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('4 outlets');
    expect(edits(digests)).toHaveLength(2);
  });

  it('waits where Discord lets no more of its older messages be edited', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([ferry('a.example')]);
    await digests.settle();
    digests.wait(2 * HOUR);
    digests.sandbox.injectFault({ method: 'PATCH', status: 400, code: 30046, times: 1 });
    await digests.add([ferry('b.example')]);
    await digests.settle();
    digests.wait(5 * MINUTE);
    await digests.settle();
    expect(digests.posts()[0]).not.toContain('outlets');
    digests.wait(6 * MINUTE);
    await digests.settle();
    expect(digests.posts()[0]).toContain('2 outlets');
  });

  it('is news again after three days, and where every article was asked for', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([ferry('a.example')]);
    await digests.settle();
    digests.wait(73 * HOUR);
    await digests.add([ferry('b.example')]);
    await digests.settle();
    expect(digests.posts()).toHaveLength(2);
    const every = await openTestDigests();
    await every.subscribe({ laterTellings: 'post' });
    await every.add([ferry('a.example'), ferry('b.example')]);
    await every.settle();
    await every.add([ferry('c.example')]);
    await every.settle();
    expect(every.posts()).toHaveLength(2);
    expect(every.posts()[0]).toContain('2 stories');
    expect(countIn(every.posts(), 'outlets')).toBe(0);
  });

  it('takes in what another outlet brings word for word', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([{ ...ferry('courier.example'), body: FERRY }]);
    await digests.settle();
    digests.wait(12 * MINUTE);
    await digests.add([{ ...ferry('herald.example'), body: FERRY }]);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/2 outlets.*also in: herald\.example/s);
  });

  describe.each([
    ['in the millisecond of the post', 0],
    ['later', 12 * MINUTE],
  ])('takes in a copy that comes %s', (_name, laterMs) => {
    it.each(['is corrected', 'goes away and comes back'])('and %s before it is looked at', async (what) => {
      const digests = await openTestDigests();
      await digests.subscribe();
      await digests.add([{ ...ferry('courier.example'), body: LONG_TEXT }]);
      await digests.settle();
      digests.wait(laterMs);
      const copy = { ...ferry('herald.example'), key: 'herald', body: LONG_TEXT };
      await digests.add([copy]);
      if (what !== 'is corrected') await digests.articles.remove([copy.key], digests.now());
      digests.wait(laterMs);
      await digests.add([{ ...copy, title: 'Orl harbour closed after ferry hits the pier' }]);
      await digests.settle();
      expect(digests.posts()).toEqual([expect.stringMatching(/2 outlets.*also in: herald\.example/s)]);
    });
  });

  it('takes in a copy that comes before Discord has confirmed the post', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add([{ ...ferry('courier.example'), body: LONG_TEXT }]);
    digests.sandbox.injectFault({
      method: 'POST',
      route: '/channels/{channel_id}/messages',
      hangUp: true,
      when: 'after',
      times: 1,
    });
    await digests.settle();
    digests.wait(1);
    await digests.add([{ ...ferry('herald.example'), body: LONG_TEXT }]);
    await digests.settle();
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts()).toEqual([expect.stringMatching(/2 outlets.*also in: herald\.example/s)]);
  });

  it('shows again what was away while it was edited', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    const apples = { key: 'test#apples', givenId: 'apples', title: 'Apple harvest begins' };
    await digests.add([apples, ferry('a.example')]);
    await digests.settle();
    await digests.articles.remove([apples.key], digests.now());
    await digests.add([ferry('b.example')]);
    await digests.settle();
    expect(digests.posts()[0]).toContain('2 outlets');
    digests.wait(11 * MINUTE);
    await digests.add([apples]);
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('Apple harvest begins');
  });

  it('takes it in once, wherever the bot is killed', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe();
    await digests.add([ferry('a.example')]);
    await digests.settle();
    const [delivery] = await digests.ledger().ofArticle(1);
    const [seq = 0] = await digests.add([ferry('b.example')]);
    // Killed after the article joined the story and before the cursor passed it.
    await digests.ledger().addTellings(delivery!.id, 1, { lead: seq, others: [], print: 'x' });
    await digests.restart();
    await digests.settle();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('2 outlets');
    expect((await digests.subscriptions().get(id))?.cursor).toBe(seq);
  });
});
