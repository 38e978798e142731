/** In: feeds, what their polls brought, and what happened to them. Out: what is due, known, and worth showing. */
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Published } from '../domain/article.ts';
import type { EntryOrigin, FeedEvent, FeedStep } from '../domain/feed.ts';
import { inBatches } from '../domain/in-batches.ts';
import { type FeedChange, type FeedRow, type PolledFeed, toColumns, toFeed } from './feed-row.ts';
import { createParagraphStore, type ParagraphStore } from './paragraph-store.ts';
import { readProblemFacts } from './read-facts.ts';
import type { StateDatabase, StateTables } from './state-database.ts';

/** What an entry of a feed is recognised by. A feed may change any of it. */
export interface EntryTraits {
  /** The id the feed gives it; null if it gives none, or one that names several entries. */
  readonly guid: string | null;
  /** The canonical address of its page, or null. */
  readonly page: string | null;
  /** What of its page its address means, or null. */
  readonly fragment: string | null;
  /** Normalised; empty if it has none, null if it was seen before titles were kept. */
  readonly title: string | null;
  /** Hash of its text; null if it has none. */
  readonly textKey: string | null;
  readonly published: Published;
}

/** What is known of an entry from earlier polls. */
export interface KnownEntry extends EntryTraits {
  /** Unique in its feed, and kept whatever else changes. */
  readonly key: string;
  /** The article's key: the entry's, unless another feed brought the same page before. */
  readonly articleKey: string;
  /** Hash of all it says; another one means that the entry changed. */
  readonly fingerprint: string;
  /** Hash of what a reader sees of it; null if it was seen before this was kept. */
  readonly contentKey: string | null;
  /** How the article's text was come by. */
  readonly note: EntryOrigin;
}

/** An entry of a feed of which an article was made. */
export type SeenEntry = KnownEntry;

/** How an article came from a feed. */
interface EntryTrace extends SeenEntry {
  readonly feedId: number;
  readonly firstSeenMs: number;
}

/** What entries can be looked up by. */
export type LookedUp = 'key' | 'fingerprint' | 'guid' | 'page' | 'title' | 'textKey' | 'published';

