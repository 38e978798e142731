/** In: articles. Out: by whom the text of each was told before: to those who asked for that, it is no news. */
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { Facts } from './matcher.ts';

/** Says of one of the articles who told its text before it came. */
export type EarlierTellings = (article: StoredArticle) => readonly Facts[];

/** Only copies, and those that were copies once, are looked up; of every other article nothing was told before. */
export const earlierTellings = async (
  among: readonly StoredArticle[],
  articles: ArticleReader,
): Promise<EarlierTellings> => {
  const copies = among.filter(({ duplicateOf }) => duplicateOf !== null).map(({ seq }) => seq);
  const former = among.flatMap(({ toldBy }) => toldBy ?? []);
  if (copies.length + former.length === 0) return () => [];
  const tellings = await articles.copiesOfMany(copies);
  const tellers = await articles.outletsOf(former);
  return ({ seq, toldBy }) => [
    ...(tellings.get(seq) ?? []).filter((telling) => telling.seq < seq),
    ...tellers.filter((teller) => teller.seq === toldBy),
  ];
};
