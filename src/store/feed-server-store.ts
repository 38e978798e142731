/** In: servers and the feeds they have of their own. Out: which feeds a server has, and which servers hear a feed. */
import type { Feed } from '../domain/feed.ts';
import { type PolledFeed, toFeed } from './feed-row.ts';
import type { StateDatabase } from './state-tables.ts';

/** A feed as a server has it. Nothing in it reveals others that have it. */
export interface ServerFeed {
  /** What the server is shown: its number there, its own name, and what came since it was added. */
  readonly shown: Feed;
  readonly feed: PolledFeed;
}

/** A feed with the servers that have it: for whoever runs the bot, and nobody else. */
export interface SharedFeed {
  readonly feed: PolledFeed;
  readonly servers: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly isPaused: boolean;
  }[];
}

interface FeedHearer {
  readonly server: string;
  /** False until it hears what the feed held when it came. */
  readonly isCaughtUp: boolean;
}

type Row = Parameters<typeof toFeed>[0] & {
  readonly number: number;
  readonly own_name: string | null;
  readonly joined_ms: number;
  readonly paused: number;
  readonly own_articles: number;
};

const since = (ms: number | null, joinedMs: number): number | null =>
  ms !== null && ms > joinedMs ? ms : null;

const toServerFeed = (row: Row): ServerFeed => {
  const feed = toFeed(row);
  const shown: Feed = {
    ...feed,
    id: row.number,
    name: row.own_name ?? feed.name,
    status: row.paused === 1 ? 'paused' : feed.status,
    fullText: null,
    addedAtMs: row.joined_ms,
    lastPollMs: since(feed.lastPollMs, row.joined_ms),
    lastSuccessMs: since(feed.lastSuccessMs, row.joined_ms),
    articles: row.own_articles,
  };
  return { shown, feed };
};

/** Removes feeds that are nobody's. */
const removeLonely = async (db: StateDatabase): Promise<void> => {
  const had = db.selectFrom('feed_server').select('feed_id');
  await db.deleteFrom('feeds').where('everyones', '=', 0).where('id', 'not in', had).execute();
};

/** Over `state.db`. */
export const createFeedServerStore = (db: StateDatabase) => ({
  /** In the order of adding. */
  async ofServer(server: string): Promise<ServerFeed[]> {
    const rows = await db
      .selectFrom('feed_server')
      .innerJoin('feeds', 'feeds.id', 'feed_server.feed_id')
      .selectAll('feeds')
      .select([
        'feed_server.id as number',
        'feed_server.name as own_name',
        'feed_server.added_ms as joined_ms',
        'feed_server.paused',
        'feed_server.articles as own_articles',
      ])
      .where('guild_id', '=', server)
      .orderBy('feed_server.id')
      .execute();
    return rows.map(toServerFeed);
  },
  /** Every feed that servers have, in the order of adding. */
  async all(): Promise<SharedFeed[]> {
    const rows = await db
      .selectFrom('feed_server')
      .innerJoin('feeds', 'feeds.id', 'feed_server.feed_id')
      .selectAll('feeds')
      .select(['guild_id', 'feed_server.name as own_name', 'paused'])
      .orderBy('feeds.id')
      .orderBy('feed_server.id')
      .execute();
    return [...Map.groupBy(rows, ({ id }) => id).values()].map((same) => ({
      feed: toFeed(same[0]!),
      servers: same.map(({ guild_id, own_name, paused }) => ({
        id: guild_id,
        name: own_name,
        isPaused: paused === 1,
      })),
    }));
  },
  /** Those that only servers have. */
  async ofServersAlone(): Promise<PolledFeed[]> {
    const rows = await db.selectFrom('feeds').selectAll().where('everyones', '=', 0).orderBy('id').execute();
    return rows.map(toFeed);
  },
  /** The server has the feed from now on; false if it had it already. */
  async join(
    { id, lastSuccessMs }: Pick<PolledFeed, 'id' | 'lastSuccessMs'>,
    server: string,
    name: string | null,
    nowMs: number,
  ): Promise<boolean> {
    const caughtUp = Number(lastSuccessMs === null);
    const row = { feed_id: id, guild_id: server, name, added_ms: nowMs, caught_up: caughtUp };
    const made = await db
      .insertInto('feed_server')
      .values({ ...row, paused: 0, articles: 0 })
      .onConflict((conflict) => conflict.columns(['guild_id', 'feed_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return made !== undefined;
  },
  /** The feed goes if nobody has it any more. */
  async leave(feedId: number, server: string): Promise<void> {
    await db.transaction().execute(async (within) => {
      await within
        .deleteFrom('feed_server')
        .where('feed_id', '=', feedId)
        .where('guild_id', '=', server)
        .execute();
      await removeLonely(within);
    });
  },
  /** A feed that is not paused any more is caught up with. */
  async setPaused(feedId: number, server: string, isPaused: boolean): Promise<void> {
    await db
      .updateTable('feed_server')
      .set(isPaused ? { paused: 1 } : { paused: 0, caught_up: 0 })
      .where('feed_id', '=', feedId)
      .where('guild_id', '=', server)
      .execute();
  },
  /** The servers that hear what the feed brings; null: everyone does. */
  async hearers(feedId: number): Promise<readonly FeedHearer[] | null> {
    const feed = await db.selectFrom('feeds').select('everyones').where('id', '=', feedId).executeTakeFirst();
    if (feed === undefined || feed.everyones !== 0) return null;
    const rows = await db
      .selectFrom('feed_server')
      .select(['guild_id', 'caught_up'])
      .where('feed_id', '=', feedId)
      .where('paused', '=', 0)
      .orderBy('id')
      .execute();
    return rows.map(({ guild_id, caught_up }) => ({ server: guild_id, isCaughtUp: caught_up === 1 }));
  },
  /** `heard`: how many articles it came to hear by that. */
  async setCaughtUp(feedId: number, server: string, heard: number): Promise<void> {
    await db
      .updateTable('feed_server')
      .set(({ eb }) => ({ caught_up: 1, articles: eb('articles', '+', heard) }))
      .where('feed_id', '=', feedId)
      .where('guild_id', '=', server)
      .execute();
  },
  /** Whether the feed is of any server. */
  async isOfServers(feedId: number): Promise<boolean> {
    const rows = db.selectFrom('feed_server').select('id').where('feed_id', '=', feedId);
    return (await rows.limit(1).executeTakeFirst()) !== undefined;
  },
  /** Of all servers. */
  async forgetGuild(server: string): Promise<void> {
    await db.transaction().execute(async (within) => {
      await within.deleteFrom('feed_server').where('guild_id', '=', server).execute();
      await removeLonely(within);
    });
  },
});

export type FeedServerStore = ReturnType<typeof createFeedServerStore>;
