/** In: a scope. Out: the same as conditions in SQL on publications: which may be shown, and which is. */
import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '../domain/audience.ts';
import { foldName, passesAuthor, passesSource } from '../domain/query.ts';
import { asksForSome, type Day, type SearchScope } from '../search/search-query.ts';
import { valueList } from './sql-of.ts';

export type Condition = RawBuilder<boolean>;

export const TRUE: Condition = sql`TRUE`;

export const and = (...conditions: readonly Condition[]): Condition => {
  const effective = conditions.filter((condition) => condition !== TRUE);
  return effective.length === 0 ? TRUE : sql`(${sql.join(effective, sql` AND `)})`;
};

/** A scope in SQL. */
export interface CompiledScope {
  readonly isWhole: boolean;
  /** Nothing is asked for: all that the audience hears passes. */
  readonly isUnasked: boolean;
  /** Whether a publication, by its alias, is there for those who ask. */
  hears(alias: 'own' | 'publication' | 'other'): Condition;
  /** The latest day, null for none, if nothing else is asked for; else undefined. */
  readonly latest: Day | null | undefined;
  /** Whether a publication, by its alias, passes. */
  passes(alias: 'own' | 'publication' | 'other'): Condition;
}

/** What a scope is read with: all sources, lower-cased, the newest known day, and the authors. */
export interface KnownPublications {
  readonly sources: readonly { readonly id: number; readonly name: string }[];
  readonly newestDay: Day | null;
  /** Whether some articles are some servers' own. */
  readonly hasPrivate: boolean;
  /** As they stand in the articles; empty if the scope asks for none. */
  readonly authors: readonly string[];
}

export const asksForAuthors = ({ authors, excludedAuthors }: SearchScope): boolean =>
  authors.length + excludedAuthors.length > 0;

/** An article without an author passes if none is asked for. */
const authorPasses = (seq: RawBuilder<number>, scope: SearchScope, authors: readonly string[]): Condition => {
  const passing = authors.filter((author) => passesAuthor(foldName(author), scope));
  const named = scope.authors.length > 0 ? passing : authors.filter((author) => !passing.includes(author));
  const isNamed = sql<boolean>`${seq} IN (SELECT article.seq FROM article WHERE author IN ${valueList(named)})`;
  return scope.authors.length > 0 ? isNamed : sql`NOT ${isNamed}`;
};

/** What the audience hears of publications. */
export const compileHearing = (
  { guildId, sources: chosen }: Audience,
  { sources, hasPrivate }: Pick<KnownPublications, 'sources' | 'hasPrivate'>,
): CompiledScope['hears'] => {
  const named = chosen && valueList(sources.filter(({ name }) => chosen.includes(name)).map(({ id }) => id));
  return (alias) => {
    const [isPrivate, seq] = [sql.ref(`${alias}.private`), sql.ref(`${alias}.seq`)];
    const own =
      guildId === null
        ? sql<boolean>`${isPrivate} = 0`
        : sql<boolean>`(${isPrivate} = 0 OR ${seq} IN (SELECT seq FROM article_audience WHERE guild_id = ${guildId}))`;
    return and(
      hasPrivate ? own : TRUE,
      named === null ? TRUE : sql`${sql.ref(`${alias}.source`)} IN ${named}`,
    );
  };
};

export const compileScope = (scope: SearchScope, known: KnownPublications): CompiledScope => {
  const { sources, newestDay, authors } = known;
  const { latestDay, within } = scope;
  const latest = latestDay !== null && newestDay !== null && latestDay < newestDay ? latestDay : null;
  const hasSources = scope.sources.length + scope.excludedSources.length > 0;
  const named = hasSources
    ? valueList(sources.filter(({ name }) => passesSource(name, scope)).map(({ id }) => id))
    : null;
  const isUnasked = latest === null && !asksForSome(scope);
  const hears = compileHearing(scope.audience, known);
  const hearsAll = !known.hasPrivate && scope.audience.sources === null;
  return {
    isWhole: isUnasked && hearsAll,
    isUnasked,
    hears,
    latest: !asksForSome(scope) && hearsAll ? latest : undefined,
    passes(alias) {
      const column = (name: string) => sql.ref(`${alias}.${name}`);
      const day = column('day');
      return and(
        hears(alias),
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

/** The publication to show of the article `own`: its own if that passes, else the first that does, else null. */
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
