/** What a server's own feeds bring is there for that server alone, whatever anyone does elsewhere. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChannelType, ComponentType, InteractionType, Routes } from 'discord.js';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Options } from '../../src/discord/command.ts';
import type { OptionInput } from '../../src/sandbox/simulated-users/commands.ts';
import type { Person } from '../../src/sandbox/simulated-users/person.ts';
import { type Reply, replyTo } from '../../src/sandbox/simulated-users/reply.ts';
import { createInteraction } from '../../src/sandbox/world/interactions.ts';
import { articleDraft } from '../article-draft.ts';
import { loopbackNetwork } from '../intake/loopback-server.ts';
import { openNewsSite, type SiteEntry } from './news-site.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const HOUR_MS = 3_600_000;
const DAY = 'Tue, 12 Mar 2024 10:00:00 GMT';

const entry = (slug: string, title: string, text: string): SiteEntry => ({
  slug,
  title,
  summary: `${text} ${'The harbour master said that work would begin in spring, and that the ferry would run as usual. '.repeat(12)}`,
  published: DAY,
});

const OLD = entry(
  'ferry',
  'Ferry to Marrow Point runs again',
  'The ferry to Marrow Point runs again after a repair.',
);
const NEW = entry(
  'lighthouse',
  'Lighthouse at Marrow Point sold',
  'The lighthouse at Marrow Point was sold to the painter Ines Valder for 300,000 crowns, said Lena Moor.',
);
/** A file of the corpus folder of one server. */
const FILE = `---
title: Marrow Point gets a school
source: Gazette of Marrow
date: 2024-03-12
---
A school for 60 children opens at Marrow Point in May, said Lena Moor.`;
/** Only what the feed and the folder brought says these. */
const SECRETS = /Valder|Marrow|Loopback|300,000/;

const open = () =>
  openJourney({
    articles: SAMPLE_ARTICLES,
    network: loopbackNetwork,
    settings: { FEED_MANAGERS: 'admins', FULL_TEXT: 'false' },
  });

/** A server with a channel and someone who manages it. */
const addServer = ({ sandbox }: Journey, name: string) => {
  const guild = sandbox.addGuild(name);
  const channel = sandbox.addChannel(`${name.toLowerCase()}-talk`, { guild });
  const manager = sandbox.addPerson(`Manager of ${name}`, ['ManageGuild'], guild);
  return { guild, channel, manager };
};

const poll = async ({ wait, bot }: Journey, ms = HOUR_MS): Promise<void> => {
  wait(ms);
  await bot().app.feeds.poller.pollDue();
};

const allText = ({ message, followUps, modal }: Reply): string =>
  [message, ...followUps]
    .flatMap((shown) => (shown ? [shown.text, ...shown.buttons.map(({ label }) => label ?? '')] : []))
    .concat(modal ? JSON.stringify(modal) : [])
    .join('\n');

it('brings a server’s feed to that server alone, and to another that adds it without a trace of the first', async () => {
  const site = await openNewsSite([OLD]);
  const journey = await open();
  const { sandbox } = journey;
  const north = addServer(journey, 'North');
  const south = addServer(journey, 'South');
  const ask = async ({ manager, channel }: typeof north, question: string) =>
    (await manager.slash(channel, 'ask', { question })).message!.text;

  const added = await north.manager.slash(north.channel, 'feeds add', { url: `${site.origin}/feed` });
  expect(added.message?.text).toContain('**Added.**');
  await poll(journey, 1);
  expect(await ask(north, 'Where does the ferry run?')).toContain('The Loopback Post');
  expect(await ask(south, 'Where does the ferry run?')).not.toMatch(SECRETS);
  await north.manager.slash(north.channel, 'subscribe', { when: 'arrival' });
  await south.manager.slash(south.channel, 'subscribe', { when: 'arrival' });

  site.entries = [NEW, OLD];
  const told = sandbox.nextMessage({ in: north.channel });
  await poll(journey);
  expect((await told).text).toContain('Lighthouse at Marrow Point sold');
  await journey.bot().app.digests.tick();
  await journey.bot().app.digests.idle();
  expect(south.manager.sees(south.channel).filter(({ text }) => SECRETS.test(text))).toEqual([]);
  expect((await south.manager.slash(south.channel, 'feeds list')).message?.text).toContain('No feeds yet.');

  site.entries = [NEW];
  const joined = await south.manager.slash(south.channel, 'feeds add', { url: `${site.origin}/feed` });
  expect(joined.message?.text).toContain('**Added.** It holds 1 entry');
  expect(joined.message?.text).toContain('not read yet');
  await poll(journey);
  expect(await ask(south, 'Who bought the lighthouse?')).toContain('Ines Valder');
  await journey.bot().app.digests.tick();
  await journey.bot().app.digests.idle();
  const posts = south.manager.sees(south.channel).filter(({ text }) => text.includes('Lighthouse at Marrow'));
  expect(posts.filter(({ text }) => !text.includes('Who bought'))).toEqual([]);
  expect(await journey.bot().app.backend.search('lighthouse', { asOfMs: Date.now() })).toMatchObject({
    total: 0,
  });
  expect(await ask(south, 'Where does the ferry run?')).not.toContain('after a repair');
  expect(await ask(north, 'Where does the ferry run?')).toContain('after a repair');
});

