/**
 * The parts that post digests, put together for tests: real stores, the real discord.js client and the sandbox.
 * Time stands still until a test moves it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { openAnswering } from '../../src/backend/open-answering.ts';
import type { Matcher } from '../../src/digests/matcher.ts';
import { nextRunMs } from '../../src/digests/next-run.ts';
import { type Digests, openDigests } from '../../src/digests/open-digests.ts';
import { createDiscordSender, type DiscordSender } from '../../src/discord/discord-sender.ts';
import { wayOf } from '../../src/discord/discord-way.ts';
import type { Arrival, ArticleDraft } from '../../src/domain/article.ts';
import type { Cadence } from '../../src/domain/schedule.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { createHearing } from '../../src/hearing.ts';
import { createLog } from '../../src/log.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/open-sandbox.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import type { DeliveryLedger } from '../../src/store/delivery-ledger.ts';
import { createDeliveryLedger } from '../../src/store/delivery-ledger.ts';
import { createInteractionStore } from '../../src/store/interaction-store.ts';
import { createPostedAnswerStore, type PostedAnswerStore } from '../../src/store/posted-answer-store.ts';
import { createQuietHoursStore, type QuietHoursStore } from '../../src/store/quiet-hours-store.ts';
import type { SourceChoices } from '../../src/store/source-choice-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { createSubscriptionStore, type SubscriptionStore } from '../../src/store/subscription-store.ts';
import { openTestSandbox } from '../sandbox/open-test-sandbox.ts';
import { testSubscription } from '../store/state-bench.ts';

export interface TestDigests {
  readonly sandbox: Sandbox;
  readonly articles: ArticleStore;
  readonly questions: Matcher;
  readonly subscriptions: () => SubscriptionStore;
  readonly ledger: () => DeliveryLedger;
  readonly quietHours: () => QuietHoursStore;
  readonly postedAnswers: () => PostedAnswerStore;
  readonly digests: () => Digests;
  readonly sender: () => DiscordSender;
  now(): number;
  /** Moves every clock on. */
  wait(ms: number): void;
  /** Adds articles: a title, or more of it. Returns their numbers. */
  add(articles: readonly (string | Partial<ArticleDraft>)[], arrival?: Arrival): Promise<number[]>;
  /** A subscription that starts now; by default to every article on arrival, in the sandbox's first channel. */
  subscribe(parts?: Partial<Subscription> & { readonly cadence?: Cadence }): Promise<Subscription>;
  /** Ticks until nothing is being sent any more. */
  settle(): Promise<void>;
  /** What was logged, from warnings on. */
  logged(): string;
  /** The most pages `state.db` may have: with fewer than it has, the disk is full. */
  limitState(pages: number): Promise<void>;
  /** As if the process had been killed and started again: nothing but the files is left. */
  restart(): Promise<void>;
  /** The texts of what the bot posted in a channel, by default the first, oldest first. */
  posts(channel?: string): string[];
}

const NOTHING_CHOSEN: SourceChoices = { server: null, channels: new Map() };

/** The id is part of the title, so that the two never part. */
const toDraft = (given: string | Partial<ArticleDraft>, number: number): ArticleDraft => {
  const parts = typeof given === 'string' ? { title: given } : given;
  const title = parts.title ?? `Article ${number}`;
  return {
    key: `test#${number}`,
    givenId: String(number),
    title,
    url: `https://example.org/${number}`,
    source: 'example.org',
    author: null,
    published: '2026-03-01',
    body: `${title} is what this article tells at some length. Nothing else happened on that day (${number}).`,
    language: 'en',
    tags: [],
    imageUrl: null,
    origin: 'file:test.jsonl',
    ...parts,
  };
};

