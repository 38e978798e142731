/** In: the settings. Out: the services every command works with. Knows nothing of Discord. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AlertSender } from './alerts/alert-sender.ts';
import { type Alerts, openAlerts } from './alerts/open-alerts.ts';
import { createSurgeWatch } from './alerts/watch-surges.ts';
import type { Backend, LoadProgress } from './backend/backend.ts';
import { type BackendThreadsOptions, openBackendThreads } from './backend/open-backend-threads.ts';
import { type Config, secretsOf } from './config/settings.ts';
import { clusterOf } from './config/settings-together.ts';
import type { DigestSender } from './digests/digest-sender.ts';
import { type Digests, openDigests } from './digests/open-digests.ts';
import type { PostingPlaces } from './digests/posting-places.ts';
import { EVERYONE } from './domain/audience.ts';
import type { Feed } from './domain/feed.ts';
import { type Feeds, openFeeds, type SourceOptions } from './feeds/open-feeds.ts';
import { createHearing, type Hearing } from './hearing.ts';
import type { Logger } from './log.ts';
import { type AlertStore, createAlertStore } from './store/alert-store.ts';
import { type AnswerLimitStore, createAnswerLimitStore } from './store/answer-limit-store.ts';
import type { ArticleReader } from './store/article-store.ts';
import { type Continued, continueArticles } from './store/continue-articles.ts';
import { createDeliveryLedger, type DeliveryLedger } from './store/delivery-ledger.ts';
import { createFeedbackStore, type FeedbackStore } from './store/feedback-store.ts';
import { setForeignLogAside } from './store/foreign-log.ts';
import { createGuildStore, type GuildStore } from './store/guild-store.ts';
import { createInteractionStore, type InteractionStore } from './store/interaction-store.ts';
import { createLastLookStore, type LastLookStore } from './store/last-look-store.ts';
import { openArticles } from './store/open-articles.ts';
import { openState } from './store/open-state.ts';
import { createPostedAnswerStore, type PostedAnswerStore } from './store/posted-answer-store.ts';
import { createQuietHoursStore, type QuietHoursStore } from './store/quiet-hours-store.ts';
import { createSourceChoiceStore, type SourceChoiceStore } from './store/source-choice-store.ts';
import { ARTICLES_FILE } from './store/sqlite-article-store.ts';
import { STATE_FILE } from './store/state-database.ts';
import { createSubscriptionStore, type SubscriptionStore } from './store/subscription-store.ts';
import { createSurgeStore, type SurgeStore } from './store/surge-store.ts';
import { openVoterKey } from './store/voter-key.ts';

/** A store that holds something of a server. */
interface GuildData {
  /** Deletes all of it. */
  forgetGuild(guildId: string): Promise<void>;
}

/** A store that holds something of a person that the person may have deleted. */
interface PersonData {
  /** Deletes it; how many pieces. */
  forgetPerson(userId: string): Promise<number>;
}

/**
 * As `openApp` opens it, `articles`, the answers of `backend` and `feeds.list` are what everyone hears. Commands are given a copy
 * in which they are what is heard where the command is used (`src/discord/hear-app.ts`). All else is of every server.
 */
