/** In: the settings and where Discord is. Out: the bot at work: the app, Discord, and what recurs. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiServer } from './api/open-api-server.ts';
import { type App, type AppOptions, type ChatConnection, type OpenApp, openApp } from './app.ts';
import { clusterOf, shardsOf } from './config/settings-together.ts';
import { neededArticles } from './digests/needed-articles.ts';
import { type Connection, type Discord, openDiscord } from './discord/client.ts';
import type { Command } from './discord/command.ts';
import { createDiscordSender } from './discord/discord-sender.ts';
import { type DiscordWay, openWay } from './discord/discord-way.ts';
import { createPostingPlaces } from './discord/find-places.ts';
import { hearApp } from './discord/hear-app.ts';
import { createOwners, fetchOwners, type Owners } from './discord/owners.ts';
import { registerCommands } from './discord/register-commands.ts';
import type { Reply } from './discord/reply.ts';
import { HOUR_MS } from './domain/durations.ts';
import { DatelineError } from './domain/errors.ts';
import type { PostedAnswer } from './domain/posted-answer.ts';
import { forgetLeftGuilds } from './forget-left-guilds.ts';
import type { ClusterMember } from './join-cluster.ts';
import type { Logger } from './log.ts';
import { startMetrics } from './metrics/start-metrics.ts';
import { createFailingReport } from './report-failing.ts';
import { retry } from './scheduling/retry.ts';
import { isDiskFull } from './store/sqlite-dialect.ts';

export interface BotOptions extends AppOptions {
  readonly commands: readonly Command[];
  readonly token: string;
  /** Address of the REST API; Discord's own if it is null. */
  readonly api: string | null;
  /** Ends the attempts to reach Discord. */
  readonly signal?: AbortSignal;
  onLost(error: DatelineError): void;
}

export interface Bot {
  readonly app: App;
  /** Null in a process that is not a gateway. */
  readonly discord: Discord | null;
  /** Where the API is, if `API_PORT` is set. */
  readonly apiUrl: string | null;
  /** Where metrics and health can be read, if `METRICS_PORT` is set. */
  readonly metricsUrl: string | null;
  /** In reverse order of opening. */
  close(): Promise<void>;
}

/** Without letters and digits that look alike, since people read references to each other. */
const REFERENCE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const newReference = (): string =>
  Array.from({ length: 8 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]).join('');

/** Tries again, ever more slowly, while Discord cannot be reached. */
const reachDiscord = <T>(reach: () => Promise<T>, log: Logger, signal?: AbortSignal): Promise<T> => {
  const warn = (error: unknown, waitMs: number): void => {
    if (!(error instanceof DatelineError) || error.code !== 'unavailable') throw error;
    log.warn({ err: error.cause }, `${error.message} Trying again in ${waitMs / 1000} s.`);
  };
  return retry(reach, warn, signal);
};

/** Waits for room if the disk is full. */
const openWithRoom = (options: BotOptions, chat: ChatConnection): Promise<OpenApp> => {
  const warn = (error: unknown, waitMs: number): void => {
    if (!isDiskFull(error)) throw error;
    options.log.error(`${(error as Error).message} Trying again in ${waitMs / 1000} s.`);
  };
  return retry(() => openApp(options, chat), warn, options.signal);
};

/** Null if `API_PORT` is not set. */
const startApi = async (app: App, log: Logger): Promise<ApiServer | null> => {
  const { API_HOST: host, API_PORT: port, API_KEY: key } = app.config;
  if (port === null || key === null) return null;
  const { openApiServer } = await import('./api/open-api-server.ts');
  return openApiServer({ host, port, key, sources: app, log });
};

/** Deletes articles as `KEEP_ARTICLES` says. */
const expireArticles = async (app: App, log: Logger): Promise<void> => {
  const { KEEP_ARTICLES } = app.config;
  if (KEEP_ARTICLES === null) return;
  await app.backend.loaded();
  const removed = await app.backend.expire(KEEP_ARTICLES, await neededArticles(app));
  if (removed > 0) log.info({ removed }, 'articles were deleted as KEEP_ARTICLES says');
};

/** Deletes what has expired, now and every hour; returns the way to stop. */
const keepTidy = (app: App, log: Logger, forgetOld?: () => Promise<void>): (() => void) => {
  const tidy = async (): Promise<void> => {
    await app.feedback.purge();
    await app.interactions.purge();
    await app.lastLooks.purge();
    await app.alerts.purge();
    await app.quietHours.purge();
    await forgetOld?.();
    await forgetLeftGuilds(app);
    await expireArticles(app, log);
  };
  const run = (): void =>
    void tidy().catch((error) => log.error({ err: error }, 'deleting what has expired failed'));
  run();
  const timer = setInterval(run, HOUR_MS);
  return () => clearInterval(timer);
};

