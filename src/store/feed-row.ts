/** In: a row of `feeds`, or what is to change in one. Out: the feed, or the columns. */
import type { Selectable, Updateable } from 'kysely';
import type { Feed, FeedStatus } from '../domain/feed.ts';
import type { FeedTables } from './migrations/002-feeds.ts';

/** What a poll needs beyond what people are shown. */
export interface PolledFeed extends Feed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly ttlMinutes: number | null;
  /** Hours of the day in UTC. */
  readonly skipHours: readonly number[];
}

/** The fields a poll or an operator can change. */
export type FeedChange = Partial<Omit<PolledFeed, 'id' | 'addedAtMs'>>;

export type FeedRow = Selectable<FeedTables['feeds']>;

export const fromRow = (row: FeedRow): PolledFeed => ({
  id: row.id,
  url: row.url,
  name: row.name,
  status: row.status as FeedStatus,
  fullText: row.full_text === null ? null : row.full_text === 1,
  addedAtMs: row.added_ms,
  nextPollMs: row.next_poll_ms,
  lastPollMs: row.last_poll_ms,
  lastSuccessMs: row.last_success_ms,
  failures: row.failures,
  problem: row.problem,
  articles: row.articles,
  etag: row.etag,
  lastModified: row.last_modified,
  ttlMinutes: row.ttl_minutes,
  skipHours: JSON.parse(row.skip_hours),
});

const COLUMNS = {
  url: 'url',
  name: 'name',
  status: 'status',
  nextPollMs: 'next_poll_ms',
  lastPollMs: 'last_poll_ms',
  lastSuccessMs: 'last_success_ms',
  failures: 'failures',
  problem: 'problem',
  articles: 'articles',
  etag: 'etag',
  lastModified: 'last_modified',
  ttlMinutes: 'ttl_minutes',
} as const satisfies Partial<Record<keyof PolledFeed, keyof FeedRow>>;

export const toColumns = ({
  fullText,
  skipHours,
  ...plain
}: FeedChange): Updateable<FeedTables['feeds']> => ({
  ...Object.fromEntries(
    Object.entries(plain).map(([field, value]) => [COLUMNS[field as keyof typeof COLUMNS], value]),
  ),
  ...(fullText === undefined ? {} : { full_text: fullText === null ? null : Number(fullText) }),
  ...(skipHours === undefined ? {} : { skip_hours: JSON.stringify(skipHours) }),
});
