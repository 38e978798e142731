/** `SearchEngine` over FTS5 in `articles.db`: nothing is loaded, nothing saved; what a transaction stored is found. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Audience } from '../domain/audience.ts';
import { foldName } from '../domain/query.ts';
import { affordableTerms, mayBeNarrow, NARROW } from '../search/affordable-terms.ts';
import type { ForwardIndex } from '../search/forward-index.ts';
import { MOST_EACH, narrowerQueries } from '../search/narrower-queries.ts';
import {
  type BestRequest,
  type Hit,
  type HitPage,
  type PageRequest,
  type Publication,
  type PublicationRange,
  RECENCY_DAYS,
  type ScopeCount,
  type SearchEngine,
  TITLE_WEIGHT,
} from '../search/search-engine.ts';
import {
  all,
  any,
  anyForm,
  type Day,
  EVERYTHING,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
  term as termQuery,
} from '../search/search-query.ts';
import type { ArticleTables } from './article-tables.ts';
import { readPosition } from './count-articles.ts';
import { countScope } from './count-scope.ts';
import { matchCondition, matchExpression } from './fts5-query.ts';
import { KnownArticles } from './known-articles.ts';
import {
  and,
  anyPasses,
  type CompiledScope,
  type Condition,
  compileHearing,
  shownDay,
  shownOf,
  TRUE,
} from './publication-scope.ts';
import { valueList } from './sql-of.ts';

/**
 * Of fewer rows the days of all are looked up, and all are sorted once, by relevance times recency: to sort them by relevance
 * first costs more than the days it saves.
 */
const FEW_ROWS = 2_000;
/** If even the two rarest terms stand in more articles, only the newest rows that bring about this many are looked at. */
const COMMON_ROWS_LIMIT = 20_000;
/** What is counted for scopes is kept while nothing changes, for this many of them. */
const COUNTS_KEPT = 500;

/** BM25 of FTS5 is the better the lower. */
const BM25 = sql<number>`-bm25(article_fts, ${sql.lit(TITLE_WEIGHT)}, 1.0)`;

/** Written out: a statement whose limit is a parameter is compiled again each time it runs. */
const limitTo = (rows: number): RawBuilder<unknown> => sql`LIMIT ${sql.lit(rows)}`;

/** From 2 (published at the clock) down to 1 (long ago, or on an unknown day). */
const recency = (asOfDay: Day): RawBuilder<number> =>
  sql`(1 + coalesce(exp(-max(0, ${asOfDay} - own.day) / ${sql.lit(RECENCY_DAYS)}.0), 0))`;

/** A hit with the day of its own publication; nothing is to be shown if none passes. */
type FoundRow = Omit<Hit, 'shown'> & { readonly shown: number | null };

/** What the best are looked for by. */
interface Found {
  readonly asOfDay: Day;
  readonly limit: number;
  readonly compiled: CompiledScope;
}

export class SqliteSearchEngine implements SearchEngine {
  readonly #db: Kysely<ArticleTables>;
  readonly #words: Pick<ForwardIndex, 'dictionary'>;
  readonly #known: KnownArticles;

  /** `words` are those of the same articles. */
  constructor(db: Kysely<ArticleTables>, words: Pick<ForwardIndex, 'dictionary'>) {
    this.#db = db;
    this.#words = words;
    this.#known = new KnownArticles(db);
  }