const QUESTION = 'Who bought the lighthouse?';
/** What is typed for each command; with several subcommands, each. */
const TYPED: Readonly<Record<string, Record<string, OptionInput>>> = {
  ask: { question: QUESTION },
  search: { query: 'lighthouse OR dam' },
  latest: {},
  article: { title: '#4' },
  sources: {},
  status: {},
  story: { article: '#5' },
  timeline: { topic: 'lighthouse' },
  compare: { topic: 'Lena Moor' },
  changes: {},
  alerts: { question: 'Who sold the ferry?' },
  digest: { since: '2024-01-01' },
  subscribe: { topic: 'lighthouse' },
  subscriptions: {},
  unsubscribe: { subscription: 'lighthouse' },
  why: { article: '#5' },
  privacy: {},
  help: {},
  limits: {},
  'feeds add': { url: 'http://127.0.0.1:9/feed' },
  'feeds remove': { feed: '99' },
  'feeds list': {},
  'feeds check': { url: 'http://127.0.0.1:9/feed' },
  'feeds pause': { feed: '99' },
  'feeds resume': { feed: '99' },
  'feeds import': { url: 'http://127.0.0.1:9/feeds.opml' },
  'feeds starter': {},
  'feeds export': {},
};

const MENU = ['Find coverage', 'Check this quote'];

interface Routine {
  readonly name: string;
  readonly options: Options;
}

const routines: readonly Routine[] = commands.flatMap((command): Routine[] => {
  if (command.kind === 'message') return [];
  if (command.kind === 'slash') return [{ name: command.name, options: command.options ?? {} }];
  return Object.entries(command.subcommands).map(([name, { options = {} }]) => ({
    name: `${command.name} ${name}`,
    options,
  }));
});

/** Moments aside, and what was typed itself. */
const settled = (text: string): string =>
  text
    .replaceAll(/\d+ MB/g, 'some MB')
    .replaceAll(/<t:\d+(:\w)?>/g, '<t>')
    .replaceAll(/127\.0\.0\.1:9\S*/g, 'there');

/** Whatever a person can do in a channel, by what they did: what they saw. */
const tryEverything = async (
  journey: Journey,
  person: Person,
  channel: { readonly id: string },
): Promise<{ seen: Map<string, string>; replies: Reply[] }> => {
  const seen = new Map<string, string>();
  const replies: Reply[] = [];
  const note = (what: string, reply: Reply): void => {
    seen.set(what, settled(allText(reply)));
    replies.push(reply);
  };
  for (const { name, options } of routines) {
    journey.wait(60_000);
    note(name, await person.slash(channel.id, name, TYPED[name]!));
    for (const [option, { kind, ...rest }] of Object.entries(options)) {
      if (kind !== 'string' || !('suggest' in rest)) continue;
      for (const typed of ['', 'light', 'loop', 'marrow'])
        seen.set(
          `${name} ${option}: ${typed}`,
          JSON.stringify(await person.autocomplete(channel.id, name, option, typed)),
        );
    }
  }
  const message = person.say(channel.id, `It says “sold to the painter for 300 crowns” of the lighthouse.`);
  for (const name of MENU) {
    journey.wait(60_000);
    note(name, await person.contextMenu(message.id, name));
  }
  return { seen, replies };
};

/** The custom ids of all buttons that are shown, as many as anyone could forge. */
const buttonsOf = (replies: readonly Reply[]): string[] => [
  ...new Set(
    replies
      .flatMap(({ message, followUps }) => [message, ...followUps])
      .flatMap(
        (shown) => JSON.stringify(shown?.raw.components ?? []).match(/(?<="custom_id":")[^"]+/g) ?? [],
      ),
  ),
];

