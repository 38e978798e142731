/** In: what operators ask of the list of feeds. Out: the list, changed as asked. Commands and the terminal share it. */

import { DatelineError } from '../domain/errors.ts';
import type { Feed, FeedStep, ParsedFeed } from '../domain/feed.ts';
import { describeProblem } from '../domain/reading-problem.ts';
import { type ListedFeed, writeOpml } from '../intake/feed-formats/opml.ts';
import { sentence, tell } from '../language/message.ts';
import { checkFeed, type FeedCheck } from './check-feed.ts';
import type { FeedShelf } from './feed-shelf.ts';
import type { FeedSources } from './feed-tools.ts';
import { findFeed, readAddress, withoutTypedLogin } from './find-feed.ts';

/** Nobody's server is asked more often than this at the press of a button. */
const READ_AGAIN_MS = 60_000;

interface AddedFeed {
  readonly feed: Feed;
  /** False if it was in the list before. */
  readonly isNew: boolean;
  readonly parsed: ParsedFeed;
}

export interface ImportedFeeds {
  readonly added: readonly Feed[];
  /** How many of the list were there before. */
  readonly known: number;
  /** Addresses that cannot be fetched, without a user name or password, and why. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

export interface FeedList {
  /** Whether these are a server's own feeds, rather than everyone's. */
  readonly isOfServer: boolean;
  list(): Promise<Feed[]>;
  /** By its number, address or name (case aside). Throws `not_found`, or `invalid` if several have the name. */
  find(which: string): Promise<Feed>;
  /** Finds the feed behind an address (see `findFeed`, which says what is thrown) and adds it, due at once. */
  add(address: string, name?: string | null): Promise<AddedFeed>;
  remove(which: string): Promise<Feed>;
  pause(which: string): Promise<Feed>;
  /** Resumes a paused or retired feed, due at once. */
  resume(which: string): Promise<Feed>;
  /** Has an active feed read at once. Throws `invalid` if it is paused or retired, `limit` if it was just read. */
  readNow(which: string): Promise<Feed>;
  /** Null follows the deployment's setting again. */
  setFullText(which: string, fullText: boolean | null): Promise<Feed>;
  /** What polling an address would bring, step by step. */
  check(address: string): Promise<FeedCheck>;
  /** Adds those that are not there yet, due at once; nothing is fetched before. */
  addListed(listed: readonly ListedFeed[]): Promise<ImportedFeeds>;
  /**
   * Adds the feeds of a list (OPML) that are not there yet, due at once. Throws `invalid` if it is no such list, `limit`
   * if it has more than 5,000.
   */
  importList(bytes: Uint8Array, contentType?: string | null): Promise<ImportedFeeds>;
  /** Does `importList` with the list at an address. Throws `unavailable` as well. */
  importListFrom(address: string): Promise<ImportedFeeds>;
  /** All feeds as a list (OPML). Throws `not_found` if there are none: readers refuse an empty list. */
  exportList(): Promise<string>;
  /** What happened to a feed, newest first. */
  history(which: string, limit?: number): Promise<FeedStep[]>;
}

/** More than anyone reads; ten megabytes could list fifty times as many. */
const MAX_IMPORTED = 5_000;

