/** In: files of the corpus. Out: their articles in the store, those they no longer hold gone, and their manifest entries. */
import { setImmediate } from 'node:timers/promises';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { CorpusProblem, CorpusReason } from '../domain/corpus-reason.ts';
import { serverOfFile } from '../domain/corpus-server.ts';
import { READER_VERSION } from '../intake/corpus/corpus-formats.ts';
import type { CorpusFileRef } from '../intake/corpus/corpus-item.ts';
import { readCorpusFile } from '../intake/corpus/read-corpus-file.ts';
import type { ArticleStore, CorpusFile } from '../store/article-store.ts';

/** What is stored in one go: a fraction of a second. Larger transactions leave a search index in fewer pieces. */
const BATCH_ARTICLES = 100;
const BATCH_CHARS = 1_000_000;
/** Of files that hold one article each as many go together; of pages, which hold much else and take longer, fewer. */
const BATCH_BYTES = 1_000_000;

/** Problems kept of one file; the count goes on. */
const MAX_PROBLEMS = 20;

export interface BatchDone {
  readonly bytes: number;
  readonly articles: number;
}

export interface LoadFilesOptions {
  readonly arrivalOf: (file: CorpusFileRef) => Arrival;
  /** Files that were never read are stored together. What another held may be in a file that is new by now. */
  readonly isNew: (file: CorpusFileRef) => boolean;
  readonly clock: () => number;
  /** Called after each batch: bytes read and articles stored since it last was. Reading waits for it. */
  readonly onBatch: (done: BatchDone) => Promise<void>;
  /** Called with the first problems of each file, and with how many more there are. */
  readonly onProblem: (problem: CorpusProblem) => void;
  /** Called with each file that is in the store, and with other files to be read again (see `ArticleStore.retain`). */
  readonly onLoaded: (file: CorpusFileRef, newOwners: readonly string[]) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The running tally of one file. */
class FileLoad {
  readonly file: CorpusFileRef;
  readonly keys = new Set<string>();
  /** How many articles with neither id nor address have the key of their title. */
  readonly uses = new Map<string, number>();
  readonly problems: CorpusProblem[] = [];
  problemCount = 0;
  /** It could not be read to its end. */
  failed = false;

  constructor(file: CorpusFileRef) {
    this.file = file;
  }

  report(problem: CorpusProblem): void {
    this.problemCount++;
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }

  /** The draft under the key it has in this file, or null if that is taken. */
  take(given: ArticleDraft): ArticleDraft | null {
    const draft = this.isUnnamed(given) ? { ...given, key: this.freeKey(given.key) } : given;
    if (this.keys.has(draft.key)) {
      const reason: CorpusReason =
        draft.givenId === null
          ? { kind: 'address-twice', value: draft.url ?? '' }
          : { kind: 'id-twice', value: draft.givenId };
      this.report({ file: this.file.name, line: null, reason });
      return null;
    }
    this.keys.add(draft.key);
    return draft;
  }

  /** It has neither id nor address: others of its title may come. */
  private isUnnamed({ key }: ArticleDraft): boolean {
    return key.startsWith(`file:${this.file.name}@`);
  }

  private freeKey(key: string): string {
    const uses = (this.uses.get(key) ?? 0) + 1;
    this.uses.set(key, uses);
    return uses === 1 ? key : `${key} ${uses}`;
  }

  get entry(): CorpusFile {
    const { name, size, mtimeMs, ctimeMs } = this.file;
    return {
      path: name,
      size,
      mtimeMs,
      ctimeMs,
      reader: READER_VERSION,
      records: this.keys.size,
      problemCount: this.problemCount,
      problems: this.problems,
    };
  }
}

/** What is stored in one go: drafts that came alike, and the files that end with them. */
class Batch {
  readonly drafts = new Map<string, ArticleDraft>();
  readonly ended: FileLoad[] = [];
  #chars = 0;
  bytes = 0;

  add(draft: ArticleDraft): void {
    this.drafts.set(draft.key, draft);
    this.#chars += draft.body.length;
  }

  get isFull(): boolean {
    return this.drafts.size >= BATCH_ARTICLES || this.#chars >= BATCH_CHARS;
  }

  get mayTakeFile(): boolean {
    return !this.isFull && this.ended.length < BATCH_ARTICLES && this.bytes < BATCH_BYTES;
  }
}

/**
 * Reads files into the store one after the other, in small batches, with a turn of the event loop after each. If a file
 * cannot be read to its end, articles it brought before stay.
 * @throws what the store throws, and the signal's reason once that is aborted.
 */
export const loadFiles = async (
  files: readonly CorpusFileRef[],
  store: ArticleStore,
  { arrivalOf, isNew, clock, onBatch, onProblem, onLoaded, signal }: LoadFilesOptions,
): Promise<void> => {
  let batch = new Batch();
  const flush = async (file: CorpusFileRef): Promise<void> => {
    const { drafts, ended, bytes } = batch;
    const server = serverOfFile(file.name);
    const servers = server === null ? null : [server];
    if (drafts.size > 0) await store.add([...drafts.values()], arrivalOf(file), clock(), servers);
    batch = new Batch();
    for (const load of ended) {
      reportProblems(load, onProblem);
      const retained = load.failed ? null : await store.retain(`file:${load.file.name}`, load.keys, clock());
      onLoaded(load.file, retained?.newOwners ?? []);
    }
    if (ended.length > 0) await store.manifest.put(ended.map(({ entry }) => entry));
    await onBatch({ bytes, articles: drafts.size });
    await setImmediate();
    signal?.throwIfAborted();
  };
  /** Whether both files' articles come alike. */
  const isAlike = (one: CorpusFileRef, other: CorpusFileRef): boolean =>
    isNew(one) &&
    isNew(other) &&
    arrivalOf(one) === arrivalOf(other) &&
    serverOfFile(one.name) === serverOfFile(other.name);
  for (const [at, file] of files.entries()) {
    const load = new FileLoad(file);
    const items = readCorpusFile(file, (bytes) => {
      batch.bytes += bytes;
    });
    for await (const item of items) {
      const draft = item.kind === 'article' ? load.take(item.draft) : null;
      if (item.kind !== 'article') load.report(item.problem);
      load.failed ||= item.kind === 'failure';
      if (draft === null) continue;
      // An article that two files name comes from each of them.
      if (batch.isFull || batch.drafts.has(draft.key)) await flush(file);
      batch.add(draft);
    }
    batch.ended.push(load);
    const next = files[at + 1];
    if (next === undefined || !batch.mayTakeFile || !isAlike(file, next)) await flush(file);
  }
};

const reportProblems = (
  { problems, problemCount, file }: FileLoad,
  onProblem: LoadFilesOptions['onProblem'],
): void => {
  for (const problem of problems) onProblem(problem);
  const more = problemCount - problems.length;
  if (more > 0) onProblem({ file: file.name, line: null, reason: { kind: 'more', count: more } });
};
