/** In: a data folder. Out: its store, and the intake that writes to it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkInBackground } from '../store/check-in-background.ts';
import { wasLeftOpen } from '../store/open-database.ts';
import { ARTICLES_FILE, openArticleStore, type SqliteArticleStore } from '../store/sqlite-article-store.ts';
import type { BackendOptions, Intake } from './backend.ts';
import { type IntakeSurroundings, openIntake } from './open-intake.ts';

/** Where builds before the search engine moved into the database kept their index. */
const FORMER_INDEX = 'index.bin';

/** @throws DatelineError `unavailable` where the database cannot be used. */
export const openIntakeIn = async (
  options: BackendOptions,
  surroundings: IntakeSurroundings,
): Promise<{ intake: Intake; store: SqliteArticleStore }> => {
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
