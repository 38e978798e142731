/** In: articles. Out: which outlets published each text before; subscribers of those outlets do not get it again. */
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { Facts } from './matcher.ts';

/** Says of one of the articles which outlets carried its text before it came. */
export type EarlierCopies = (article: StoredArticle) => readonly Facts[];

/** Only copies, and those that were copies once, are looked up; no other article's text was carried before. */
export const earlierCopies = async (
  among: readonly StoredArticle[],
  articles: ArticleReader,
): Promise<EarlierCopies> => {
  const copies = among.filter(({ duplicateOf }) => duplicateOf !== null).map(({ seq }) => seq);
  const former = among.flatMap(({ formerDuplicateOf }) => formerDuplicateOf ?? []);
  if (copies.length + former.length === 0) return () => [];
  const publications = await articles.copiesOfMany(copies);
  const beside = [...publications.values()].flat().map(({ seq }) => seq);
  const tellers = new Map(
    (await articles.outletsOf([...former, ...beside])).map((teller) => [teller.seq, teller]),
  );
  return ({ seq, formerDuplicateOf }) =>
    [
      ...(publications.get(seq) ?? [])
        .map((publication) => publication.seq)
        .filter((publication) => publication < seq),
      formerDuplicateOf,
    ].flatMap((publication) => tellers.get(publication ?? -1) ?? []);
};
