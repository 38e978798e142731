/** In: the settings as they are written. Out: one check after the other, from the settings to the clock. Nothing is fetched. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, unknownSettings } from '../config/read-config.ts';
import type { Config } from '../config/settings.ts';
import { clusterOf } from '../config/settings-together.ts';
import { NEEDED_PERMISSIONS } from '../discord/needed-permissions.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Feed } from '../domain/feed.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { createFeedServerStore } from '../store/feed-server-store.ts';
import { createFeedStore } from '../store/feed-store.ts';
import { createGuildStore } from '../store/guild-store.ts';
import { openState } from '../store/open-state.ts';
import { STATE_FILE } from '../store/state-database.ts';
import { createSubscriptionStore } from '../store/subscription-store.ts';
import { ailing, type Check } from './check.ts';
import { checkClock } from './check-clock.ts';
import { checkCluster } from './check-cluster.ts';
import { checkDatabases, checkDisk } from './check-disk.ts';
import { checkPermissions, checkSettings, checkToken } from './check-settings.ts';
import { checkCorpus, checkFeeds } from './check-sources.ts';

interface State {
  readonly feeds: readonly Feed[];
  /** Those that only servers have. */
  readonly serverFeeds: readonly Feed[];
  /** Servers the bot is in, as far as known. */
  readonly servers: ReadonlySet<string>;
  readonly lastKnownMs: number | null;
}

const NOTHING: State = { feeds: [], serverFeeds: [], servers: new Set(), lastKnownMs: null };

const readState = async (dataDir: string, cluster: ClusterAddresses | null): Promise<State> => {
  if (cluster === null && !existsSync(join(dataDir, STATE_FILE))) return NOTHING;
  const db = await openState(dataDir, cluster);
  try {
    const feeds = await createFeedStore(db).list();
    const serverFeeds = await createFeedServerStore(db).ofServersAlone();
    const subscriptions = await createSubscriptionStore(db).all();
    const times = [
      ...feeds.flatMap(({ addedAtMs, lastPollMs }) => [addedAtMs, lastPollMs ?? 0]),
      ...subscriptions.flatMap(({ createdAtMs, lastDeliveredAtMs }) => [createdAtMs, lastDeliveredAtMs ?? 0]),
    ];
    const servers = await createGuildStore(db, Date.now).here();
    return { feeds, serverFeeds, servers, lastKnownMs: times.length === 0 ? null : Math.max(...times) };
  } finally {
    await db.destroy();
  }
};

const settings = (): Config | Check => {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return ailing('Settings', 'problem', error.message, 'Then run the doctor again: it stops here.');
  }
};

const placedMs = statSync(new URL('../../package.json', import.meta.url)).mtimeMs;

export const runDoctor = async function* (now: () => number): AsyncGenerator<Check> {
  const config = settings();
  if ('remedy' in config) return yield config;
  const { DATA_DIR, CORPUS_DIR } = config;
  yield checkSettings(unknownSettings());
  yield checkToken(config);
  yield checkPermissions([...NEEDED_PERMISSIONS.keys()]);
  yield await checkDisk(DATA_DIR);
  const cluster = clusterOf(config);
  const databases = await (cluster === null ? checkDatabases(DATA_DIR) : checkCluster(cluster));
  yield databases;
  // What a damaged database says of feeds and times is not to be relied on.
  const state = databases.state === 'problem' ? null : await readState(DATA_DIR, cluster);
  yield await checkCorpus(CORPUS_DIR, state?.servers ?? new Set());
  if (state !== null) yield checkFeeds(state.feeds, state.serverFeeds);
  yield checkClock(now(), placedMs, state?.lastKnownMs ?? null);
};