export interface App {
  readonly config: Config;
  readonly backend: Backend;
  /** The articles that `backend` answers from. */
  readonly articles: ArticleReader;
  /** The articles and answers that are heard in a place. */
  readonly hearing: Hearing;
  /** Which sources servers and channels chose. */
  readonly sourceChoices: SourceChoiceStore;
  /** How many answers servers want in their channels. */
  readonly answerLimits: AnswerLimitStore;
  readonly interactions: InteractionStore;
  /** Where answers stand that are edited when what they quote is corrected. */
  readonly postedAnswers: PostedAnswerStore;
  readonly feedback: FeedbackStore;
  readonly lastLooks: LastLookStore;
  readonly guilds: GuildStore;
  readonly subscriptions: SubscriptionStore;
  readonly ledger: DeliveryLedger;
  /** Posts what is due once it is started. */
  readonly digests: Digests;
  /** When subscriptions and people hear nothing. */
  readonly quietHours: QuietHoursStore;
  /** Who is notified of surges. */
  readonly surges: SurgeStore;
  /** Questions that wait for an answer. */
  readonly alerts: AlertStore;
  /** Answers them once it is started. */
  readonly alertRounds: Alerts;
  readonly places: PostingPlaces;
  readonly sender: DigestSender;
  /** Polls once its poller is started. */
  readonly feeds: Feeds;
  /** Every store that must forget a server the bot left. */
  readonly guildData: readonly GuildData[];
  /** Every store that must forget a person who asks for it, in the order they do. */
  readonly personData: readonly PersonData[];
  /** 12 letters, digits, dashes and underscores that nobody can guess: for buttons, and as the nonce of a digest. */
  newId(): string;
  /** Epoch milliseconds. */
  now(): number;
  readonly startedAtMs: number;
}

export interface OpenApp extends App {
  /** Begins to read the corpus and `FEEDS_FILE`, if that was to wait. Throws as `openApp` does. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const ID_BYTES = 9;

const newId = (): string => randomBytes(ID_BYTES).toString('base64url');

/** The way to a chat service: where digests and alerts go, and what is known of its channels. */
export interface ChatConnection {
  readonly sender: DigestSender;
  readonly alertSender: AlertSender;
  readonly places: PostingPlaces;
  /** Notifies the operator of a feed that keeps failing. */
  reportFailing(feed: Feed): void;
}

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0, less than 1: spreads what is tried again. Ids that nobody may guess are not made of it. */
  random(): number;
  /** Called with how far the corpus is loaded. */
  onProgress?(progress: LoadProgress): void;
  /** Where feeds may be fetched from; as the settings say if absent. */
  readonly network?: SourceOptions['network'];
  /** Whether nothing is read until `start`, since another process may lead. Default false. */
  readonly startsLater?: boolean;
  /** That of the data folder if absent. */
  readonly voterKey?: Buffer | undefined;
  /** In threads of its own if absent. */
  readonly openBackend?: (options: BackendThreadsOptions) => Promise<Backend>;
}

const openConfiguredBackend = ({
  config,
  log,
  onProgress,
  startsLater = false,
  openBackend: open = openBackendThreads,
}: AppOptions): Promise<Backend> =>
  open({
    corpus: [config.CORPUS_DIR],
    dataDir: config.DATA_DIR,
    engine: config.SEARCH_ENGINE,
    cluster: clusterOf(config),
    waitForRoom: true,
    startsLater,
    watch: config.CORPUS_WATCH === 'off' ? null : config.CORPUS_WATCH,
    log,
    logOptions: { level: config.LOG_LEVEL, secrets: secretsOf(config) },
    ...(onProgress && { onProgress }),
  });

const describeContinued = ({ kind }: Continued): string =>
  `${kind === 'lost' ? 'articles.db is new, but articles were posted before' : 'articles.db is an older copy: later articles were posted'}. Files and feeds are read again, and what was in them before is not posted again. Subscriptions go on with what comes next.`;

/** After a kill, and a restored copy. */
const mendLogs = ({ DATA_DIR }: Config, log: Logger): void => {
  for (const file of [STATE_FILE, ARTICLES_FILE]) {
    const aside = setForeignLogAside(join(DATA_DIR, file));
    if (aside !== null)
      log.warn(
        `${file}-wal belonged to another copy of ${file}, and is now ${aside}. ${file} is used as it was restored.`,
      );
  }
};

