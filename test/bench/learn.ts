/**
 * `npm run learn -- --articles FILE --questions FILE`: cross-validates the ranking model by week, prints what it
 * reaches, then learns from all questions and writes `src/answers/passage-model.json`. Answers are looked at here, as
 * what is to be learned, never by a feature.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { collectAnswerTerms } from '../../src/answers/answer-terms.ts';
import { CONFIDENCE_FEATURES, confidenceSigns } from '../../src/answers/confidence-of.ts';
import type { LinearModel, PassageModel } from '../../src/answers/model.ts';
import { planQuestion, type QuestionPlan } from '../../src/answers/plan-question.ts';
import { compareWindows, rankPassages } from '../../src/answers/rank-passages.ts';
import { readCandidates } from '../../src/answers/read-candidates.ts';
import { describeTerms, TERM_FEATURES, termRow } from '../../src/answers/term-features.ts';
import { WINDOW_FEATURES } from '../../src/answers/window-features.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { type ArticleIndex, dayNumber } from '../../src/search/article-index.ts';
import { AT_END, AT_START, SENTENCE_STRIDE } from '../../src/search/document.ts';
import { type Candidate, findCandidates } from '../../src/search/find-candidates.ts';
import { terms } from '../../src/text/terms.ts';
import { FOLDS, foldsOf } from './cross-validation.ts';
import {
  type EvalArticle,
  type EvalQuestion,
  GRACE_DAYS,
  holdsAnswer,
  indexArticles,
  plainText,
  readArticles,
  readQuestions,
} from './eval-data.ts';
import { fitListwise, type Group } from './fit-listwise.ts';

/** Chosen by cross-validation, each between a fourth and four times of it no better. */
const TERM_L2 = 40;
const WINDOW_L2 = 30;
const CONFIDENCE_L2 = 3;
/** As in `answerQuestion`. */
const CANDIDATES = Number(process.env.NC ?? 100);
/** Words learned from for one question: the best ones by each of these features. */
const TERMS_BY = ['supportIdf', 'nearIdf', 'typed', 'typedNear'];
const TERMS_EACH = 40;
/** Words rarer than this can be an answer's ("the" is not what "The Bahamas" is found by). */
const ANSWER_IDF = 1;

const WINDOW_COLUMNS = Int32Array.from(WINDOW_FEATURES, (_, at) => at);

interface Case {
  readonly asked: EvalQuestion;
  readonly plan: QuestionPlan;
  readonly candidates: readonly Candidate[];
  /** The candidates where no article holds an accepted answer. */
  readonly unanswerable: readonly Candidate[];
  readonly termGroup: Group;
}

interface Newsroom {
  readonly articles: readonly EvalArticle[];
  /** Titles and bodies as answers are looked for in them. */
  readonly plain: readonly string[];
  readonly index: ArticleIndex;
}

const named = (features: readonly string[], weights: ArrayLike<number>): LinearModel =>
  Object.fromEntries(features.map((feature, at) => [feature, Number(weights[at]!.toPrecision(4))]));

const makeTermGroup = (
  asked: EvalQuestion,
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
): Group => {
  const reading = readCandidates(plan, candidates, index);
  const found = collectAnswerTerms(reading);
  describeTerms(found, reading);
  const rows = Array.from({ length: found.count }, (_, slot) => termRow(slot, plan.type));
  const kept = new Set<number>();
  for (const name of TERMS_BY) {
    const column = TERM_FEATURES.indexOf(name);
    const order = rows.map((_, slot) => slot).sort((a, b) => rows[b]![column]! - rows[a]![column]!);
    for (const slot of order.slice(0, TERMS_EACH)) kept.add(slot);
  }
  const answers = new Set(asked.answers.flatMap((answer) => terms(answer).map(({ term }) => term)));
  const idf = TERM_FEATURES.indexOf('idf');
  const isRight = (slot: number): boolean =>
    rows[slot]![idf]! > ANSWER_IDF && answers.has(index.vocabulary.term(found.ids[slot]!));
  // Features for other types of questions are 0 in every row.
  const columns = TERM_FEATURES.flatMap((name, at) =>
    !name.includes(':') || name.startsWith(`${plan.type}:`) ? [at] : [],
  );
  return {
    count: kept.size,
    columns: Int32Array.from(columns),
    rows: Float64Array.from([...kept].flatMap((slot) => columns.map((column) => rows[slot]![column]!))),
    right: Uint8Array.from(kept, (slot) => (isRight(slot) ? 1 : 0)),
  };
};

