/** In: passages, best first. Out: their excerpts, quoted from the store. */
import type { Excerpt } from '../domain/answer.ts';
import type { Newsroom } from './answer-question.ts';
import { makeExcerpt } from './make-excerpt.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './rank-passages.ts';

/** At most `limit`, with the words of the plan marked. A passage whose article was changed meanwhile is left out. */
export const quotePassages = async (
  passages: readonly RankedPassage[],
  plan: QuestionPlan,
  limit: number,
  { index, articles }: Newsroom,
): Promise<Excerpt[]> => {
  const wanted = new Set(plan.terms.flatMap(({ ids }) => ids));
  const seqs = [...new Set(passages.map(({ document }) => index.document(document)!.seq))];
  const bySeq = new Map((await articles.getMany(seqs)).map((article) => [article.seq, article]));
  const copies = await articles.copiesOfMany(seqs);
  const excerpts: Excerpt[] = [];
  for (const passage of passages) {
    const article = bySeq.get(index.document(passage.document)?.seq ?? -1);
    if (article === undefined || excerpts.length === limit) continue;
    const excerpt = makeExcerpt(passage, article, index, wanted, copies.get(article.seq) ?? []);
    if (excerpt !== null) excerpts.push(excerpt);
  }
  return excerpts;
};
