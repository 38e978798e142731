/** In: passages, best first. Out: their excerpts, quoted from the store. */
import type { Excerpt } from '../domain/answer.ts';
import { type DocumentFilter, shownCopy } from '../search/document-filter.ts';
import type { Newsroom } from './answer-question.ts';
import { makeExcerpt } from './make-excerpt.ts';
import type { QuestionPlan } from './plan-question.ts';
import { quoteCopy } from './quote-copy.ts';
import type { RankedPassage } from './rank-passages.ts';

/**
 * At most `limit`, with the words of the plan marked, each as told by the outlet that was asked for. A passage whose
 * article was changed meanwhile is left out.
 */
export const quotePassages = async (
  passages: readonly RankedPassage[],
  plan: QuestionPlan,
  filter: DocumentFilter,
  limit: number,
  { index, articles }: Newsroom,
): Promise<Excerpt[]> => {
  const wanted = new Set(plan.terms.flatMap(({ ids }) => ids));
  const shown = shownCopy(index, filter);
  const seqs = passages.flatMap(({ document }) => [
    index.document(document)!.seq,
    shown(document)?.seq ?? -1,
  ]);
  const bySeq = new Map((await articles.getMany([...new Set(seqs)])).map((one) => [one.seq, one]));
  const copies = await articles.copiesOfMany([...bySeq.keys()]);
  const excerpts: Excerpt[] = [];
  for (const passage of passages) {
    const entry = index.document(passage.document);
    const article = bySeq.get(entry?.seq ?? -1);
    if (article === undefined || excerpts.length === limit) continue;
    const excerpt = makeExcerpt(passage, article, index, wanted, copies.get(article.seq) ?? []);
    if (excerpt === null) continue;
    const copy = bySeq.get(shown(passage.document)?.seq ?? -1);
    const asAsked = copy && quoteCopy(copy, article, excerpt, copies.get(copy.seq) ?? []);
    excerpts.push(asAsked || excerpt);
  }
  return excerpts;
};
