/** In: a data folder, or the addresses of a cluster. Out: its store, and the intake that writes to it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../log.ts';
import type { SearchableStore } from '../store/article-store.ts';
import { checkInBackground } from '../store/check-in-background.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { wasLeftOpen } from '../store/open-database.ts';
import { ARTICLES_FILE, openArticleStore } from '../store/sqlite-article-store.ts';
import type { Intake, IntakeOptions } from './backend.ts';
import { type IntakeSurroundings, openIntake } from './open-intake.ts';

/** Where builds before the search engine moved into the database kept their index. */
const FORMER_INDEX = 'index.bin';

const onUnreadableIn = (log: Logger) => (seq: number, err: unknown) =>
  log.error({ err, seq }, 'an article could not be indexed');

const openCluster = async (addresses: ClusterAddresses, log: Logger): Promise<SearchableStore> => {
  const cluster = await import('../store/postgres/open-cluster.ts');
  return cluster.openCluster(addresses, {
    onUnreadable: onUnreadableIn(log),
    onBehind: (err) => {
      if (err === null) log.warn('OpenSearch has every article again');
      else log.error({ err }, 'OpenSearch does not take what is stored. It is tried again until it does');
    },
  });
};

/** A file that its last writer did not close is checked while it is in use, until the store is closed. */
const openFolder = async (dataDir: string | null, log: Logger): Promise<SearchableStore> => {
  const path = dataDir === null ? null : join(dataDir, ARTICLES_FILE);
  const isToCheck = path !== null && wasLeftOpen(path);
  const store = await openArticleStore(dataDir, { onUnreadable: onUnreadableIn(log) });
  if (dataDir !== null)
    await rm(join(dataDir, FORMER_INDEX), { force: true }).catch((err) =>
      log.warn({ err }, `${FORMER_INDEX} in the data folder is no longer used and could not be deleted`),
    );
  if (!isToCheck) return store;
  const closing = new AbortController();
  const checking = checkInBackground(path, closing.signal).then(
    (problem) => problem !== null && log.error(problem),
    (err) => closing.signal.aborted || log.warn({ err }, 'the database could not be checked'),
  );
  const close = store.close.bind(store);
  store.close = async () => {
    closing.abort();
    await checking;
    await close();
  };
  return store;
};

/** @throws DatelineError `unavailable` if the database cannot be used. */
export const openIntakeIn = async (
  options: IntakeOptions,
  surroundings: IntakeSurroundings,
): Promise<{ readonly intake: Intake; readonly store: SearchableStore }> => {
  const { log } = surroundings;
  const store = await (options.cluster
    ? openCluster(options.cluster, log)
    : openFolder(options.dataDir, log));
  try {
    return { store, intake: await openIntake(options, store, surroundings) };
  } catch (error) {
    await store.close();
    throw error;
  }
};
