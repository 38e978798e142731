/**
 * In: how often to kill the bot, and a seed. Out: what the loopback Discord saw: how many digests, and how many
 * matching articles are missing or stand there twice. The bot is a real process, killed at random moments while
 * articles are added, some of them by a second outlet as well, some go away for a while, events are told by a second
 * outlet in other words, and Discord misbehaves. Around each kill its data folder is backed up.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { backUp } from '../../src/backup/back-up.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { randomFrom } from '../random.ts';
import type { BotPlace } from './bot-process.ts';
import { countMissing, type TakenBackup } from './check-backup.ts';
import { countEvents, createEvents, type EventPosts } from './events.ts';

export interface ChaosOptions {
  /** At least so many kills. */
  readonly kills: number;
  readonly seed: number;
  /** Progress and the bot's own errors. */
  readonly say: (line: string) => void;
}

export interface ChaosReport {
  readonly kills: number;
  /** Digests posted. */
  readonly deliveries: number;
  /** Matching articles that never came, over all subscriptions. */
  readonly lost: number;
  /** Articles that came more than once, over all subscriptions. */
  readonly duplicated: number;
  readonly articles: number;
  readonly backups: number;
  /** What had been posted when a backup began and is not in it, over all backups. */
  readonly missing: number;
  /** Events told by two outlets; those posted more or less than once; those whose post does not name both. */
  readonly events: number;
  readonly eventsNotOnce: number;
  readonly eventsUntold: number;
  /** Events that were posted before the second outlet came, so that what it adds is to be told in a thread. */
  readonly developments: number;
  readonly developmentsLost: number;
  readonly developmentsTwice: number;
  /** Requests the sandbox answered with a fault or a rate limit. */
  readonly faults: number;
}

interface AddedArticle {
  readonly token: string;
  readonly words: readonly string[];
  /** A second outlet carries it as well, sooner or later. */
  readonly isCopied: boolean;
}

interface Subscribed {
  readonly channelId: string;
  readonly matches: (article: AddedArticle) => boolean;
}

const LONGEST_DELAY_MS = 1_200;
const POST = '/channels/{channel_id}/messages';

/** Every kind of trouble there is, at once, all the time. */
const injectFault = (sandbox: Sandbox): void => {
  const faults = [
    { status: 429, retryAfterMs: 300, probability: 0.06 },
    { status: 500, probability: 0.05 },
    { status: 502, when: 'after', probability: 0.06 },
    { hangUp: true, probability: 0.04 },
    { hangUp: true, when: 'after', probability: 0.06 },
    { delayMs: LONGEST_DELAY_MS, probability: 0.08 },
    { delayMs: 150, probability: 0.3 },
  ] as const;
  for (const fault of faults) {
    sandbox.injectFault({ method: 'POST', route: POST, ...fault });
    sandbox.injectFault({ method: 'POST', route: '/channels/{channel_id}/threads', ...fault });
    sandbox.injectFault({ method: 'POST', route: `${POST}/{message_id}/threads`, ...fault });
  }
  sandbox.injectFault({ method: 'GET', route: POST, status: 503, probability: 0.1 });
  const edit = { method: 'PATCH', route: `${POST}/{message_id}` } as const;
  sandbox.injectFault({ ...edit, status: 429, retryAfterMs: 300, probability: 0.1 });
  sandbox.injectFault({ ...edit, hangUp: true, when: 'after', probability: 0.1 });
  sandbox.injectFault({ ...edit, status: 400, code: 30046, probability: 0.1 });
};

/** Each subscription has a channel of its own, so that the record shows whose digest it is. Made with `/subscribe`. */
const subscribeAll = async (sandbox: Sandbox): Promise<Subscribed[]> => {
  const { owner, channels } = sandbox;
  const base = { when: 'arrival', max: 8 };
  const wanted = [
    {
      channel: sandbox.addChannel('second'),
      options: { source: 'second.example' },
      matches: ({ isCopied }: AddedArticle) => isCopied,
    },
    { channel: channels.general, options: { later: 'thread' }, matches: () => true },
    {
      channel: channels.news,
      options: { topic: 'harbour' },
      matches: ({ words }: AddedArticle) => words.includes('harbour'),
    },
    {
      channel: sandbox.addChannel('quiet-harbour'),
      options: { topic: 'harbour -strike', max: 3 },
      matches: ({ words }: AddedArticle) => words.includes('harbour') && !words.includes('strike'),
    },
    {
      channel: channels.announcements,
      options: { topic: 'strike', publish: true },
      matches: ({ words }: AddedArticle) => words.includes('strike'),
    },
    {
      channel: sandbox.addChannel('side', { type: 11, parent: channels.general }),
      options: { topic: 'court' },
      matches: ({ words }: AddedArticle) => words.includes('court'),
    },
    {
      channel: channels.forum,
      options: { topic: 'election', tag: 'Daily' },
      matches: ({ words }: AddedArticle) => words.includes('election'),
    },
  ];
  for (const { channel, options } of wanted) {
    const reply = await owner.slash(channels.general, 'subscribe', {
      ...base,
      channel: channel.id,
      ...options,
    });
    if (!reply.message?.text.includes('Subscribed.'))
      throw new Error(`/subscribe said: ${reply.message?.text}`);
  }
  return wanted.map(({ channel, matches }) => ({ channelId: channel.id, matches }));
};