  async best(
    terms: readonly SearchTerm[],
    must: SearchQuery,
    { scope, asOfDay, limit }: BestRequest,
  ): Promise<Hit[]> {
    const compiled = await this.#known.compile(scope);
    const isNarrow = await this.#isNarrow(scope, compiled);
    const walked = affordableTerms(terms, isNarrow);
    const wanted = any(walked.map(anyForm));
    const anyTerm = matchExpression(wanted);
    if (anyTerm === null) return [];
    const expression = matchExpression(all([wanted, must]));
    const found: Found = { asOfDay, limit, compiled };
    if (expression === null) return this.#bestOfAll(anyTerm, matchCondition(must, sql`own.of`), found);
    const rows = walked.reduce((sum, { frequency }) => sum + frequency, 0);
    if (isNarrow || rows < FEW_ROWS) return this.#bestOfAll(expression, TRUE, found);
    const most = limit * MOST_EACH;
    for (const query of narrowerQueries(walked, most)) {
      const narrower = matchExpression(all([query, must]))!;
      if (await this.#passAtLeast(most, narrower, compiled)) return this.#bestOfMost(narrower, TRUE, found);
    }
    const floor = compiled.isUnasked && must === EVERYTHING ? await this.#floor(rows) : TRUE;
    return this.#bestOfMost(expression, floor, found);
  }

  /** Whether this many articles match and pass. */
  async #passAtLeast(count: number, expression: string, compiled: CompiledScope): Promise<boolean> {
    const { rows } = await sql<{ passing: number }>`SELECT count(*) AS passing FROM (
      SELECT 1 FROM ${matchingAndPassing(expression, compiled)} ${limitTo(count)})`.execute(this.#db);
    return rows[0]!.passing === count;
  }

  /** The best of all that match and pass. */
  async #bestOfAll(
    expression: string,
    condition: Condition,
    { asOfDay, limit, compiled }: Found,
  ): Promise<Hit[]> {
    const { rows } = await sql<FoundRow>`
      SELECT own.seq, ${shownOf(compiled)} AS shown, own.day, ${BM25} * ${recency(asOfDay)} AS score
      FROM ${articlesMatching(expression)} AND ${and(anyPasses(compiled), condition)}
      ORDER BY score DESC, own.seq DESC ${limitTo(limit)}`.execute(this.#db);
    return this.#withDays(rows);
  }

  /** The best of the most relevant, which is much cheaper if there are many: days are looked up of these alone. */
  async #bestOfMost(expression: string, condition: Condition, found: Found): Promise<Hit[]> {
    const { compiled } = found;
    const heard = this.#known.hasPrivate ? isHeardRow(compiled) : TRUE;
    const most = sql`article_fts WHERE article_fts MATCH ${expression} AND ${and(condition, heard)}`;
    const rows = await this.#bestOf(most, found);
    // If too few of these pass, the most relevant of all that do.
    const passing = rows.every(({ shown }) => shown !== null)
      ? rows
      : await this.#bestOf(sql`${matchingAndPassing(expression, compiled)} AND ${condition}`, found);
    return this.#withDays(passing);
  }

  /** The best of the most relevant rows behind FROM, those with nothing to show last. */
  async #bestOf(from: RawBuilder<unknown>, { asOfDay, limit, compiled }: Found): Promise<FoundRow[]> {
    const { rows } = await sql<FoundRow>`
      SELECT own.seq, ${shownOf(compiled)} AS shown, own.day, relevance * ${recency(asOfDay)} AS score
      FROM (
        SELECT article_fts.rowid AS seq, ${BM25} AS relevance FROM ${from}
        ORDER BY relevance DESC ${limitTo(limit * MOST_EACH)}
      ) AS most JOIN publication AS own ON own.of = most.seq AND own.seq = most.seq
      ORDER BY shown IS NULL, score DESC, own.seq DESC ${limitTo(limit)}`.execute(this.#db);
    return rows;
  }

  async page(query: SearchQuery, scope: SearchScope, request: PageRequest): Promise<HitPage> {
    const compiled = await this.#known.compile(scope);
    const from = articlesOf(query, anyPasses(compiled));
    const score = matchExpression(query) === null ? sql`1` : BM25;
    return this.#pageOf(from, score, compiled, request);
  }

  async pageByWeight(
    terms: readonly SearchTerm[],
    share: number,
    must: SearchQuery,
    scope: SearchScope,
    request: PageRequest,
  ): Promise<HitPage> {
    const compiled = await this.#known.compile(scope);
    const least = share * terms.reduce((sum, { idf }) => sum + idf, 0);
    const walked = affordableTerms(terms, true)
      .map((term) => ({ match: matchExpression(anyForm(term)), idf: term.idf }))
      .filter(({ match }) => match !== null);
    const held = sql`SELECT article_fts.rowid AS seq, value ->> 'idf' AS idf, ${BM25} AS relevance
      FROM json_each(${JSON.stringify(walked)}) CROSS JOIN article_fts ON article_fts MATCH value ->> 'match'`;
    // Materialised, since BM25 can be had only where rows are matched one by one.
    const from = sql`(WITH term AS MATERIALIZED (${held})
        SELECT seq, sum(relevance) AS relevance FROM term GROUP BY seq HAVING sum(idf) >= ${least} - 1e-9) AS held
      JOIN publication AS own ON own.of = held.seq AND own.seq = held.seq
      WHERE ${and(anyPasses(compiled), must === EVERYTHING ? TRUE : matchCondition(must, sql`own.of`))}`;
    return this.#pageOf(from, sql`held.relevance`, compiled, request);
  }

