/** In: the words of a question that was not answered well. Out: the articles whose titles come nearest. */
import type { ArticleRef } from '../domain/answer.ts';
import { all, any, anyForm, inTitle, type SearchQuery, type SearchScope } from '../search/search-query.ts';
import type { Archive } from './archive.ts';
import { nameArticles } from './name-articles.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';

const NEAREST = 3;

/** Those whose titles hold most of the words, by rarity; `without` are left out. */
export const nearestTitles = async (
  { terms, asOfDay }: Pick<QuestionPlan, 'terms' | 'asOfDay'>,
  without: ReadonlySet<number>,
  excluded: SearchQuery,
  scope: SearchScope,
  archive: Pick<Archive, 'engine' | 'articles'>,
): Promise<ArticleRef[]> => {
  const known = terms.filter(({ frequency }: PlanTerm) => frequency > 0);
  if (known.length === 0) return [];
  const titled = all([inTitle(any(known.map(anyForm))), excluded]);
  const hits = await archive.engine.best(known, titled, { scope, asOfDay, limit: NEAREST + without.size });
  const named = await nameArticles(hits, archive);
  return named.filter(({ seq }) => !without.has(seq)).slice(0, NEAREST);
};