/** A few articles in a file, as an operator would drop it. */
const addArticles = async (
  corpusDir: string,
  from: number,
  random: () => number,
): Promise<{ readonly added: AddedArticle[]; readonly file: string; readonly copy: string | null }> => {
  const topics = ['harbour', 'strike', 'court', 'election'];
  const added = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index): AddedArticle => {
    const words = topics.filter(() => random() < 0.35);
    return { token: `Item${String(from + index).padStart(6, '0')}`, words, isCopied: random() < 0.3 };
  });
  const told = (source: string) => (article: AddedArticle) => recordOf(article, source);
  const copied = added.filter(({ isCopied }) => isCopied);
  const file = join(corpusDir, `${added[0]!.token}.jsonl`);
  await writeFile(file, added.map(told('wire.example')).join('\n'));
  return { added, file, copy: copied.length === 0 ? null : copied.map(told('second.example')).join('\n') };
};

const recordOf = ({ token, words }: AddedArticle, source: string): string =>
  JSON.stringify({
    id: token,
    title: token,
    url: `https://${source}/${token}`,
    source,
    published: new Date().toISOString(),
    body: `${token} tells of ${['something', ...words].join(' and ')} at no great length, and that is all there is to it.`,
  });

/** Takes a file out of the corpus for a while, some time after it came. */
const takeAway = async (file: string, random: () => number): Promise<void> => {
  await delay(random() * 2_500);
  // A name that the corpus does not read.
  await rename(file, `${file}.away`);
  await delay(random() * 6_000);
  await rename(`${file}.away`, file);
};

/** Puts a second outlet's telling beside the file, some time after it came; it may go away for a while as well. */
const tellAgain = async (file: string, copy: string, random: () => number): Promise<void> => {
  await delay(random() * 5_000);
  const beside = file.replace('.jsonl', '-second.jsonl');
  await writeFile(beside, copy);
  if (random() < 0.7) await takeAway(beside, random);
};

export const startProcess = (place: BotPlace, say: (line: string) => void) => {
  const script = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => say(text.trim()));
  const ready = once(child.stdout!, 'data').then(() => undefined);
  return { child, ready };
};

export const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

/** At any time from the start on; often just when Discord has a digest and the bot does not know yet. */
const waitForTheMoment = async (
  sandbox: Sandbox,
  ready: Promise<void>,
  random: () => number,
): Promise<void> => {
  if (random() < 0.1) return delay(random() * 1_500);
  await Promise.race([ready, delay(60_000)]);
  if (random() < 0.5) await delay(random() * 2_500);
  else {
    const posting = sandbox
      .nextRequest(({ method, route }) => method === 'POST' && route.startsWith('/channels/'))
      .catch(() => {});
    await Promise.race([posting, delay(4_000)]);
    await delay(random() * 20);
  }
};

const textsIn = (sandbox: Sandbox, channelId: string): string[] =>
  sandbox
    .posted()
    .filter((message) => {
      const isPost = sandbox.world.channels.get(message.channelId)?.parentId === channelId;
      const isThread = sandbox.world.channels.get(channelId)?.type === 15;
      return !message.deleted && (message.channelId === channelId || (isThread && isPost));
    })
    .map(({ text }) => text);

const digestsIn = (sandbox: Sandbox, channelId: string): string[] =>
  textsIn(sandbox, channelId).filter((text) => text.includes('[Item'));
/** Every text in a body that was sent. */
const textsOf = (body: unknown): string[] => {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : [];
};

/** What became of a channel's events. */
const eventPosts = (sandbox: Sandbox, channelId: string): EventPosts => {
  const { channels, messages } = sandbox.world;
  const isOfPost = (id: string): boolean => channels.get(id)?.parentId === channelId && messages.has(id);
  return {
    posts: textsIn(sandbox, channelId),
    sent: sandbox
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith(`/channels/${channelId}/messages`))
      .flatMap(({ body }) => textsOf(body)),
    threads: sandbox
      .posted()
      .filter((message) => !message.deleted && isOfPost(message.channelId))
      .map(({ text }) => text),
  };
};

const count = (sandbox: Sandbox, subscribed: readonly Subscribed[], articles: readonly AddedArticle[]) => {
  let lost = 0;
  let duplicated = 0;
  let deliveries = 0;
  for (const { channelId, matches } of subscribed) {
    const texts = digestsIn(sandbox, channelId);
    deliveries += texts.length;
    for (const article of articles) {
      const times = texts.reduce((sum, text) => sum + text.split(`[${article.token}]`).length - 1, 0);
      if (matches(article) && times === 0) lost += 1;
      if (times > (matches(article) ? 1 : 0)) duplicated += 1;
    }
  }
  return { deliveries, lost, duplicated };
};

/** Forums are looked at 20 s after a try, and a back-off may take minutes. */
const PATIENCE_MS = 90_000;

