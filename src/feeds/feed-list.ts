/** In: what operators ask of the list of feeds. Out: the list, changed as asked. Commands and the terminal share it. */

import { DatelineError } from '../domain/errors.ts';
import type { ArticleStep, Feed, FeedEvent, FeedStep, ParsedFeed } from '../domain/feed.ts';
import { type ListedFeed, writeOpml } from '../intake/feed-formats/opml.ts';
import { sentence, tell } from '../language/message.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import { type FeedStore, MAX_STEPS } from '../store/feed-store.ts';
import { cleanLine } from '../text/clean-text.ts';
import { checkFeed, type FeedCheck } from './check-feed.ts';
import type { FeedSources } from './feed-tools.ts';
import { findFeed, readAddress, withoutTypedLogin } from './find-feed.ts';

/** Nobody's server is asked more often than this at the press of a button. */
const READ_AGAIN_MS = 60_000;

export interface AddedFeed {
  readonly feed: Feed;
  /** False where it was in the list before. */
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
  list(): Promise<Feed[]>;
  /** By its number, address or name (case aside). Throws `not_found`, or `invalid` where several have the name. */
  find(which: string): Promise<Feed>;
  /** Finds the feed behind an address (see `findFeed`, which says what is thrown) and adds it, due at once. */
  add(address: string, name?: string | null): Promise<AddedFeed>;
  remove(which: string): Promise<Feed>;
  pause(which: string): Promise<Feed>;
  /** Resumes a paused or retired feed, due at once. */
  resume(which: string): Promise<Feed>;
  /** Has an active feed read at once. Throws `invalid` where it is paused or retired, `limit` where it was just read. */
  readNow(which: string): Promise<Feed>;
  /** Null follows the deployment's setting again. */
  setFullText(which: string, fullText: boolean | null): Promise<Feed>;
  /** What polling an address would bring, step by step. */
  check(address: string): Promise<FeedCheck>;
  /** Adds those that are not there yet, due at once; nothing is fetched before. */
  addListed(listed: readonly ListedFeed[]): Promise<ImportedFeeds>;
  /**
   * Adds the feeds of an OPML document that are not there yet, due at once. Throws `invalid` where it is not OPML,
   * `limit` where it lists more than 5,000.
   */
  importOpml(bytes: Uint8Array, contentType?: string | null): Promise<ImportedFeeds>;
  /** The same for the OPML document at an address. Throws `unavailable` as well. */
  importFrom(address: string): Promise<ImportedFeeds>;
  /** All feeds as an OPML document. Throws `not_found` where there are none: readers refuse an empty list. */
  exportOpml(): Promise<string>;
  /** What happened to a feed, newest first. */
  history(which: string, limit?: number): Promise<FeedStep[]>;
  /**
   * How the article of that key came, from each feed that brought it, and what happened to those feeds since but for
   * being read: the oldest first.
   */
  why(key: string): Promise<ArticleStep[]>;
}

const MAX_NAME_CHARS = 100;
/** More than anyone reads; ten megabytes could list fifty times as many. */
const MAX_IMPORTED = 5_000;

const nameFor = (url: string, ...names: readonly (string | null | undefined)[]): string => {
  const name = names.map((one) => cleanLine(one ?? '')).find((one) => one !== '');
  return (name ?? URL.parse(url)?.host ?? url).slice(0, MAX_NAME_CHARS).toWellFormed();
};

