/** In: documents that pass a filter. Out: their articles by name, each as told by the outlet that was asked for. */
import { type ArticleRef, toRef } from '../domain/answer.ts';
import { type DocumentFilter, shownCopy } from '../search/document-filter.ts';
import type { Newsroom } from './answer-question.ts';

/** In the order given; those that are gone from the index or the store are left out. */
export const nameArticles = async (
  documents: readonly number[],
  filter: DocumentFilter,
  { index, articles }: Newsroom,
): Promise<ArticleRef[]> => {
  const shown = shownCopy(index, filter);
  const seqs = documents.flatMap((document) => (shown(document) ?? index.document(document))?.seq ?? []);
  return (await articles.getMany(seqs)).map(toRef);
};