const findIn = async (shelf: FeedShelf, which: string): Promise<Feed> => {
  const feeds = await shelf.feeds();
  const wanted = which.trim().toLowerCase();
  const exact = feeds.find(
    ({ id, url }) => String(id) === wanted.replace(/^#/, '') || url.toLowerCase() === wanted,
  );
  const named = feeds.filter(({ name }) => name.toLowerCase() === wanted);
  const found = exact ?? named[0];
  if (exact === undefined && named.length > 1)
    throw new DatelineError(
      'invalid',
      sentence`${named.length} feeds are called ${JSON.stringify(which)}. Give the number: ${named.map(({ id }) => id).join(', ')}.`,
    );
  if (found === undefined)
    throw new DatelineError(
      'not_found',
      sentence`There is no feed ${JSON.stringify(withoutTypedLogin(which).slice(0, 100))}. Give the number, address or name of one in the list.`,
    );
  return found;
};

/** The list of feeds on a shelf. `onChange` is called when a feed has become due (see `Poller.wake`). */
export const createFeedList = (
  tools: FeedSources,
  shelf: FeedShelf,
  onChange: () => void = () => {},
): FeedList => {
  const { now } = tools;
  const change = async (which: string, work: (feed: Feed) => Promise<void>): Promise<Feed> => {
    const feed = await findIn(shelf, which);
    await work(feed);
    onChange();
    return findIn(shelf, String(feed.id));
  };
  const addListed: FeedList['addListed'] = async (listed) => {
    const added: Feed[] = [];
    const refused: { url: string; reason: string }[] = [];
    let known = 0;
    for (const feed of listed) {
      try {
        const { feed: one, isNew } = await shelf.put({ ...feed, url: readAddress(feed.url) }, null);
        if (isNew) added.push(one);
        else known++;
      } catch (error) {
        if (!(error instanceof DatelineError)) throw error;
        refused.push({ url: withoutTypedLogin(feed.url), reason: tell(error.said ?? error.message) });
      }
    }
    onChange();
    return { added, known, refused };
  };
  const importList: FeedList['importList'] = async (bytes, contentType = null) => {
    const listed = await tools.parse('list', { bytes, contentType, address: '', nowMs: now() });
    if (listed.length > MAX_IMPORTED)
      throw new DatelineError(
        'limit',
        sentence`Expected a list of at most ${MAX_IMPORTED} feeds, got ${listed.length}. Import it in parts.`,
      );
    return addListed(listed);
  };

  return {
    isOfServer: shelf.isOfServer,
    list: async () => [...(await shelf.feeds())],
    find: (which) => findIn(shelf, which),
    async add(address, name = null) {
      await shelf.makeRoom();
      const { url, parsed } = await findFeed(address, tools);
      const { feed, isNew } = await shelf.put({ url, name }, parsed.title);
      onChange();
      return { feed, isNew, parsed };
    },
    async remove(which) {
      const feed = await findIn(shelf, which);
      await shelf.remove(feed);
      return feed;
    },
    async pause(which) {
      const feed = await findIn(shelf, which);
      return feed.status === 'paused' ? feed : change(which, shelf.pause);
    },
    resume: (which) => change(which, shelf.resume),
    async readNow(which) {
      const feed = await findIn(shelf, which);
      if (feed.status !== 'active')
        throw new DatelineError(
          'invalid',
          sentence`${feed.name} is not polled. Resume it, and it is read at once.`,
        );
      if (feed.lastPollMs !== null && now() - feed.lastPollMs < READ_AGAIN_MS)
        throw new DatelineError(
          'limit',
          sentence`${feed.name} was read less than a minute ago. Try again in a minute.`,
        );
      return change(which, shelf.makeDue);
    },
    setFullText: (which, fullText) => change(which, (feed) => shelf.setFullText(feed, fullText)),
    check: (address) => checkFeed(address, tools),
    addListed,
    importList,
    async importListFrom(address) {
      const url = readAddress(address);
      const result = await tools.fetch(url);
      if (result.kind !== 'fresh')
        throw new DatelineError(
          'unavailable',
          sentence`${url} could not be read: ${describeProblem(result.kind === 'unchanged' ? { kind: 'no-answer' } : result.problem)}.`,
        );
      return importList(result.bytes, result.contentType).catch((error) => {
        if (!(error instanceof DatelineError) || error.code !== 'invalid') throw error;
        throw new DatelineError(
          'invalid',
          sentence`${url} could not be imported: ${error.said ?? error.message}.`,
        );
      });
    },
    async exportList() {
      const feeds = await shelf.feeds();
      if (feeds.length === 0)
        throw new DatelineError('not_found', sentence`There are no feeds to export yet. Add one first.`);
      return writeOpml('Feeds of Dateline', feeds);
    },
    async history(which, limit = 20) {
      return [...(await shelf.history(await findIn(shelf, which), limit))];
    },
  };
};