  async percolate(query: SearchQuery, scope: SearchScope, range: PublicationRange): Promise<number[]> {
    const { passes } = await this.#known.compile(scope);
    const isInRange = inRange(range);
    const expression = matchExpression(query);
    // The range bounds what FTS5 walks through; texts of copies were stored before it, or are everyone's since.
    const matches: Condition =
      expression === null || 'seqs' in range
        ? matchCondition(query, sql`publication.of`)
        : sql`publication.of IN (
            SELECT rowid FROM article_fts WHERE article_fts MATCH ${expression}
              AND rowid > ${range.after} AND rowid <= ${range.through}
            UNION ALL SELECT rowid FROM article_fts WHERE article_fts MATCH ${expression}
              AND rowid IN (SELECT of FROM publication AS copy WHERE copy.seq > ${range.after} AND copy.seq <= ${range.through}
                AND (copy.of <= ${range.after} OR copy.of > ${range.through})))`;
    const { rows } = await sql<{ seq: number }>`
      SELECT publication.seq FROM publication WHERE ${and(isInRange, passes('publication'), matches)}
      ORDER BY publication.seq`.execute(this.#db);
    return rows.map(({ seq }) => seq);
  }

  async heldTerms(terms: readonly string[], scope: SearchScope): Promise<ReadonlySet<string>> {
    const compiled = await this.#known.compile(scope);
    const asked = terms
      .map((term) => ({ term, match: matchExpression(termQuery(term)) }))
      .filter(({ match }) => match !== null);
    const { rows } = await sql<{
      term: string;
    }>`SELECT value ->> 'term' AS term FROM json_each(${JSON.stringify(asked)})
      WHERE EXISTS (SELECT 1 FROM ${articlesMatching(sql<string>`value ->> 'match'`)} AND ${anyPasses(compiled)})`.execute(
      this.#db,
    );
    return new Set(rows.map(({ term }) => term));
  }

  async publications(audience: Audience, range: PublicationRange): Promise<Publication[]> {
    const hears = compileHearing(audience, await this.#known.refresh());
    const { rows } = await sql<Publication>`
      SELECT publication.seq, publication.of, publication.day, source.name AS source, article.author FROM publication
      JOIN source ON source.id = publication.source JOIN article ON article.seq = publication.seq
      WHERE ${and(inRange(range), hears('publication'))}`.execute(this.#db);
    return rows.map((row) => ({ ...row, author: row.author && foldName(row.author) }));
  }

  async count(scope: SearchScope): Promise<ScopeCount> {
    const { counts } = await this.#known.refresh();
    const { latestDay, within, sources, excludedSources, authors, excludedAuthors, audience } = scope;
    const asked = [latestDay, within, sources, excludedSources, authors, excludedAuthors];
    const key = JSON.stringify([asked, audience.guildId, audience.sources]);
    const known = counts.get(key);
    if (known !== undefined) return known;
    const counted = await countScope(await this.#known.compile(scope), this.#words, this.#db);
    if (counts.size >= COUNTS_KEPT) counts.clear();
    counts.set(key, counted);
    return counted;
  }

  async sourceNames(audience: Audience): Promise<string[]> {
    const known = await this.#known.refresh();
    if (!known.hasPrivate && audience.sources === null) return known.sources.map(({ name }) => name);
    const hears = compileHearing(audience, known);
    const { rows } = await sql<{ name: string }>`SELECT name FROM source WHERE EXISTS (
      SELECT 1 FROM publication WHERE publication.source = source.id AND ${hears('publication')}
    ) ORDER BY id`.execute(this.#db);
    return rows.map(({ name }) => name);
  }

  async countPrivate(): Promise<number> {
    return (await this.#known.refresh()).privates;
  }

  /** Whether so few articles pass that none of them should be missed. */
  async #isNarrow(scope: SearchScope, { passes }: CompiledScope): Promise<boolean> {
    if (!mayBeNarrow(scope)) return false;
    const { rows } = await sql<{ passing: number }>`
      SELECT count(*) AS passing FROM (SELECT 1 FROM publication WHERE ${passes('publication')} ${limitTo(NARROW + 1)})
    `.execute(this.#db);
    return rows[0]!.passing <= NARROW;
  }

  /** Keeps the newest rows if there are too many. */
  async #floor(rows: number): Promise<Condition> {
    if (rows <= COMMON_ROWS_LIMIT) return TRUE;
    const { lastSeq } = await readPosition(this.#db);
    return sql`article_fts.rowid > ${Math.floor(lastSeq * (1 - COMMON_ROWS_LIMIT / rows))}`;
  }

  async #pageOf(
    from: RawBuilder<unknown>,
    score: RawBuilder<unknown>,
    compiled: CompiledScope,
    { order, offset, limit, asOfDay }: PageRequest,
  ): Promise<HitPage> {
    const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM ${from}`.execute(this.#db);
    const { total } = counted.rows[0]!;
    if (limit === 0 || offset >= total) return { hits: [], total };
    const day = shownDay(compiled);
    const orderings = {
      relevance: sql`score DESC, own.seq DESC`,
      newest: sql`${day} IS NULL, ${day} DESC, own.seq DESC`,
      oldest: sql`${day} IS NULL, ${day}, own.seq`,
    };
    const { rows } = await sql<FoundRow>`
      SELECT own.seq, ${shownOf(compiled)} AS shown, own.day, ${order === 'relevance' ? sql`${score} * ${recency(asOfDay)}` : sql`0`} AS score
      FROM ${from} ORDER BY ${orderings[order]} ${limitTo(limit)} OFFSET ${offset}`.execute(this.#db);
    return { hits: await this.#withDays(rows), total };
  }

  /** With the days of the publications that are shown: few are not the article's own. */
  async #withDays(found: readonly FoundRow[]): Promise<Hit[]> {
    const copies = found.flatMap(({ seq, shown }) => (shown === seq ? [] : (shown ?? [])));
    if (copies.length === 0) return found as Hit[];
    const rows = await this.#db
      .selectFrom('publication')
      .select(['seq', 'day'])
      .where('seq', 'in', valueList(copies))
      .execute();
    const days = new Map(rows.map(({ seq, day }) => [seq, day]));
    return found.map(({ shown, day, ...hit }) => {
      const copied = days.get(shown!);
      return { ...hit, shown: shown!, day: copied === undefined ? day : copied };
    });
  }
}

const inRange = (range: PublicationRange): Condition =>
  'seqs' in range
    ? sql`publication.seq IN ${valueList(range.seqs)}`
    : sql`publication.seq > ${range.after} AND publication.seq <= ${range.through}`;

/** Whether a row of the search table is some audience's to hear: those that are not are few, and looked up at once. */
const isHeardRow = ({ hears }: CompiledScope): Condition =>
  sql`article_fts.rowid NOT IN (SELECT own.of FROM publication AS own
    WHERE own.private = 1 AND own.of = own.seq AND NOT EXISTS (
      SELECT 1 FROM publication AS other WHERE other.of = own.of AND ${hears('other')}))`;

/** What stands behind FROM: articles that match an expression, as `own`, their own publication. */
const articlesMatching = (expression: string | RawBuilder<string>): RawBuilder<unknown> =>
  sql`article_fts CROSS JOIN publication AS own ON own.of = article_fts.rowid AND own.seq = article_fts.rowid
    WHERE article_fts MATCH ${expression}`;

/** Those of them that pass. If all do, the search table alone is read. */
const matchingAndPassing = (expression: string, compiled: CompiledScope): RawBuilder<unknown> =>
  compiled.isWhole
    ? sql`article_fts WHERE article_fts MATCH ${expression}`
    : sql`${articlesMatching(expression)} AND ${anyPasses(compiled)}`;

/** The rows of articles that match any query and a condition. */
const articlesOf = (query: SearchQuery, condition: Condition): RawBuilder<unknown> => {
  const expression = matchExpression(query);
  return expression === null
    ? sql`publication AS own WHERE own.of = own.seq AND ${and(condition, matchCondition(query, sql`own.of`))}`
    : sql`${articlesMatching(expression)} AND ${condition}`;
};
