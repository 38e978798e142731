/**
 * In: a question and a few articles. Out: the features of the words that may answer it, of its passages and of
 * their sentences, by name.
 */
import { findCandidates } from '../../../src/answers/find-candidates.ts';
import { planQuestion } from '../../../src/answers/plan-question.ts';
import { collectAnswerTerms } from '../../../src/answers/ranking/answer-terms.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import { chooseWindows, compareWindows, scoreWindows } from '../../../src/answers/ranking/rank-passages.ts';
import { type Reading, readCandidates } from '../../../src/answers/ranking/read-candidates.ts';
import {
  describeSentences,
  SENTENCE_FEATURE_NAMES,
  type SentenceFeatureName,
} from '../../../src/answers/ranking/sentence-features.ts';
import {
  describeTerms,
  TERM_FEATURE_NAMES,
  type TermFeatureName,
} from '../../../src/answers/ranking/term-features.ts';
import {
  WINDOW_FEATURE_NAMES,
  type WindowFeatureName,
} from '../../../src/answers/ranking/window-features.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { dayOfMs, EVERYTHING, WHOLE_SCOPE } from '../../../src/search/search-query.ts';
import { DEFAULT_LANGUAGE, termOf } from '../../../src/text/terms.ts';
import { textOf } from '../../bench/ranking/make-cases.ts';
import { openTestArchive } from '../../bench/ranking/open-test-archive.ts';

/** The day all questions are asked on, and the day of articles that give none. */
const TODAY = '2024-05-10';

export interface Told {
  readonly title?: string;
  readonly body: string;
  readonly published?: string | null;
}

export interface Described {
  /** Features of a word that may be the answer. */
  word(word: string): Record<TermFeatureName, number>;
  /** Features of the passage that begins so. */
  passage(beginning: string): Record<WindowFeatureName, number>;
  /** Features of the sentence that begins so, of the best passages. */
  sentence(beginning: string): Record<SentenceFeatureName, number>;
}

/** Likely answers are those that stand close to the words of the question. */
const TERMS: LinearModel = { nearIdf: 3 };
/** The best passages are those that hold most of the question. */
const WINDOWS: LinearModel = { held: 1 };

const byName = <T extends string>(
  names: readonly T[],
  rows: Float64Array,
  place: number,
): Record<T, number> =>
  Object.fromEntries(names.map((name, at) => [name, rows[place * names.length + at]!])) as Record<T, number>;

const describeWords = (reading: Reading, ids: ReadonlyMap<string, number>): Described['word'] => {
  const terms = collectAnswerTerms(reading);
  const rows = describeTerms(terms, reading).slice();
  const found = terms.map(({ id }) => id);
  return (word) => {
    const place = found.indexOf(ids.get(termOf(word, DEFAULT_LANGUAGE)) ?? -1);
    if (place < 0) throw new Error(`"${word}" is not among the words that may be the answer`);
    return byName(TERM_FEATURE_NAMES, rows, place);
  };
};

/** What is made of a reading is valid until the next: features of words are taken out first. */
export const describeQuestion = async (question: string, told: readonly Told[]): Promise<Described> => {
  const articles = told.map(({ title = '', body, published = TODAY }, at) => {
    return { id: String(at), title, url: null, source: 'harbour.example', published, body };
  });
  const testArchive = await openTestArchive(articles);
  try {
    const { archive, context } = testArchive;
    const { dictionary } = context;
    const asOfDay = dayOfMs(Date.parse(TODAY));
    const plan = await planQuestion(parseQuery(question, Date.parse(TODAY)), dictionary, asOfDay);
    const request = { scope: WHOLE_SCOPE, asOfDay, limit: articles.length };
    const candidates = await findCandidates(plan.terms, EVERYTHING, request, dictionary, archive);
    const words = told.flatMap(({ title = '', body }) => `${title} ${body}`.match(/[\p{L}\p{N}]+/gu) ?? []);
    const ids = await dictionary.ids(words.map((word) => termOf(word, DEFAULT_LANGUAGE)));
    const word = describeWords(readCandidates(plan, candidates, context), ids);
    const reading = readCandidates(plan, candidates, context);
    const { windows, rows, terms: likely } = compareWindows(reading, { terms: TERMS });
    const kept = rows.slice();
    const scores = scoreWindows(rows, windows.length, WINDOWS);
    const best = chooseWindows({ windows, scores, terms: likely, part: null, limit: 5 }).map(
      ({ at, window }) => {
        return { window, score: scores[at]! };
      },
    );
    const sentences = describeSentences(best, likely, reading).map(({ place, sentence, row }) => {
      const { words } = best[place]!.window.article;
      return { text: textOf(words, sentence, sentence, testArchive), row };
    });
    const texts = windows.map(({ article, first, end }) =>
      textOf(article.words, first, end - 1, testArchive),
    );
    const passage = (beginning: string): Record<WindowFeatureName, number> => {
      const place = texts.findIndex((text) => text.startsWith(beginning));
      if (place < 0) throw new Error(`No passage begins "${beginning}": ${JSON.stringify(texts)}`);
      return byName(WINDOW_FEATURE_NAMES, kept, place);
    };
    const sentence = (beginning: string): Record<SentenceFeatureName, number> => {
      const found = sentences.find(({ text }) => text.startsWith(beginning));
      if (found === undefined) throw new Error(`No sentence begins "${beginning}"`);
      return byName(SENTENCE_FEATURE_NAMES, Float64Array.from(found.row), 0);
    };
    return { word, passage, sentence };
  } finally {
    await testArchive.close();
  }
};
