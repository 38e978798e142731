import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { InteractionResponseType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BURST } from '../../src/discord/person-limits.ts';
import type { RequestRecord } from '../../src/sandbox/rest/request-log.ts';
import type { Person } from '../../src/sandbox/simulated-users/person.ts';
import { plainText } from '../discord/read-markdown.ts';
import { openJourney } from './open-journey.ts';
import { SAMPLE_ARTICLES } from './sample-articles.ts';

const ANSWER = InteractionResponseType.ChannelMessageWithSource;
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const DAY_MS = 86_400_000;
const CROWD = 200;

/** Not what only says that the bot is thinking. */
const isAnswer = ({ method, route, body }: RequestRecord): boolean =>
  method === 'PATCH' || (route === CALLBACK && (body as { type: number }).type === ANSWER);

it('answers what it accepted though the gateway drops meanwhile, and what comes after it is back', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  sandbox.injectFault({ route: CALLBACK, delayMs: 500, times: 1 });
  const asked = owner.slash(channels.general, 'ask', { question: 'Kessel dam' });
  const back = sandbox.next('the bot to be back', (change) => change.kind === 'bot-connected' || undefined);
  sandbox.gateway.drop();
  expect((await asked).message?.text).toContain('northern wall');
  await back;
  const later = await owner.slash(channels.general, 'ask', { question: 'Port Ellis bridge' });
  expect(later.message?.text).toContain('Old bridge opens to cyclists');
});

it('acknowledges everyone of a crowd of 200 before it answers most of them, and answers all', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES, inThreads: true });
  const people = Array.from({ length: CROWD }, (_, index) => sandbox.addPerson(`Reader ${index}`));
  const before = sandbox.requests().length;
  const ask = (person: Person) => person.slash(sandbox.channels.general, 'ask', { question: 'Kessel dam' });
  const answers = await Promise.all(people.map(ask));
  const made = sandbox.requests().slice(before);
  const untilAllHeard = made.slice(
    0,
    made.findLastIndex(({ route }) => route === CALLBACK),
  );
  expect(untilAllHeard.filter(isAnswer).length).toBeLessThan(CROWD / 2);
  expect(answers.filter(({ kind }) => kind !== 'message')).toEqual([]);
  expect(answers.filter(({ message }) => !message?.text.includes('northern wall'))).toEqual([]);
});

it('asks someone who asks too much to wait, and nobody else', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, member, channels } = sandbox;
  // At once and twice as many: meanwhile some are given back.
  const asked = Array.from({ length: 2 * BURST }, () => owner.slash(channels.general, 'help'));
  const refused = (await Promise.all(asked)).filter(({ ephemeral, message }) => {
    return (
      ephemeral && /That was a lot of questions at once\. Try again in \d seconds?\./.test(message!.text)
    );
  });
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(BURST);
  const other = await member.slash(channels.general, 'ask', { question: 'Kessel dam' });
  expect(other.message?.text).toContain('northern wall');
});

it('reports a failure by a neutral sentence with a reference that the log holds in full', async () => {
  const { sandbox, dataDir, logged } = await openJourney({ articles: SAMPLE_ARTICLES });
  const state = new DatabaseSync(join(dataDir, 'state.db'));
  state.exec('DROP TABLE interactions');
  state.close();
  const failed = await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'Kessel dam' });
  expect(failed.ephemeral).toBe(true);
  const reference = /the reference \*\*(\w+)\*\*/.exec(failed.message?.text ?? '')?.[1];
  expect(failed.message?.text).toContain('Something went wrong here');
  expect(failed.message?.text).not.toContain('interactions');
  const line = logged()
    .split('\n')
    .find((each) => each.includes(reference!));
  expect(line).toContain('no such table: interactions');
  expect(logged()).not.toContain('Kessel dam');
  expect(logged()).not.toContain(sandbox.token);
});

it('explains a filter that cannot be read in its own words', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const reply = await sandbox.owner.slash(sandbox.channels.general, 'ask', {
    question: 'dam',
    after: 'whenever',
  });
  expect(reply.ephemeral).toBe(true);
  expect(reply.message?.text).toContain('after: expects a day such as');
});

it('answers though Discord fails or is slow for a while', async () => {
  const { sandbox } = await openJourney({ articles: SAMPLE_ARTICLES });
  const { owner, channels } = sandbox;
  sandbox.injectFault({ route: CALLBACK, status: 502, times: 2 });
  const answer = await owner.slash(channels.general, 'ask', { question: 'Kessel dam' });
  expect(answer.message?.text).toContain('northern wall');
});

it('registers its commands once, and again only when they changed', async () => {
  const { sandbox, restart } = await openJourney();
  const writes = () =>
    sandbox.requests().filter(({ method, route }) => method === 'PUT' && route.includes('commands'));
  expect(writes()).toHaveLength(1);
  await restart();
  expect(writes()).toHaveLength(1);
  sandbox.world.commands.get('global')!.pop();
  await restart();
  expect(writes()).toHaveLength(2);
});

