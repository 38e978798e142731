/** In: a query and its clock. Out: the filter that candidates must pass, in the index's own numbers. */
import type { AnswerOptions } from '../domain/answer.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import { type ArticleIndex, DAY_MS, dayNumber } from '../search/article-index.ts';
import type { DocumentFilter } from '../search/document-filter.ts';
import { phraseIds } from '../search/term-ids.ts';

const dayOrNull = (day: string | null): number | null => (day === null ? null : dayNumber(day));

/** The day of a clock, as days since 1970-01-01. */
export const clockDay = (asOfMs: number): number => Math.floor(asOfMs / DAY_MS);

/** Refuses a source that no article comes from: an empty answer would not say why. */
const checkSources = ({ sources, excludedSources }: Query, { columns, size }: ArticleIndex): void => {
  const unknown = [...sources, ...excludedSources].find(
    (part) => !columns.sourceNames.some((name) => name.includes(part)),
  );
  if (unknown === undefined || size === 0) return;
  throw new DatelineError(
    'not_found',
    `No article comes from a source called “${unknown}”. /sources lists all sources.`,
  );
};

/** @throws DatelineError `not_found` where no source is called what was asked for. */
export const createFilter = (
  query: Query,
  index: ArticleIndex,
  { asOfMs, graceDays = 0 }: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
): DocumentFilter => {
  checkSources(query, index);
  return {
    latestDay: clockDay(asOfMs) + graceDays,
    within: query.within && { from: dayOrNull(query.within.from), to: dayOrNull(query.within.to) },
    sources: query.sources,
    excludedSources: query.excludedSources,
    excluded: query.excluded.map((words) => phraseIds(words, index)),
    phrases: query.phrases.map((phrase) => phraseIds(phrase, index)),
  };
};
