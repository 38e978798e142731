/** In: a row of `feeds`, or what is to change in one. Out: the feed, or the columns. */
import type { Selectable, Updateable } from 'kysely';
import type { Feed, FeedStatus } from '../domain/feed.ts';
import { columnMap } from './column-map.ts';
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

const FEED = columnMap({
  url: 'url',
  name: 'name',
  addedAtMs: 'added_ms',
  nextPollMs: 'next_poll_ms',
  lastPollMs: 'last_poll_ms',
  lastSuccessMs: 'last_success_ms',
  failures: 'failures',
  articles: 'articles',
  etag: 'etag',
  lastModified: 'last_modified',
  ttlMinutes: 'ttl_minutes',
});

export const toFeed = (row: FeedRow): PolledFeed => ({
  ...FEED.fromRow(row),
  id: row.id,
  status: row.status as FeedStatus,
  fullText: row.full_text === null ? null : row.full_text === 1,
  problem: row.problem === null ? null : readFacts(row.problem),
  skipHours: JSON.parse(row.skip_hours),
  everyones: EVERYONES[row.everyones] ?? 'yes',
});

/** What is not to change is undefined, which kysely leaves out. */
export const toColumns = (change: FeedChange): Updateable<StateTables['feeds']> => {
  const { status, fullText, problem, skipHours, everyones } = change;
  return {
    ...FEED.toRow(change as PolledFeed),
    status,
    full_text: fullText == null ? fullText : Number(fullText),
    problem: problem && JSON.stringify(problem),
    everyones: everyones && EVERYONES.indexOf(everyones),
    skip_hours: skipHours && JSON.stringify(skipHours),
  };
};
