/**
 * In: a query and its clock. Out: what is found out before anything is quoted: the plan, what may be shown, and the
 * candidate articles.
 */
import type { Answer, AnswerOptions } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import type { Dictionary } from '../search/forward-index.ts';
import { queryRequirements } from '../search/query-requirements.ts';
import { dayOfMs, type SearchQuery, type SearchScope } from '../search/search-query.ts';
import { suggestFunctionWord } from '../search/suggest-spelling.ts';
import type { Archive } from './archive.ts';
import { correctSpelling } from './correct-spelling.ts';
import { planQuestion, type QuestionPlan } from './plan-question.ts';
import { questionScope } from './question-scope.ts';

/** Unknown words looked up in one question, the first ones: each takes tens of milliseconds. */
const CORRECTED_WORDS = 8;

type Correction = Answer['corrections'][number];

export interface Finding {
  readonly dictionary: Dictionary;
  readonly plan: QuestionPlan;
  /** What may be shown, and what an article has to hold and must not. */
  readonly scope: SearchScope;
  readonly must: SearchQuery;
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}

const correct = async (
  missing: readonly string[],
  dictionary: Dictionary,
  archive: Archive,
): Promise<Correction[]> => {
  const corrections: Correction[] = [];
  for (const word of missing.slice(0, CORRECTED_WORDS)) {
    const suggestion = await correctSpelling(word, dictionary, archive);
    if (suggestion !== null) corrections.push({ word, suggestion });
  }
  return corrections;
};

/** "wich", "abuot": nobody needs to be told. */
const slipsOfFunctionWords = (missing: readonly string[]): Correction[] =>
  missing.flatMap((word) => {
    const suggestion = suggestFunctionWord(word);
    return suggestion === null ? [] : [{ word, suggestion }];
  });

const withCorrections = (query: Query, corrections: readonly Correction[]): Query => ({
  ...query,
  sought: corrections.reduce(
    (words, { word, suggestion }) => words.replace(word, () => suggestion),
    query.sought,
  ),
});

/**
 * Plans the question. A slip is forgiven only where no article holds the word.
 * @throws DatelineError `not_found` where no source is called what was asked for.
 */
export const investigate = async (
  query: Query,
  options: Pick<AnswerOptions, 'asOfMs' | 'graceDays'>,
  archive: Archive,
): Promise<Finding> => {
  const scope = await questionScope(query, archive.engine, options);
  const dictionary = await archive.words.dictionary();
  const day = dayOfMs(options.asOfMs);
  const typed = await planQuestion(query, dictionary, day);
  const slips = slipsOfFunctionWords(typed.missing);
  const meant = withCorrections(query, slips);
  const asked = slips.length === 0 ? typed : await planQuestion(meant, dictionary, day);
  const corrections = await correct(asked.missing, dictionary, archive);
  const plan =
    corrections.length === 0
      ? asked
      : await planQuestion(withCorrections(meant, corrections), dictionary, day);
  const must = queryRequirements(query, dictionary);
  return { dictionary, plan, scope, must, corrections, missing: asked.missing };
};
