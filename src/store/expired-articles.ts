/** Which articles go for their age or number, and which of those that come had gone before. */
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { ArticleDraft } from '../domain/article.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import { type ArticleTables, draftColumns } from './article-tables.ts';
import type { KnownRow } from './known-rows.ts';
import { valueList } from './value-list.ts';

const DAY_MS = 86_400_000;

/** When an article was published, else added; days and instants sort by time. */
const AGE = sql<string>`coalesce(published, strftime('%Y-%m-%dT%H:%M:%SZ', added_at_ms / 1000, 'unixepoch'))`;

const isTooOld = (days: number, nowMs: number) =>
  sql<SqlBool>`${AGE} < ${new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10)}`;

const isTooMany = (count: number) =>
  sql<SqlBool>`coalesce(duplicate_of, seq) NOT IN (SELECT seq FROM article
    WHERE removed_at_ms IS NULL AND duplicate_of IS NULL ORDER BY ${AGE} DESC, seq DESC LIMIT ${count})`;

/** The keys of articles that are not to be kept, the oldest first. */
export const expiredKeys = async (
  db: Kysely<ArticleTables>,
  { days, articles }: Retention,
  needed: NeededArticles,
  nowMs: number,
): Promise<string[]> => {
  const limits = [
    ...(days === null ? [] : [isTooOld(days, nowMs)]),
    ...(articles === null ? [] : [isTooMany(articles)]),
  ];
  const rows = await db
    .selectFrom('article')
    .select('key')
    .where('removed_at_ms', 'is', null)
    .where('seq', '<=', needed.after)
    .where(({ or }) => or(limits))
    .where('content_hash', 'not in', (query) =>
      query.selectFrom('article').select('content_hash').where('seq', 'in', valueList(needed.seqs)),
    )
    .orderBy(AGE)
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
  const textOf = new Map(
    drafts.filter(({ key }) => !known.has(key)).map((draft) => [draft.key, draftColumns(draft).content_hash]),
  );
  const rows = await gone
    .select(['seq', 'content_hash'])
    .where('content_hash', 'in', valueList([...textOf.values()]))
    .execute();
  const seqOf = new Map(rows.map(({ content_hash, seq }) => [content_hash, seq]));
  for (const [key, text] of textOf) if (seqOf.has(text)) numbers.set(key, seqOf.get(text)!);
  return numbers;
};
