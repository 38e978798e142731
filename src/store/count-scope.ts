/** In: a scope. Out: what it lets through: articles, the outlets that carry them, and the newest day. */
import { type Kysely, sql } from 'kysely';
import type { ForwardIndex } from '../search/forward-index.ts';
import type { ScopeCount } from '../search/search-engine.ts';
import type { Day } from '../search/search-query.ts';
import type { ArticleTables } from './article-tables.ts';
import type { CompiledScope } from './publication-scope.ts';

/** Of the publications that pass. Takes as long as there are such. */
const countPassing = async ({ passes }: CompiledScope, db: Kysely<ArticleTables>): Promise<ScopeCount> => {
  const { rows } = await sql<ScopeCount>`
    SELECT count(DISTINCT of) AS articles, count(DISTINCT source) AS sources, max(day) AS newest
    FROM publication WHERE ${passes('publication')}`.execute(db);
  return { ...rows[0]! };
};

/** Counts those published later, few as a rule, and takes them off all: to count all takes long if there are many. */
const countUpTo = async (
  latest: Day | null,
  words: Pick<ForwardIndex, 'dictionary'>,
  db: Kysely<ArticleTables>,
): Promise<ScopeCount> => {
  const { articles } = await words.dictionary();
  const day = latest ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<ScopeCount & { readonly later: number; readonly byCopy: number }>`SELECT
    (SELECT count(*) FROM publication WHERE day > ${day} AND of = seq) AS later,
    (SELECT count(DISTINCT copy.of) FROM publication AS copy INDEXED BY publication_copy
      CROSS JOIN publication AS own ON own.of = copy.of AND own.seq = copy.of
      WHERE copy.of <> copy.seq AND own.day > ${day} AND (copy.day <= ${day} OR copy.day IS NULL)) AS byCopy,
    (SELECT count(*) FROM source WHERE EXISTS (SELECT 1 FROM publication WHERE source = source.id AND day <= ${day})
      OR EXISTS (SELECT 1 FROM publication WHERE source = source.id AND day IS NULL)) AS sources,
    (SELECT max(day) FROM publication WHERE day <= ${day}) AS newest`.execute(db);
  const { later, byCopy, sources, newest } = rows[0]!;
  return { articles: articles - later + byCopy, sources, newest };
};

export const countScope = (
  scope: CompiledScope,
  words: Pick<ForwardIndex, 'dictionary'>,
  db: Kysely<ArticleTables>,
): Promise<ScopeCount> =>
  scope.latest === undefined ? countPassing(scope, db) : countUpTo(scope.latest, words, db);