/** For a process that is not connected to the gateway, and need not be. */
const WITHOUT_GATEWAY: Connection = { isConnected: () => true, pingMs: () => null, serverCount: () => 0 };

/** Begins what one process does for all, and returns the ways to end it. */
const startLeading = (
  app: App,
  log: Logger,
  forgetOld?: () => Promise<void>,
): (() => Promise<void> | void)[] => {
  app.digests.start();
  app.alertRounds.start();
  app.feeds.poller.start();
  return [() => app.digests.close(), () => app.alertRounds.close(), keepTidy(app, log, forgetOld)];
};

/** What a gateway that is alone does when it goes online: registers the commands, and asks who owns the bot. */
const introduce = async (
  way: DiscordWay,
  { commands, log, now }: BotOptions,
): Promise<{ owners: Owners; close(): void }> => {
  const closing = new AbortController();
  const onError = (err: unknown): void => log.error({ err }, 'asking who owns the bot failed');
  const owners = await createOwners({ fetch: () => fetchOwners(way.rest), onError, now });
  const onRegistered = (): void => undefined;
  await registerCommands({ ...way, commands, log, mayChange: true, onRegistered, signal: closing.signal });
  return { owners, close: () => closing.abort() };
};

/** Null for the embedded bot, which never loads the clients of PostgreSQL. */
const joinOthers = async ({ config, log, now, onLost }: BotOptions): Promise<ClusterMember | null> => {
  const cluster = clusterOf(config);
  if (cluster === null) return null;
  const { joinCluster } = await import('./join-cluster.ts');
  return joinCluster({ ...cluster, dataDir: config.DATA_DIR, now }, log, onLost);
};

/**
 * Goes to work: online and answering while the corpus still loads. With the addresses of a cluster it leads only while no
 * other process does. Throws what `openApp` and `openDiscord` throw, but waits for a Discord that cannot be reached;
 * whatever was opened before is closed again.
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { config, log, now, signal } = options;
  const [isGateway, mayLead] = [config.ROLES.includes('gateway'), config.ROLES.includes('leader')];
  const shards = isGateway ? shardsOf(config) : null;
  const opened: (() => Promise<void> | void)[] = [];
  const member = await joinOthers(options);
  signal?.addEventListener('abort', () => void member?.withdraw(), { once: true });
  if (member !== null) opened.push(member.close);
  const close = async (): Promise<void> => {
    await member?.withdraw();
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const rebuildPosted = async (answer: PostedAnswer): Promise<Reply | null> => {
      const heard = await hearApp(app, { ...answer, ownsApp: false });
      for (const each of options.commands) {
        const reply = each.kind === 'slash' && (await each.rebuildPosted?.(answer, heard));
        if (reply) return reply;
      }
      return null;
    };
    const sender = createDiscordSender({
      now,
      rebuildPosted,
      ...(member && { confirm: member.confirm, pace: member.limits.pace }),
    });
    opened.push(sender.disconnect);
    let discord: Discord | null = null;
    let owners: Owners = () => new Set();
    const app: OpenApp = await openWithRoom(
      { ...options, startsLater: member !== null, voterKey: member?.limits.voterKey },
      {
        sender,
        alertSender: sender.alerts,
        places: createPostingPlaces(() => discord?.client ?? null),
        reportFailing: createFailingReport({
          sender,
          log,
          owners: () => owners(),
          languageOf: (userId) => app.subscriptions.lastLanguage(userId),
        }),
      },
    );
    opened.push(() => app.close());
    const connection = () => (isGateway ? (discord?.connection ?? null) : WITHOUT_GATEWAY);
    const metrics = await startMetrics(app, connection, options);
    if (metrics !== null) opened.push(metrics.close);
    const api = await startApi(app, log);
    if (api !== null) opened.push(api.close);
    if (mayLead)
      await member?.stand(async (sendingAfterMs) => {
        const way = await reachDiscord(() => openWay(options), log, signal);
        if (!sender.isReady()) sender.connect(way);
        const introduced = await introduce(way, options);
        opened.push(introduced.close);
        owners = introduced.owners;
        await app.start();
        await pause(sendingAfterMs);
        opened.push(...startLeading(app, log, member.limits.forgetOld));
      });
    if (isGateway) {
      await member?.answerAlone(shards);
      const asGateway = {
        ...options,
        app,
        newReference,
        shards,
        onAnswered: metrics?.observe,
        registers: member === null,
        identifyTurn: member?.limits.identifyTurn,
        personLimits: member?.limits.personLimits,
      };
      const online = await reachDiscord(() => openDiscord(asGateway), log, signal);
      discord = online;
      owners = online.owners;
      opened.push(() => online.close());
      sender.connect(online.way);
    }
    if (member === null) opened.push(...startLeading(app, log));
    return { app, discord, metricsUrl: metrics?.url ?? null, apiUrl: api?.url ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
};
