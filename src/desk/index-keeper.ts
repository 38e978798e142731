/**
 * Keeps the index in step with the store: loads the snapshot, takes in what changed since, and saves a new snapshot
 * now and then. The store is the truth; the index may be lost at any time.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import { ArticleIndex } from '../search/article-index.ts';
import { loadSnapshot } from '../search/load-snapshot.ts';
import { saveSnapshot } from '../search/save-snapshot.ts';
import { TitleIndex } from '../search/title-index.ts';
import type { ArticleChange, ArticleReader } from '../store/article-store.ts';

/** Questions are answered between slices of this length. */
const SLICE_MS = 15;
const BATCH = 50;
const TITLE_BATCH = 500;
/** A snapshot is written when nothing has changed for this long. */
const SAVE_AFTER_MS = 30_000;

export interface IndexKeeper {
  readonly index: ArticleIndex;
  readonly titles: TitleIndex;
  /** Resolves when everything that is in the store at the time of the call is in the index. */
  catchUp(): Promise<void>;
  /** Writes a snapshot where the last one is out of date. */
  save(): Promise<void>;
  /** Ends catching up at the next article; what is missing is taken in at the next start. */
  stop(): void;
  close(): Promise<void>;
}

interface Start {
  readonly index: ArticleIndex;
  readonly revision: number;
}

const EMPTY_START = (): Start => ({ index: new ArticleIndex(), revision: 0 });

/** The snapshot, if it is of this store; else an empty index. */
const startFrom = async (path: string | null, articles: ArticleReader, log: Logger): Promise<Start> => {
  if (path === null) return EMPTY_START();
  const snapshot = await loadSnapshot(path);
  if (snapshot.outcome === 'damaged') {
    log.warn(
      { path, reason: snapshot.reason },
      'the saved index is damaged; building it again from the store',
    );
  }
  if (snapshot.outcome !== 'loaded') return EMPTY_START();
  const { revision } = await articles.counts();
  if (snapshot.revision <= revision) return snapshot;
  log.warn({ path }, 'the saved index is of another store; building it again');
  return EMPTY_START();
};

/**
 * `snapshotPath` is null where nothing is to be kept. `articles` must outlive the keeper. The index starts from the
 * snapshot, without what changed since: call `catchUp`.
 */
export const openIndexKeeper = async (
  snapshotPath: string | null,
  articles: ArticleReader,
  log: Logger,
): Promise<IndexKeeper> => {
  const start = await startFrom(snapshotPath, articles, log);
  const { index } = start;
  const titles = new TitleIndex();
  let revision = start.revision;
  let savedRevision = index.size === 0 ? -1 : start.revision;
  let running: Promise<void> = Promise.resolve();
  let saveTimer: NodeJS.Timeout | null = null;
  let isClosed = false;

  /** One thing at a time; what failed before does not stop what comes after. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    running = running.catch(() => undefined).then(task);
    return running;
  };

  const apply = ({ seq, article }: ArticleChange): void => {
    titles.remove(seq);
    if (article === null) index.remove(seq);
    else if (article.duplicateOf !== null) index.addCopy(article, article.duplicateOf);
    else {
      index.add(article);
      titles.add(seq, article.title);
    }
  };

  const takeIn = async (): Promise<void> => {
    let sliceEnd = performance.now() + SLICE_MS;
    for (;;) {
      const changes = await articles.changesSince(revision, BATCH);
      if (changes.length === 0 || isClosed) return;
      for (const change of changes) {
        if (isClosed) return;
        try {
          apply(change);
        } catch (err) {
          log.error({ err, seq: change.seq }, 'an article could not be indexed');
        }
        revision = change.revision;
        if (performance.now() < sliceEnd) continue;
        await nextTurn();
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
  };

  const save = async (): Promise<void> => {
    if (snapshotPath === null || savedRevision === revision) return;
    savedRevision = revision;
    await saveSnapshot(snapshotPath, index, { revision });
  };

  const scheduleSave = (): void => {
    if (snapshotPath === null || isClosed || savedRevision === revision) return;
    if (saveTimer !== null) clearTimeout(saveTimer);
    saveTimer = setTimeout(() => {
      inTurn(save).catch((err) => log.warn({ err }, 'the index could not be saved'));
    }, SAVE_AFTER_MS);
    saveTimer.unref();
  };

  const loadTitles = async (): Promise<void> => {
    for (let last = 0; index.size > 0; ) {
      const batch = await articles.titlesAfter(last, TITLE_BATCH);
      for (const { seq, title } of batch) if (index.has(seq)) titles.add(seq, title);
      if (batch.length < TITLE_BATCH) return;
      last = batch.at(-1)!.seq;
      await nextTurn();
    }
  };
  inTurn(loadTitles).catch((err) => log.error({ err }, 'titles could not be read'));

  return {
    index,
    titles,
    catchUp: () => inTurn(() => takeIn().then(scheduleSave)),
    save: () => inTurn(save),
    stop() {
      isClosed = true;
    },
    async close() {
      isClosed = true;
      if (saveTimer !== null) clearTimeout(saveTimer);
      await running.catch(() => undefined);
      await save().catch((err) => log.warn({ err }, 'the index could not be saved'));
    },
  };
};