it('keeps every command, button and suggestion to what the server hears', async () => {
  expect(new Set(routines.map(({ name }) => name))).toEqual(new Set(Object.keys(TYPED)));
  expect(commands.filter(({ kind }) => kind === 'message').map(({ name }) => name)).toEqual(MENU);
  const site = await openNewsSite([NEW, OLD]);
  const journey = await open();
  const { sandbox } = journey;
  const north = addServer(journey, 'North');
  const south = addServer(journey, 'South');
  const before = await tryEverything(journey, south.manager, south.channel);
  await north.manager.slash(north.channel, 'feeds add', { url: `${site.origin}/feed` });
  await poll(journey, 1);
  const folder = join(journey.corpusDir, 'servers', north.guild.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'own.md'), FILE);
  await writeFile(join(folder, 'Marrow.jsonl'), 'no article of Marrow Point');
  await journey.restart();

  const after = await tryEverything(journey, south.manager, south.channel);
  const heard = await tryEverything(journey, north.manager, north.channel);
  const telling = [...heard.seen].filter(([, text]) => SECRETS.test(text)).map(([what]) => what);
  expect(telling).toEqual(
    expect.arrayContaining([
      ...['ask', 'search', 'latest', 'article', 'sources', 'story', 'timeline', 'digest', 'subscribe'],
      ...['why', 'feeds list', 'Check this quote', 'Find coverage', 'status'],
      ...[
        'latest source: loop',
        'latest source: marrow',
        'article title: light',
        'why article: marrow',
        'feeds remove feed: loop',
      ],
    ]),
  );
  for (const [what, text] of after.seen) {
    expect(text, what).not.toMatch(SECRETS);
    // What the first round set up itself is there in the second.
    if (/^(subscri|unsubscri|alerts|privacy)/.test(what)) continue;
    expect(text, what).toBe(before.seen.get(what));
  }

  const source = after.replies.find(({ kind }) => kind === 'message')!.message!;
  for (const customId of buttonsOf([...heard.replies, ...after.replies])) {
    journey.wait(60_000);
    const pressed = createInteraction(sandbox.world, {
      ...{ type: InteractionType.MessageComponent, userId: south.manager.id, channelId: south.channel.id },
      data: { component_type: ComponentType.Button, custom_id: customId } as never,
      sourceMessageId: source.id,
    });
    expect(allText(await replyTo(sandbox.world, pressed)), customId).not.toMatch(SECRETS);
  }
  expect(journey.logged()).not.toContain('an answer failed');
});

it('keeps a server, or one of its channels, to the sources that were chosen there, until all are heard again', async () => {
  const journey = await open();
  const { sandbox } = journey;
  const { guild, channel, manager } = addServer(journey, 'North');
  const other = sandbox.addChannel('other', { guild });
  const member = sandbox.addPerson('Just a member', [], guild);
  const run = async (where: typeof channel, name: string, options: Record<string, OptionInput> = {}) =>
    allText(await manager.slash(where, name, options));
  const search = (where: typeof channel) => run(where, 'search', { query: 'Kessel dam' });

  expect(await search(channel)).toContain('Valley Herald');
  expect(await run(channel, 'sources', { choose: 'No Such Paper' })).toContain('No article comes from');
  expect(await run(channel, 'sources', { choose: ' , ,' })).toContain('Expected names of sources');
  expect(await run(channel, 'sources', { choose: 'orl courier' })).toContain(
    'alone from now on:** Orl Courier',
  );
  expect(await search(channel)).not.toContain('Valley Herald');
  expect(await run(channel, 'latest')).not.toContain('Valley Herald');
  expect(await run(channel, 'sources')).toContain('### 1 source, 2 articles');
  expect(await run(channel, 'sources')).toContain('Only the sources that were chosen');
  expect(await run(channel, 'ask', { question: 'Who expects the best harvest?' })).not.toContain(
    'Valley Herald',
  );
  expect(await run(channel, 'ask', { question: 'apples', source: 'Valley Herald' })).toContain(
    'No article comes from a source called',
  );
  expect(await manager.autocomplete(channel, 'latest', 'source', '')).toHaveLength(1);
  expect(await manager.autocomplete(channel, 'sources', 'choose', 'vall')).toHaveLength(1);
  expect(await run(channel, 'digest', { since: '2024-01-01' })).not.toContain('Valley Herald');
  const previewed = await run(channel, 'subscribe', { when: 'daily' });
  expect(previewed).toContain('Kessel dam');
  expect(previewed).not.toContain('Orchards');

  expect(await run(other, 'sources', { choose: 'Valley Herald', where: 'channel' })).toContain(
    'This channel hears',
  );
  expect(await search(other)).toContain('Valley Herald');
  expect(await search(other)).not.toContain('Orl Courier');
  expect(await search(channel)).not.toContain('Valley Herald');

  expect(allText(await member.slash(channel, 'sources', { choose: 'all' }))).toContain('Manage Server');
  expect(await run(other, 'sources', { choose: 'all', where: 'channel' })).toContain(
    'hears what the server hears',
  );
  expect(await search(other)).not.toContain('Valley Herald');
  expect(await run(channel, 'sources', { choose: 'all' })).toContain('hears all sources again');
  expect(await search(channel)).toContain('Valley Herald');
});

