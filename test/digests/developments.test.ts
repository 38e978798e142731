import { describe, expect, it } from 'vitest';
import { openTestDigests, type TestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const FERRY =
  'The harbour of Orl was closed on Monday after the ferry Aurora hit its northern pier, the port authority said. Divers are to look at the damage, and ships wait outside.';
const NEWS =
  'At least 14 people on the ferry Aurora were hurt at the pier of Orl, the harbour hospital said.';

const ferry = (source: string, more = '') => ({
  source,
  title:
    source === 'a.example'
      ? 'Orl harbour closed after ferry hits pier'
      : 'Ferry hits pier, Orl harbour closed',
  body: `${FERRY}${more === '' ? '' : ` ${more}`} Told by ${source}.`,
});

const open = async (parts: Parameters<TestDigests['subscribe']>[0] = {}) => {
  const digests = await openTestDigests();
  const { id } = await digests.subscribe({ laterTellings: 'thread', ...parts });
  await digests.add([ferry('a.example')]);
  await digests.settle();
  const posted = digests.sandbox.posted().filter(({ text }) => text.includes('Orl'));
  const [card] = posted;
  return { digests, id, card: card! };
};

const later = async (digests: TestDigests, source = 'b.example', more = NEWS) => {
  digests.wait(12 * MINUTE);
  await digests.add([ferry(source, more)]);
  await digests.settle();
  await digests.settle();
};

describe('what is new in a later telling', () => {
  it('stands in the thread of the post, which is named after the story, as the new sentence alone', async () => {
    const { digests, card } = await open();
    await later(digests);
    await later(
      digests,
      'c.example',
      'The port authority of Orl said the ferry Aurora carried 212 passengers to the pier.',
    );
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toContain('3 outlets');
    const thread = digests.sandbox.world.channels.get(card.id)!;
    expect(thread.name).toBe('Orl harbour closed after ferry hits pier');
    const [first = '', second = '', ...others] = digests.posts(thread.id);
    expect(others).toEqual([]);
    expect(first).toContain(`> ${NEWS}`);
    expect(first).not.toContain('Divers');
    expect(second).toMatch(/> .* 212 passengers to the pier\.\n/);
    expect(second).not.toContain('14 people');
  });

  it('is not posted for what the story had already', async () => {
    const { digests, card } = await open();
    await later(digests, 'b.example', 'The pier of Orl and its harbour were hit by the ferry Aurora.');
    expect(digests.posts()[0]).toContain('2 outlets');
    expect(digests.sandbox.world.channels.has(card.id)).toBe(false);
  });

  it('waits for the end of the quiet hours', async () => {
    const { digests, id, card } = await open();
    const minute = (ms: number): number => Math.floor(ms / MINUTE) % (24 * 60);
    const hours = { fromMinute: minute(digests.now()), toMinute: minute(digests.now() + HOUR) };
    await digests.quietHours().setSubscription(id, { ...hours, timezone: 'UTC' });
    await later(digests);
    expect(digests.sandbox.world.channels.has(card.id)).toBe(false);
    digests.wait(HOUR);
    await digests.settle();
    await digests.settle();
    expect(digests.posts(card.id)).toEqual([expect.stringContaining(NEWS)]);
  });

  it('is posted nowhere if the card alone was chosen', async () => {
    const { digests, card } = await open({ laterTellings: 'edit' });
    await later(digests);
    expect(digests.posts()[0]).toContain('2 outlets');
    expect(digests.sandbox.world.channels.has(card.id)).toBe(false);
  });

  it('is a message in a forum’s post', async () => {
    const digests = await openTestDigests();
    const { forum } = digests.sandbox.channels;
    const place = { channelId: forum.id, channelKind: 'forum', tagIds: [forum.tags![0]!.id] } as const;
    await digests.subscribe({ laterTellings: 'thread', ...place });
    await digests.add([ferry('a.example')]);
    await digests.settle();
    await later(digests);
    const posts = [...digests.sandbox.world.channels.values()].filter(
      ({ parentId }) => parentId === forum.id,
    );
    expect(posts).toHaveLength(1);
    expect(digests.posts(posts[0]!.id)).toEqual([
      expect.stringContaining('2 outlets'),
      expect.stringContaining(NEWS),
    ]);
  });

  it('is a reply where the post stands in a thread, and where no thread can be opened any more', async () => {
    const digests = await openTestDigests();
    const { general } = digests.sandbox.channels;
    const side = digests.sandbox.addChannel('side', { type: 11, parent: general });
    await digests.subscribe({ laterTellings: 'thread', channelId: side.id, channelKind: 'thread' });
    await digests.subscribe({ laterTellings: 'thread' });
    await digests.add([ferry('a.example')]);
    await digests.settle();
    digests.sandbox.deny(general, 'CreatePublicThreads');
    await later(digests);
    for (const channel of [side, general]) {
      const [card, reply, ...others] = digests.sandbox.messages(channel);
      expect(others).toEqual([]);
      expect(reply!.text).toContain(NEWS);
      expect(digests.sandbox.world.messages.get(reply!.id)!.message.message_reference?.message_id).toBe(
        card!.id,
      );
    }
  });

  it('goes into the thread that somebody opened before', async () => {
    const { digests, card } = await open();
    digests.sandbox.injectFault({
      method: 'POST',
      route: '/channels/{channel_id}/messages/{message_id}/threads',
      hangUp: true,
      when: 'after',
      times: 1,
    });
    await later(digests);
    digests.wait(MINUTE);
    await digests.settle();
    const refused = digests.sandbox
      .requests()
      .filter(({ route, status }) => route.endsWith('/threads') && status === 400);
    expect(refused).toHaveLength(1);
    expect(digests.posts(card.id)).toHaveLength(1);
  });

  it('is posted once though the bot was killed before it heard that Discord has it', async () => {
    const { digests, card } = await open();
    digests.sandbox.injectFault({
      method: 'POST',
      route: '/channels/{channel_id}/messages',
      hangUp: true,
      when: 'after',
      times: 1,
    });
    await later(digests);
    digests.sandbox.forgetNonces();
    await digests.restart();
    digests.wait(MINUTE);
    await digests.settle();
    expect(digests.posts(card.id)).toHaveLength(1);
    expect(await digests.ledger().developments()).toEqual([]);
    // Its corrections are followed as if Discord's word had been heard.
    const told = digests.sandbox.posted().find(({ channelId }) => channelId === card.id)!;
    expect(await digests.postedAnswers().has(told.id)).toBe(true);
  });

  it('waits while the subscription is paused, and while the bot may not write in threads, for three days', async () => {
    const { digests, id, card } = await open();
    digests.sandbox.deny(digests.sandbox.channels.general, 'SendMessagesInThreads');
    await later(digests);
    await digests.subscriptions().setState(id, 'paused', null);
    digests.sandbox.allow(digests.sandbox.channels.general, 'SendMessagesInThreads');
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toEqual([]);
    await digests.subscriptions().setState(id, 'active', null);
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toHaveLength(1);
  });

  it('waits for the end of the quiet hours', async () => {
    const { digests, id, card } = await open();
    digests.sandbox.deny(digests.sandbox.channels.general, 'SendMessagesInThreads');
    await later(digests);
    digests.sandbox.allow(digests.sandbox.channels.general, 'SendMessagesInThreads');
    const minute = Math.floor((digests.now() / MINUTE) % 1_440);
    const hours = { fromMinute: minute, toMinute: (minute + 120) % 1_440, timezone: 'UTC' };
    await digests.quietHours().setSubscription(id, hours);
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toEqual([]);
    digests.wait(2 * HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toHaveLength(1);
  });

  it('stands in the thread though the bot could not see the channel for a while', async () => {
    const { digests, card } = await open();
    digests.sandbox.deny(digests.sandbox.channels.general, 'ViewChannel');
    await later(digests);
    digests.sandbox.allow(digests.sandbox.channels.general, 'ViewChannel');
    digests.wait(HOUR);
    await digests.settle();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts(card.id)).toEqual([expect.stringContaining(NEWS)]);
  });

  it('waits while a moderator has locked the thread, and stands in one that was archived', async () => {
    const { digests, card } = await open();
    await later(digests);
    const { thread } = digests.sandbox.world.channels.get(card.id)!;
    Object.assign(thread!, { archived: true, locked: true });
    await later(digests, 'c.example', 'The ferry Aurora carried 212 passengers to the pier of Orl.');
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toHaveLength(1);
    thread!.locked = false;
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts(card.id)).toEqual([
      expect.stringContaining(NEWS),
      expect.stringContaining('212 passengers'),
    ]);
  });

  it('is not posted if the post was deleted', async () => {
    const { digests, card } = await open();
    digests.sandbox.deleteMessage(card.id);
    await later(digests);
    expect(digests.sandbox.posted().filter(({ text }) => text.includes(NEWS))).toEqual([]);
    expect(await digests.ledger().developments()).toEqual([]);
  });

  it.each([
    ['a later telling', 'POST', '/channels/{channel_id}/messages', 'a later telling be told'],
    ['an edit', 'PATCH', '/channels/{channel_id}/messages/{message_id}', 'a digest be edited'],
  ] as const)(
    '%s that Discord does not take is told in the log, and not tried again',
    async (_, method, route, told) => {
      const { digests } = await open();
      digests.sandbox.injectFault({ method, route, status: 400, code: 50035, times: 2 });
      await later(digests);
      const lines = digests
        .logged()
        .split('\n')
        .filter((line) => line.includes(told));
      expect(lines).toEqual([expect.stringContaining('"cause":"')]);
      digests.wait(HOUR);
      await digests.settle();
      expect(
        digests
          .logged()
          .split('\n')
          .filter((line) => line.includes(told)),
      ).toEqual(lines);
      expect(await digests.ledger().developments()).toEqual([]);
    },
  );
});
