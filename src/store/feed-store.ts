/** In: feeds and what happened to them. Out: which are due, and what is worth showing. */
import type { ExpressionBuilder } from 'kysely';
import type { FeedEvent, FeedStep } from '../domain/feed.ts';
import { createFeedEntryStore } from './feed-entry-store.ts';
import { type FeedChange, type FeedRow, type PolledFeed, toColumns, toFeed } from './feed-row.ts';
import { createParagraphStore } from './paragraph-store.ts';
import { readProblemFacts } from './read-facts.ts';
import { countDeleted } from './row-counts.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** Steps kept of each feed. */
export const MAX_STEPS = 100;
const addStep = async (within: StateDatabase, feedId: number, { atMs, event }: FeedStep): Promise<void> => {
  const text = JSON.stringify(event);
  await within.insertInto('feed_steps').values({ feed_id: feedId, at_ms: atMs, text }).execute();
  const kept = within.selectFrom('feed_steps').select('id').where('feed_id', '=', feedId);
  await within
    .deleteFrom('feed_steps')
    .where('feed_id', '=', feedId)
    .where('id', 'not in', kept.orderBy('id', 'desc').limit(MAX_STEPS))
    .execute();
};

/** Remembers where a feed was before it moves to `url`. */
const leaveAddress = async (within: StateDatabase, feedId: number, url: string): Promise<void> => {
  const old = await within.selectFrom('feeds').select('url').where('id', '=', feedId).executeTakeFirst();
  await within.deleteFrom('former_addresses').where('url', '=', url).execute();
  if (old === undefined || old.url === url) return;
  await within
    .insertInto('former_addresses')
    .values({ url: old.url, feed_id: feedId })
    .onConflict((conflict) => conflict.column('url').doUpdateSet({ feed_id: feedId }))
    .execute();
};

const findByUrl = async (db: StateDatabase, url: string): Promise<FeedRow | undefined> => {
  const present = await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst();
  if (present !== undefined) return present;
  const former = db.selectFrom('former_addresses').select('feed_id').where('url', '=', url);
  return db.selectFrom('feeds').selectAll().where('id', 'in', former).executeTakeFirst();
};

/** Whether a feed is everyone's, or some server has it and has not paused it. */
const isHeard = (eb: ExpressionBuilder<StateTables, 'feeds'>) =>
  eb.or([
    eb('everyones', '!=', 0),
    eb.exists(
      eb
        .selectFrom('feed_server')
        .select('feed_server.id')
        .whereRef('feed_server.feed_id', '=', 'feeds.id')
        .where('paused', '=', 0),
    ),
  ]);

/** Over `state.db`. */
export const createFeedStore = (db: StateDatabase) => ({
  ...createFeedEntryStore(db),
  ...createParagraphStore(db),
  /** Those of everyone, in the order of adding. */
  async list(): Promise<PolledFeed[]> {
    const rows = await db.selectFrom('feeds').selectAll().where('everyones', '!=', 0).orderBy('id').execute();
    return rows.map(toFeed);
  },
  async get(id: number): Promise<PolledFeed | null> {
    const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toFeed(row) : null;
  },
  /** The feed that is polled there, or has moved away from there. */
  async findByUrl(url: string): Promise<PolledFeed | null> {
    const row = await findByUrl(db, url);
    return row ? toFeed(row) : null;
  },
  /** Active feeds that somebody hears whose next poll has come, the longest due first. */
  async due(nowMs: number): Promise<PolledFeed[]> {
    const active = db.selectFrom('feeds').selectAll().where('status', '=', 'active').where(isHeard);
    const rows = await active
      .where('next_poll_ms', '<=', nowMs)
      .orderBy('next_poll_ms')
      .orderBy('id')
      .execute();
    return rows.map(toFeed);
  },
  /** When the next active feed is due, or null if none is active. */
  async nextDueMs(): Promise<number | null> {
    const active = db.selectFrom('feeds').where('status', '=', 'active').where(isHeard);
    const row = await active.select(({ fn }) => fn.min('next_poll_ms').as('next')).executeTakeFirst();
    return row?.next ?? null;
  },
  /** Adds a feed that is due now, by default everyone's. Null if `findByUrl` finds one already. */
  async add(
    url: string,
    name: string,
    nowMs: number,
    whose: 'everyones' | 'servers' = 'everyones',
  ): Promise<PolledFeed | null> {
    if ((await findByUrl(db, url)) !== undefined) return null;
    const row = await db
      .insertInto('feeds')
      .values({
        url,
        name,
        status: 'active',
        added_ms: nowMs,
        next_poll_ms: nowMs,
        failures: 0,
        articles: 0,
        skip_hours: '[]',
        everyones: Number(whose === 'everyones'),
      })
      .onConflict((conflict) => conflict.column('url').doNothing())
      .returningAll()
      .executeTakeFirst();
    return row ? toFeed(row) : null;
  },
  /** Changes a feed and, if there is one, notes the step that led to it. A former address is remembered. */
  async update(id: number, change: FeedChange, step?: FeedStep): Promise<void> {
    await db.transaction().execute(async (within) => {
      if (change.url !== undefined) await leaveAddress(within, id, change.url);
      await within.updateTable('feeds').set(toColumns(change)).where('id', '=', id).execute();
      if (step) await addStep(within, id, step);
    });
  },
  /** Removes a feed and all that is known of it; its articles stay. False if there is none. */
  async remove(id: number): Promise<boolean> {
    return (await countDeleted(db.deleteFrom('feeds').where('id', '=', id))) > 0;
  },
  /** Notes a step; the latest of each feed are kept. */
  addStep: (feedId: number, step: FeedStep): Promise<void> =>
    db.transaction().execute((within) => addStep(within, feedId, step)),
  /** Newest first. */
  async steps(feedId: number, limit: number): Promise<FeedStep[]> {
    const all = db.selectFrom('feed_steps').select(['at_ms', 'text']).where('feed_id', '=', feedId);
    const rows = await all.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(({ at_ms, text }) => ({ atMs: at_ms, event: readProblemFacts<FeedEvent>(text) }));
  },
});

export type FeedStore = ReturnType<typeof createFeedStore>;
