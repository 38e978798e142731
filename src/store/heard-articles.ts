/** In: who asks. Out: what of the rows of `article` they hear, as conditions and columns in SQL. */
import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Arrival } from '../domain/article.ts';
import type { Audience, HeardBy } from '../domain/audience.ts';
import type { ArticleTables } from './article-tables.ts';
import { and, TRUE } from './publication-scope.ts';
import { numberList, textList } from './sql-of.ts';

type Tables = Kysely<ArticleTables>;

/** Whether it is everyone's or the server's own, whatever its source; also of removed articles. */
export const hearsOwn = (audience: Audience | null, alias: string): RawBuilder<boolean> => {
  if (audience === null) return TRUE;
  const isEveryones = sql<boolean>`${sql.ref(`${alias}.private_key`)} IS NULL`;
  if (audience.guildId === null) return isEveryones;
  const own = sql`SELECT seq FROM article_audience WHERE guild_id = ${audience.guildId}`;
  return sql`(${isEveryones} OR ${sql.ref(`${alias}.seq`)} IN (${own}))`;
};

/** Whether an article that is there is heard. */
export const hearsArticle = (db: Tables, audience: Audience | null, alias: string): RawBuilder<boolean> => {
  if (audience === null || audience.sources === null) return hearsOwn(audience, alias);
  return sql`(${hearsOwn(audience, alias)} AND EXISTS (
    SELECT 1 FROM publication AS carried JOIN source AS chosen ON chosen.id = carried.source
    WHERE carried.seq = ${sql.ref(`${alias}.seq`)} AND chosen.name IN ${textList(db, audience.sources)}))`;
};

/** Whether the audience hears a row of `publication`, which is counted sooner than articles are. */
export const hearsPublication = (db: Tables, { guildId, sources }: Audience): RawBuilder<boolean> => {
  const own = sql`SELECT seq FROM article_audience WHERE guild_id = ${guildId}`;
  const named = sources && sql`SELECT id FROM source WHERE name IN ${textList(db, sources)}`;
  return and(
    guildId === null ? sql`private = 0` : sql`(private = 0 OR seq IN (${own}))`,
    named === null ? TRUE : sql`publication.source IN (${named})`,
  );
};

/** Of articles that are some servers' own: whose. */
export const readHeardBy = async (
  db: Tables,
  own: readonly number[],
): Promise<Map<number, Exclude<HeardBy, null>>> => {
  const heardBy = new Map<number, string[]>(own.map((seq) => [seq, []]));
  if (own.length === 0) return heardBy;
  const rows = await db
    .selectFrom('article_audience')
    .select(['guild_id', 'seq'])
    .where('seq', 'in', numberList(db, own))
    .execute();
  for (const { guild_id, seq } of rows) heardBy.get(seq)!.push(guild_id);
  return heardBy;
};

/** How it arrived for the audience: a server's own may have been there before the server came to hear it. */
export const arrivalFor = (audience: Audience | null): RawBuilder<Arrival> =>
  audience === null || audience.guildId === null
    ? sql.ref('arrival')
    : sql`coalesce((SELECT heard.arrival FROM article_audience AS heard
        WHERE heard.guild_id = ${audience.guildId} AND heard.seq = article.seq), article.arrival)`;

/** Since when the audience hears the article; 0 of what is everyone's. Epoch milliseconds. */
const heardSince = ({ guildId }: Audience): RawBuilder<number> =>
  guildId === null
    ? sql`0`
    : sql`coalesce((SELECT heard.since_ms FROM article_audience AS heard
        WHERE heard.guild_id = ${guildId} AND heard.seq = article.seq), 0)`;

/** Whether the audience heard the article by then: what was before is not shown to it. */
export const isHeardBy = (audience: Audience | null, column: string): RawBuilder<boolean> =>
  audience === null ? TRUE : sql`(${sql.ref(column)} >= ${heardSince(audience)})`;

const notBefore = (column: string, audience: Audience): RawBuilder<number> => {
  const since = heardSince(audience);
  return sql`CASE WHEN ${sql.ref(column)} < ${since} THEN ${since} ELSE ${sql.ref(column)} END`;
};

/** The first of its text that the audience hears, if that is an earlier one; else null. */
const firstHeard = (db: Tables, audience: Audience): RawBuilder<number | null> =>
  sql`(SELECT min(earlier.seq) FROM article AS earlier WHERE earlier.content_hash = article.content_hash
    AND earlier.seq < article.seq AND earlier.removed_at_ms IS NULL AND ${hearsArticle(db, audience, 'earlier')})`;

export const isFirstHeard = (db: Tables, audience: Audience): RawBuilder<boolean> =>
  sql`${firstHeard(db, audience)} IS NULL`;

/** What an article is to its audience: how and when it came, and what it is or was a copy of. */
export const asHeard =
  (db: Tables, audience: Audience) => (_: ExpressionBuilder<ArticleTables, 'article'>) => [
    arrivalFor(audience).as('arrival'),
    notBefore('added_at_ms', audience).as('added_at_ms'),
    notBefore('changed_at_ms', audience).as('changed_at_ms'),
    firstHeard(db, audience).as('duplicate_of'),
    sql<number | null>`(SELECT teller.seq FROM article AS teller WHERE teller.seq = article.told_by
    AND ${hearsOwn(audience, 'teller')})`.as('told_by'),
  ];
