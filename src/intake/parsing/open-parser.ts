/** In: documents from outside. Out: what they hold, read in threads that are ended when one takes too long or too much. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatelineError } from '../../domain/errors.ts';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import type { SourceDocument } from '../source-document.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import type { TaskMessage, TaskName, TaskResult, WorkerMessage } from './parse-worker.ts';

export interface ParserLimits {
  /** Threads; one is enough for polling. */
  readonly workers?: number;
  /** For one document. Default 10 s. */
  readonly timeoutMs?: number;
  /** For one thread's heap. Default 256 MB. */
  readonly memoryMb?: number;
}

export interface DocumentParser {
  /**
   * Reads a document: `feed` → `ParsedFeed`, `article` → `PageArticle` or null, `discover` → `FoundFeed[]`, `list` →
   * `ListedFeed[]`. Rejects with `invalid` if it is something else, and `limit` if reading it took too much.
   */
  readonly parse: <Name extends TaskName>(name: Name, document: SourceDocument) => Promise<TaskResult<Name>>;
  /** Ends the threads, once they have loaded; what they were reading rejects with `unavailable`. */
  readonly close: () => Promise<void>;
}

interface Job {
  readonly task: TaskMessage;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DatelineError) => void;
}

const WORKER = new URL('./parse-worker.ts', import.meta.url);
/** A thread starts in 0.3 s; on a busy machine it is given longer than any document. */
const START_TIMEOUT_MS = 60_000;
/** How often the heap of a thread at work is looked at. */
const WATCH_MS = 50;
/**
 * V8's own limit for the thread, far above ours: if it is reached by one large allocation the whole process dies,
 * so it must never be. Ten megabytes of input do not get there between two looks.
 */
const HEAP_LIMIT_MB = 2048;

/** One thread with at most one job; a new thread takes the place of one that was ended. */
class Slot {
  private worker: Worker | null = null;
  private isReady = false;
  /** Resolves when the thread has loaded, or has ended: one that is ended while it loads can take the process with it. */
  private loaded: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private watch: NodeJS.Timeout | undefined;
  job: Job | null = null;
  private readonly limits: Required<ParserLimits>;
  private readonly onIdle: () => void;

  constructor(limits: Required<ParserLimits>, onIdle: () => void) {
    this.limits = limits;
    this.onIdle = onIdle;
  }

  start(job: Job): void {
    this.job = job;
    this.worker ??= this.spawn();
    if (this.isReady) this.send(job);
    else this.limit(START_TIMEOUT_MS, { kind: 'reader-broke' });
  }

  async end(error: DatelineError): Promise<void> {
    const { worker, loaded } = this;
    this.worker = null;
    this.isReady = false;
    this.settle((job) => job.reject(error));
    await loaded;
    await worker?.terminate();
  }

  private spawn(): Worker {
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    this.loaded = Promise.race([once(worker, 'message'), once(worker, 'exit')]).catch(() => undefined);
    const isCurrent = (): boolean => this.worker === worker;
    worker.on('message', (message: WorkerMessage) => isCurrent() && this.receive(message));
    worker.on('error', (error) => {
      if (isCurrent())
        void this.end(new UnreadableDocument('limit', { kind: 'reader-broke' }, { cause: error }));
    });
    return worker;
  }

  private send({ task }: Job): void {
    this.limit(this.limits.timeoutMs, { kind: 'too-slow', seconds: this.limits.timeoutMs / 1000 });
    this.watch = setInterval(() => void this.checkMemory(), WATCH_MS);
    this.worker?.postMessage(task);
  }

  private async checkMemory(): Promise<void> {
    const { worker, job } = this;
    const used = await worker?.getHeapStatistics().then(
      ({ used_heap_size }) => used_heap_size,
      () => 0,
    );
    if (job === null || job !== this.job || (used ?? 0) < this.limits.memoryMb * 1024 * 1024) return;
    await this.end(new UnreadableDocument('limit', { kind: 'too-much-memory', mb: this.limits.memoryMb }));
  }

  private limit(timeoutMs: number, problem: ReadingProblem): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.end(new UnreadableDocument('limit', problem)), timeoutMs);
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.isReady = true;
      if (this.job) this.send(this.job);
    } else if (message.kind === 'done') this.settle((job) => job.resolve(message.value));
    else {
      const { code, problem, message: cause } = message;
      const error = new UnreadableDocument(code, problem, { cause });
      this.settle((job) => job.reject(error));
    }
  }

  private settle(finish: (job: Job) => void): void {
    clearTimeout(this.timer);
    clearInterval(this.watch);
    const { job } = this;
    this.job = null;
    if (job) finish(job);
    this.onIdle();
  }
}

/** Opens a parser. Threads start with the first documents and are kept; jobs beyond them wait in order. */
export const openParser = (limits: ParserLimits = {}): DocumentParser => {
  const all = { workers: 1, timeoutMs: 10_000, memoryMb: 256, ...limits };
  const queue: Job[] = [];
  let isClosed = false;
  const next = (): void => {
    const slot = slots.find(({ job }) => job === null);
    const job = slot && !isClosed ? queue.shift() : undefined;
    if (job) slot?.start(job);
  };
  const slots = Array.from({ length: all.workers }, () => new Slot(all, next));
  const closed = (): DatelineError => new DatelineError('unavailable', 'the reader of documents is closed');

  return {
    parse: (name, document) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(closed());
        queue.push({ task: { name, document }, resolve: resolve as (value: unknown) => void, reject });
        return next();
      }),
    close: async () => {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(closed());
      await Promise.all(slots.map((slot) => slot.end(closed())));
    },
  };
};
