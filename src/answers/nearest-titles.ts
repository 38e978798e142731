/** In: a question that was not answered well, and its candidates. Out: the articles whose titles come nearest. */
import type { ArticleRef } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { queryRequirements } from '../search/query-requirements.ts';
import { titleIds } from '../search/sentence-table.ts';
import type { Archive } from './archive.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import type { Finding } from './investigate.ts';
import { nameArticles } from './name-articles.ts';
import type { QuestionPlan } from './plan-question.ts';

const NEAREST = 3;
/** Articles looked at if those found so far had to hold more than is wanted of a title. */
const LOOKED_AT = 40;

/**
 * Those that hold words of the question: a title near a phrase that stands nowhere may be just what is meant; one with a
 * word left out never is.
 */
const candidatesOf = async (
  query: Query,
  candidates: readonly Candidate[],
  { plan, scope, dictionary }: Finding,
  archive: Archive,
): Promise<readonly Candidate[]> => {
  const groups = query.groups.filter(({ clause }) => clause.kind === 'not');
  if (query.phrases.length === 0 && groups.length === query.groups.length) return candidates;
  const must = await queryRequirements({ ...query, phrases: [], groups }, dictionary);
  const request = { scope, asOfDay: plan.asOfDay, limit: LOOKED_AT };
  return findCandidates(plan.terms, must, request, dictionary, archive);
};

/** The words of the question that a title holds, by rarity. */
const heldByTitle = ({ words }: Candidate, { terms }: Pick<QuestionPlan, 'terms'>): number => {
  const title = titleIds(words);
  return terms.reduce((sum, { ids, idf }) => (ids.some((id) => title.includes(id)) ? sum + idf : sum), 0);
};

/**
 * Those whose titles hold most of the words, by rarity, of articles that are much about them; `without` (publications) are left
 * out. They are among the candidates: to have the engine look for common words in all titles takes as long as the rest of the
 * answer. Of 334 questions that were not answered well, 0.66 have an article with the answer among the three; 0.60 by titles and
 * days alone, 0.59 of all titles.
 */
export const nearestTitles = async (
  query: Query,
  candidates: readonly Candidate[],
  without: ReadonlySet<number>,
  finding: Finding,
  archive: Archive,
): Promise<ArticleRef[]> => {
  const { plan } = finding;
  const nearest = (await candidatesOf(query, candidates, finding, archive))
    .filter((candidate) => !without.has(candidate.shown))
    .map((candidate) => ({
      ...candidate,
      near: heldByTitle(candidate, plan) * candidate.score,
    }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near);
  return nameArticles(nearest.slice(0, NEAREST), archive);
};
