/** In: articles and questions. Out: each question with its plan, its candidates and the rows its models learn from. */

import { type Candidate, findCandidates } from '../../../src/answers/find-candidates.ts';
import { CANDIDATES } from '../../../src/answers/find-passages.ts';
import { planQuestion, type QuestionPlan } from '../../../src/answers/plan-question.ts';
import { collectAnswerTerms } from '../../../src/answers/ranking/answer-terms.ts';
import { isToldInASentence, MAY_COME_FIRST } from '../../../src/answers/ranking/choose-sentences.ts';
import type { LinearModel, PassageModel } from '../../../src/answers/ranking/model.ts';
import { chooseWindows, compareWindows, scoreWindows } from '../../../src/answers/ranking/rank-passages.ts';
import { type RankingContext, readCandidates } from '../../../src/answers/ranking/read-candidates.ts';
import { describeSentences, SENTENCE_FEATURE_NAMES } from '../../../src/answers/ranking/sentence-features.ts';
import {
  describeTerms,
  TERM_MODEL_FEATURES,
  termModelRow,
} from '../../../src/answers/ranking/term-features.ts';
import { WINDOW_FEATURE_NAMES, WINDOW_WIDTH } from '../../../src/answers/ranking/window-features.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import type { ArticleWords, Dictionary } from '../../../src/search/forward-index.ts';
import { dayOfMs, EVERYTHING, WHOLE_SCOPE } from '../../../src/search/search-query.ts';
import { spanOf } from '../../../src/search/sentence-table.ts';
import { terms } from '../../../src/text/terms.ts';
import { type EvalQuestion, GRACE_DAYS, holdsAnswer, plainText } from '../eval-data.ts';
import type { Group } from './fit-listwise.ts';
import type { TestArchive } from './open-test-archive.ts';
import type { Corpus } from './small-corpora.ts';

/** Words learned from for one question: the best ones by each of these features. */
const TERMS_BY = ['support', 'freshIdf', 'nearIdf', 'typedNear'];
const TERMS_EACH = 40;
/** Words rarer than this can be an answer's ("the" is not what "The Bahamas" is found by). */
const ANSWER_IDF = 1;

const SENTENCE_COLUMNS = Int32Array.from(SENTENCE_FEATURE_NAMES, (_, at) => at);
const WINDOW_COLUMNS = Int32Array.from(WINDOW_FEATURE_NAMES, (_, at) => at);

/** What is found for a question in some corpus. */
export interface Found {
  readonly plan: QuestionPlan;
  readonly candidates: readonly Candidate[];
  readonly context: RankingContext;
}

export interface Case extends Found {
  readonly asked: EvalQuestion;
  /** Articles it is asked of. */
  readonly size: number;
  /** What is found in a corpus without every article that holds an accepted answer; null if that is not asked. */
  readonly unanswerable: Found | null;
  /** The words that may be the answer, those of the accepted answers marked right. */
  readonly termGroup: Group;
}

/** The best words by any of `TERMS_BY`, as places in `rows`. */
const bestTerms = (rows: readonly Float64Array[]): number[] => {
  const kept = new Set<number>();
  for (const name of TERMS_BY) {
    const column = TERM_MODEL_FEATURES.indexOf(name);
    const order = rows.map((_, place) => place).sort((a, b) => rows[b]![column]! - rows[a]![column]!);
    for (const place of order.slice(0, TERMS_EACH)) kept.add(place);
  }
  return [...kept];
};

const makeTermGroup = async (
  asked: EvalQuestion,
  { plan, candidates, context }: Found,
  dictionary: Dictionary,
): Promise<Group> => {
  const answers = asked.answers.flatMap((answer) => terms(answer).map(({ term }) => term));
  const answerIds = new Set((await dictionary.ids(answers)).values());
  const reading = readCandidates(plan, candidates, context);
  const found = collectAnswerTerms(reading);
  const described = describeTerms(found, reading);
  const rows = found.map((_, place) => termModelRow(described, place, plan.type));
  const kept = bestTerms(rows);
  const idf = TERM_MODEL_FEATURES.indexOf('idf');
  const isRight = (place: number): boolean =>
    rows[place]![idf]! > ANSWER_IDF && answerIds.has(found[place]!.id);
  // Features for other types of questions are 0 in every row.
  const columns = TERM_MODEL_FEATURES.flatMap((name, at) =>
    !name.includes(':') || name.startsWith(`${plan.type}:`) ? [at] : [],
  );
  return {
    count: kept.length,
    columns: Int32Array.from(columns),
    rows: Float64Array.from(kept.flatMap((place) => columns.map((column) => rows[place]![column]!))),
    right: Uint8Array.from(kept, (place) => (isRight(place) ? 1 : 0)),
  };
};