const makeCase = (asked: EvalQuestion, { plain, index }: Newsroom): Case => {
  const day = dayNumber(asked.asOf);
  const plan = planQuestion(parseQuery(asked.question, Date.parse(asked.asOf)), index, day);
  const filter = { latestDay: day + GRACE_DAYS, within: null, sources: [], excluded: [], phrases: [] };
  const all = findCandidates(index, plan.terms, filter, day, index.size).list;
  const candidates = all.slice(0, CANDIDATES);
  const unanswerable: Candidate[] = [];
  for (const candidate of all) {
    if (unanswerable.length === CANDIDATES) break;
    const { seq } = index.document(candidate.document)!;
    if (!holdsAnswer(plain[seq - 1]!, asked.answers)) unanswerable.push(candidate);
  }
  return { asked, plan, candidates, unanswerable, termGroup: makeTermGroup(asked, plan, candidates, index) };
};

const textOf = (document: number, first: number, last: number, { articles, index }: Newsroom): string => {
  const { seq, sentences } = index.document(document)!;
  const start = sentences[first * SENTENCE_STRIDE + AT_START]!;
  return articles[seq - 1]!.body.slice(start, sentences[last * SENTENCE_STRIDE + AT_END]!);
};

const makeWindowGroup = (
  { asked, plan, candidates }: Case,
  model: LinearModel,
  newsroom: Newsroom,
): Group => {
  const reading = readCandidates(plan, candidates, newsroom.index);
  const { windows, rows } = compareWindows(reading, { terms: model, windows: {}, confidence: {} });
  return {
    count: windows.length,
    columns: WINDOW_COLUMNS,
    rows: rows.slice(0, windows.length * WINDOW_FEATURES.length),
    right: Uint8Array.from(windows, ({ document, first, end }) =>
      holdsAnswer(plainText(textOf(document.document, first, end - 1, newsroom)), asked.answers) ? 1 : 0,
    ),
  };
};

const fitTerms = (cases: readonly Case[]): LinearModel =>
  named(
    TERM_FEATURES,
    fitListwise(
      cases.map(({ termGroup }) => termGroup),
      TERM_FEATURES.length,
      TERM_L2,
    ),
  );

const fitWindows = (groups: readonly Group[]): LinearModel =>
  named(WINDOW_FEATURES, fitListwise(groups, WINDOW_FEATURES.length, WINDOW_L2));

/** What one question got by a model that never saw its week. */
interface Outcome {
  readonly asked: EvalQuestion;
  readonly hits: readonly boolean[];
  readonly articleHits: readonly boolean[];
  readonly bestSentenceHit: boolean;
  readonly signs: number[] | null;
  /** The same over the articles without the answer. */
  readonly signsWithout: number[] | null;
}

const judge = (example: Case, model: PassageModel, newsroom: Newsroom): Outcome => {
  const { asked, plan } = example;
  const { plain, index } = newsroom;
  const passages = rankPassages(plan, example.candidates, index, model);
  const shown = passages.slice(0, 5);
  const isHit = (text: string): boolean => holdsAnswer(plainText(text), asked.answers);
  return {
    asked,
    hits: shown.map(({ document, first, last }) => isHit(textOf(document, first, last, newsroom))),
    articleHits: shown.map(({ document }) =>
      holdsAnswer(plain[index.document(document)!.seq - 1]!, asked.answers),
    ),
    bestSentenceHit: shown
      .slice(0, 1)
      .some(({ document, best }) => isHit(textOf(document, best, best, newsroom))),
    signs: confidenceSigns(plan, passages),
    signsWithout: confidenceSigns(plan, rankPassages(plan, example.unanswerable, index, model)),
  };
};

/** Each question judged by models learned from the other folds; what they learn from is itself held apart by fold. */
const crossValidate = (cases: readonly Case[], folds: readonly number[], newsroom: Newsroom): Outcome[] => {
  const models = new Map<string, LinearModel>();
  const termsWithout = (...out: number[]): LinearModel => {
    const key = [...new Set(out)].sort().join();
    const known = models.get(key);
    if (known !== undefined) return known;
    const model = fitTerms(cases.filter((_, at) => !out.includes(folds[at]!)));
    models.set(key, model);
    return model;
  };
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const groups = cases.flatMap((example, at) =>
      folds[at] === fold ? [] : [makeWindowGroup(example, termsWithout(fold, folds[at]!), newsroom)],
    );
    const model = { terms: termsWithout(fold), windows: fitWindows(groups), confidence: {} };
    for (const [at, example] of cases.entries())
      if (folds[at] === fold) outcomes[at] = judge(example, model, newsroom);
  }
  return outcomes;
};

/** A yes-or-no question as a group of two rows, so that the same fit learns a logistic model. */
const asChoice = (signs: readonly number[], isAnswered: boolean): Group => ({
  count: 2,
  columns: Int32Array.from(signs, (_, at) => at),
  rows: Float64Array.from([...signs, ...signs.map(() => 0)]),
  right: Uint8Array.from(isAnswered ? [1, 0] : [0, 1]),
});

const NOTHING = CONFIDENCE_FEATURES.map((feature) => (feature === 'one' ? 1 : 0));

