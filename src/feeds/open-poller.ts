/** In: the feeds in the store and the clock. Out: each polled when it is due, politely. */
import type { SafeFetch } from '../intake/fetch/fetch-result.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import type { FeedTools } from './feed-tools.ts';
import { type PollOutcome, pollFeed } from './poll-feed.ts';

export interface Poller {
  /** Polls all that is due now; resolves, when nothing is under way any more, with what came since the call. */
  readonly pollDue: () => Promise<PollOutcome[]>;
  /** Polls by itself from now on. */
  readonly start: () => void;
  /** Looks for due feeds at once; to be called when one was added or resumed. */
  readonly wake: () => void;
  /** Cuts off what is under way, so that it is done again after the next start, and resolves when it has ended. */
  readonly close: () => Promise<void>;
}

export interface PollerOptions {
  /** What is neither the feed's nor its server's fault, such as a full disk. The feed is retried later. */
  readonly onError: (error: unknown, feed: PolledFeed | null) => void;
}

const HOSTS_AT_ONCE = 8;
/** Feeds may be added by another process; the store is looked at this often at least. */
const LOOK_MS = 10_000;
/** No sooner than this after the last look. */
const SETTLE_MS = 1_000;
/** After an error that is not the feed's. */
const RETRY_MS = 5 * 60_000;

/** Due feeds by host. A feed is in it once, until it has been polled. */
const createQueue = () => {
  const byHost = new Map<string, PolledFeed[]>();
  const queued = new Set<number>();
  const busy = new Set<string>();
  const hostOf = ({ url }: PolledFeed): string => URL.parse(url)?.host ?? '';
  return {
    add(feeds: readonly PolledFeed[]): void {
      for (const feed of feeds.filter(({ id }) => !queued.has(id))) {
        queued.add(feed.id);
        const host = hostOf(feed);
        byHost.getOrInsertComputed(host, () => []).push(feed);
      }
    },
    /** The next feed of a host nobody is asking; `done` is to be called with it. Null if there is none. */
    take(): PolledFeed | null {
      const host = [...byHost.keys()].find((one) => !busy.has(one));
      const feed = host === undefined ? undefined : byHost.get(host)!.shift();
      if (host === undefined || feed === undefined) return null;
      busy.add(host);
      if (byHost.get(host)!.length === 0) byHost.delete(host);
      return feed;
    },
    done(feed: PolledFeed): void {
      queued.delete(feed.id);
      busy.delete(hostOf(feed));
    },
    clear(): void {
      for (const { id } of [...byHost.values()].flat()) queued.delete(id);
      byHost.clear();
    },
  };
};

/** Opens a poller that is not yet started. */
export const openPoller = (tools: FeedTools, { onError }: PollerOptions): Poller => {
  const queue = createQueue();
  const active = new Set<Promise<void>>();
  const waiting: PollOutcome[][] = [];
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isStarted = false;

  /** What is cut off by closing is nobody's failure: it is thrown away, and done again after the next start. */
  const fetch: SafeFetch = async (url, options) => {
    const result = await tools.fetch(url, { ...options, signal: closing.signal });
    closing.signal.throwIfAborted();
    return result;
  };

  const wasRemoved = async ({ id }: PolledFeed): Promise<boolean> =>
    (await tools.store.get(id).catch(() => undefined)) === null;

  const poll = async (feed: PolledFeed): Promise<void> => {
    try {
      const present = await tools.store.get(feed.id);
      if (present?.status !== 'active') return;
      const outcome = await pollFeed(present, { ...tools, fetch });
      for (const outcomes of waiting) outcomes.push(outcome);
    } catch (error) {
      if (closing.signal.aborted || (await wasRemoved(feed))) return;
      onError(error, feed);
      await tools.store.update(feed.id, { nextPollMs: tools.now() + RETRY_MS }).catch(() => {});
    }
  };

  const startQueued = (): void => {
    while (active.size < HOSTS_AT_ONCE && !closing.signal.aborted) {
      const feed = queue.take();
      if (feed === null) return;
      const work = poll(feed).then(() => {
        queue.done(feed);
        active.delete(work);
        startQueued();
      });
      active.add(work);
    }
  };

  const startDue = async (): Promise<void> => {
    queue.add(await tools.store.due(tools.now()));
    startQueued();
  };

  const schedule = (waitMs: number): void => {
    clearTimeout(timer);
    if (isStarted && !closing.signal.aborted) timer = setTimeout(() => void turn(), waitMs);
  };
  const turn = async (): Promise<void> => {
    try {
      await startDue();
      const next = (await tools.store.nextDueMs()) ?? Number.POSITIVE_INFINITY;
      schedule(Math.min(LOOK_MS, Math.max(SETTLE_MS, next - tools.now())));
    } catch (error) {
      onError(error, null);
      schedule(LOOK_MS);
    }
  };

  return {
    pollDue: async () => {
      const outcomes: PollOutcome[] = [];
      waiting.push(outcomes);
      await startDue();
      while (active.size > 0) await Promise.race(active);
      waiting.splice(waiting.indexOf(outcomes), 1);
      return outcomes;
    },
    start: () => {
      isStarted = true;
      schedule(0);
    },
    wake: () => schedule(0),
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      queue.clear();
      while (active.size > 0) await Promise.race(active);
    },
  };
};
