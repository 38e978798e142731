/** In: passages, best first. Out: their excerpts, quoted from the store. */
import type { Excerpt } from '../domain/answer.ts';
import type { Archive } from './archive.ts';
import { makeExcerpt } from './make-excerpt.ts';
import type { QuestionPlan } from './plan-question.ts';
import { quoteCopy } from './quote-copy.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';

/** The excerpts of passages that are there as they were read. */
const quote = async (
  passages: readonly RankedPassage[],
  wanted: ReadonlySet<number>,
  articles: Archive['articles'],
): Promise<Excerpt[]> => {
  const seqs = passages.flatMap(({ words, shown }) => [words.seq, shown]);
  const wantedSeqs = [...new Set(seqs)];
  const [read, copies] = await Promise.all([articles.getMany(wantedSeqs), articles.copiesOfMany(wantedSeqs)]);
  const bySeq = new Map(read.map((one) => [one.seq, one]));
  return passages.flatMap((passage) => {
    const article = bySeq.get(passage.words.seq);
    const excerpt = article && makeExcerpt(passage, article, wanted, copies.get(article.seq) ?? []);
    if (article === undefined || !excerpt) return [];
    const copy = passage.shown === article.seq ? undefined : bySeq.get(passage.shown);
    const asAsked = copy && quoteCopy(copy, article, excerpt, copies.get(copy.seq) ?? []);
    return [asAsked || excerpt];
  });
};

/**
 * At most `limit`, with the words of the plan marked, each as told by the outlet that was asked for. A passage whose
 * article was changed meanwhile is left out. No more articles are read than are quoted.
 */
export const quotePassages = async (
  passages: readonly RankedPassage[],
  plan: Pick<QuestionPlan, 'terms'>,
  limit: number,
  { articles }: Pick<Archive, 'articles'>,
): Promise<Excerpt[]> => {
  const wanted = new Set(plan.terms.flatMap(({ ids }) => ids));
  const excerpts: Excerpt[] = [];
  for (let read = 0; read < passages.length && excerpts.length < limit; ) {
    const next = passages.slice(read, read + limit - excerpts.length);
    excerpts.push(...(await quote(next, wanted, articles)));
    read += next.length;
  }
  return excerpts;
};
