/** In: the entries of feeds that were made articles. Out: which are known already, by what, and how an article came. */
import type { Selectable } from 'kysely';
import type { Published } from '../domain/article.ts';
import type { EntryOrigin } from '../domain/feed.ts';
import { inBatches } from '../domain/in-batches.ts';
import { columnMap } from './column-map.ts';
import { readProblemFacts } from './read-facts.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

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

/** How an article came from a feed. */
interface EntryTrace extends KnownEntry {
  readonly feedId: number;
  readonly firstSeenMs: number;
}

/** What entries can be looked up by. */
export type LookedUp = 'key' | 'fingerprint' | 'guid' | 'page' | 'title' | 'textKey' | 'published';

/** Entries looked at for each batch of values: a feed may link all it ever brought to one page. */
const MAX_FOUND = 2_000;

/** What was read last decides them. */
const DECIDED = {
  articleKey: 'article_key',
  fingerprint: 'fingerprint',
  contentKey: 'content_key',
  guid: 'guid',
  page: 'page',
  fragment: 'fragment',
  title: 'title',
  textKey: 'text_key',
  published: 'published',
} as const;
const COLUMNS = { key: 'key', ...DECIDED } as const satisfies Record<LookedUp, string>;
const ENTRY = columnMap(COLUMNS);

const toEntry = (row: Selectable<StateTables['feed_entries']>): KnownEntry => ({
  ...ENTRY.fromRow(row),
  note: readProblemFacts<EntryOrigin>(row.note),
});

/** Over `state.db`. */
export const createFeedEntryStore = (db: StateDatabase) => ({
  /** Entries seen in the feed that have one of the values, the latest seen first; two thousand for 500 values at most. */
  async entriesWith(feedId: number, trait: LookedUp, values: readonly string[]): Promise<KnownEntry[]> {
    const entries: KnownEntry[] = [];
    const seen = db.selectFrom('feed_entries').selectAll().where('feed_id', '=', feedId);
    const latest = seen.orderBy('seen_ms', 'desc').orderBy('first_seen_ms', 'desc').limit(MAX_FOUND);
    for (const batch of inBatches(values))
      entries.push(...(await latest.where(COLUMNS[trait], 'in', batch).execute()).map(toEntry));
    return entries;
  },
  /** The articles that other feeds of everyone brought from these pages, by page; not if a page has several, or parts. */
  async articlesOfPages(feedId: number, pages: readonly string[]): Promise<ReadonlyMap<string, string>> {
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
  /** Notes entries as made articles; `added` counts towards the feed's articles. */
  async recordEntries(
    feedId: number,
    entries: readonly KnownEntry[],
    added: number,
    nowMs: number,
  ): Promise<void> {
    const row = { feed_id: feedId, first_seen_ms: nowMs, seen_ms: nowMs };
    const decided = [...Object.values(DECIDED), 'note'] as const;
    await db.transaction().execute(async (within) => {
      for (const batch of inBatches(entries))
        await within
          .insertInto('feed_entries')
          .values(batch.map((entry) => ({ ...row, ...ENTRY.toRow(entry), note: JSON.stringify(entry.note) })))
          .onConflict((conflict) =>
            conflict.columns(['feed_id', 'key']).doUpdateSet(({ ref }) => ({
              ...Object.fromEntries(decided.map((column) => [column, ref(`excluded.${column}`)])),
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
  /** Notes that entries are still in the feed, and forgets those that left it before that time. */
  async keepEntries(
    feedId: number,
    keys: readonly string[],
    nowMs: number,
    forgetBeforeMs: number,
  ): Promise<void> {
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
  /** How an article came, from each feed that brought it, the first first. */
  async trace(articleKey: string): Promise<EntryTrace[]> {
    const traced = db.selectFrom('feed_entries').selectAll().where('article_key', '=', articleKey);
    const rows = await traced.orderBy('first_seen_ms').orderBy('feed_id').execute();
    return rows.map((row) => ({
      ...toEntry(row),
      feedId: row.feed_id,
      firstSeenMs: row.first_seen_ms,
    }));
  },
});
