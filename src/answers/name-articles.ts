/** In: hits. Out: their articles by name, each as told by the outlet that was asked for. */
import type { ArticleRef } from '../domain/answer.ts';
import type { Hit } from '../search/search-engine.ts';
import type { Archive } from './archive.ts';

/** In the order given; those that are gone from the store are left out. */
export const nameArticles = (
  hits: readonly Pick<Hit, 'shown'>[],
  { articles }: Pick<Archive, 'articles'>,
): Promise<ArticleRef[]> => articles.refs(hits.map(({ shown }) => shown));