const fitConfidence = (outcomes: readonly Outcome[]): LinearModel => {
  const choices = outcomes.flatMap(({ hits, signs, signsWithout }) => [
    asChoice(signs ?? NOTHING, hits.slice(0, 3).includes(true)),
    asChoice(signsWithout ?? NOTHING, false),
  ]);
  return named(CONFIDENCE_FEATURES, fitListwise(choices, CONFIDENCE_FEATURES.length, CONFIDENCE_L2));
};

const confidence = (signs: number[] | null, model: LinearModel): number => {
  const sum = (signs ?? NOTHING).reduce((all, sign, at) => all + sign * model[CONFIDENCE_FEATURES[at]!]!, 0);
  return 1 / (1 + Math.exp(-sum));
};

interface Judged {
  readonly outcome: Outcome;
  readonly with: number;
  readonly without: number;
}

const judgeConfidence = (outcomes: readonly Outcome[], folds: readonly number[]): Judged[] => {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitConfidence(outcomes.filter((_, at) => folds[at] !== fold)),
  );
  return outcomes.map((outcome, at) => ({
    outcome,
    with: confidence(outcome.signs, models[folds[at]!]!),
    without: confidence(outcome.signsWithout, models[folds[at]!]!),
  }));
};

/** The chance that a question with an answer gets more confidence than one without. */
const areaUnderCurve = (judged: readonly Judged[]): number => {
  let wins = 0;
  for (const a of judged)
    for (const b of judged) wins += a.with > b.without ? 1 : a.with === b.without ? 0.5 : 0;
  return wins / judged.length ** 2;
};

const share = <T>(items: readonly T[], test: (item: T) => boolean): string =>
  items.length === 0 ? '-' : (items.filter(test).length / items.length).toFixed(3);

const reportRanking = (outcomes: readonly Outcome[]): void => {
  const at = (k: number): string => share(outcomes, ({ hits }) => hits.slice(0, k).includes(true));
  const articleAt = (k: number): string =>
    share(outcomes, ({ articleHits }) => articleHits.slice(0, k).includes(true));
  const best = share(outcomes, ({ bestSentenceHit }) => bestSentenceHit);
  console.log(
    `excerpt@1 ${at(1)}  @3 ${at(3)}  @5 ${at(5)}  article@1 ${articleAt(1)}  @5 ${articleAt(5)}  best sentence@1 ${best}`,
  );
};

const LENGTHS: readonly (readonly [string, number, number])[] = [
  ['all', 0, 1e9],
  ['1-3 letters', 0, 3],
  ['4-8', 4, 8],
  ['9-15', 9, 15],
  ['16 and more', 16, 1e9],
];

const lengthOf = ({ asked }: Outcome): number => Math.min(...asked.answers.map(({ length }) => length));

const reportConfidence = (judged: readonly Judged[]): void => {
  for (const [label, from, to] of LENGTHS) {
    const some = judged.filter(({ outcome }) => lengthOf(outcome) >= from && lengthOf(outcome) <= to);
    console.log(
      `confidence, answers of length ${label}: AUC ${areaUnderCurve(some).toFixed(3)} (${some.length})`,
    );
  }
  for (let bar = 0.1; bar < 0.75; bar += 0.05) {
    const hit = judged.filter(({ outcome }) => outcome.hits.slice(0, 3).includes(true));
    console.log(
      `below ${bar.toFixed(2)}: ${share(hit, (one) => one.with < bar)} of the answered, ` +
        `${share(judged, (one) => one.with < bar)} of all, ${share(judged, (one) => one.without < bar)} without an answer`,
    );
  }
};

const main = (): void => {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string' },
      questions: { type: 'string' },
      splits: { type: 'string', default: '3' },
    },
  });
  if (values.articles === undefined || values.questions === undefined)
    throw new Error('Expected --articles FILE and --questions FILE; see the README of the benchmark.');
  console.time('read');
  const articles = readArticles(values.articles);
  const plain = articles.map(({ title, body }) => plainText(`${title}\n${body}`));
  const newsroom = { articles, plain, index: indexArticles(articles) };
  const cases = readQuestions(values.questions).map((asked) => makeCase(asked, newsroom));
  console.timeEnd('read');
  const days = cases.map(({ asked }) => asked.asOf);
  let outcomes: Outcome[] = [];
  for (let seed = 1; seed <= Number(values.splits); seed++) {
    const folds = foldsOf(days, seed);
    outcomes = crossValidate(cases, folds, newsroom);
    reportRanking(outcomes);
    reportConfidence(judgeConfidence(outcomes, folds).slice(0, seed === 1 ? undefined : 0));
  }
  const terms = fitTerms(cases);
  const windows = fitWindows(cases.map((example) => makeWindowGroup(example, terms, newsroom)));
  const model: PassageModel = { terms, windows, confidence: fitConfidence(outcomes) };
  const file = new URL('../../src/answers/passage-model.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
};

main();