/** How far the clock goes on at the end: past what edits wait for. */
const EDITED_BY_THEN_MS = 21 * 60_000;

/** Waits for what is still missing, as long as some of it comes. */
const untilNothingComes = async (missing: () => number): Promise<void> => {
  let least = missing();
  for (let since = Date.now(); least > 0 && Date.now() - since < PATIENCE_MS; await delay(500)) {
    const now = missing();
    if (now < least) since = Date.now();
    least = Math.min(least, now);
  }
};

/** Runs until the bot was killed so often, then lets it finish and counts. */
export const runChaos = async ({ kills, seed, say }: ChaosOptions): Promise<ChaosReport> => {
  const random = randomFrom(seed);
  const dir = await mkdtemp(join(tmpdir(), 'dateline-chaos-'));
  const corpusDir = join(dir, 'corpus');
  await mkdir(corpusDir);
  const sandbox = await openSandbox({ random });
  const place: BotPlace = {
    corpusDir,
    dataDir: join(dir, 'data'),
    token: sandbox.token,
    api: sandbox.apiUrl,
  };
  const articles: AddedArticle[] = [];
  const events = createEvents(corpusDir, random);
  const backups: TakenBackup[] = [];
  let isOver = false;
  let running: ChildProcess | null = null;
  const start = (aheadMs = 0) => {
    const { child, ready } = startProcess({ ...place, aheadMs }, say);
    running = child;
    return { child, ready };
  };
  const feed = async (): Promise<void> => {
    const away: Promise<void>[] = [];
    while (!isOver) {
      const { added, file, copy } = await addArticles(corpusDir, articles.length, random);
      articles.push(...added);
      if (random() < 0.7) away.push(takeAway(file, random));
      if (copy !== null) away.push(tellAgain(file, copy, random));
      if (random() < 0.4) away.push(events.add());
      await delay(400 + random() * 800);
    }
    await Promise.all(away);
  };
  try {
    await writeFile(
      join(corpusDir, 'before.txt'),
      'This was here before anything was subscribed. It is never posted.',
    );
    let bot = start();
    await bot.ready;
    await sandbox.commandsRegistered();
    const subscribed = await subscribeAll(sandbox);
    injectFault(sandbox);
    const feeding = feed();
    for (let kill = 1; kill <= kills; kill += 1) {
      await waitForTheMoment(sandbox, bot.ready, random);
      const posted = subscribed.flatMap(({ channelId }) => digestsIn(sandbox, channelId)).length;
      const file = join(dir, `${kill}.tar.gz`);
      const backingUp = backUp(place.dataDir, file);
      await delay(random() * 60);
      await end(bot.child, 'SIGKILL');
      await backingUp;
      backups.push({ file, posted });
      if (random() < 0.5) {
        // What is still being carried out is through before nonces are forgotten, as it is long before on Discord.
        await delay(LONGEST_DELAY_MS + 100);
        sandbox.forgetNonces();
        for (const { channelId } of subscribed)
          if (channelId !== sandbox.channels.forum.id)
            sandbox.chatter(channelId, 101 + Math.floor(random() * 60));
      }
      bot = start();
      if (kill % 10 === 0) say(`${kill} kills, ${articles.length} articles`);
    }
    isOver = true;
    await feeding;
    const faults = sandbox.requests().filter(({ status }) => status === 0 || status >= 429).length;
    sandbox.clearFaults();
    await untilNothingComes(() => count(sandbox, subscribed, articles).lost);
    await delay(5_000);
    await end(bot.child, 'SIGTERM');
    // An edit that a kill cut off waits for ten minutes, as does a second one.
    bot = start(EDITED_BY_THEN_MS);
    const told = () => countEvents(eventPosts(sandbox, sandbox.channels.general.id), events.tokens());
    await untilNothingComes(() => told().eventsUntold + told().developmentsLost);
    await delay(2_000);
    await end(bot.child, 'SIGTERM');
    let missing = 0;
    for (const backup of backups) missing += await countMissing(backup);
    const counts = { ...count(sandbox, subscribed, articles), ...told() };
    return { kills, ...counts, articles: articles.length, backups: backups.length, missing, faults };
  } finally {
    isOver = true;
    if (running !== null) await end(running, 'SIGKILL');
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  }
};

export const describeChaos = (report: ChaosReport): string => {
  const { kills, deliveries, lost, duplicated, backups, missing } = report;
  const { events, eventsNotOnce, eventsUntold } = report;
  const { developments, developmentsLost, developmentsTwice } = report;
  return [
    `kills ${kills}, deliveries ${deliveries}, lost ${lost}, duplicated ${duplicated}`,
    `backups ${backups}, missing ${missing}`,
    `events ${events}, lost ${eventsUntold}, duplicated ${eventsNotOnce}`,
    `developments ${developments}, lost ${developmentsLost}, duplicated ${developmentsTwice}`,
  ].join('; ');
};

/** How much went wrong: 0 for a bot that does everything exactly once. */
export const countWrong = (report: ChaosReport): number =>
  report.lost +
  report.duplicated +
  report.missing +
  report.eventsUntold +
  report.eventsNotOnce +
  report.developmentsLost +
  report.developmentsTwice;
