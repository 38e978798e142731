/**
 * In: the clock of a question. Out: where recency and words of time count from: the clock itself over articles that go on
 * arriving, the newest article over an archive that ended.
 */
import type { AnswerOptions } from '../domain/answer.ts';
import { archiveEndMs } from '../domain/archive-end.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { dayOfMs, WHOLE_SCOPE } from '../search/search-query.ts';

export interface ArchiveClock {
  /** Epoch milliseconds. */
  readonly asOfMs: number;
  /** The day (`YYYY-MM-DD`) of the newest article if time counts from it; null if it counts from the clock. */
  readonly countedFrom: string | null;
}

/** If no article has a date, time counts from the clock. */
export const archiveClock = async (
  engine: Pick<SearchEngine, 'count'>,
  { asOfMs, graceDays = 0 }: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
): Promise<ArchiveClock> => {
  const today = dayOfMs(asOfMs);
  const { newest } = await engine.count({ ...WHOLE_SCOPE, latestDay: today + graceDays });
  const endMs = newest === null ? null : archiveEndMs(newest * DAY_MS, asOfMs);
  if (endMs === null) return { asOfMs, countedFrom: null };
  return { asOfMs: endMs, countedFrom: isoDay(endMs) };
};
