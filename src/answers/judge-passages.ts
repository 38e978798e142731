/** In: a question's plan and its ranked passages. Out: the verdict on them, and the order they are to be shown in. */
import type { Answer } from '../domain/answer.ts';
import type { Intent, IntentKind, Query } from '../domain/query.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import type { Candidate } from './find-candidates.ts';
import { completeFirst, holdingOf, isKeywords } from './keywords.ts';
import { lacksName } from './lacked-names.ts';
import type { QuestionPlan } from './plan-question.ts';
import { confidenceOf, missBelow, WEAK_BELOW } from './ranking/confidence-of.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { isWorthALook } from './second-look.ts';
import { titleFirst } from './title-first.ts';

/** What is said of an answer besides what it quotes. */
export type Judged = Pick<Answer, 'asked' | 'verdict' | 'confidence' | 'unquoted'>;

export interface Judgement extends Judged {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** How many of the first passages the verdict is about; any of them may hold the answer. */
  readonly judged: number;
}

/**
 * Whoever asks whether, why or what someone thinks uses words that no article answers with: a lower estimate is as good
 * there. Chosen where questions as people type them are refused in one of a hundred, and made-up ones nearly always.
 */
const OPEN_KINDS: ReadonlySet<IntentKind> = new Set([
  'yesno',
  'still',
  'change',
  'opinion',
  'reason',
  'quote',
  'manner',
]);
const OPEN_MISS_BELOW = 0.12;

/**
 * Words of this share of the question, by rarity, carry it. Of questions of a few words for a fact any does; for what a longer one
 * says, and for whether, why or how, articles have other words ("slashing", "titled"): there it takes a third.
 */
const CARRYING_FEW = 0.15;
const CARRYING = 1 / 3;

/**
 * Without a name it asks about, or words that carry it, what was found may be about something else, however it fits. Of other
 * languages than English not all forms of a word are found: half of the words have to be missing.
 */
const isDoubtful = ({ words, intent }: Query, plan: QuestionPlan): boolean => {
  const { missing, terms, totalIdf, language } = plan;
  if (lacksName(words, missing, language)) return true;
  if (language !== DEFAULT_LANGUAGE) return missing.length * 2 >= terms.length;
  const lacked = terms.filter(({ word }) => missing.includes(word));
  const share = lacked.reduce((sum, { idf }) => sum + idf, 0) / totalIdf;
  return share >= (isWorthALook(plan) && !OPEN_KINDS.has(intent.kind) ? CARRYING_FEW : CARRYING);
};

/** An English passage that holds all of the question with its title, except for rounding, is no miss, however low the estimate. */
const ALL = 0.999;

/** Below this an answer is a miss. */
const cutOf = ({ kind }: Intent, { articles }: QuestionPlan): number =>
  Math.min(missBelow(articles), OPEN_KINDS.has(kind) ? OPEN_MISS_BELOW : 1);

const judgeAnswer = (
  query: Query,
  plan: QuestionPlan,
  passages: readonly RankedPassage[],
  isTitled: boolean,
): Judgement => {
  const confidence = confidenceOf(plan, passages);
  const holdsAll = plan.language === DEFAULT_LANGUAGE && (passages[0]?.heldWithTitle ?? 0) >= ALL;
  const isFound = passages.length > 0 && (confidence >= cutOf(query.intent, plan) || isTitled || holdsAll);
  const isSure = confidence >= WEAK_BELOW && !isDoubtful(query, plan);
  const verdict = isFound ? (isSure ? 'answered' : 'weak') : 'none';
  return { asked: 'question', passages, judged: passages.length, confidence, verdict, unquoted: [] };
};

const judgeKeywords = (plan: QuestionPlan, ranked: readonly RankedPassage[]): Judgement => {
  const { passages, complete } = completeFirst(ranked, plan);
  const judged = complete || passages.length;
  const { lacked, share } = holdingOf(passages[0], plan);
  const verdict = share === 0 ? 'none' : lacked.length > 0 ? 'weak' : 'answered';
  const unquoted = lacked.filter((word) => !plan.missing.includes(word));
  return { asked: 'keywords', passages, judged, confidence: share, verdict, unquoted };
};

/**
 * A question is judged by how likely an answer is, keywords by whether they were found; passages that hold them come
 * first. `titled` are the candidates whose title has the words of the question. They come before all others: whoever
 * types a title has found that article, and if a title asks the same question the verdict is not `none`.
 */
export const judgePassages = (
  query: Query,
  plan: QuestionPlan,
  ranked: readonly RankedPassage[],
  titled: readonly Candidate[],
): Judgement => {
  const isTyped = titled.some(({ words }) => words.titleLength === terms(query.words).length);
  const judgement =
    isTyped || isKeywords(query, plan)
      ? judgeKeywords(plan, ranked)
      : judgeAnswer(query, plan, ranked, titled.length > 0);
  return { ...judgement, passages: titleFirst(judgement.passages, titled) };
};
