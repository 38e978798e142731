/** Checks one database file in a thread of its own. In: its path. Out: `loaded`, then what is wrong with it, or null. */
import { parentPort } from 'node:worker_threads';
import { checkDatabase } from './open-database.ts';

parentPort!.once('message', async (path: string) => parentPort!.postMessage(await checkDatabase(path)));
parentPort!.postMessage('loaded');
