/**
 * `npm run bench:digests`: 10,000 subscriptions with 2,000 different topics over 1,000 new articles: the time to match
 * and to compose, and how much of Discord's 50 requests a second sending reaches against the sandbox.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { openBackendThreads } from '../../src/backend/open-backend-threads.ts';
import {
  arrangeDigest,
  composeStories,
  headingOf,
  type StoryMemory,
} from '../../src/digests/compose-digest.ts';
import type { Matcher } from '../../src/digests/matcher.ts';
import { openDigests } from '../../src/digests/open-digests.ts';
import { planDigests } from '../../src/digests/plan-digests.ts';
import { digestCard } from '../../src/discord/cards/digest-card.ts';
import { createDiscordSender } from '../../src/discord/discord-sender.ts';
import { wayOf } from '../../src/discord/discord-way.ts';
import { renderMessage } from '../../src/discord/messages.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { createLog } from '../../src/log.ts';
import type { RateLimiter } from '../../src/scheduling/rate-limiter.ts';
import { openSharedLimits } from '../../src/shared-limits.ts';
import type { ArticleReader } from '../../src/store/article-store.ts';
import { createDeliveryLedger } from '../../src/store/delivery-ledger.ts';
import { createInteractionStore } from '../../src/store/interaction-store.ts';
import { createPostedAnswerStore } from '../../src/store/posted-answer-store.ts';
import { openClusterTables } from '../../src/store/postgres/open-cluster-tables.ts';
import { openPostgresState } from '../../src/store/postgres/open-postgres-state.ts';
import { createQuietHoursStore } from '../../src/store/quiet-hours-store.ts';
import { openArticleReader } from '../../src/store/sqlite-article-reader.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { startPostgres } from '../cluster/postgres.ts';
import { randomFrom } from '../random.ts';
import { readNumbers } from '../read-numbers.ts';
import { testSubscription } from '../store/state-bench.ts';
import type { PostReport, SandboxPlace } from './sandbox-process.ts';

const USAGE = `Measures digests: matching, composing, and sending to the sandbox.

  npm run bench:digests

  --subscriptions N  subscriptions to match 1,000 articles against, default 10000
  --channels N       digests sent, each to a channel of its own, default 600
  --postgres 1       the ledger in PostgreSQL, paced as the processes of a cluster are
                     (needs Debian's postgresql), default 0
  --help             prints this
`;

/** 600 digests take more than ten seconds at Discord's limit. */
const {
  subscriptions: SUBSCRIPTIONS,
  channels: CHANNELS,
  postgres: IN_POSTGRES,
} = readNumbers(USAGE, {
  subscriptions: { min: 100, max: 1_000_000, otherwise: 10_000 },
  channels: { min: 2, max: 10_000, otherwise: 600 },
  postgres: { min: 0, max: 1, otherwise: 0 },
});
const TOPICS = 2_000;
const ARTICLES = 1_000;
const WORDS_AN_ARTICLE = 450;

const script = fileURLToPath(new URL('./sandbox-process.ts', import.meta.url));
const child = fork(script, [String(CHANNELS)]);
const [place] = (await once(child, 'message')) as [SandboxPlace];

const report = async (): Promise<PostReport> => {
  child.send('report');
  const [found] = (await once(child, 'message')) as [PostReport];
  return found;
};

const random = randomFrom(7);
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre'.split(' ');
const VOCABULARY = Array.from({ length: 20_000 }, () =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
  ).join(''),
);
/** Few words are frequent and many are rare, as in any language (Zipf). */
const word = (): string => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1]!;
const words = (count: number): string => Array.from({ length: count }, word).join(' ');

const draft = (number: number): ArticleDraft => ({
  key: `bench#${number}`,
  givenId: String(number),
  title: words(9),
  url: `https://example.org/${number}`,
  source: `outlet-${number % 40}.example`,
  author: null,
  published: new Date().toISOString(),
  body: Array.from({ length: WORDS_AN_ARTICLE / 15 }, () => `The ${words(14)}.`).join(' '),
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'file:bench',
});

/** One, two or three words, seldom the most frequent ones. */
const topic = (): string =>
  Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => VOCABULARY[20 + Math.floor(random() ** 2 * 3_000)],
  ).join(' ');

const subscription = (number: number, about: string, channelId: string): Subscription =>
  testSubscription(`s${number}`, {
    guildId: place.guildId,
    channelId,
    topic: about,
    schedule: { cadence: 'daily', hour: 9, minute: 0, weekday: 1, timezone: 'UTC' },
    silent: false,
    publish: false,
    tagIds: [],
    createdBy: '1',
    createdAtMs: 0,
    startSeq: 0,
    cursor: 0,
    nextRunMs: 0,
  });

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** What a digest is made of, as the bot has it: articles are read here and matched where they are answered from. */
interface Source {
  readonly articles: ArticleReader;
  readonly questions: Matcher;
}