export interface FeedStore extends ParagraphStore {
  /** Those of everyone, in the order of adding. */
  list(): Promise<PolledFeed[]>;
  get(id: number): Promise<PolledFeed | null>;
  /** The feed that is polled there, or has moved away from there. */
  findByUrl(url: string): Promise<PolledFeed | null>;
  /** Active feeds that somebody hears whose next poll has come, the longest due first. */
  due(nowMs: number): Promise<PolledFeed[]>;
  /** When the next active feed is due, or null if none is active. */
  nextDueMs(): Promise<number | null>;
  /** Adds a feed that is due now, by default everyone's. Null if `findByUrl` finds one already. */
  add(url: string, name: string, nowMs: number, whose?: 'everyones' | 'servers'): Promise<PolledFeed | null>;
  /** Changes a feed and, if there is one, notes the step that led to it. A former address is remembered. */
  update(id: number, change: FeedChange, step?: FeedStep): Promise<void>;
  /** Removes a feed and all that is known of it; its articles stay. False if there is none. */
  remove(id: number): Promise<boolean>;
  /** Entries seen in the feed that have one of the values, the latest seen first; two thousand for 500 values at most. */
  entriesWith(feedId: number, trait: LookedUp, values: readonly string[]): Promise<KnownEntry[]>;
  /** The articles that other feeds of everyone brought from these pages, by page; not if a page has several, or parts. */
  articlesOfPages(feedId: number, pages: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes entries as made articles; `added` counts towards the feed's articles. */
  recordEntries(feedId: number, entries: readonly SeenEntry[], added: number, nowMs: number): Promise<void>;
  /** Notes that entries are still in the feed, and forgets those that left it before that time. */
  keepEntries(feedId: number, keys: readonly string[], nowMs: number, forgetBeforeMs: number): Promise<void>;
  /** How an article came, from each feed that brought it, the first first. */
  trace(articleKey: string): Promise<EntryTrace[]>;
  /** Notes a step; the latest of each feed are kept. */
  addStep(feedId: number, step: FeedStep): Promise<void>;
  /** Newest first. */
  steps(feedId: number, limit: number): Promise<FeedStep[]>;
}

/** Steps kept of each feed. */
export const MAX_STEPS = 100;
/** Entries looked at for each batch of values: a feed may link all it ever brought to one page. */
const MAX_FOUND = 2_000;

const COLUMN_OF = {
  key: 'key',
  fingerprint: 'fingerprint',
  guid: 'guid',
  page: 'page',
  title: 'title',
  textKey: 'text_key',
  published: 'published',
} as const satisfies Record<LookedUp, keyof StateTables['feed_entries']>;

/** The columns that what was read last decides. */
const DECIDED = [
  ...(['article_key', 'fingerprint', 'content_key', 'note'] as const),
  ...(['guid', 'page', 'fragment', 'title', 'text_key', 'published'] as const),
];

const toEntry = (row: Selectable<StateTables['feed_entries']>): KnownEntry => ({
  key: row.key,
  articleKey: row.article_key,
  fingerprint: row.fingerprint,
  contentKey: row.content_key,
  note: readProblemFacts<EntryOrigin>(row.note),
  guid: row.guid,
  page: row.page,
  fragment: row.fragment,
  title: row.title,
  textKey: row.text_key,
  published: row.published,
});

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
export const createFeedStore = (db: StateDatabase): FeedStore => ({
  ...createParagraphStore(db),
  async list() {
    const rows = await db.selectFrom('feeds').selectAll().where('everyones', '!=', 0).orderBy('id').execute();
    return rows.map(toFeed);
  },
  async get(id) {
    const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toFeed(row) : null;
  },
  async findByUrl(url) {
    const row = await findByUrl(db, url);
    return row ? toFeed(row) : null;
  },
  async due(nowMs) {
    const active = db.selectFrom('feeds').selectAll().where('status', '=', 'active').where(isHeard);
    const rows = await active
      .where('next_poll_ms', '<=', nowMs)
      .orderBy('next_poll_ms')
      .orderBy('id')
      .execute();
    return rows.map(toFeed);
  },
  async nextDueMs() {
    const active = db.selectFrom('feeds').where('status', '=', 'active').where(isHeard);
    const row = await active.select(({ fn }) => fn.min('next_poll_ms').as('next')).executeTakeFirst();
    return row?.next ?? null;
  },
  async add(url, name, nowMs, whose = 'everyones') {
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
  async update(id, change, step) {
    await db.transaction().execute(async (within) => {
      if (change.url !== undefined) await leaveAddress(within, id, change.url);
      await within.updateTable('feeds').set(toColumns(change)).where('id', '=', id).execute();
      if (step) await addStep(within, id, step);
    });
  },
  async remove(id) {
    const { numDeletedRows } = await db.deleteFrom('feeds').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  },
  async entriesWith(feedId, trait, values) {
    const entries: KnownEntry[] = [];
    const seen = db.selectFrom('feed_entries').selectAll().where('feed_id', '=', feedId);
    const latest = seen.orderBy('seen_ms', 'desc').orderBy('first_seen_ms', 'desc').limit(MAX_FOUND);
    for (const batch of inBatches(values))
      entries.push(...(await latest.where(COLUMN_OF[trait], 'in', batch).execute()).map(toEntry));
    return entries;
  },
  async articlesOfPages(feedId, pages) {
    const keys = new Map<string, Set<string>>();
    const others = db
      .selectFrom('feed_entries')
      .select(['page', 'article_key'])
      .where('feed_id', '!=', feedId)
      .where('feed_id', 'in', db.selectFrom('feeds').select('id').where('everyones', '!=', 0))
      .where('fragment', 'is', null);
    for (const batch of inBatches(pages))
      for (const { page, article_key } of await others.where('page', 'in', batch).execute())
        keys.getOrInsertComputed(page!, () => new Set()).add(article_key);
    const single = [...keys].filter(([, articleKeys]) => articleKeys.size === 1);
    return new Map(single.map(([page, [key]]) => [page, key!]));
  },
  async recordEntries(feedId, entries, added, nowMs) {
    const row = { feed_id: feedId, first_seen_ms: nowMs, seen_ms: nowMs };
    await db.transaction().execute(async (within) => {
      for (const batch of inBatches(entries))
        await within
          .insertInto('feed_entries')
          .values(
            batch.map(({ articleKey, textKey, contentKey, note, ...entry }) => ({
              ...{ ...row, ...entry },
              article_key: articleKey,
              text_key: textKey,
              content_key: contentKey,
              note: JSON.stringify(note),
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['feed_id', 'key']).doUpdateSet(({ ref }) => ({
              ...Object.fromEntries(DECIDED.map((column) => [column, ref(`excluded.${column}`)])),
              seen_ms: nowMs,
            })),
          )
          .execute();
      await within
        .updateTable('feeds')
        .set(({ eb }) => ({ articles: eb('articles', '+', added) }))
        .where('id', '=', feedId)
        .execute();
      await within
        .updateTable('feed_server')
        .set(({ eb }) => ({ articles: eb('articles', '+', added) }))
        .where('feed_id', '=', feedId)
        .where('caught_up', '=', 1)
        .where('paused', '=', 0)
        .execute();
    });
  },
  async keepEntries(feedId, keys, nowMs, forgetBeforeMs) {
    await db.transaction().execute(async (within) => {
      for (const batch of inBatches(keys))
        await within
          .updateTable('feed_entries')
          .set({ seen_ms: nowMs })
          .where('feed_id', '=', feedId)
          .where('key', 'in', batch)
          .execute();
      await within
        .deleteFrom('feed_entries')
        .where('feed_id', '=', feedId)
        .where('seen_ms', '<', forgetBeforeMs)
        .execute();
    });
  },
  async trace(articleKey) {
    const traced = db.selectFrom('feed_entries').selectAll().where('article_key', '=', articleKey);
    const rows = await traced.orderBy('first_seen_ms').orderBy('feed_id').execute();
    return rows.map((row) => ({
      ...toEntry(row),
      feedId: row.feed_id,
      firstSeenMs: row.first_seen_ms,
    }));
  },
  addStep: (feedId, step) => db.transaction().execute((within) => addStep(within, feedId, step)),
  async steps(feedId, limit) {
    const all = db.selectFrom('feed_steps').select(['at_ms', 'text']).where('feed_id', '=', feedId);
    const rows = await all.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(({ at_ms, text }) => ({ atMs: at_ms, event: readProblemFacts<FeedEvent>(text) }));
  },
});
