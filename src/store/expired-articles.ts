/** Which articles go for their age or number, and which of those that come had gone before. */
import { type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { ArticleDraft } from '../domain/article.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import { type ArticleTables, draftColumns } from './article-tables.ts';
import type { KnownRow } from './known-rows.ts';
import { scopeOf } from './own-scope.ts';
import { numberList, sqlOf, textList } from './sql-of.ts';

/** When an article was published, else added; days and instants sort by time. */
const ageIn = (db: Kysely<ArticleTables>): RawBuilder<string> =>
  sql`coalesce(published, ${sqlOf(db).instant(sql`added_at_ms`)})`;

const isTooOld = (age: RawBuilder<string>, days: number, nowMs: number) =>
  sql<SqlBool>`${age} < ${isoDay(nowMs - days * DAY_MS)}`;

const isTooMany = (age: RawBuilder<string>, count: number) =>
  sql<SqlBool>`coalesce(duplicate_of, seq) NOT IN (SELECT seq FROM article
    WHERE removed_at_ms IS NULL AND duplicate_of IS NULL ORDER BY ${age} DESC, seq DESC LIMIT ${count})`;

/** The keys of articles that are not to be kept, the oldest first. */
export const expiredKeys = async (
  db: Kysely<ArticleTables>,
  { days, articles }: Retention,
  needed: NeededArticles,
  nowMs: number,
): Promise<string[]> => {
  const age = ageIn(db);
  const limits = [
    ...(days === null ? [] : [isTooOld(age, days, nowMs)]),
    ...(articles === null ? [] : [isTooMany(age, articles)]),
  ];
  const rows = await db
    .selectFrom('article')
    .select('key')
    .where('removed_at_ms', 'is', null)
    .where('seq', '<=', needed.after)
    .where(({ or }) => or(limits))
    .where('content_hash', 'not in', (query) =>
      query.selectFrom('article').select('content_hash').where('seq', 'in', numberList(db, needed.seqs)),
    )
    .orderBy(age)
    .execute();
  return rows.map(({ key }) => key);
};

/** By key, the numbers of drafts that had gone, by that key or with that text. `known` are the rows of their keys. */
export const expiredNumbers = async (
  tx: Transaction<ArticleTables>,
  drafts: readonly ArticleDraft[],
  known: ReadonlyMap<string, KnownRow>,
): Promise<ReadonlyMap<string, number>> => {
  const numbers = new Map<string, number>();
  for (const { key, seq, expired } of known.values()) if (expired === 1) numbers.set(key, seq);
  const gone = tx.selectFrom('article').where('expired', '=', 1);
  if ((await gone.select('seq').limit(1).executeTakeFirst()) === undefined) return numbers;
  const unknown = drafts.filter(({ key }) => !known.has(key)).map(draftColumns);
  const texts = unknown.map(({ content_hash }) => content_hash);
  const rows = await gone
    .select(['seq', 'content_hash', 'private_key', 'origin'])
    .where('content_hash', 'in', textList(tx, texts))
    .execute();
  for (const draft of unknown) {
    // What expired for everyone is gone for all. What expired as some servers' own is gone for them alone: the same text
    // may still come for others.
    const scopes = new Set([null, scopeOf(draft)]);
    const row = rows.find((one) => one.content_hash === draft.content_hash && scopes.has(scopeOf(one)));
    if (row !== undefined) numbers.set(draft.key, row.seq);
  }
  return numbers;
};
