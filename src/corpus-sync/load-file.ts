/** In: one corpus file. Out: its articles in the store, those it no longer holds gone, and its manifest entry. */
import { setImmediate } from 'node:timers/promises';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { CorpusProblem, CorpusReason } from '../domain/corpus-reason.ts';
import { serverOfFile } from '../domain/corpus-server.ts';
import { READER_VERSION } from '../intake/corpus/corpus-formats.ts';
import type { CorpusFileRef } from '../intake/corpus/corpus-item.ts';
import { readCorpusFile } from '../intake/corpus/read-corpus-file.ts';
import type { ArticleStore } from '../store/article-store.ts';

/** What is stored in one go: a fraction of a second. Larger transactions leave a search index in fewer pieces. */
const BATCH_ARTICLES = 100;
const BATCH_CHARS = 1_000_000;

/** Problems kept of one file; the count goes on. */
const MAX_PROBLEMS = 20;

export interface BatchDone {
  readonly bytes: number;
  readonly articles: number;
}

export interface LoadFileOptions {
  readonly arrival: Arrival;
  readonly clock: () => number;
  /** Called after each batch: bytes of the file read and articles stored since it last did. Reading waits for it. */
  readonly onBatch: (done: BatchDone) => Promise<void>;
  /** Called with the first problems, and with how many more there are. */
  readonly onProblem: (problem: CorpusProblem) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The result of loading one file. `newOwners` are other files to be read again (see `ArticleStore.retain`). */
export interface LoadedFile {
  readonly newOwners: readonly string[];
}

/** The running tally of one file. */
class FileLoad {
  readonly keys = new Set<string>();
  /** How many articles with neither id nor address have the key of their title. */
  readonly uses = new Map<string, number>();
  readonly problems: CorpusProblem[] = [];
  problemCount = 0;
  bytes = 0;
  batch: ArticleDraft[] = [];
  batchChars = 0;

  report(problem: CorpusProblem): void {
    this.problemCount++;
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }

  take(given: ArticleDraft, file: string): void {
    const draft = this.isUnnamed(given, file) ? { ...given, key: this.freeKey(given.key) } : given;
    if (this.keys.has(draft.key)) {
      const reason: CorpusReason =
        draft.givenId === null
          ? { kind: 'address-twice', value: draft.url ?? '' }
          : { kind: 'id-twice', value: draft.givenId };
      this.report({ file, line: null, reason });
      return;
    }
    this.keys.add(draft.key);
    this.batch.push(draft);
    this.batchChars += draft.body.length;
  }

  /** It has neither id nor address: others of its title may come. */
  private isUnnamed({ key }: ArticleDraft, file: string): boolean {
    return key.startsWith(`file:${file}@`);
  }

  private freeKey(key: string): string {
    const uses = (this.uses.get(key) ?? 0) + 1;
    this.uses.set(key, uses);
    return uses === 1 ? key : `${key} ${uses}`;
  }

  get isFull(): boolean {
    return this.batch.length >= BATCH_ARTICLES || this.batchChars >= BATCH_CHARS;
  }
}

/**
 * Reads a file into the store in small batches, with a turn of the event loop after each. If the file cannot be
 * read to its end, articles it brought before stay.
 * @throws what the store throws, and the signal's reason once that is aborted.
 */
export const loadFile = async (
  file: CorpusFileRef,
  store: ArticleStore,
  { arrival, clock, onBatch, onProblem, signal }: LoadFileOptions,
): Promise<LoadedFile> => {
  const load = new FileLoad();
  const server = serverOfFile(file.name);
  const servers = server === null ? null : [server];
  const flush = async (): Promise<void> => {
    if (load.batch.length > 0) await store.add(load.batch, arrival, clock(), servers);
    const done = { bytes: load.bytes, articles: load.batch.length };
    load.batch = [];
    load.batchChars = 0;
    load.bytes = 0;
    await onBatch(done);
    await setImmediate();
    signal?.throwIfAborted();
  };
  let failed = false;
  const items = readCorpusFile(file, (bytes) => {
    load.bytes += bytes;
  });
  for await (const item of items) {
    if (item.kind === 'article') load.take(item.draft, file.name);
    else load.report(item.problem);
    failed ||= item.kind === 'failure';
    if (load.isFull) await flush();
  }
  await flush();
  reportProblems(load, file.name, onProblem);
  const { newOwners } = failed
    ? { newOwners: [] }
    : await store.retain(`file:${file.name}`, load.keys, clock());
  await store.manifest.put({
    path: file.name,
    size: file.size,
    mtimeMs: file.mtimeMs,
    ctimeMs: file.ctimeMs,
    reader: READER_VERSION,
    records: load.keys.size,
    problemCount: load.problemCount,
    problems: load.problems,
  });
  return { newOwners };
};

const reportProblems = (load: FileLoad, file: string, onProblem: LoadFileOptions['onProblem']): void => {
  for (const problem of load.problems) onProblem(problem);
  const more = load.problemCount - load.problems.length;
  if (more > 0) onProblem({ file, line: null, reason: { kind: 'more', count: more } });
};