const connectClient = async (sandbox: Sandbox): Promise<Client<true>> => {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ];
  const client = new Client({ intents, rest: { api: sandbox.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  return ready;
};

/** Closed by itself after the test. `layFolder` may put what an earlier build left behind into the data folder. */
export const openTestDigests = async (
  options: SandboxOptions = {},
  layFolder: (folder: string) => Promise<void> = async () => undefined,
): Promise<TestDigests> => {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-digests-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await layFolder(dir);
  let nowMs = Date.now();
  const now = (): number => nowMs;
  const sandbox = await openTestSandbox({ now, rateLimits: false, ...options });
  onTestFinished(() => sandbox.close());
  const articles = await openArticleStore(dir);
  onTestFinished(() => articles.close());
  const answering = openAnswering(articles);
  const { match, mismatch } = answering;
  const questions = { match, mismatch };
  const hearing = createHearing({
    backend: answering,
    articles,
    choices: { of: async () => NOTHING_CHOSEN, all: async () => () => NOTHING_CHOSEN },
    parentOf: async () => null,
  });
  const client = await connectClient(sandbox);
  onTestFinished(() => client.destroy());
  let logged = '';
  let ids = 0;
  const newId = (): string => `id${String(ids++).padStart(6, '0')}`;

  const open = async () => {
    const state: StateDatabase = await openStateDatabase(dir);
    const subscriptions = createSubscriptionStore(state);
    const ledger = createDeliveryLedger(state);
    const quietHours = createQuietHoursStore(state, now);
    const postedAnswers = createPostedAnswerStore(state);
    const interactions = createInteractionStore(state, now, newId);
    const sender = createDiscordSender({ now });
    sender.connect(wayOf(client));
    const log = createLog({ level: 'warn', write: (line) => (logged += line) });
    const digests = openDigests({
      subscriptions,
      ledger,
      quietHours,
      postedAnswers,
      interactions,
      articles,
      hearing,
      sender,
      log,
      now,
      newId,
      random: () => 0.5,
    });
    const close = async (): Promise<void> => {
      await digests.close();
      sender.disconnect();
      await state.destroy();
    };
    const limitState = async (pages: number): Promise<void> =>
      void (await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(state));
    return { subscriptions, ledger, quietHours, postedAnswers, sender, digests, limitState, close };
  };
  let parts = await open();
  onTestFinished(() => parts.close());
  let added = 0;

  const settle = async (): Promise<void> => {
    await parts.digests.tick();
    await parts.digests.idle();
    await parts.digests.tick();
    await parts.digests.idle();
  };
  return {
    sandbox,
    articles,
    questions,
    subscriptions: () => parts.subscriptions,
    ledger: () => parts.ledger,
    quietHours: () => parts.quietHours,
    postedAnswers: () => parts.postedAnswers,
    digests: () => parts.digests,
    sender: () => parts.sender,
    now,
    wait: (ms) => {
      nowMs += ms;
    },
    add: async (given, arrival = 'new') => {
      const drafts = given.map((one) => toDraft(one, ++added));
      return (await articles.add(drafts, arrival, now())).map(({ seq }) => seq);
    },
    subscribe: async ({ cadence = 'arrival', ...given } = {}) => {
      const schedule = { cadence, hour: 9, minute: 0, weekday: 1, timezone: 'UTC' };
      const { lastSeq } = await articles.position();
      const subscription = testSubscription(newId(), {
        guildId: sandbox.guild.id,
        channelId: sandbox.channels.general.id,
        topic: '',
        schedule,
        silent: false,
        publish: false,
        tagIds: [],
        createdBy: sandbox.owner.id,
        createdAtMs: now(),
        startSeq: lastSeq,
        cursor: lastSeq,
        nextRunMs: nextRunMs(schedule, now()),
        ...given,
      });
      await parts.subscriptions.add(subscription);
      return subscription;
    },
    settle,
    logged: () => logged,
    limitState: (pages) => parts.limitState(pages),
    restart: async () => {
      await parts.close();
      parts = await open();
    },
    posts: (channel = sandbox.channels.general.id) =>
      sandbox
        .posted()
        .filter(({ channelId, deleted }) => channelId === channel && !deleted)
        .map(({ text }) => text),
  };
};

/** How often each of the words stands in the texts. */
export const countIn = (texts: readonly string[], word: string): number =>
  texts.reduce((count, text) => count + text.split(word).length - 1, 0);
