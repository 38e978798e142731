/** In: a data folder, or the addresses of a cluster. Out: its store, and the intake that writes to it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchableStore } from '../store/article-store.ts';
import { checkInBackground } from '../store/check-in-background.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { wasLeftOpen } from '../store/open-database.ts';
import { ARTICLES_FILE, openArticleStore } from '../store/sqlite-article-store.ts';
import type { Intake, IntakeOptions } from './backend.ts';
import { type IntakeSurroundings, openIntake } from './open-intake.ts';

/** Where builds before the search engine moved into the database kept their index. */
const FORMER_INDEX = 'index.bin';

/** What an intake writes to. */
interface OpenIntake {
  readonly intake: Intake;
  readonly store: SearchableStore;
}

const openIntakeInCluster = async (
  options: IntakeOptions,
  cluster: ClusterAddresses,
  surroundings: IntakeSurroundings,
): Promise<OpenIntake> => {
  const { log } = surroundings;
  const { openCluster } = await import('../store/postgres/open-cluster.ts');
  const store = await openCluster(cluster, {
    onUnreadable: (seq, err) => log.error({ err, seq }, 'an article could not be indexed'),
    onBehind: (err) => {
      if (err === null) log.warn('OpenSearch has every article again');
      else log.error({ err }, 'OpenSearch does not take what is stored. It is tried again until it does');
    },
  });
  try {
    return { store, intake: await openIntake(options, store, surroundings, () => undefined) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** @throws DatelineError `unavailable` if the database cannot be used. */
export const openIntakeIn = async (
  options: IntakeOptions,
  surroundings: IntakeSurroundings,
): Promise<OpenIntake> => {
  if (options.cluster) return openIntakeInCluster(options, options.cluster, surroundings);
  const { dataDir } = options;
  const { log } = surroundings;
  const path = dataDir === null ? null : join(dataDir, ARTICLES_FILE);
  const isToCheck = path !== null && wasLeftOpen(path);
  const store = await openArticleStore(dataDir, {
    onUnreadable: (seq, err) => log.error({ err, seq }, 'an article could not be indexed'),
  });
  const onIndexed = async (): Promise<void> => {
    if (dataDir === null) return;
    await rm(join(dataDir, FORMER_INDEX), { force: true }).catch((err) =>
      log.warn({ err }, `${FORMER_INDEX} in the data folder is no longer used and could not be deleted`),
    );
  };
  const closing = new AbortController();
  const check = async (): Promise<void> => {
    const problem = isToCheck ? await checkInBackground(path, closing.signal) : null;
    if (problem !== null) log.error(problem);
  };
  const checking = check().catch((err) => {
    if (!closing.signal.aborted) log.warn({ err }, 'the database could not be checked');
  });
  try {
    const intake = await openIntake(options, store, surroundings, () => void onIndexed());
    const close = async (): Promise<void> => {
      closing.abort();
      await checking;
      await intake.close();
    };
    return { store, intake: { ...intake, close } };
  } catch (error) {
    await store.close();
    throw error;
  }
};
