/** In: the settings and where Discord is. Out: the bot at work: the app, Discord, and what recurs. */
import { randomInt } from 'node:crypto';
import { type ApiServer, openApiServer } from './api/open-api-server.ts';
import { type App, type AppOptions, type ChatConnection, type OpenApp, openApp } from './app.ts';
import { neededArticles } from './digests/needed-articles.ts';
import { type Discord, type DiscordOptions, openDiscord } from './discord/client.ts';
import type { Command } from './discord/command.ts';
import { createDiscordSender } from './discord/discord-sender.ts';
import { DatelineError } from './domain/errors.ts';
import { forgetLeftGuilds } from './forget-left-guilds.ts';
import type { Logger } from './log.ts';
import { startMetrics } from './metrics/start-metrics.ts';
import { createFailingReport } from './report-failing.ts';
import { retry } from './scheduling/retry.ts';
import { isDiskFull } from './store/sqlite-dialect.ts';

export interface BotOptions extends AppOptions {
  readonly commands: readonly Command[];
  readonly token: string;
  /** Address of the REST API; Discord's own where it is null. */
  readonly api: string | null;
  /** Ends the attempts to reach Discord. */
  readonly signal?: AbortSignal;
  onLost(error: DatelineError): void;
}

export interface Bot {
  readonly app: App;
  readonly discord: Discord;
  /** Where the API is, where `API_PORT` is set. */
  readonly apiUrl: string | null;
  /** Where metrics and health can be read, where `METRICS_PORT` is set. */
  readonly metricsUrl: string | null;
  /** In reverse order of opening. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Without letters and digits that look alike, since people read references to each other. */
const REFERENCE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const newReference = (): string =>
  Array.from({ length: 8 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]).join('');

/** Tries again, ever more slowly, while Discord cannot be reached. */
const reachDiscord = (options: DiscordOptions, signal?: AbortSignal): Promise<Discord> => {
  const tell = (error: unknown, waitMs: number): void => {
    if (!(error instanceof DatelineError) || error.code !== 'unavailable') throw error;
    options.log.warn({ err: error.cause }, `${error.message} Trying again in ${waitMs / 1000} s.`);
  };
  return retry(() => openDiscord(options), tell, signal);
};

/** Waits for room where the disk is full. */
const openWithRoom = (options: BotOptions, chat: ChatConnection): Promise<OpenApp> => {
  const tell = (error: unknown, waitMs: number): void => {
    if (!isDiskFull(error)) throw error;
    options.log.error(`${(error as Error).message} Trying again in ${waitMs / 1000} s.`);
  };
  return retry(() => openApp(options, chat), tell, options.signal);
};

/** Null where `API_PORT` is not set. */
const startApi = async (app: App, log: Logger): Promise<ApiServer | null> => {
  const { API_HOST: host, API_PORT: port, API_KEY: key } = app.config;
  return port === null || key === null ? null : openApiServer({ host, port, key, sources: app, log });
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
const keepTidy = (app: App, log: Logger): (() => void) => {
  const tidy = async (): Promise<void> => {
    await app.feedback.purge();
    await app.interactions.purge();
    await app.lastLooks.purge();
    await app.alerts.purge();
    await app.quietHours.purge();
    await forgetLeftGuilds(app);
    await expireArticles(app, log);
  };
  const run = (): void =>
    void tidy().catch((error) => log.error({ err: error }, 'deleting what has expired failed'));
  run();
  const timer = setInterval(run, HOUR_MS);
  return () => clearInterval(timer);
};

/**
 * Goes to work: online and answering while the corpus still loads. Throws what `openApp` and `openDiscord` throw,
 * but waits for a Discord that cannot be reached; whatever was opened before is closed again.
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const sender = createDiscordSender(options.now);
  let discord: Discord | null = null;
  const reportFailing = createFailingReport({
    sender,
    log: options.log,
    owners: () => discord?.owners() ?? new Set(),
  });
  const app = await openWithRoom(options, {
    sender,
    alertSender: sender.alerts,
    places: sender.places,
    reportFailing,
  });
  const opened: (() => Promise<void> | void)[] = [() => app.close()];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const metrics = await startMetrics(app, () => discord?.connection ?? null, options);
    if (metrics !== null) opened.push(metrics.close);
    const api = await startApi(app, options.log);
    if (api !== null) opened.push(api.close);
    const online = await reachDiscord(
      { ...options, app, newReference, onAnswered: metrics?.observe },
      options.signal,
    );
    discord = online;
    opened.push(() => online.close());
    sender.connect(online.client);
    opened.push(sender.disconnect);
    app.digests.start();
    opened.push(() => app.digests.close());
    app.alertRounds.start();
    opened.push(() => app.alertRounds.close());
    app.feeds.poller.start();
    opened.push(keepTidy(app, options.log));
    return { app, discord: online, metricsUrl: metrics?.url ?? null, apiUrl: api?.url ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
};
