/** In: the app. Out: what Prometheus reads of it. Counts and times alone: no name or id of a server or person. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../app.ts';
import type { Connection } from '../discord/client.ts';
import type { OnAnswered } from '../discord/dispatch.ts';
import { problemsWith } from '../domain/corpus-reason.ts';

export interface Metrics {
  /** In Prometheus' text format. */
  read(): Promise<string>;
  readonly contentType: string;
  /** Something that a person did was answered. */
  readonly observe: OnAnswered;
}

type Measured = Pick<App, 'backend' | 'feeds' | 'subscriptions' | 'ledger'>;

const COMMAND_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Numbers by the value of one label; values that nothing has are 0, so that a graph shows them. */
const tally = <T extends string>(values: readonly T[], found: readonly T[]): Map<T, number> => {
  const counts = new Map(values.map((value) => [value, 0]));
  for (const value of found) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const addGauges = (register: Registry, app: Measured, connection: () => Connection | null): void => {
  const gauge = (name: string, help: string, read: () => Promise<number> | number): void => {
    new Gauge({
      name: `dateline_${name}`,
      help,
      registers: [register],
      async collect() {
        this.set(await read());
      },
    });
  };
  const gauges = <T extends string>(
    name: string,
    help: string,
    label: string,
    read: () => Promise<Map<T, number>>,
  ): void => {
    new Gauge({
      name: `dateline_${name}`,
      help,
      labelNames: [label],
      registers: [register],
      async collect() {
        for (const [value, count] of await read()) this.set({ [label]: value }, count);
      },
    });
  };
  gauge(
    'articles',
    'Articles in the store, copies left out.',
    async () => (await app.backend.status()).articles,
  );
  gauge('articles_indexed', 'Articles that can be found.', async () => (await app.backend.status()).indexed);
  gauge(
    'corpus_problems',
    'Files and entries of the corpus that could not be read.',
    async () => problemsWith(await app.backend.status(), () => true).problemCount,
  );
  gauges('feeds', 'Feeds by how they are.', 'state', async () => {
    const feeds = [...(await app.feeds.list.list()), ...(await app.feeds.ofServersAlone())];
    return tally(
      ['active', 'failing', 'paused', 'gone'],
      feeds.map(({ status, failures }) => (status === 'active' && failures > 0 ? 'failing' : status)),
    );
  });
  gauges('subscriptions', 'Subscriptions by how they are.', 'state', async () => {
    const all = await app.subscriptions.all();
    return tally(
      ['active', 'paused', 'stopped', 'held'],
      all.map(({ state }) => state),
    );
  });
  gauges(
    'deliveries_unfinished',
    'Digests that are on their way, or wait for a manager.',
    'state',
    async () => {
      const unfinished = await app.ledger.unfinished();
      return tally(
        ['open', 'held'],
        unfinished.map(({ state }) => state),
      );
    },
  );
  gauge('last_delivery_timestamp_seconds', 'When a digest was posted last; 0: never.', async () => {
    const times = (await app.subscriptions.all()).map(({ lastDeliveredAtMs }) => lastDeliveredAtMs ?? 0);
    return times.reduce((latest, time) => Math.max(latest, time), 0) / 1000;
  });
  gauge('discord_connected', '1 while there is a connection to Discord.', () =>
    Number(connection()?.isConnected() ?? false),
  );
  gauge('discord_ping_seconds', 'How long Discord takes to answer a heartbeat; NaN where unknown.', () => {
    const pingMs = connection()?.pingMs() ?? null;
    return pingMs === null ? Number.NaN : pingMs / 1000;
  });
  gauge('discord_servers', 'Servers the bot is in.', () => connection()?.serverCount() ?? 0);
};

/** `commands` are the names that answers are counted under; any other counts as `other`. */
export const createMetrics = (
  app: Measured,
  connection: () => Connection | null,
  commands: readonly string[],
): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  addGauges(register, app, connection);
  const seconds = new Histogram({
    name: 'dateline_command_duration_seconds',
    help: 'How long answers took, from the moment they were asked for until they were ready to be sent.',
    labelNames: ['command', 'outcome'],
    buckets: COMMAND_SECONDS,
    registers: [register],
  });
  const known = new Set(commands);
  return {
    read: () => register.metrics(),
    contentType: register.contentType,
    observe: (command, outcome, tookMs) =>
      seconds.observe({ command: known.has(command) ? command : 'other', outcome }, tookMs / 1000),
  };
};
