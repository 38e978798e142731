/**
 * In: a data folder and the address of a PostgreSQL database, one of them empty. Out: what the other one holds in both.
 * Articles are copied in batches, and copying goes on where it ended; the state is copied in one transaction at the end.
 * Until then a mark in the new state keeps bots away from it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../../domain/errors.ts';
import { continueArticles } from '../continue-articles.ts';
import { giveAfter, lastGiven } from '../given-numbers.ts';
import { lockDataFolder } from '../lock-data-folder.ts';
import { type ClusterDatabase, openClusterTables } from '../postgres/open-cluster-tables.ts';
import { openPostgresState } from '../postgres/open-postgres-state.ts';
import { openArticleTables } from '../postgres/postgres-article-store.ts';
import { refuseRunning } from '../postgres/refuse-running.ts';
import { findSecret, setSecret, VOTER_KEY } from '../postgres/shared-secret.ts';
import { ARTICLES_FILE, openSqliteArticleTables } from '../sqlite-article-store.ts';
import { openStateDatabase, STATE_FILE } from '../state-database.ts';
import type { StateDatabase } from '../state-tables.ts';
import { findVoterKey, putVoterKey } from '../voter-key.ts';
import { copyArticles, emptyArticles, printOfArticles } from './copy-articles.ts';
import { asTables, copyRows, countRows, type Tables } from './copy-rows.ts';
import { ARTICLE_KEYS, GIVEN_NUMBERS, STATE_KEYS } from './moved-tables.ts';
import { markUnfinished, unfinishedMove } from './unfinished-move.ts';

type MoveDirection = 'to-cluster' | 'to-folder';

export interface Move {
  readonly direction: MoveDirection;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Called after each batch. */
  readonly onProgress?: (progress: MoveProgress) => void;
}

interface MoveProgress {
  /** Rows of all tables. */
  readonly copied: number;
  readonly total: number;
}

export interface Moved {
  readonly articles: number;
  readonly subscriptions: number;
  /** Whether an earlier copying had written some of it. */
  readonly wasContinued: boolean;
}

interface Place {
  readonly name: string;
  readonly state: StateDatabase;
  readonly articles: Tables;
}

/** Those that are copied in batches; of the others there are few rows. */
const BATCHED = Object.entries(ARTICLE_KEYS).flatMap(([table, keys]) => (keys.length > 0 ? [table] : []));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const countAll = async (db: Tables, tables: readonly string[]): Promise<number> =>
  sumOf(await Promise.all(tables.map((table) => countRows(db, table))));

const STATE_TABLES = Object.keys(STATE_KEYS);

/** @throws DatelineError if the place holds something that was not copied there by an unfinished move. */
const refuseOccupied = async ({ name, state, articles }: Place): Promise<void> => {
  const known = STATE_TABLES.filter((table) => table !== 'digest_mark');
  const rows = (await countRows(articles, 'article')) + (await countAll(asTables(state), known));
  if (rows === 0) return;
  throw new DatelineError(
    'invalid',
    `${name} holds articles or settings already, which would be mixed with those to be moved. Move into an empty one. Nothing was changed.`,
  );
};

/** Marks the new place, and takes away what an earlier move left there of articles that are others by now. */
const begin = async (from: Place, to: Place): Promise<boolean> => {
  const print = await printOfArticles(from.articles);
  const earlier = await unfinishedMove(to.state);
  if (earlier === null) await refuseOccupied(to);
  else if (earlier !== print) await emptyArticles(to.articles);
  await markUnfinished(to.state, print);
  return earlier === print;
};

const copyState = async (from: StateDatabase, to: StateDatabase, onCopied: (rows: number) => void) => {
  const source = asTables(from);
  await asTables(to)
    .transaction()
    .execute(async (tx) => {
      // With the mark: what comes is the whole of it.
      await tx.deleteFrom('digest_mark').execute();
      for (const [table, keys] of Object.entries(STATE_KEYS)) {
        await copyRows(source, tx, table, keys, { onCopied });
        await checkWhole(source, tx, table);
        const numbered = GIVEN_NUMBERS[table];
        if (numbered !== undefined)
          await giveAfter(tx, table, numbered, await lastGiven(source, table, numbered));
      }
    });
};

