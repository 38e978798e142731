/** In: articles and questions. Out: each question with its plan, its candidates and the rows its models learn from. */
import { CANDIDATES } from '../../../src/answers/answer-question.ts';
import { collectAnswerTerms } from '../../../src/answers/answer-terms.ts';
import type { LinearModel } from '../../../src/answers/model.ts';
import { planQuestion, type QuestionPlan } from '../../../src/answers/plan-question.ts';
import { compareWindows } from '../../../src/answers/rank-passages.ts';
import { readCandidates } from '../../../src/answers/read-candidates.ts';
import { describeTerms, TERM_FEATURES, termRow } from '../../../src/answers/term-features.ts';
import { WINDOW_FEATURES } from '../../../src/answers/window-features.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { type ArticleIndex, dayNumber } from '../../../src/search/article-index.ts';
import { AT_END, AT_START, SENTENCE_STRIDE } from '../../../src/search/document.ts';
import { type Candidate, findCandidates } from '../../../src/search/find-candidates.ts';
import { terms } from '../../../src/text/terms.ts';
import {
  type EvalArticle,
  type EvalQuestion,
  GRACE_DAYS,
  holdsAnswer,
  indexArticles,
  plainText,
} from '../eval-data.ts';
import type { Group } from './fit-listwise.ts';

/** Words learned from for one question: the best ones by each of these features. */
const TERMS_BY = ['support', 'freshIdf', 'nearIdf', 'typedNear'];
const TERMS_EACH = 40;
/** Words rarer than this can be an answer's ("the" is not what "The Bahamas" is found by). */
const ANSWER_IDF = 1;

const WINDOW_COLUMNS = Int32Array.from(WINDOW_FEATURES, (_, at) => at);

/** Articles with what is looked up in them; the article at place i has seq i + 1. */
export interface Newsroom {
  readonly articles: readonly EvalArticle[];
  /** Titles and bodies as answers are looked for in them. */
  readonly plain: readonly string[];
  readonly index: ArticleIndex;
}

export interface Case {
  readonly asked: EvalQuestion;
  readonly plan: QuestionPlan;
  readonly candidates: readonly Candidate[];
  /** The candidates of a corpus without every article that holds an accepted answer. */
  readonly unanswerable: readonly Candidate[];
  /** The words that may be the answer, those of the accepted answers marked right. */
  readonly termGroup: Group;
}

export const openNewsroom = (articles: readonly EvalArticle[]): Newsroom => ({
  articles,
  plain: articles.map(({ title, body }) => plainText(`${title}\n${body}`)),
  index: indexArticles(articles),
});

/** The best words by any of `TERMS_BY`, as places in `rows`. */
const bestTerms = (rows: readonly Float64Array[]): number[] => {
  const kept = new Set<number>();
  for (const name of TERMS_BY) {
    const column = TERM_FEATURES.indexOf(name);
    const order = rows.map((_, slot) => slot).sort((a, b) => rows[b]![column]! - rows[a]![column]!);
    for (const slot of order.slice(0, TERMS_EACH)) kept.add(slot);
  }
  return [...kept];
};

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
  const kept = bestTerms(rows);
  const answers = new Set(asked.answers.flatMap((answer) => terms(answer).map(({ term }) => term)));
  const idf = TERM_FEATURES.indexOf('idf');
  const isRight = (slot: number): boolean =>
    rows[slot]![idf]! > ANSWER_IDF && answers.has(index.vocabulary.term(found.ids[slot]!));
  // Features for other types of questions are 0 in every row.
  const columns = TERM_FEATURES.flatMap((name, at) =>
    !name.includes(':') || name.startsWith(`${plan.type}:`) ? [at] : [],
  );
  return {
    count: kept.length,
    columns: Int32Array.from(columns),
    rows: Float64Array.from(kept.flatMap((slot) => columns.map((column) => rows[slot]![column]!))),
    right: Uint8Array.from(kept, (slot) => (isRight(slot) ? 1 : 0)),
  };
};

export const makeCase = (asked: EvalQuestion, { plain, index }: Newsroom): Case => {
  const day = dayNumber(asked.asOf);
  const plan = planQuestion(parseQuery(asked.question, Date.parse(asked.asOf)), index, day);
  const filter = {
    latestDay: day + GRACE_DAYS,
    within: null,
    sources: [],
    excludedSources: [],
    excluded: [],
    phrases: [],
  };
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

/** The text of a document's sentences, both ends included. */
export const textOf = (
  document: number,
  first: number,
  last: number,
  { articles, index }: Newsroom,
): string => {
  const { seq, sentences } = index.document(document)!;
  const start = sentences[first * SENTENCE_STRIDE + AT_START]!;
  return articles[seq - 1]!.body.slice(start, sentences[last * SENTENCE_STRIDE + AT_END]!);
};

/** The passages of a question, those that hold an accepted answer marked right. `model` tells likely answers. */
export const makeWindowGroup = (example: Case, model: LinearModel, newsroom: Newsroom): Group => {
  const { asked, plan, candidates } = example;
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
