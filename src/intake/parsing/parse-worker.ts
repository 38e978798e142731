/** The thread in which documents from outside are read. In: a task a message. Out: its result or why there is none. */
import { parentPort } from 'node:worker_threads';
import { DatelineError, type ErrorCode } from '../../domain/errors.ts';
import { readOpml } from '../feed-formats/opml.ts';
import { parseFeed } from '../feed-formats/parse-feed.ts';
import { discoverFeeds } from '../html/discover-feeds.ts';
import { extractArticle } from '../html/extract-article.ts';
import type { SourceDocument } from '../source-document.ts';

const TASKS = {
  feed: parseFeed,
  article: extractArticle,
  discover: discoverFeeds,
  opml: ({ bytes, contentType }: SourceDocument) => readOpml(bytes, contentType),
};

export type TaskName = keyof typeof TASKS;
export type TaskResult<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]>;

export interface TaskMessage {
  readonly name: TaskName;
  readonly document: SourceDocument;
}

/** `ready` comes once, when the thread can take its first task; each task is answered by `done` or `failed`. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly message: string };

const run = ({ name, document }: TaskMessage): WorkerMessage => {
  try {
    return { kind: 'done', value: TASKS[name](document) };
  } catch (error) {
    const code = error instanceof DatelineError ? error.code : null;
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
};

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (task: TaskMessage) => send(run(task)));
send({ kind: 'ready' });
