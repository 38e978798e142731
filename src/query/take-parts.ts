/** In: the pieces of a query. Out: its filters, phrases, excluded words and groups, checked. */
import { DatelineError } from '../domain/errors.ts';
import {
  type Clause,
  type DayRange,
  type FilterName,
  foldName,
  type Group,
  type QueryPiece,
} from '../domain/query.ts';
import { sentence } from '../language/message.ts';
import { readDay } from './read-times.ts';

/** Each phrase, wanted or not, is looked for in every article that holds its words. */
const PHRASE_LIMIT = 10;

/** What a query holds besides plain words, by kind. */
export interface Parts {
  phrases: string[];
  excluded: string[];
  groups: Group[];
  sources: string[];
  excludedSources: string[];
  authors: string[];
  excludedAuthors: string[];
  after: string | null;
  before: string | null;
}

const dayIn = (name: 'after' | 'before', value: string, asOfMs: number): DayRange => {
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

const takeFilter = (parts: Parts, name: FilterName, value: string, asOfMs: number): void => {
  if (name === 'after') {
    parts.after = dayIn(name, value, asOfMs).from;
    return;
  }
  if (name === 'before') {
    parts.before = dayIn(name, value, asOfMs).to;
    return;
  }
  const isSource = name.endsWith('source');
  if (value === '') throw new DatelineError('invalid', EXPECTED[isSource ? 'source' : 'author']);
  const lists = {
    source: parts.sources,
    '-source': parts.excludedSources,
    author: parts.authors,
    '-author': parts.excludedAuthors,
  };
  lists[name].push(isSource ? value.toLowerCase() : foldName(value));
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
  const parts: Parts = {
    phrases: [],
    excluded: [],
    groups: [],
    sources: [],
    excludedSources: [],
    authors: [],
    excludedAuthors: [],
    after: null,
    before: null,
  };
  for (const piece of pieces) {
    if (piece.kind === 'filter') takeFilter(parts, piece.name, piece.value, asOfMs);
    else if (piece.kind === 'phrase') parts.phrases.push(piece.text);
    else if (piece.kind === 'excluded') parts.excluded.push(piece.text);
    else if (piece.kind === 'group') parts.groups.push({ text: piece.text, clause: piece.clause });
  }
  const taken = { ...parts, phrases: distinct(parts.phrases), excluded: distinct(parts.excluded) };
  checkOrder(taken);
  checkPhrases(taken);
  return taken;
};
