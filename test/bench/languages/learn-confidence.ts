/**
 * In: sets of languages other than English. Out: the weights by which the confidence in an answer is estimated there. The thresholds of
 * the verdict are those of English: the estimates are put on a scale where, of the questions that no article answers, as
 * many are answered for sure as in English.
 */
import { findCandidates } from '../../../src/answers/find-candidates.ts';
import { investigate } from '../../../src/answers/investigate.ts';
import {
  CONFIDENCE_FEATURES,
  confidenceSigns,
  missBelow,
  WEAK_BELOW,
} from '../../../src/answers/ranking/confidence-of.ts';
import { type LinearModel, PASSAGE_MODEL } from '../../../src/answers/ranking/model.ts';
import { type RankedPassage, rankPassages } from '../../../src/answers/ranking/rank-passages.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { spanOf } from '../../../src/search/sentence-table.ts';
import { asChoice } from '../ranking/fit-confidence.ts';
import { fitListwise } from '../ranking/fit-listwise.ts';
import { named } from '../ranking/fit-ranking.ts';
import { holdsAnswerIn, type LanguageQuestion, type LanguageSet } from './language-set.ts';
import { AS_OF_MS, type OpenSet, openSet } from './open-set.ts';

/**
 * Of the questions without an answer, how many are refused, and how many not answered for sure. English refuses 0.74 over
 * its set and is sure of 0.04. As many are to be sure here; refusing as many would refuse answers as well, 0.06 of the
 * questions, so that more are called unsure instead.
 */
const REFUSED = 0.38;
const NOT_SURE = 0.957;
const CONFIDENCE_L2 = 3;
const CANDIDATES = 40;
const QUOTED = 5;

type Signs = readonly number[] | null;

interface Judged {
  readonly signs: Signs;
  readonly isAnswered: boolean;
  readonly signsWithout: Signs;
}

const rank = async (
  question: string,
  windows: LinearModel,
  { archive }: OpenSet,
): Promise<{ signs: Signs; passages: readonly RankedPassage[] }> => {
  const query = parseQuery(question, AS_OF_MS);
  const { plan, must, scope, dictionary } = await investigate(query, { asOfMs: AS_OF_MS }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit: CANDIDATES };
  const candidates = await findCandidates(plan.terms, must, request, dictionary, archive);
  const kinds = await archive.kinds.read(dictionary, plan.language);
  const context = { dictionary, kinds, scratch: archive.scratch };
  const passages = rankPassages(plan, candidates, context, { ...PASSAGE_MODEL, windows });
  return { signs: confidenceSigns(plan, passages), passages };
};

const judge = async (
  asked: LanguageQuestion,
  language: string,
  windows: LinearModel,
  open: OpenSet,
): Promise<Judged> => {
  const { signs, passages } = await rank(asked.question, windows, open);
  let isAnswered = false;
  for (const { words, first, last } of passages.slice(0, QUOTED)) {
    const [article] = await open.archive.articles.getMany([words.seq]);
    const { start, end } = spanOf(words, first, last);
    isAnswered ||= holdsAnswerIn(article?.body.slice(start, end) ?? '', asked.answers, language);
  }
  const without = await open.without(asked, () => rank(asked.question, windows, open));
  return { signs, isAnswered, signsWithout: without.signs };
};

const judgeSet = async (set: LanguageSet, windows: LinearModel): Promise<Judged[]> => {
  const open = await openSet(set);
  try {
    const judged: Judged[] = [];
    for (const asked of set.questions) judged.push(await judge(asked, set.language, windows, open));
    return judged;
  } finally {
    await open.close();
  }
};

const logit = (chance: number): number => Math.log(chance / (1 - chance));

/** The weights stretched and moved so that the shares refused fall on the thresholds. */
const onScale = (weights: ArrayLike<number>, without: readonly Signs[], articles: number): number[] => {
  const miss = missBelow(articles);
  const sums = without
    .map(
      (signs) => signs?.reduce((sum, sign, at) => sum + sign * weights[at]!, 0) ?? Number.NEGATIVE_INFINITY,
    )
    .sort((a, b) => a - b);
  const at = (share: number): number => sums[Math.floor(share * sums.length)]!;
  const stretch = (logit(WEAK_BELOW) - logit(miss)) / (at(NOT_SURE) - at(REFUSED));
  const move = logit(miss) - stretch * at(REFUSED);
  return Array.from(weights, (weight, place) => weight * stretch + (place === 0 ? move : 0));
};

/** `windows` are the weights that passages are ranked by. `onSet` is called with each set that was asked. */
export const learnConfidence = async (
  sets: readonly LanguageSet[],
  windows: LinearModel,
  onSet: (name: string) => void,
): Promise<LinearModel> => {
  const judged: Judged[] = [];
  for (const set of sets) {
    judged.push(...(await judgeSet(set, windows)));
    onSet(set.name);
  }
  const choices = judged.flatMap(({ signs, isAnswered, signsWithout }) => [
    ...asChoice(signs, isAnswered),
    ...asChoice(signsWithout, false),
  ]);
  const weights = fitListwise(choices, CONFIDENCE_FEATURES.length, CONFIDENCE_L2);
  return named(
    CONFIDENCE_FEATURES,
    onScale(
      weights,
      judged.map(({ signsWithout }) => signsWithout),
      sets.reduce((sum, set) => sum + set.articles.length, 0) / sets.length,
    ),
  );
};
