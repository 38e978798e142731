/** In: a corpus and where to keep it. Out: the desk, in this thread: answering at once, loading meanwhile. */
import { join } from 'node:path';
import { answerQuestion, type Newsroom } from '../answers/answer-question.ts';
import { searchArticles } from '../answers/search-articles.ts';
import { toRef } from '../domain/answer.ts';
import type { CorpusProblem } from '../domain/library.ts';
import { corpusRoots } from '../intake/corpus/find-corpus-files.ts';
import { type SyncReport, syncCorpus } from '../library/sync-corpus.ts';
import { type CorpusWatcher, watchCorpus } from '../library/watch-corpus.ts';
import type { Logger } from '../log.ts';
import { openArticleStore } from '../store/sqlite-article-store.ts';
import type { Desk, DeskOptions, DeskProgress } from './desk.ts';
import { openIndexKeeper } from './index-keeper.ts';

/** What cannot be sent to another thread. */
export interface DeskSurroundings {
  /** Epoch milliseconds; when articles were added, never what a question's recency counts from. */
  readonly clock: () => number;
  readonly log: Logger;
  readonly onProgress?: (progress: DeskProgress) => void;
}

const SNAPSHOT_FILE = 'index.bin';

/**
 * Opens the store and the saved index, then reads the corpus in the background (`loaded`), in slices between which
 * questions are answered, and goes on watching it.
 * @throws DatelineError `unavailable` where the database cannot be used.
 */
export const openDesk = async (
  { corpus, dataDir, watch }: DeskOptions,
  { clock, log, onProgress }: DeskSurroundings,
): Promise<Desk> => {
  const store = await openArticleStore(dataDir);
  const keeper = await openIndexKeeper(dataDir === null ? null : join(dataDir, SNAPSHOT_FILE), store, log);
  const newsroom: Newsroom = { index: keeper.index, titles: keeper.titles, articles: store };
  const roots = corpusRoots(corpus);
  const closing = new AbortController();
  let report: SyncReport | null = null;
  let watcher: CorpusWatcher | null = null;
  let isLoading = true;
  let expected = (await store.counts()).articles;

  const tell = (bytesDone: number, bytes: number): void => {
    onProgress?.({
      indexed: keeper.index.size,
      total: Math.max(expected, keeper.index.size),
      bytesDone,
      bytes,
    });
  };

  const indexChanges = (): Promise<void> =>
    keeper.catchUp().catch((err) => log.error({ err }, 'articles could not be indexed'));

  const load = async (): Promise<void> => {
    await keeper.catchUp();
    const known: CorpusProblem[] = [];
    report = await syncCorpus(roots, store, {
      clock,
      signal: closing.signal,
      onProblem: (problem) => {
        known.push(problem);
        log.warn(problem, 'part of the corpus was not read');
      },
      onProgress: async ({ bytesDone, bytes, articles }) => {
        expected = Math.max(expected, articles);
        await indexChanges();
        tell(bytesDone, bytes);
      },
    });
    await keeper.catchUp();
    isLoading = false;
    tell(1, 1);
    await keeper.save().catch((err) => log.warn({ err }, 'the index could not be saved'));
    if (watch !== null && !closing.signal.aborted) watcher = await startWatching(watch, known);
  };

  const startWatching = (
    mode: NonNullable<typeof watch>,
    known: readonly CorpusProblem[],
  ): Promise<CorpusWatcher> =>
    watchCorpus(roots, store, {
      mode,
      clock,
      log,
      known,
      onProgress: indexChanges,
      onSynced: (synced) => {
        report = synced;
        void indexChanges();
      },
    });

  const loading = load().finally(() => {
    isLoading = false;
  });
  // Whoever waits for `loaded` hears of a failure; without a listener it must not end the process.
  loading.catch((err) => {
    if (!closing.signal.aborted) log.error({ err }, 'the corpus could not be loaded');
  });

  return {
    loaded: () => loading,
    async answer(text, options) {
      const startMs = performance.now();
      const answer = await answerQuestion(text, options, newsroom);
      const progress = isLoading
        ? { indexed: keeper.index.size, total: Math.max(expected, keeper.index.size) }
        : null;
      return { ...answer, progress, tookMs: performance.now() - startMs };
    },
    search: (text, options) => searchArticles(text, options, newsroom),
    async suggestTitles(text, limit) {
      return (await store.getMany(keeper.titles.search(text, limit))).map(toRef);
    },
    async add(drafts, arrival) {
      const outcomes = await store.add(drafts, arrival, clock());
      await keeper.catchUp();
      return outcomes;
    },
    async status() {
      const { articles } = await store.counts();
      return {
        articles,
        indexed: keeper.index.size,
        indexing: isLoading,
        lastLoadMs: report?.loadedAtMs ?? null,
        problems: report?.problems ?? [],
        problemCount: report?.problemCount ?? 0,
      };
    },
    async close() {
      closing.abort();
      keeper.stop();
      await loading.catch(() => undefined);
      await watcher?.close();
      await keeper.close();
      await store.close();
    },
  };
};