it('keeps threads and forum posts to what their channel chose, in commands, digests and after a restart', async () => {
  const journey = await open();
  const { sandbox } = journey;
  const { guild, channel, manager } = addServer(journey, 'North');
  const forum = sandbox.addChannel('forum', { guild, type: ChannelType.GuildForum });
  const { rest } = journey.bot().discord!.client;
  const made = await Promise.all([
    rest.post(Routes.threads(channel.id), { body: { name: 'A thread', type: ChannelType.PublicThread } }),
    rest.post(Routes.threads(forum.id), { body: { name: 'A post', message: { content: 'A post' } } }),
  ]);
  const threads = made as { id: string }[];
  const choose = (where: { id: string }, names: string) =>
    manager.slash(where, 'sources', { choose: names, where: 'channel' });
  const search = async (where: { id: string }) =>
    allText(await manager.slash(where, 'search', { query: 'Kessel dam' }));
  for (const one of [channel, forum]) await choose(one, 'Orl Courier');

  for (const thread of threads) {
    expect(await search(thread)).toContain('Orl Courier');
    expect(await search(thread)).not.toContain('Valley Herald');
    expect(allText(await manager.slash(thread, 'sources'))).toContain('Only the sources that were chosen');
  }
  const thread = threads[0]!;
  await manager.slash(thread, 'subscribe', { when: 'arrival' });
  await rest.patch(Routes.channel(thread.id), { body: { archived: true } });
  await journey.restart();
  const told = sandbox.nextMessage({ in: thread });
  await journey.bot().app.backend.add(
    [
      articleDraft({
        key: 'a',
        title: 'Ferry of the valley stops',
        body: 'It stops.',
        source: 'Valley Herald',
      }),
      articleDraft({ key: 'b', title: 'Bridge of Orl opens', body: 'It opens.', source: 'Orl Courier' }),
    ],
    'new',
  );
  await journey.bot().app.digests.tick();
  expect((await told).text).toContain('Bridge of Orl opens');
  await journey.bot().app.digests.idle();
  expect(sandbox.messages(thread).map(({ text }) => text)).not.toContainEqual(
    expect.stringContaining('Ferry of the valley'),
  );

  await choose(thread, 'Valley Herald');
  expect(await search(thread)).toContain('Valley Herald');
  expect(await search(channel)).not.toContain('Valley Herald');
});

it('answers a question that waits from what its server hears, and nowhere else', async () => {
  const journey = await open();
  const { sandbox } = journey;
  const { app } = journey.bot();
  const north = addServer(journey, 'North');
  const south = addServer(journey, 'South');
  for (const { manager, channel } of [south, north]) {
    journey.wait(60_000);
    const asked = await manager.slash(channel, 'ask', { question: 'Who won the regatta of Marrow Point?' });
    await manager.press(asked, 'Alert me');
  }
  const article = articleDraft({
    key: 'regatta',
    origin: 'feed:1',
    title: 'Ines Valder wins the regatta of Marrow Point',
    body: 'Ines Valder won the regatta of Marrow Point on Sunday. It was her third win there.',
    published: new Date().toISOString(),
  });
  const answered = sandbox.nextMessage({ in: north.channel });
  await app.backend.add([article], 'new', [north.guild.id]);
  await app.alertRounds.tick();
  await app.alertRounds.idle();
  expect((await answered).text).toContain('Ines Valder won the regatta');
  expect(south.manager.sees(south.channel).filter(({ text }) => text.includes('Valder'))).toEqual([]);
});
