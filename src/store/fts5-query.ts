/**
 * In: a query tree. Out: the same for FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax). Its own language cannot
 * say "everything" or "everything but": what holds such a part becomes a condition on row numbers.
 */
import { type RawBuilder, sql } from 'kysely';
import { toToken } from '../search/lexicon.ts';
import { any, not, type SearchField, type SearchQuery } from '../search/search-query.ts';

/** In quotes nothing is an operator. */
const quoted = (terms: readonly string[]): string => `"${terms.map(toToken).join(' ')}"`;

const joined = (parts: readonly string[], operator: string): string =>
  parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`;

/** Levels of brackets that FTS5's parser has room for, and some to spare. */
const LEVELS = 30;

/** The query as one FTS5 expression; null if it cannot be said in one, or holds nowhere. */
export const matchExpression = (query: SearchQuery, levels = LEVELS): string | null => {
  if (isNothing(query) || levels === 0) return null;
  switch (query.kind) {
    case 'term':
      return quoted([query.term]);
    case 'phrase':
      return quoted(query.terms);
    case 'field': {
      const inside = matchExpression(query.query, levels - 1);
      return inside === null ? null : `${query.field} : ${inside.startsWith('(') ? inside : `(${inside})`}`;
    }
    case 'not':
      return null;
    case 'any': {
      const parts = query.of
        .filter((part) => !isNothing(part))
        .map((part) => matchExpression(part, levels - 1));
      return parts.includes(null) ? null : joined(parts as string[], 'OR');
    }
    case 'all':
      return allExpression(query.of, levels - 1);
  }
};

/** The parts of a conjunction, those of conjunctions within it among them. */
const conjuncts = (of: readonly SearchQuery[]): SearchQuery[] =>
  of.flatMap((part) => (part.kind === 'all' ? conjuncts(part.of) : [part]));

const allExpression = (of: readonly SearchQuery[], levels: number): string | null => {
  const parts = conjuncts(of);
  const wanted = parts.filter(({ kind }) => kind !== 'not').map((part) => matchExpression(part, levels));
  const unwanted = parts
    .flatMap((part) => (part.kind === 'not' && !isNothing(part.query) ? [part.query] : []))
    .map((part) => matchExpression(part, levels));
  if (wanted.length === 0 || wanted.includes(null) || unwanted.includes(null)) return null;
  const positive = joined(wanted as string[], 'AND');
  return unwanted.length === 0 ? positive : `(${positive} NOT ${joined(unwanted as string[], 'OR')})`;
};

/**
 * What no term in the table holds: the tokenizer would pass it by, or fold it, and find another term. Terms are in lower
 * case; a few hold single spaces.
 */
const NO_TERM = /^$|["'A-Z\u0000-\u001f\u007f]|^ | $| {2}/;

/** Whether it is known without looking that it holds nowhere. */
const isNothing = (query: SearchQuery): boolean => {
  switch (query.kind) {
    case 'term':
      return NO_TERM.test(query.term);
    case 'phrase':
      return query.terms.length === 0 || query.terms.some((term) => NO_TERM.test(term));
    case 'field':
      return isNothing(query.query);
    case 'not':
      return false;
    case 'any':
      return query.of.every(isNothing);
    case 'all':
      return query.of.some(isNothing);
  }
};

/** Rows of the search table that match an expression. */
const rowsMatching = (expression: string): RawBuilder<number> =>
  sql`(SELECT rowid FROM article_fts WHERE article_fts MATCH ${expression})`;

/** Whether the article of that number matches, as a condition in SQL. */
export const matchCondition = (query: SearchQuery, seq: RawBuilder<number>): RawBuilder<boolean> => {
  if (isNothing(query)) return sql`FALSE`;
  const expression = matchExpression(query);
  if (expression !== null) return sql`${seq} IN ${rowsMatching(expression)}`;
  switch (query.kind) {
    case 'not':
      return sql`NOT ${matchCondition(query.query, seq)}`;
    case 'all':
      return conjunction(
        query.of.map((part) => matchCondition(part, seq)),
        sql` AND `,
        sql`TRUE`,
      );
    case 'any':
      return conjunction(
        query.of.map((part) => matchCondition(part, seq)),
        sql` OR `,
        sql`FALSE`,
      );
    case 'field': {
      const { query: inside } = query;
      const isLeaf = inside.kind === 'term' || inside.kind === 'phrase';
      return isLeaf ? sql`FALSE` : matchCondition(inField(inside, query.field), seq);
    }
    default:
      return sql`FALSE`;
  }
};

const conjunction = (
  parts: readonly RawBuilder<boolean>[],
  operator: RawBuilder<unknown>,
  none: RawBuilder<boolean>,
): RawBuilder<boolean> => (parts.length === 0 ? none : sql`(${sql.join(parts, operator)})`);

/** The query with each of its leaves in that field; one that is in the other field holds nowhere. */
const inField = (query: SearchQuery, field: SearchField): SearchQuery => {
  switch (query.kind) {
    case 'all':
    case 'any':
      return { kind: query.kind, of: query.of.map((part) => inField(part, field)) };
    case 'not':
      return not(inField(query.query, field));
    case 'field': {
      const inside = inField(query.query, query.field);
      return query.field === field ? inside : inNoField(inside);
    }
    default:
      return { kind: 'field', field, query };
  }
};

const inNoField = (query: SearchQuery): SearchQuery => {
  if (query.kind === 'all' || query.kind === 'any') return { kind: query.kind, of: query.of.map(inNoField) };
  return query.kind === 'not' ? not(inNoField(query.query)) : any([]);
};