/** Adds the feeds of `FEEDS_FILE` that are not there yet. */
const importFeeds = async ({ FEEDS_FILE }: Config, feeds: Feeds, log: Logger): Promise<void> => {
  if (FEEDS_FILE === null) return;
  const { added, refused } = await feeds.importFile(FEEDS_FILE);
  if (added.length > 0) log.info({ added: added.length }, 'feeds of FEEDS_FILE were added');
  for (const { reason } of refused) log.warn({ reason }, 'a feed of FEEDS_FILE was not added');
};

/**
 * Opens the backend in its thread, which goes on loading the corpus, and the stores.
 * @throws DatelineError `unavailable` if a database cannot be used, `invalid` if `FEEDS_FILE` cannot; nothing
 * stays open then.
 */
export const openApp = async (options: AppOptions, chat: ChatConnection): Promise<OpenApp> => {
  const { config, log, now, random, network } = options;
  const { sender, alertSender, places } = chat;
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const cluster = clusterOf(config);
    if (cluster === null) mendLogs(config, log);
    const state = await openState(config.DATA_DIR, cluster);
    opened.push(() => state.destroy());
    const continued = cluster === null ? await continueArticles(state, config.DATA_DIR) : null;
    if (continued !== null) log.warn(continued, describeContinued(continued));
    const backend = await openConfiguredBackend(options);
    opened.push(() => backend.close());
    const allArticles = await openArticles(config.DATA_DIR, cluster);
    opened.push(() => allArticles.close());
    const interactions = createInteractionStore(state, now, newId);
    const feedback = createFeedbackStore(state, now, options.voterKey ?? openVoterKey(config.DATA_DIR));
    const lastLooks = createLastLookStore(state, now);
    const subscriptions = createSubscriptionStore(state);
    const ledger = createDeliveryLedger(state);
    const quietHours = createQuietHoursStore(state, now);
    const postedAnswers = createPostedAnswerStore(state);
    const stores = { subscriptions, quietHours, ledger, postedAnswers, interactions };
    const sourceChoices = createSourceChoiceStore(state);
    const answerLimits = createAnswerLimitStore(state);
    const hearing = createHearing({
      backend,
      articles: allArticles,
      choices: sourceChoices,
      parentOf: places.parent,
    });
    const digests = openDigests({
      ...stores,
      articles: allArticles,
      hearing,
      sender,
      log,
      now,
      random,
      newId,
    });
    opened.push(() => digests.close());
    const alerts = createAlertStore(state, now);
    const surges = createSurgeStore(state);
    const alertRounds = openAlerts({
      alerts,
      quietHours,
      postedAnswers,
      interactions,
      articles: allArticles,
      hearing,
      watchSurges: createSurgeWatch({ surges, subscriptions, hearing, now, newId }),
      sender: alertSender,
      log,
      now,
    });
    opened.push(() => alertRounds.close());
    const feeds = openFeeds({
      settings: config,
      db: state,
      now,
      add: backend.add,
      share: backend.share,
      letHear: backend.letHear,
      onFailing: chat.reportFailing,
      onError: (err, feed) => log.error({ err, feed: feed?.id }, 'a feed could not be polled'),
      ...(network && { network }),
    });
    opened.push(() => feeds.close());
    const start = async (): Promise<void> => {
      await importFeeds(config, feeds, log);
      await backend.start();
    };
    if (!options.startsLater) await start();
    return {
      config,
      backend,
      articles: allArticles.hearing(EVERYONE),
      hearing,
      sourceChoices,
      answerLimits,
      ...stores,
      feedback,
      lastLooks,
      guilds: createGuildStore(state, now),
      digests,
      alerts,
      surges,
      alertRounds,
      places,
      sender,
      feeds,
      guildData: [
        feedback,
        interactions,
        subscriptions,
        alerts,
        feeds,
        sourceChoices,
        answerLimits,
        { forgetGuild: backend.forgetServer },
      ],
      // Votes on what a person asked are found by the questions that are stored, so they go first.
      personData: [feedback, interactions, lastLooks, alerts, quietHours, surges],
      newId,
      now,
      startedAtMs: now(),
      start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
