/** The thread in which documents from outside are read. In: one task per message. Out: its result or why there is none. */
import { parentPort } from 'node:worker_threads';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import { readOpml } from '../feed-formats/opml.ts';
import { parseFeed } from '../feed-formats/parse-feed.ts';
import { discoverFeeds } from '../html/discover-feeds.ts';
import { extractArticle } from '../html/extract-article.ts';
import type { SourceDocument } from '../source-document.ts';
import { UnreadableDocument } from '../unreadable-document.ts';

const TASKS = {
  feed: parseFeed,
  article: extractArticle,
  discover: discoverFeeds,
  list: ({ bytes, contentType }: SourceDocument) => readOpml(bytes, contentType),
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
  | {
      readonly kind: 'failed';
      readonly code: 'invalid' | 'limit';
      readonly problem: ReadingProblem;
      readonly message: string;
    };

const UNREADABLE = { code: 'invalid', problem: { kind: 'unreadable' } } as const;

const run = ({ name, document }: TaskMessage): WorkerMessage => {
  try {
    return { kind: 'done', value: TASKS[name](document) };
  } catch (error) {
    const { code, problem } = error instanceof UnreadableDocument ? error : UNREADABLE;
    return { kind: 'failed', code, problem, message: String(error) };
  }
};

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (task: TaskMessage) => send(run(task)));
send({ kind: 'ready' });
