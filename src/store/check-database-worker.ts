/** Checks one database file in a thread of its own. In: its path. Out: what is wrong with it, or null. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkDatabase } from './open-database.ts';

parentPort!.postMessage(await checkDatabase(workerData as string));
