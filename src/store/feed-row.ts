/** In: a row of `feeds`, or what is to change in one. Out: the feed, or the columns. */
import type { Selectable, Updateable } from 'kysely';
import type { Feed, FeedStatus } from '../domain/feed.ts';
import { readFacts } from './read-facts.ts';
import type { StateTables } from './state-tables.ts';

/** What a poll needs beyond what people are shown. */
export interface PolledFeed extends Feed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly ttlMinutes: number | null;
  /** Hours of the day in UTC. */
  readonly skipHours: readonly number[];
  /** Whether everyone hears it; `due`: what it brought for servers before is still to be shared with all. */
  readonly everyones: 'yes' | 'no' | 'due';
}

const EVERYONES = ['no', 'yes', 'due'] as const;

/** The fields a poll or an operator can change. */
export type FeedChange = Partial<Omit<PolledFeed, 'id'>>;

export type FeedRow = Selectable<StateTables['feeds']>;

export const toFeed = (row: FeedRow): PolledFeed => ({
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
  problem: row.problem === null ? null : readFacts(row.problem),
  articles: row.articles,
  etag: row.etag,
  lastModified: row.last_modified,
  ttlMinutes: row.ttl_minutes,
  skipHours: JSON.parse(row.skip_hours),
  everyones: EVERYONES[row.everyones] ?? 'yes',
});

const COLUMNS = {
  url: 'url',
  name: 'name',
  addedAtMs: 'added_ms',
  status: 'status',
  nextPollMs: 'next_poll_ms',
  lastPollMs: 'last_poll_ms',
  lastSuccessMs: 'last_success_ms',
  failures: 'failures',
  articles: 'articles',
  etag: 'etag',
  lastModified: 'last_modified',
  ttlMinutes: 'ttl_minutes',
} as const satisfies Partial<Record<keyof PolledFeed, keyof FeedRow>>;

export const toColumns = ({
  fullText,
  problem,
  skipHours,
  everyones,
  ...plain
}: FeedChange): Updateable<StateTables['feeds']> => ({
  ...Object.fromEntries(
    Object.entries(plain).map(([field, value]) => [COLUMNS[field as keyof typeof COLUMNS], value]),
  ),
  ...(fullText === undefined ? {} : { full_text: fullText === null ? null : Number(fullText) }),
  ...(problem === undefined ? {} : { problem: problem && JSON.stringify(problem) }),
  ...(everyones === undefined ? {} : { everyones: EVERYONES.indexOf(everyones) }),
  ...(skipHours === undefined ? {} : { skip_hours: JSON.stringify(skipHours) }),
});
