/** Which outlets the articles that an audience hears are from. An audience of null hears all. */
import { type Kysely, sql } from 'kysely';
import type { Audience } from '../domain/audience.ts';
import { passesSource } from '../domain/query.ts';
import type { SourceCount } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';
import { hearsArticle } from './heard-articles.ts';
import { textList } from './sql-of.ts';

type Db = Kysely<ArticleTables>;

/**
 * Whether an article is from these sources, and of all with its text from there the one added first. Asked of one article
 * after the other: to group all texts first takes a tenth of a second with 40,000 articles.
 */
export const isFirstFrom = (db: Db, sources: readonly string[], audience: Audience | null) => {
  const names = textList(db, sources);
  return sql<boolean>`${hearsArticle(db, audience, 'article')} AND article.source IN ${names} AND NOT EXISTS (
    SELECT 1 FROM article AS earlier WHERE earlier.content_hash = article.content_hash
      AND earlier.seq < article.seq AND earlier.removed_at_ms IS NULL AND earlier.source IN ${names}
      AND ${hearsArticle(db, audience, 'earlier')}
  )`;
};

/** Those that `passesSource` lets through. Databases lower-case in ways of their own, so names are compared here. */
export const sourcesAmong = async (
  db: Db,
  audience: Audience | null,
  parts: readonly string[],
  without: readonly string[],
): Promise<string[]> => {
  const lower = (some: readonly string[]) => some.map((part) => part.toLowerCase());
  const asked = { sources: lower(parts), excludedSources: lower(without) };
  const sources = await db
    .selectFrom('article')
    .select('source')
    .distinct()
    .where('removed_at_ms', 'is', null)
    .where(hearsArticle(db, audience, 'article'))
    .execute();
  return sources.map(({ source }) => source).filter((source) => passesSource(source.toLowerCase(), asked));
};

/** Those with most articles first. */
export const countSources = async (db: Db, audience: Audience | null): Promise<SourceCount[]> => {
  const rows = await db
    .selectFrom('article')
    .select((eb) => [
      'source',
      // Copies of one text that an outlet brings under several names are one article of it.
      eb.fn.count<number>(eb.fn.coalesce('duplicate_of', 'seq')).distinct().as('articles'),
      eb.fn.max('published').as('newest'),
    ])
    .where('removed_at_ms', 'is', null)
    .where(hearsArticle(db, audience, 'article'))
    .groupBy('source')
    .orderBy('articles', 'desc')
    .orderBy('source')
    .execute();
  return rows.map(({ source, articles, newest }) => ({ source, articles, newest }));
};

/**
 * When the first article of each source came, epoch milliseconds; of a source that has articles with lower numbers than `since`,
 * when one of these came: to look for the first among many thousands takes long.
 */
export const firstOfSources = async (
  db: Db,
  audience: Audience | null,
  sources: readonly string[],
  since: number,
): Promise<Map<string, number>> => {
  const heard = sql`article.source = named.value AND article.removed_at_ms IS NULL AND ${hearsArticle(db, audience, 'article')}`;
  const { rows } = await sql<{ source: string; first: number | null }>`
    SELECT named.value AS source, COALESCE(
      (SELECT article.added_at_ms FROM article WHERE ${heard} AND article.seq < ${since} LIMIT 1),
      (SELECT MIN(article.added_at_ms) FROM article WHERE ${heard})
    ) AS first FROM ${textList(db, sources)} AS named`.execute(db);
  return new Map(
    rows.flatMap(({ source, first }): [string, number][] =>
      first === null ? [] : [[source, Number(first)]],
    ),
  );
};
