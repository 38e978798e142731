/** In: the pieces of a query. Out: its filters, phrases, excluded words and groups, checked. */
import { DatelineError } from '../domain/errors.ts';
import { type Clause, type FilterName, foldName, type Query, type QueryPiece } from '../domain/query.ts';
import { sentence } from '../language/message.ts';
import { readDay } from './read-times.ts';

/** Each phrase, wanted or not, is looked for in every article that holds its words. */
const PHRASE_LIMIT = 10;

/** What a query holds besides plain words, and the days of its filters. */
export type Parts = Pick<
  Query,
  'phrases' | 'excluded' | 'groups' | 'sources' | 'excludedSources' | 'authors' | 'excludedAuthors'
> & {
  readonly after: string | null;
  readonly before: string | null;
};

const dayIn = (name: 'after' | 'before', value: string, asOfMs: number): { from: string; to: string } => {
  const day = readDay(value, asOfMs);
  if (day !== null) return day;
  throw new DatelineError(
    'invalid',
    value === ''
      ? sentence`${name}: expects a day such as ${name}:2024-03-12 or ${name}:"last week"; got nothing.`
      : sentence`${name}: expects a day such as ${name}:2024-03-12 or ${name}:"last week"; got “${value}”.`,
  );
};

const EXPECTED = {
  source: sentence`source: expects the name of a source, such as source:example.org; got nothing.`,
  author: sentence`author: expects a name, such as author:moor or author:"Lena Moor"; got nothing.`,
} as const;

/** A day, or a name as it is looked for. */
const readFilter = (name: FilterName, value: string, asOfMs: number): string => {
  if (name === 'after') return dayIn(name, value, asOfMs).from;
  if (name === 'before') return dayIn(name, value, asOfMs).to;
  const isSource = name.endsWith('source');
  if (value === '') throw new DatelineError('invalid', EXPECTED[isSource ? 'source' : 'author']);
  return isSource ? value.toLowerCase() : foldName(value);
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

const checkOrder = ({ after, before }: Parts): void => {
  if (after === null || before === null || after <= before) return;
  throw new DatelineError(
    'invalid',
    sentence`Expected after: to be no later than before:; got after ${after} and before ${before}.`,
  );
};

const countPhrases = (clause: Clause): number => {
  if (!('of' in clause)) return Number(clause.kind === 'phrase');
  return [clause.of].flat().reduce((count, part) => count + countPhrases(part), 0);
};

const checkPhrases = ({ phrases, excluded, groups }: Parts): void => {
  const count =
    phrases.length +
    excluded.filter((text) => /[^\p{L}\p{N}]/u.test(text)).length +
    groups.reduce((sum, { clause }) => sum + countPhrases(clause), 0);
  if (count <= PHRASE_LIMIT) return;
  throw new DatelineError(
    'invalid',
    sentence`Expected at most ${PHRASE_LIMIT} phrases, to be found or left out; got ${count}. Please leave some out.`,
  );
};

/** Errors: `invalid` if a filter cannot be read, no day can pass, or there are too many phrases. */
export const takeParts = (pieces: readonly QueryPiece[], asOfMs: number): Parts => {
  const textsOf = (kind: 'phrase' | 'excluded'): string[] =>
    distinct(pieces.flatMap((piece) => (piece.kind === kind ? piece.text : [])));
  const filters = pieces.flatMap((piece) =>
    piece.kind === 'filter' ? { name: piece.name, value: readFilter(piece.name, piece.value, asOfMs) } : [],
  );
  const valuesOf = (name: FilterName): string[] =>
    filters.flatMap((filter) => (filter.name === name ? filter.value : []));
  const parts: Parts = {
    phrases: textsOf('phrase'),
    excluded: textsOf('excluded'),
    groups: pieces.flatMap((piece) =>
      piece.kind === 'group' ? { text: piece.text, clause: piece.clause } : [],
    ),
    sources: valuesOf('source'),
    excludedSources: valuesOf('-source'),
    authors: valuesOf('author'),
    excludedAuthors: valuesOf('-author'),
    after: valuesOf('after').at(-1) ?? null,
    before: valuesOf('before').at(-1) ?? null,
  };
  checkOrder(parts);
  checkPhrases(parts);
  return parts;
};
