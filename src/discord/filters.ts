/** In: what options say besides the question. Out: the question with them, in the one query language. */
import { joinQueries } from '../query/join-queries.ts';
import type { Options } from './command.ts';
import { suggestDays, suggestSources } from './suggestions.ts';

/** The options of every command that looks for articles. */
export const filterOptions = {
  source: { kind: 'string', description: 'Only articles from this source.', suggest: suggestSources },
  after: {
    kind: 'string',
    description: 'Only articles published on or after this day, such as 2024-03-12 or last week.',
    suggest: suggestDays,
  },
  before: {
    kind: 'string',
    description: 'Only articles published on or before this day.',
    suggest: suggestDays,
  },
} as const satisfies Options;

export interface Filters {
  readonly source: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

const filter = (name: keyof Filters, value: string | null): string =>
  value === null || value.trim() === '' ? '' : `${name}:"${value.replaceAll('"', '').trim()}"`;

/** What the filters say holds whatever the text leaves unfinished. */
export const withFilters = (text: string, { source, after, before }: Filters): string =>
  joinQueries(text, filter('source', source), filter('after', after), filter('before', before));
