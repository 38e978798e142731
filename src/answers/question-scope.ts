/** In: a query and its clock. Out: the scope of what may be shown, and what an article must hold or not. */

import type { AnswerOptions } from '../domain/answer.ts';
import { EVERYONE } from '../domain/audience.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import { unknownSource } from '../domain/unknown-source.ts';
import { sentence } from '../language/message.ts';
import { queryScope } from '../search/query-requirements.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { dayOfMs, type SearchScope, WHOLE_SCOPE } from '../search/search-query.ts';

/** Refuses a source that no article comes from: an empty answer would not say why. */
const checkSources = async ({ sources, excludedSources }: Query, engine: SearchEngine): Promise<void> => {
  if (sources.length + excludedSources.length === 0) return;
  const names = await engine.sourceNames(EVERYONE);
  const unknown = [...sources, ...excludedSources].find((part) => !names.some((name) => name.includes(part)));
  if (unknown === undefined || names.length === 0) return;
  throw unknownSource(unknown);
};

/** An author by whom there is no article is an error, as a source is that has none. */
const checkAuthors = async ({ authors, excludedAuthors }: Query, engine: SearchEngine): Promise<void> => {
  for (const part of [...authors, ...excludedAuthors]) {
    if ((await engine.count({ ...WHOLE_SCOPE, authors: [part] })).articles > 0) continue;
    if ((await engine.count(WHOLE_SCOPE)).articles === 0) return;
    throw new DatelineError('not_found', sentence`No article names an author called “${part}”.`);
  }
};

/** @throws DatelineError `not_found` if no source or author is called what was asked for. */
export const questionScope = async (
  query: Query,
  engine: SearchEngine,
  { asOfMs, graceDays = 0 }: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
): Promise<SearchScope> => {
  await checkSources(query, engine);
  await checkAuthors(query, engine);
  return queryScope(query, dayOfMs(asOfMs) + graceDays);
};
