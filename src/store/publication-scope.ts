/** In: a scope. Out: the same as conditions in SQL on publications: which may be shown, and which is. */
import { type RawBuilder, sql } from 'kysely';
import { foldName, passesAuthor, passesSource } from '../domain/query.ts';
import type { Day, SearchScope } from '../search/search-query.ts';
import { valueList } from './value-list.ts';

export type Condition = RawBuilder<boolean>;

export const TRUE: Condition = sql`TRUE`;

export const and = (...conditions: readonly Condition[]): Condition => {
  const effective = conditions.filter((condition) => condition !== TRUE);
  return effective.length === 0 ? TRUE : sql`(${sql.join(effective, sql` AND `)})`;
};

/** A scope in SQL. */
export interface CompiledScope {
  readonly isWhole: boolean;
  /** The latest day, null for none, where nothing else is asked for; else undefined. */
  readonly latest: Day | null | undefined;
  /** Whether a publication, by its alias, passes. */
  passes(alias: 'own' | 'publication' | 'other'): Condition;
}

/** What a scope is read with: all sources, lower-cased, the newest known day, and the authors. */
export interface KnownPublications {
  readonly sources: readonly { readonly id: number; readonly name: string }[];
  readonly newestDay: Day | null;
  /** As they stand in the articles; empty where the scope asks for none. */
  readonly authors: readonly string[];
}

export const asksForAuthors = ({ authors, excludedAuthors }: SearchScope): boolean =>
  authors.length + excludedAuthors.length > 0;

/** An article without an author passes where none is asked for. */
const authorPasses = (seq: RawBuilder<number>, scope: SearchScope, authors: readonly string[]): Condition => {
  const passing = authors.filter((author) => passesAuthor(foldName(author), scope));
  const named = scope.authors.length > 0 ? passing : authors.filter((author) => !passing.includes(author));
  const isNamed = sql<boolean>`${seq} IN (SELECT article.seq FROM article WHERE author IN ${valueList(named)})`;
  return scope.authors.length > 0 ? isNamed : sql`NOT ${isNamed}`;
};

export const compileScope = (
  scope: SearchScope,
  { sources, newestDay, authors }: KnownPublications,
): CompiledScope => {
  const { latestDay, within } = scope;
  const latest = latestDay !== null && newestDay !== null && latestDay < newestDay ? latestDay : null;
  const hasSources = scope.sources.length + scope.excludedSources.length > 0;
  const named = hasSources
    ? valueList(sources.filter(({ name }) => passesSource(name, scope)).map(({ id }) => id))
    : null;
  const isOfDays = named === null && !asksForAuthors(scope);
  return {
    isWhole: latest === null && within === null && isOfDays,
    latest: within === null && isOfDays ? latest : undefined,
    passes(alias) {
      const column = (name: string) => sql.ref(`${alias}.${name}`);
      const day = column('day');
      return and(
        latest === null ? TRUE : sql`(${day} <= ${latest} OR ${day} IS NULL)`,
        within === null ? TRUE : sql`${day} IS NOT NULL`,
        within?.from == null ? TRUE : sql`${day} >= ${within.from}`,
        within?.to == null ? TRUE : sql`${day} <= ${within.to}`,
        named === null ? TRUE : sql`${column('source')} IN ${named}`,
        asksForAuthors(scope) ? authorPasses(sql`${column('seq')}`, scope, authors) : TRUE,
      );
    },
  };
};

/** The publication to show of the article `own`: its own where that passes, else the first that does, else null. */
export const shownOf = ({ isWhole, passes }: CompiledScope): RawBuilder<number | null> =>
  isWhole
    ? sql`own.seq`
    : sql`CASE WHEN ${passes('own')} THEN own.seq
        ELSE (SELECT min(other.seq) FROM publication AS other WHERE other.of = own.of AND ${passes('other')}) END`;

/** Whether any publication of the article `own` passes. */
export const anyPasses = ({ isWhole, passes }: CompiledScope): Condition =>
  isWhole
    ? TRUE
    : sql`(${passes('own')} OR EXISTS (
        SELECT 1 FROM publication AS other WHERE other.of = own.of AND other.seq <> own.seq AND ${passes('other')}))`;

/** The day of the publication that is shown of the article `own`. */
export const shownDay = ({ isWhole, passes }: CompiledScope): RawBuilder<Day | null> =>
  isWhole
    ? sql`own.day`
    : sql`(SELECT publication.day FROM publication WHERE publication.of = own.of AND ${passes('publication')}
        ORDER BY publication.seq LIMIT 1)`;
