/** The feeds of everyone, kept by whoever runs the bot. */
import type { Feed, FeedEvent } from '../domain/feed.ts';
import type { FeedChange } from '../store/feed-row.ts';
import { nameFor } from './feed-name.ts';
import { type FeedShelf, removedMeanwhile } from './feed-shelf.ts';
import type { FeedSources } from './feed-tools.ts';

type Tools = Pick<FeedSources, 'store' | 'servers' | 'now'>;

export const createEveryonesFeeds = ({ store, servers, now }: Tools): FeedShelf => {
  const change = ({ id }: Feed, fields: FeedChange, event: FeedEvent): Promise<void> =>
    store.update(id, fields, { atMs: now(), event });

  /** A feed that only servers had has been there before: what it brought for them becomes everyone's. */
  const put: FeedShelf['put'] = async ({ url, name }, title) => {
    const called = nameFor(url, name, title);
    const added = { atMs: now(), event: { kind: 'added', url } as const };
    const made = await store.add(url, called, now());
    if (made !== null) {
      await store.addStep(made.id, added);
      return { feed: made, isNew: true };
    }
    const there = await store.findByUrl(url);
    if (there === null) throw removedMeanwhile();
    if (there.everyones !== 'no') return { feed: there, isNew: false };
    const fields: FeedChange = {
      everyones: 'due',
      name: called,
      status: 'active',
      addedAtMs: now(),
      nextPollMs: now(),
    };
    await store.update(there.id, fields, added);
    return { feed: { ...there, ...fields }, isNew: true };
  };

  return {
    isOfServer: false,
    feeds: () => store.list(),
    makeRoom: async () => undefined,
    put,
    async remove({ id }) {
      if (await servers.isOfServers(id)) await store.update(id, { everyones: 'no' });
      else await store.remove(id);
    },
    pause: (feed) => change(feed, { status: 'paused' }, { kind: 'paused' }),
    resume: (feed) =>
      change(feed, { status: 'active', failures: 0, problem: null, nextPollMs: now() }, { kind: 'resumed' }),
    makeDue: ({ id }) => store.update(id, { nextPollMs: now() }),
    setFullText: (feed, fullText) => change(feed, { fullText }, { kind: 'pages', fullText }),
    history: ({ id }, limit) => store.steps(id, limit),
  };
};