/** Returns topics that some, but not many, articles match. */
const benchPlanning = async ({ articles, questions }: Source, dir: string): Promise<string[]> => {
  const topics = Array.from({ length: TOPICS }, topic);
  const due = Array.from({ length: SUBSCRIPTIONS }, (_, n) => subscription(n, topics[n % TOPICS]!, '1'));
  const { lastSeq } = await articles.position();
  const state = await openStateDatabase(dir);
  const ledger = createDeliveryLedger(state);
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const usedBefore = process.cpuUsage();
  const began = performance.now();
  const { plans } = await planDigests(due, lastSeq, Date.now(), {
    articles,
    questions,
    ledger,
    postedHeadlines: new Map(),
    onBadArticle: (_seq, error) => {
      throw error;
    },
  });
  const planned = performance.now();
  const used = process.cpuUsage(usedBefore);
  await state.destroy();
  held.disable();
  const full = plans.filter(({ stories }) => stories.length > 0);
  const matched = plans.reduce(
    (sum, { stories, rolled }) =>
      sum + stories.reduce((n, { others }) => n + 1 + others.length, 0) + rolled.length,
    0,
  );
  let bytes = 0;
  const memory: StoryMemory = new Map();
  for (const plan of full) {
    const heading = headingOf(plan.subscription);
    const made = { language: 'en', updatedSeqs: [], madeAtMs: Date.now() };
    const parts = { ...plan, ...made, id: 'bench', subscriptionId: plan.subscription.id, heading };
    const card = digestCard(
      arrangeDigest(parts, await composeStories(parts.stories, { articles, key: '' }, memory)),
    );
    bytes += JSON.stringify(renderMessage(card, false).components).length;
  }
  const composed = performance.now();
  say(
    `match: ${SUBSCRIPTIONS} subscriptions, ${new Set(topics).size} topics, ${ARTICLES} articles: ${seconds(planned - began)}, ${seconds((used.user + used.system) / 1000)} of processor time, ${matched} matches`,
  );
  say(
    `match: event loop held at most ${(held.max / 1e6).toFixed(0)} ms at once, 99 % under ${(held.percentile(99) / 1e6).toFixed(0)} ms`,
  );
  say(
    `compose: ${full.length} digests: ${seconds(composed - planned)}, ${((composed - planned) / full.length).toFixed(2)} ms each, ${Math.round(bytes / full.length)} bytes each`,
  );
  const usual = full.filter(({ rolled }) => rolled.length === 0);
  return usual.map(({ subscription: { topic: about } }) => about);
};

const connect = async (): Promise<Client<true>> => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: place.api } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(place.token);
  return ready;
};

/** What was sent where, and the pace of sending: of this process, or of a cluster. */
interface Ledger {
  readonly state: StateDatabase;
  readonly pace?: RateLimiter;
  close(): Promise<void>;
}

const openLedger = async (dir: string): Promise<Ledger> => {
  if (IN_POSTGRES === 0) {
    const state = await openStateDatabase(dir);
    return { state, close: () => state.destroy() };
  }
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  const state = await openPostgresState(url);
  const shared = await openClusterTables(url);
  const { pace } = await openSharedLimits(shared, dir);
  const close = async (): Promise<void> => {
    await shared.destroy();
    await state.destroy();
    await postgres.close();
  };
  return { state, pace, close };
};

const benchSending = async (source: Source, topics: readonly string[], dir: string): Promise<void> => {
  const { state, pace, close } = await openLedger(dir);
  const subscriptions = createSubscriptionStore(state);
  for (const [n, channelId] of place.channelIds.entries())
    await subscriptions.add(subscription(n, topics[n % topics.length]!, channelId));
  const client = await connect();
  const sender = createDiscordSender({ now: Date.now, ...(pace && { pace }) });
  sender.connect(wayOf(client));
  let ids = 0;
  const digests = openDigests({
    ...source,
    hearing: {
      at: async () => ({ ...source, key: '' }),
      atEach: async (places: readonly unknown[]) => places.map(() => ({ ...source, key: '' })),
    },
    subscriptions,
    ledger: createDeliveryLedger(state),
    quietHours: createQuietHoursStore(state, Date.now),
    postedAnswers: createPostedAnswerStore(state),
    interactions: createInteractionStore(state, Date.now, () => `i${ids++}`),
    sender,
    log,
    now: Date.now,
    random: Math.random,
    newId: () => `d${ids++}`,
  });
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const dueMs = Date.now();
  await digests.tick();
  await digests.idle();
  held.disable();
  const { sentAtMs, refused } = await report();
  const tookMs = sentAtMs.at(-1)! - sentAtMs[0]!;
  const rate = (sentAtMs.length - 1) / (tookMs / 1000);
  say(
    `send: ${sentAtMs.length} digests in ${seconds(tookMs)}: ${rate.toFixed(1)} a second, ${((rate / 50) * 100).toFixed(0)} % of Discord's 50; ${refused} refused`,
  );
  say(
    `send: the first ${seconds(sentAtMs[0]! - dueMs)} after they were due, the last after ${seconds(sentAtMs.at(-1)! - dueMs)}`,
  );
  say(`send: event loop held at most ${(held.max / 1e6).toFixed(0)} ms at once`);
  await digests.close();
  sender.disconnect();
  await client.destroy();
  await close();
};

/** Adds the articles as the one writer, and ends. */
const writeArticles = async (dir: string): Promise<void> => {
  const store = await openArticleStore(dir);
  await store.add(
    Array.from({ length: ARTICLES }, (_, n) => draft(n)),
    'new',
    Date.now(),
  );
  await store.close();
};

const logOptions = { level: 'error' } as const;
const log = createLog(logOptions);
const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
await writeArticles(dir);
const questions = await openBackendThreads({ corpus: [], dataDir: dir, watch: null, log, logOptions });
const articles = await openArticleReader(dir);
try {
  await questions.loaded();
  const source = { articles, questions };
  await benchSending(source, await benchPlanning(source, dir), dir);
} finally {
  child.disconnect();
  await articles.close();
  await questions.close();
  await rm(dir, { recursive: true, force: true });
}
