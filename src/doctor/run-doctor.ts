/** In: the settings as they are written. Out: one check after the other, from the settings to the clock. Nothing is fetched. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig, unknownSettings } from '../config.ts';
import { NEEDED_PERMISSIONS } from '../discord/needed-permissions.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Feed } from '../domain/feed.ts';
import { createFeedStore } from '../store/feed-store.ts';
import { openStateDatabase, STATE_FILE } from '../store/state-database.ts';
import { createSubscriptionStore } from '../store/subscription-store.ts';
import { ailing, type Check } from './check.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabases, checkDisk } from './check-disk.ts';
import { checkPermissions, checkSettings, checkToken } from './check-settings.ts';
import { checkCorpus, checkFeeds } from './check-sources.ts';

interface State {
  readonly feeds: readonly Feed[];
  readonly lastKnownMs: number | null;
}

const readState = async (dataDir: string): Promise<State> => {
  if (!existsSync(join(dataDir, STATE_FILE))) return { feeds: [], lastKnownMs: null };
  const db = await openStateDatabase(dataDir);
  try {
    const feeds = await createFeedStore(db).list();
    const subscriptions = await createSubscriptionStore(db).all();
    const times = [
      ...feeds.flatMap(({ addedAtMs, lastPollMs }) => [addedAtMs, lastPollMs ?? 0]),
      ...subscriptions.flatMap(({ createdAtMs, lastDeliveredAtMs }) => [createdAtMs, lastDeliveredAtMs ?? 0]),
    ];
    return { feeds, lastKnownMs: times.length === 0 ? null : Math.max(...times) };
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
  const databases = await checkDatabases(DATA_DIR);
  yield databases;
  yield await checkCorpus(CORPUS_DIR);
  // What a damaged database says of feeds and times is not to be relied on.
  const state = databases.state === 'well' ? await readState(DATA_DIR) : null;
  if (state !== null) yield checkFeeds(state.feeds);
  yield checkClock(now(), placedMs, state?.lastKnownMs ?? null);
};
