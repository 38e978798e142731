/**
 * In: queries. Out: which of them an article matches, by its words. Each query stands under the rarest terms without one of
 * which nothing matches it, so an article is held against the few that may match. The field calls this percolation.
 */
import type { ArticleWords, Dictionary } from './forward-index.ts';
import type { SearchField, SearchQuery } from './search-query.ts';
import { bodyStart } from './sentence-table.ts';
import { INITIAL, TERM_BITS } from './token.ts';

/** The places of the queries that the article matches, in no order. */
export type Percolator = (words: ArticleWords) => readonly number[];

/** An article, with those of its terms that some query asks for. */
interface Text {
  readonly words: ArticleWords;
  readonly terms: ReadonlySet<number>;
}

type Holds = (text: Text) => boolean;

/** One of the terms is in every article that matches; `frequency` articles hold one of them, at most. */
interface Required {
  readonly terms: readonly number[];
  readonly frequency: number;
}

const BOTH: readonly SearchField[] = ['title', 'body'];
const NEVER: Holds = () => false;
const NOTHING: Required = { terms: [], frequency: 0 };

const holdsRun = ({ words }: Text, run: readonly number[], part: SearchField): boolean => {
  const { tokens } = words;
  const isTitle = part === 'title';
  const start = isTitle ? 0 : bodyStart(words);
  const end = isTitle ? bodyStart(words) : tokens.length;
  for (let from = start; from + run.length <= end; from++) {
    let at = 0;
    // No phrase runs from one title into the next.
    while (at < run.length && (tokens[from + at]! & TERM_BITS) === run[at]) {
      if (isTitle && at > 0 && tokens[from + at]! & INITIAL) break;
      at += 1;
    }
    if (at === run.length) return true;
  }
  return false;
};

type IdOf = (term: string) => number | undefined;

const runHolds = (terms: readonly string[], parts: readonly SearchField[], idOf: IdOf): Holds => {
  const run = terms.map(idOf);
  if (run.length === 0 || !run.every((id) => id !== undefined)) return NEVER;
  if (run.length === 1 && parts === BOTH) return ({ terms: held }) => held.has(run[0]!);
  return (text) => run.every((id) => text.terms.has(id)) && parts.some((part) => holdsRun(text, run, part));
};

const holdsOf = (query: SearchQuery, parts: readonly SearchField[], idOf: IdOf): Holds => {
  switch (query.kind) {
    case 'term':
      return runHolds([query.term], parts, idOf);
    case 'phrase':
      return runHolds(query.terms, parts, idOf);
    case 'all':
    case 'any': {
      const each = query.of.map((part) => holdsOf(part, parts, idOf));
      if (each.length === 1) return each[0]!;
      return query.kind === 'all'
        ? (text) => each.every((holds) => holds(text))
        : (text) => each.some((holds) => holds(text));
    }
    case 'not': {
      const holds = holdsOf(query.query, parts, idOf);
      return (text) => !holds(text);
    }
    case 'field': {
      const within = parts.filter((part) => part === query.field);
      return holdsOf(query.query, within, idOf);
    }
  }
};

const rarest = (some: readonly (Required | null)[]): Required | null => {
  const known = some.filter((one) => one !== null);
  return known.toSorted((a, b) => a.frequency - b.frequency)[0] ?? null;
};

/** Null if an article may match without any term. */
const requiredOf = (query: SearchQuery, idOf: IdOf, frequency: (id: number) => number): Required | null => {
  const one = (term: string): Required => {
    const id = idOf(term);
    return id === undefined ? NOTHING : { terms: [id], frequency: frequency(id) };
  };
  switch (query.kind) {
    case 'term':
      return one(query.term);
    case 'phrase':
      return rarest(query.terms.map(one)) ?? NOTHING;
    case 'all':
      return rarest(query.of.map((part) => requiredOf(part, idOf, frequency)));
    case 'any': {
      const each = query.of.map((part) => requiredOf(part, idOf, frequency));
      if (!each.every((part) => part !== null)) return null;
      return {
        terms: each.flatMap(({ terms }) => terms),
        frequency: each.reduce((sum, part) => sum + part.frequency, 0),
      };
    }
    case 'not':
      return null;
    case 'field':
      return requiredOf(query.query, idOf, frequency);
  }
};

const termsIn = (query: SearchQuery): readonly string[] => {
  switch (query.kind) {
    case 'term':
      return [query.term];
    case 'phrase':
      return query.terms;
    case 'all':
    case 'any':
      return query.of.flatMap(termsIn);
    default:
      return termsIn(query.query);
  }
};

/** For articles whose words were read after the dictionary. */
export const createPercolator = async (
  queries: readonly SearchQuery[],
  dictionary: Dictionary,
): Promise<Percolator> => {
  // Queries are matched against all articles: who hears an article is decided elsewhere.
  const ids = await dictionary.whole.ids([...new Set(queries.flatMap(termsIn))]);
  const idOf: IdOf = (term) => ids.get(term);
  const asked = new Set(ids.values());
  const holds = queries.map((query) => holdsOf(query, BOTH, idOf));
  const everywhere: number[] = [];
  const byTerm = new Map<number, number[]>();
  for (const [place, query] of queries.entries()) {
    const required = requiredOf(query, idOf, (id) => dictionary.whole.frequency(id));
    if (required === null) everywhere.push(place);
    for (const term of new Set(required?.terms)) {
      byTerm.getOrInsertComputed(term, () => []).push(place);
    }
  }
  return (words) => {
    const terms = new Set<number>();
    const places = new Set(everywhere);
    for (const token of words.tokens) {
      const term = token & TERM_BITS;
      if (!asked.has(term) || terms.has(term)) continue;
      terms.add(term);
      for (const place of byTerm.get(term) ?? []) places.add(place);
    }
    const text = { words, terms };
    return [...places].filter((place) => holds[place]!(text));
  };
};
