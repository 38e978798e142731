/** Interactions that Discord's own client would not send: each is refused as if Discord checked nothing. */
import { ApplicationCommandType, ChannelType, ComponentType, InteractionType } from 'discord.js';
import { expect, it } from 'vitest';
import type { Subscription } from '../../src/domain/subscription.ts';
import { resolveIds } from '../../src/sandbox/simulated-users/commands.ts';
import { replyTo } from '../../src/sandbox/simulated-users/reply.ts';
import { createInteraction } from '../../src/sandbox/world/interactions.ts';
import { type Journey, openJourney } from './open-journey.ts';

const ARTICLES = ['harbour', 'bridge', 'ferry'].map((word, number) => ({
  id: `a${number}`,
  title: `News of the ${word}`,
  url: `https://wire.example/${word}`,
  source: 'wire.example',
  published: '2026-03-01',
  text: `The ${word} is open again after the storm of last week, the council said on Monday. `.repeat(4),
}));

type Where = { readonly id: string };

/** What the bot answered to an interaction that was made up, as text. */
const forge = async (
  journey: Journey,
  userId: string,
  channel: Where,
  type: InteractionType,
  data: object,
  sourceMessageId?: string,
): Promise<string> => {
  const { sandbox } = journey;
  // Far enough from the one before not to be too many at once.
  journey.wait(10_000);
  const made = createInteraction(sandbox.world, {
    type,
    userId,
    channelId: channel.id,
    data: data as never,
    ...(sourceMessageId !== undefined && { sourceMessageId }),
  });
  const { kind, message, followUps, modal } = await replyTo(sandbox.world, made);
  if (kind === 'modal') return `form: ${modal!.title}`;
  return [...(kind === 'message' ? [message!] : []), ...followUps].map(({ text }) => text).join('\n') || kind;
};

/** A digest that was claimed for the subscription, as its buttons name it. */
const claim = async (journey: Journey, subscription: Subscription): Promise<string> => {
  const { app } = journey.bot();
  const { id: subscriptionId, guildId, channelId, channelKind } = subscription;
  const place = { subscriptionId, guildId, channelId, channelKind };
  const heading = { title: 'everything', schedule: 'as they arrive', roleId: null };
  const content = { throughSeq: 0, stories: [], rolled: [], heading };
  await app.ledger.claim({ id: 'forged0001', ...place, ...content, claimedAtMs: 0 }, subscription);
  return 'forged0001';
};

const STRING = 3;
const INTEGER = 4;
const CHANNEL = 7;
const ROLE = 8;
type Option = readonly [name: string, type: number, value: string | number];

const command = (journey: Journey, name: string, ...options: Option[]): object => {
  const registered = [...journey.sandbox.world.commands.values()].flat().find((one) => one.name === name)!;
  return {
    id: registered.id,
    name,
    type: ApplicationCommandType.ChatInput,
    options: options.map(([option, type, value]) => ({ name: option, type, value })),
    resolved: resolveIds(
      journey.sandbox.world,
      options.map(([, , value]) => String(value)),
    ),
  };
};
interface Resolved {
  readonly resolved: { readonly channels: Record<string, { guild_id: string }> };
}
const press = (customId: string): object => ({ component_type: ComponentType.Button, custom_id: customId });

