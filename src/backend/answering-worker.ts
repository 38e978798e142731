/** The thread that answers: it reads the database beside the one that writes. */
import { workerData } from 'node:worker_threads';
import { openArticleReader } from '../store/sqlite-article-reader.ts';
import type { BackendOptions } from './backend.ts';
import { openAnswering } from './open-answering.ts';
import { serveCalls } from './serve-calls.ts';

export type AnsweringWorkerData = { readonly dataDir: string } & Pick<BackendOptions, 'engine'>;

const { dataDir, engine } = workerData as AnsweringWorkerData;

serveCalls(async () => openAnswering(await openArticleReader(dataDir), engine));