const findIn = async (store: FeedStore, which: string): Promise<PolledFeed> => {
  const feeds = await store.list();
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

/** The list of feeds over the store. `onChange` is called when a feed has become due (see `Poller.wake`). */
export const createFeedList = (tools: FeedSources, onChange: () => void = () => {}): FeedList => {
  const { store, now } = tools;
  const change = async (
    which: string,
    fields: Parameters<FeedStore['update']>[1],
    event: FeedEvent,
  ): Promise<Feed> => {
    const feed = await findIn(store, which);
    await store.update(feed.id, fields, { atMs: now(), event });
    onChange();
    return { ...feed, ...fields };
  };
  const insert = async ({ url, name }: ListedFeed): Promise<Feed | null> => {
    const feed = await store.add(url, nameFor(url, name), now());
    if (feed !== null) await store.addStep(feed.id, { atMs: now(), event: { kind: 'added', url } });
    return feed;
  };
  const addListed: FeedList['addListed'] = async (listed) => {
    const added: Feed[] = [];
    const refused: { url: string; reason: string }[] = [];
    let known = 0;
    for (const feed of listed) {
      try {
        const one = await insert({ ...feed, url: readAddress(feed.url) });
        if (one === null) known++;
        else added.push(one);
      } catch (error) {
        if (!(error instanceof DatelineError)) throw error;
        refused.push({ url: withoutTypedLogin(feed.url), reason: tell(error.said ?? error.message) });
      }
    }
    onChange();
    return { added, known, refused };
  };
  const importOpml: FeedList['importOpml'] = async (bytes, contentType = null) => {
    const listed = await tools.parse('opml', { bytes, contentType, address: '', nowMs: now() });
    if (listed.length > MAX_IMPORTED)
      throw new DatelineError(
        'limit',
        sentence`Expected a list of at most ${MAX_IMPORTED} feeds, got ${listed.length}. Import it in parts.`,
      );
    return addListed(listed);
  };

  return {
    list: () => store.list(),
    find: (which) => findIn(store, which),
    async add(address, name = null) {
      const { url, parsed } = await findFeed(address, tools);
      const added = await insert({ url, name: nameFor(url, name, parsed.title) });
      onChange();
      const feed = added ?? (await store.findByUrl(url));
      if (feed === null)
        throw new DatelineError(
          'unavailable',
          sentence`The feed was removed while it was added. Add it again.`,
        );
      return { feed, isNew: added !== null, parsed };
    },
    async remove(which) {
      const feed = await findIn(store, which);
      await store.remove(feed.id);
      return feed;
    },
    async pause(which) {
      const feed = await findIn(store, which);
      return feed.status === 'paused' ? feed : change(which, { status: 'paused' }, { kind: 'paused' });
    },
    resume: (which) =>
      change(which, { status: 'active', failures: 0, problem: null, nextPollMs: now() }, { kind: 'resumed' }),
    async readNow(which) {
      const feed = await findIn(store, which);
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
      await store.update(feed.id, { nextPollMs: now() });
      onChange();
      return { ...feed, nextPollMs: now() };
    },
    setFullText: (which, fullText) => change(which, { fullText }, { kind: 'pages', fullText }),
    check: (address) => checkFeed(address, tools),
    addListed,
    importOpml,
    async importFrom(address) {
      const url = readAddress(address);
      const result = await tools.fetch(url);
      if (result.kind !== 'fresh')
        throw new DatelineError(
          'unavailable',
          sentence`${url} could not be read: ${result.kind === 'unchanged' ? sentence`it came without text` : result.message}.`,
        );
      return importOpml(result.bytes, result.contentType).catch((error) => {
        if (!(error instanceof DatelineError) || error.code !== 'invalid') throw error;
        throw new DatelineError(
          'invalid',
          sentence`${url} could not be imported: ${error.said ?? error.message}.`,
        );
      });
    },
    async exportOpml() {
      const feeds = await store.list();
      if (feeds.length === 0)
        throw new DatelineError('not_found', sentence`There are no feeds to export yet. Add one first.`);
      return writeOpml('Feeds of Dateline', feeds);
    },
    async history(which, limit = 20) {
      return store.steps((await findIn(store, which)).id, limit);
    },
    async why(key) {
      const traces = await store.trace(key);
      const steps = traces.map(async ({ feedId, firstSeenMs, note }) => {
        const feed = { feedId, feedName: (await store.get(feedId))?.name ?? null };
        const since = (await store.steps(feedId, MAX_STEPS)).filter(
          ({ atMs, event }) => atMs > firstSeenMs && event.kind !== 'read',
        );
        return [
          { atMs: firstSeenMs, ...feed, came: note, event: null },
          ...since.toReversed().map(({ atMs, event }) => ({ atMs, ...feed, came: null, event })),
        ];
      });
      return (await Promise.all(steps)).flat().toSorted((a, b) => a.atMs - b.atMs);
    },
  };
};
