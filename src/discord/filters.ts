/** Options that several commands have, and the pieces of a query that filters become. */
import type { QueryPiece } from '../domain/query.ts';
import { MAX_TOPIC } from '../domain/subscription.ts';
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

/** Of a command about what several articles say. */
export const topicOptions = {
  topic: {
    kind: 'string',
    description: 'What it is about, in a few words, as in /search.',
    required: true,
    maxLength: MAX_TOPIC,
  },
} as const satisfies Options;

/** Of a command that answers in public unless it is set. */
export const privateOption = {
  private: { kind: 'boolean', description: 'Show it to you alone.' },
} as const satisfies Options;

export interface Filters {
  readonly source: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

/** Those that are set. */
export const readFilters = ({ source, after, before }: Filters): QueryPiece[] =>
  Object.entries({ source, after, before }).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    return trimmed ? [{ kind: 'filter', name: name as keyof Filters, value: trimmed }] : [];
  });