it('commands: only what the person may do, in the server where they are', async () => {
  const journey = await openJourney({ articles: ARTICLES });
  const { sandbox } = journey;
  const { general, forum, botDm } = sandbox.channels;
  const elsewhere = sandbox.addGuild('Elsewhere');
  const theirs = sandbox.addChannel('theirs', { guild: elsewhere });
  const theirForum = sandbox.addChannel('their-forum', { guild: elsewhere, type: ChannelType.GuildForum });
  Object.assign(theirForum, { tags: [{ ...forum.tags![0]!, id: '999999999999999999', name: 'Secret tag' }] });
  const theirRole = sandbox.world.guilds.get(elsewhere.id)!.roles.get(elsewhere.id)!;
  const { owner, member } = sandbox;
  const run = (userId: string, name: string, ...options: Option[]) =>
    forge(journey, userId, general, InteractionType.ApplicationCommand, command(journey, name, ...options));

  for (const name of ['subscribe', 'subscriptions'])
    expect(await run(member.id, name)).toContain('members with the Manage Server permission');
  expect(await run(member.id, 'unsubscribe', ['subscription', STRING, 'x'])).toContain('Manage Server');
  expect(await run(owner.id, 'subscribe', ['channel', CHANNEL, theirs.id])).toContain('Expected ');
  const lying = command(journey, 'subscribe', ['channel', CHANNEL, theirs.id]) as Resolved;
  lying.resolved.channels[theirs.id]!.guild_id = sandbox.guild.id;
  expect(await forge(journey, owner.id, general, InteractionType.ApplicationCommand, lying)).toContain(
    'Expected ',
  );
  expect(await run(owner.id, 'subscribe', ['role', ROLE, theirRole.id])).toContain('role of this server');
  const tag: Option = ['tag', STRING, '999999999999999999'];
  const tagged = await run(owner.id, 'subscribe', ['channel', CHANNEL, forum.id], tag);
  expect(tagged).toContain('one of the tags');
  expect(tagged).not.toContain('Secret');
  expect(await run(owner.id, 'subscribe', ['max', INTEGER, 5000])).toContain('from 1 to 25');
  expect(await run(owner.id, 'subscribe', ['when', STRING, 'constantly'])).toContain('one of');
  expect(await run(owner.id, 'subscribe', ['topic', STRING, 'x'.repeat(5000)])).toContain('at most');
  expect(await run(owner.id, 'subscribe', ['topic', INTEGER, 5])).toContain('another kind');
  expect(await run(owner.id, 'subscribe', ['channel', CHANNEL, '1'])).not.toContain('Subscribed');
  expect(await run(owner.id, 'ask')).toContain('Expected a value');
  expect(await run(owner.id, 'latest', ['count', INTEGER, -3])).toContain('from 1 to 10');
  const inDm = command(journey, 'subscribe');
  expect(await forge(journey, owner.id, botDm, InteractionType.ApplicationCommand, inDm)).toContain(
    'servers',
  );
  expect(await journey.bot().app.subscriptions.all()).toEqual([]);
  expect(journey.logged()).not.toContain('an answer failed');

  const suggested = async (userId: string, name: string, ...options: Option[]) => {
    const data = command(journey, name, ...options) as { options: object[] };
    Object.assign(data.options.at(-1)!, { focused: true });
    const made = createInteraction(sandbox.world, {
      type: InteractionType.ApplicationCommandAutocomplete,
      userId,
      channelId: general.id,
      data: data as never,
    });
    await replyTo(sandbox.world, made);
    return made.choices;
  };
  const tags = (channelId: string) =>
    suggested(owner.id, 'subscribe', ['channel', CHANNEL, channelId], ['tag', STRING, '']);
  expect(await tags(theirForum.id)).toEqual([]);
  expect(await tags(forum.id)).toHaveLength(2);
  expect(await suggested(owner.id, 'subscribe', ['__proto__', STRING, ''])).toEqual([]);
});

it('buttons and forms: only those of the place and the person, and none that no command has', async () => {
  const journey = await openJourney({ articles: ARTICLES });
  const { sandbox } = journey;
  const { general, botDm } = sandbox.channels;
  const { owner, member } = sandbox;
  const elsewhere = sandbox.addGuild('Elsewhere');
  const theirs = sandbox.addChannel('theirs', { guild: elsewhere });
  const say = await owner.slash(general, 'ask', { question: 'What did the council say?', private: true });
  const card = say.message!;
  const { app } = journey.bot();

  const pressAs = (userId: string, customId: string, channel: Where = general) =>
    forge(journey, userId, channel, InteractionType.MessageComponent, press(customId), card.id);
  for (const id of [
    'ask:__proto__',
    'ask:constructor:x',
    '__proto__:run',
    'toString:x',
    'ask',
    ':',
    'feeds:valueOf',
  ])
    expect(await pressAs(owner.id, id)).toMatch(/older version/);
  const submitted = { custom_id: 'ask:__proto__', components: [] };
  const form = await forge(journey, owner.id, general, InteractionType.ModalSubmit, submitted, card.id);
  expect(form).toMatch(/older version/);

  const idOf = (label: string) => card.buttons.find((one) => one.label === label)!.customId!;
  for (const label of ['Follow up', 'Share', 'Subscribe'])
    expect(await pressAs(member.id, idOf(label))).toMatch(
      /expired|only the person who asked|Manage Server|someone else/i,
    );
  for (const channel of [theirs, botDm])
    expect(await pressAs(owner.id, idOf('Follow up'), channel)).toContain('expired');
  expect(await pressAs(owner.id, idOf('Follow up'))).toBe('form: Follow up');

  await owner.slash(general, 'subscribe', { when: 'arrival' });
  const [subscription] = await app.subscriptions.ofGuild(sandbox.guild.id);
  for (const action of ['show', 'pause', 'remove', 'removed', 'trial', 'preview', 'change', 'move']) {
    const id = `subscriptions:${action}:${subscription!.id}`;
    expect(await pressAs(member.id, id)).toContain('Manage Server');
    expect(await pressAs(owner.id, id, theirs)).toContain('no longer there');
  }
  const delivery = await claim(journey, subscription!);
  for (const id of [`digest:about:${delivery}`, `digest:more:${delivery}`, `digest:turn:${delivery}:1`])
    expect(await pressAs(owner.id, id, theirs)).toContain('nothing more to show');
  expect(await pressAs(owner.id, `digest:about:${delivery}`)).toContain('put together');
  expect(journey.logged()).not.toContain('an answer failed');
});
