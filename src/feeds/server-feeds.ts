/**
 * The feeds that a server has of its own. Several servers with one feed share its polls and its articles, and none is shown
 * anything that reveals the others: no earlier reading, no step before it added the feed, no name that others gave.
 */
import { DatelineError } from '../domain/errors.ts';
import type { Feed, FeedEvent, FeedStep } from '../domain/feed.ts';
import { sentence } from '../language/message.ts';
import type { ServerFeed } from '../store/feed-server-store.ts';
import { MAX_STEPS } from '../store/feed-store.ts';
import { nameFor } from './feed-name.ts';
import { type FeedShelf, removedMeanwhile } from './feed-shelf.ts';
import type { FeedSources } from './feed-tools.ts';

type Tools = Pick<FeedSources, 'store' | 'servers' | 'now'>;

/** What happens to a feed itself; all else is done to it by those who have it. */
const HAPPENS: ReadonlySet<FeedEvent['kind']> = new Set([
  'moved',
  'zones',
  'read',
  'failed',
  'retired',
  'recovered',
]);

export const createServerFeeds = (
  { store, servers, now }: Tools,
  server: string,
  limit: number,
): FeedShelf => {
  const find = async ({ id }: Feed): Promise<ServerFeed> => {
    const found = (await servers.ofServer(server)).find(({ shown }) => shown.id === id);
    if (found === undefined) throw removedMeanwhile();
    return found;
  };
  const innerOf = async (feed: Feed): Promise<number> => (await find(feed)).feed.id;

  const makeRoom = async (): Promise<void> => {
    if ((await servers.ofServer(server)).length < limit) return;
    throw new DatelineError(
      'limit',
      sentence`This server can have ${limit} feeds of its own. Remove one first; \`/feeds list\` shows them.`,
    );
  };

  const put: FeedShelf['put'] = async ({ url, name }, title) => {
    const there = await store.findByUrl(url);
    if (there !== null && there.everyones !== 'no')
      throw new DatelineError(
        'invalid',
        sentence`Every server hears this feed already, so it need not be added here.`,
      );
    const own = there && (await servers.ofServer(server)).find(({ feed }) => feed.id === there.id);
    if (own) return { feed: own.shown, isNew: false };
    await makeRoom();
    // Its articles name it as it names itself: what one server calls it is nothing to others.
    const feed = there ?? (await store.add(url, nameFor(url, title), now(), 'servers'));
    if (feed === null) throw removedMeanwhile();
    await servers.join(feed, server, name === null ? null : nameFor(url, name), now());
    await store.update(feed.id, { status: 'active', nextPollMs: now(), failures: 0, problem: null });
    const mine = (await servers.ofServer(server)).find((one) => one.feed.id === feed.id);
    return { feed: mine?.shown ?? feed, isNew: true };
  };

  return {
    isOfServer: true,
    feeds: async () => (await servers.ofServer(server)).map(({ shown }) => shown),
    makeRoom,
    put,
    remove: async (feed) => servers.leave(await innerOf(feed), server),
    pause: async (feed) => servers.setPaused(await innerOf(feed), server, true),
    async resume(shown) {
      const { feed } = await find(shown);
      await servers.setPaused(feed.id, server, false);
      const again = feed.status === 'gone' ? { failures: 0, problem: null } : {};
      await store.update(feed.id, { status: 'active', nextPollMs: now(), ...again });
    },
    makeDue: async (feed) => store.update(await innerOf(feed), { nextPollMs: now() }),
    setFullText: async () => {
      throw new DatelineError(
        'forbidden',
        sentence`Whether pages are fetched for a server’s feeds is decided by whoever runs the bot.`,
      );
    },
    async history(shown, most) {
      const { feed } = await find(shown);
      const since = (await store.steps(feed.id, MAX_STEPS)).filter(
        ({ atMs, event }) => atMs > shown.addedAtMs && HAPPENS.has(event.kind),
      );
      const added: FeedStep = { atMs: shown.addedAtMs, event: { kind: 'added', url: feed.url } };
      return [...since, added].slice(0, most);
    },
  };
};
