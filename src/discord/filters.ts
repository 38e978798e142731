/** In: what options say besides the question. Out: the question with them, in the one query language. */

export interface Filters {
  readonly source: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

const filter = (name: string, value: string | null): string =>
  value === null || value.trim() === '' ? '' : ` ${name}:"${value.replaceAll('"', '').trim()}"`;

export const withFilters = (text: string, { source, after, before }: Filters): string =>
  `${text}${filter('source', source)}${filter('after', after)}${filter('before', before)}`;