describe('where its commands cannot be registered', () => {
  const refused = async (fault: {
    readonly status: number;
    readonly code?: number;
    readonly times: number;
  }) => {
    const journey = await openJourney();
    const { sandbox, logged, restart } = journey;
    const write = { method: 'PUT', route: '/applications/{application_id}/commands' };
    const answers = () =>
      sandbox
        .requests()
        .filter(({ method, route }) => method === write.method && route === write.route)
        .map(({ status }) => status);
    const all = sandbox.world.commands.get('global')!.length;
    sandbox.world.commands.get('global')!.pop();
    sandbox.injectFault({ ...write, ...fault });
    await restart();
    expect(logged()).not.toContain(sandbox.token);
    return { ...journey, answers, all };
  };

  it('tries again by itself, answers meanwhile, and says so in the log', async () => {
    // Of each of its requests discord.js itself makes four.
    const { sandbox, logged, answers, all } = await refused({ status: 503, times: 4 });
    const registered = sandbox.next(
      'the commands',
      (change) => change.kind === 'commands-changed' || undefined,
    );
    expect(answers()).toEqual([200, 503, 503, 503, 503]);
    expect(logged()).toMatch(/commands could not be registered.*Trying again in 2 s\./);
    const told = await sandbox.owner.slash(sandbox.channels.general, 'status');
    expect(told.message?.text).toContain('complete');
    await registered;
    expect(sandbox.world.commands.get('global')).toHaveLength(all);
    await expect.poll(logged).toContain('the commands are registered now');
  });

  it('does not ask again what Discord refuses for good', async () => {
    const { logged, answers } = await refused({ status: 400, code: 50035, times: 1 });
    expect(answers()).toEqual([200, 400]);
    expect(logged()).toMatch(/50035|400/);
    expect(logged()).toContain('Discord does not take the commands as they are');
    expect(logged()).not.toContain('Trying again');
  });
});

it('asks for no more permissions than it needs in its invite link', async () => {
  const { bot } = await openJourney();
  const { searchParams } = new URL(bot().discord!.inviteUrl);
  expect(searchParams.get('scope')).toBe('bot applications.commands');
  // View Channels, Send Messages, Read Message History, Send Messages in Threads.
  expect(BigInt(searchParams.get('permissions')!)).toBe(
    (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n),
  );
});

it('deletes what a server left behind after RETENTION_DAYS, but not before', async () => {
  const { sandbox, restart, dataDir } = await openJourney({
    articles: SAMPLE_ARTICLES,
    settings: { RETENTION_DAYS: '3' },
  });
  const count = () => {
    const state = new DatabaseSync(join(dataDir, 'state.db'), { readOnly: true });
    const row = state.prepare('SELECT count(*) AS count FROM interactions').get();
    state.close();
    return row?.count;
  };
  await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'Kessel dam' });
  sandbox.kickBot();
  await restart({ laterMs: 2 * DAY_MS });
  expect(count()).toBe(1);
  await restart({ laterMs: 2 * DAY_MS });
  await expect.poll(count).toBe(0);
});

it('says plainly that a token is wrong', async () => {
  const { sandbox, restart } = await openJourney();
  sandbox.world.token = 'another';
  await expect(restart()).rejects.toThrow('Discord does not know this DISCORD_TOKEN.');
});

it('logs a refusal of Discord without what was asked or the interaction’s token', async () => {
  const { sandbox, logged } = await openJourney({ articles: SAMPLE_ARTICLES });
  sandbox.injectFault({ route: CALLBACK, status: 400, code: 50035, times: 1 });
  const { owner, channels } = sandbox;
  const told = await owner.slash(channels.general, 'ask', { question: 'Kessel dam' });
  expect(told.message?.text).toContain('Something went wrong here');
  expect(logged()).toContain('50035');
  expect(logged()).not.toContain('Kessel');
  expect(logged()).toContain('/[secret]/callback');
});

it('finds what a file dropped into the corpus folder says', async () => {
  const { sandbox, corpusDir } = await openJourney({
    articles: SAMPLE_ARTICLES,
    settings: { CORPUS_WATCH: 'auto' },
    inThreads: true,
  });
  const { owner, member, channels } = sandbox;
  const before = await owner.slash(channels.general, 'ask', { question: 'lighthouse Marrow Point' });
  expect(before.message?.text).toContain('Nothing found.** No article holds “lighthouse”');
  const text = 'The lighthouse at Marrow Point was lit again on Friday, for the first time in thirty years.';
  await writeFile(join(corpusDir, 'lighthouse.md'), `# Light at Marrow Point\n\n${text}\n`);
  await expect
    .poll(async () => {
      const titles = await member.autocomplete(channels.general, 'article', 'title', 'Light at Marrow');
      return titles?.map(({ name }) => name).join();
    })
    .toContain('Light at Marrow Point');
  const after = await owner.slash(channels.general, 'ask', { question: 'lighthouse Marrow Point' });
  expect(plainText(after.message?.text ?? '')).toContain(text);
});

it('is online and answers while a large corpus still loads, and says that it does', async () => {
  const articles = Array.from({ length: 10_000 }, (_, index) => ({
    ...SAMPLE_ARTICLES[2]!,
    id: `b${index}`,
    title: `Report ${index}`,
    // So short that nobody looks whether it is English.
    body: `Report ${index} on the bridge at Port Ellis. `.repeat(4),
    language: 'en',
  }));
  const { sandbox, bot } = await openJourney({ articles, waitForLoad: false, inThreads: true });
  const { owner, channels } = sandbox;
  for (const [command, options] of [
    ['ask', { question: 'bridge at Port Ellis' }],
    ['search', { query: 'bridge' }],
    ['latest', {}],
    ['sources', {}],
  ] as const) {
    const early = await owner.slash(channels.general, command, options);
    expect(early.message?.text, command).toMatch(/being read:(?:\*\*)? \d+% so far/);
    expect(early.message?.text, command).not.toContain('No article');
  }
  const whileLoading = await owner.slash(channels.general, 'status');
  expect(whileLoading.message?.text).toMatch(/still indexing: \d+%/);
  await bot().app.backend.loaded();
  const latest = await owner.slash(channels.general, 'latest');
  expect(latest.message?.text).not.toContain('being read');
  const late = await owner.slash(channels.general, 'status');
  expect(late.message?.text).toContain('complete, 10,000 articles');
});