const checkWhole = async (from: Tables, to: Tables, table: string): Promise<void> => {
  const [wanted, got] = [await countRows(from, table), await countRows(to, table)];
  if (wanted !== got)
    throw new DatelineError(
      'unavailable',
      `Of the table ${table}, ${got} of ${wanted} rows arrived: something else wrote to one of the two meanwhile. Stop it and run the command again.`,
    );
};

const copyAll = async (
  from: Place,
  to: Place,
  moveKey: () => Promise<void>,
  onProgress: Move['onProgress'],
): Promise<Moved> => {
  const wasContinued = await begin(from, to);
  await moveKey();
  const total =
    (await countAll(from.articles, BATCHED)) + (await countAll(asTables(from.state), STATE_TABLES));
  let copied = await countAll(to.articles, BATCHED);
  const onCopied = (rows: number): void => {
    copied += rows;
    onProgress?.({ copied, total });
  };
  await copyArticles(from.articles, to.articles, onCopied);
  for (const table of Object.keys(ARTICLE_KEYS)) await checkWhole(from.articles, to.articles, table);
  await copyState(from.state, to.state, onCopied);
  return {
    articles: await countRows(to.articles, 'article'),
    subscriptions: await countRows(asTables(to.state), 'subscription'),
    wasContinued,
  };
};

/** Votes stay those of the people who gave them. */
const moveVoterKey = async (
  db: ClusterDatabase,
  dataDir: string,
  direction: MoveDirection,
): Promise<void> => {
  const key = direction === 'to-cluster' ? findVoterKey(dataDir) : await findSecret(db, VOTER_KEY);
  if (key === null) return;
  if (direction === 'to-cluster') await setSecret(db, VOTER_KEY, key);
  else putVoterKey(dataDir, key);
};

const requireFolder = (dataDir: string): void => {
  if (existsSync(join(dataDir, STATE_FILE)) && existsSync(join(dataDir, ARTICLES_FILE))) return;
  throw new DatelineError(
    'not_found',
    `DATA_DIR: there is no ${STATE_FILE} and ${ARTICLES_FILE} in ${dataDir}, so there is nothing to move. Set DATA_DIR to the folder the bot used.`,
  );
};

/**
 * Needs neither place while it runs to be used by anything else. What is moved stays where it was, too.
 * @throws DatelineError `not_found` if there is nothing, `invalid` if the other place is not empty, `unavailable`
 * if a bot runs on either, or either cannot be used.
 */
export const moveData = async ({ direction, dataDir, databaseUrl, onProgress }: Move): Promise<Moved> => {
  const isToCluster = direction === 'to-cluster';
  if (isToCluster) requireFolder(dataDir);
  const opened: (() => Promise<void> | void)[] = [lockDataFolder(dataDir)];
  try {
    await refuseRunning(databaseUrl);
    const open = async <T extends { destroy(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
      const db = await opening;
      opened.push(() => db.destroy());
      return db;
    };
    const folderState = await open(openStateDatabase(dataDir));
    if (isToCluster) await continueArticles(folderState, dataDir);
    const folder: Place = {
      name: `The data folder ${dataDir}`,
      state: folderState,
      articles: asTables(await open(openSqliteArticleTables(dataDir))),
    };
    const cluster: Place = {
      name: 'The database of DATABASE_URL',
      state: await open(openPostgresState(databaseUrl)),
      articles: asTables(await open(openArticleTables(databaseUrl))),
    };
    const [from, to] = isToCluster ? [folder, cluster] : [cluster, folder];
    if ((await unfinishedMove(from.state)) !== null)
      throw new DatelineError(
        'invalid',
        `${from.name} is half of what another move was copying. Finish that one first, or empty it.`,
      );
    const secrets = await open(openClusterTables(databaseUrl));
    return await copyAll(from, to, () => moveVoterKey(secrets, dataDir, direction), onProgress);
  } finally {
    for (const close of opened.toReversed()) await close();
  }
};
