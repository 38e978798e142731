/** In: numbers of articles. Out: which other articles carry their texts, as an audience hears them. An audience of null hears all. */
import type { Kysely } from 'kysely';
import type { ArticleRef } from '../domain/answer.ts';
import type { Audience } from '../domain/audience.ts';
import type { Outlet } from './article-store.ts';
import { type ArticleTables, REF_COLUMNS, rowToRef } from './article-tables.ts';
import { hearsArticle, hearsOwn } from './heard-articles.ts';
import { listedQuery } from './listed-query.ts';
import { numberList } from './sql-of.ts';

type Db = Kysely<ArticleTables>;

/** Finds the other articles with the text of each. */
export const copiesFinder = (
  db: Db,
  audience: Audience | null,
): ((seqs: readonly number[]) => Promise<Map<number, ArticleRef[]>>) => {
  const find = listedQuery(db, (seqs) =>
    db
      .selectFrom('article')
      .innerJoin('article as copied', 'copied.content_hash', 'article.content_hash')
      .select(REF_COLUMNS.map((column) => `article.${column}` as const))
      .select('copied.seq as of')
      .where('copied.seq', 'in', seqs)
      .whereRef('article.seq', '!=', 'copied.seq')
      .where('article.removed_at_ms', 'is', null)
      .where(hearsArticle(db, audience, 'article'))
      .orderBy('article.seq'),
  );
  return async (seqs) => {
    const copies = new Map<number, ArticleRef[]>(seqs.map((seq) => [seq, []]));
    for (const row of await find(seqs)) copies.get(row.of)!.push(rowToRef(row));
    return copies;
  };
};

/** See `ArticleReader.numbersOfTexts`. */
export const numbersOfTexts = async (
  db: Db,
  audience: Audience | null,
  seqs: readonly number[],
): Promise<Map<number, number[]>> => {
  const rows = await db
    .selectFrom('article')
    .innerJoin('article as same', (join) =>
      join.on((eb) =>
        eb.or([
          eb('same.content_hash', '=', eb.ref('article.content_hash')),
          eb('same.seq', '=', eb.ref('article.told_by')),
        ]),
      ),
    )
    .select(['article.seq', 'same.seq as number'])
    .where('article.seq', 'in', numberList(db, seqs))
    .where(hearsArticle(db, audience, 'article'))
    .where(hearsOwn(audience, 'same'))
    .orderBy('same.seq')
    .execute();
  const numbers = new Map<number, number[]>(seqs.map((seq) => [seq, []]));
  for (const row of rows) numbers.get(row.seq)!.push(row.number);
  return numbers;
};

/** Who published each. */
export const outletsOf = async (
  db: Db,
  audience: Audience | null,
  seqs: readonly number[],
): Promise<Outlet[]> => {
  const columns = ['seq', 'source', 'author', 'published', 'added_at_ms as addedAtMs'] as const;
  return db
    .selectFrom('article')
    .select(columns)
    .where('seq', 'in', numberList(db, seqs))
    .where(hearsOwn(audience, 'article'))
    .execute();
};