/** The best that do not hold an answer: deeper and deeper, until there are enough or no more. */
const findUnanswerable = async (
  { answers }: EvalQuestion,
  plain: readonly string[],
  find: (limit: number) => Promise<readonly Candidate[]>,
): Promise<Candidate[]> => {
  for (let limit = 2 * CANDIDATES; ; limit *= 2) {
    const found = await find(limit);
    const without = found.filter(({ words }) => !holdsAnswer(plain[words.seq - 1]!, answers));
    if (without.length >= CANDIDATES || found.length < limit) return without.slice(0, CANDIDATES);
  }
};

/** Plans a question for a corpus, and finds its candidates there; `find` looks deeper. */
const ask = async (
  asked: EvalQuestion,
  { dictionary, archive }: Corpus,
  { context }: TestArchive,
): Promise<{ found: Found; find(limit: number): Promise<Candidate[]> }> => {
  const asOfMs = Date.parse(asked.asOf);
  const asOfDay = dayOfMs(asOfMs);
  const plan = await planQuestion(parseQuery(asked.question, asOfMs), dictionary, asOfDay);
  const scope = { ...WHOLE_SCOPE, latestDay: asOfDay + GRACE_DAYS };
  const find = (limit: number): Promise<Candidate[]> =>
    findCandidates(plan.terms, EVERYTHING, { scope, asOfDay, limit }, dictionary, archive);
  return { found: { plan, candidates: await find(CANDIDATES), context: { ...context, dictionary } }, find };
};

/** A question asked of a corpus; without the answer it is asked of `without`, or else of the others of the same corpus. */
export const makeCase = async (
  asked: EvalQuestion,
  testArchive: TestArchive,
  corpus: Corpus = { dictionary: testArchive.context.dictionary, archive: testArchive.archive },
  without: Corpus | null = null,
): Promise<Case> => {
  const { found, find } = await ask(asked, corpus, testArchive);
  const unanswerable =
    without === null
      ? { ...found, candidates: await findUnanswerable(asked, testArchive.plain, find) }
      : (await ask(asked, without, testArchive)).found;
  return {
    asked,
    size: corpus.dictionary.articles,
    ...found,
    unanswerable,
    termGroup: await makeTermGroup(asked, found, testArchive.context.dictionary),
  };
};

/** The text of an article's sentences, both ends included. */
export const textOf = (
  words: ArticleWords,
  first: number,
  last: number,
  { articles }: TestArchive,
): string => {
  const { start, end } = spanOf(words, first, last);
  return articles[words.seq - 1]!.body.slice(start, end);
};

/** The passages of a question, those that are right marked. `model` finds likely answers. */
export const windowGroupOf = (
  { plan, candidates, context }: Found,
  model: LinearModel,
  isRight: (words: ArticleWords, first: number, last: number) => boolean,
): Group => {
  const reading = readCandidates(plan, candidates, context);
  const { windows, rows } = compareWindows(reading, { terms: model });
  return {
    count: windows.length,
    columns: WINDOW_COLUMNS,
    rows: rows.slice(0, windows.length * WINDOW_WIDTH),
    right: Uint8Array.from(windows, ({ article, first, end }) =>
      isRight(article.words, first, end - 1) ? 1 : 0,
    ),
  };
};

/** The sentences of a question's best passages by a model, those that hold an accepted answer marked right. */
export const makeSentenceGroup = (
  { asked, plan, candidates, context }: Case,
  model: Pick<PassageModel, 'terms' | 'windows'>,
  testArchive: TestArchive,
): Group => {
  const reading = readCandidates(plan, candidates, context);
  const { windows, rows, terms: likely } = compareWindows(reading, model);
  const scores = scoreWindows(rows, windows.length, model.windows);
  const limit = isToldInASentence(plan) ? MAY_COME_FIRST : 0;
  const picks = chooseWindows({ windows, scores, terms: likely, part: null, limit });
  const passages = picks.map(({ at, window }) => ({ window, score: scores[at]! }));
  const sentences = describeSentences(passages, likely, reading);
  return {
    count: sentences.length,
    columns: SENTENCE_COLUMNS,
    rows: Float64Array.from(sentences.flatMap(({ row }) => row)),
    right: Uint8Array.from(sentences, ({ place, sentence }) => {
      const { words } = passages[place]!.window.article;
      return holdsAnswer(plainText(textOf(words, sentence, sentence, testArchive)), asked.answers) ? 1 : 0;
    }),
  };
};

/** The same, those that hold an accepted answer marked right. */
export const makeWindowGroup = (example: Case, model: LinearModel, testArchive: TestArchive): Group =>
  windowGroupOf(example, model, (words, first, last) =>
    holdsAnswer(plainText(textOf(words, first, last, testArchive)), example.asked.answers),
  );
