/** In: an article's key, and who asks. Out: how it came, from each feed that they hear, and what happened to those since. */
import type { ArticleStep, FeedStep } from '../domain/feed.ts';
import { MAX_STEPS } from '../store/feed-store.ts';
import type { FeedSources } from './feed-tools.ts';
import { createServerFeeds } from './server-feeds.ts';

type Tools = Pick<FeedSources, 'store' | 'servers' | 'now'>;

interface HeardFeed {
  readonly name: string;
  /** Since when it is heard. */
  readonly sinceMs: number;
  steps(): Promise<readonly FeedStep[]>;
}

/** By their numbers in the store. */
const heardFeeds = async (server: string | null, tools: Tools): Promise<Map<number, HeardFeed>> => {
  const { store, servers } = tools;
  const heard = new Map<number, HeardFeed>();
  for (const { shown, feed } of server === null ? [] : await servers.ofServer(server))
    heard.set(feed.id, {
      name: shown.name,
      sinceMs: shown.addedAtMs,
      steps: () => createServerFeeds(tools, server!, 0).history(shown, MAX_STEPS),
    });
  for (const { id, name } of await store.list())
    heard.set(id, { name, sinceMs: 0, steps: () => store.steps(id, MAX_STEPS) });
  return heard;
};

/** How the article came from each feed, and what happened to those feeds since, except being read; the oldest first. */
export const explainArrival = async (
  key: string,
  server: string | null,
  tools: Tools,
): Promise<ArticleStep[]> => {
  const heard = await heardFeeds(server, tools);
  const steps = (await tools.store.trace(key)).map(async ({ feedId, firstSeenMs, note }) => {
    const feed = heard.get(feedId);
    if (feed === undefined) return [];
    const from = { feedId, feedName: feed.name };
    const since = (await feed.steps()).filter(
      ({ atMs, event }) => atMs > firstSeenMs && event.kind !== 'read' && event.kind !== 'added',
    );
    return [
      { atMs: Math.max(firstSeenMs, feed.sinceMs), ...from, came: note, event: null },
      ...since.toReversed().map(({ atMs, event }) => ({ atMs, ...from, came: null, event })),
    ];
  });
  return (await Promise.all(steps)).flat().toSorted((a, b) => a.atMs - b.atMs);
};
