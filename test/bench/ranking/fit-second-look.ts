/**
 * In: questions as people type them. Out: the weights of the second look, by which of ten excerpts held an answer, and
 * what the questions get from weights that never saw them.
 */

import type { Archive } from '../../../src/answers/archive.ts';
import { archiveClock } from '../../../src/answers/archive-clock.ts';
import { findPassages } from '../../../src/answers/find-passages.ts';
import { investigate } from '../../../src/answers/investigate.ts';
import { SIGN_NAMES, signsOf } from '../../../src/answers/look-signs.ts';
import { quotePassages } from '../../../src/answers/quote-passages.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import { LOOKED_AT, orderBy } from '../../../src/answers/second-look.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { randomFrom } from '../../random.ts';
import { type Ask, answeredWithin, answersIn, askedText } from './asks.ts';
import { fitListwise, type Group } from './fit-listwise.ts';
import { named } from './fit-ranking.ts';
import { FOLDS } from './folds.ts';

/** Chosen by cross-validation; half and twice as much change first excerpts by less than they vary. */
const L2 = 5;

/** What is found for a question before the second look. */
export interface Looked {
  readonly ask: Ask;
  /** By excerpt: the accepted answers in it. */
  readonly found: readonly (readonly string[])[];
  /** By excerpt: its signs. */
  readonly rows: readonly (readonly number[])[];
  /** Whether it is looked at again at all. */
  readonly usesSecondLook: boolean;
}

export const lookAt = async (ask: Ask, archive: Archive): Promise<Looked | null> => {
  const { asOfMs } = await archiveClock(archive.engine, { asOfMs: Date.parse(ask.asOf) });
  const query = parseQuery(askedText(ask, asOfMs), asOfMs);
  if (query.intent.kind === 'talk' || query.words === '') return null;
  const finding = await investigate(query, { asOfMs }, archive);
  const { judgement, usesSecondLook } = await findPassages(query, finding, archive);
  const excerpts = await quotePassages(judgement.passages, finding.plan, LOOKED_AT, archive);
  const found = excerpts.map((excerpt) => answersIn(ask, excerpt));
  return { ask, found, rows: signsOf(excerpts, finding.plan, query.intent), usesSecondLook };
};

const groupOf = ({ rows, found }: Looked): Group => ({
  count: rows.length,
  columns: Int32Array.from(SIGN_NAMES, (_, at) => at),
  rows: Float64Array.from(rows.flat()),
  right: Uint8Array.from(found, (answers) => (answers.length > 0 ? 1 : 0)),
});

export const fitSecondLook = (looked: readonly Looked[]): LinearModel =>
  named(
    SIGN_NAMES,
    fitListwise(looked.filter(({ usesSecondLook }) => usesSecondLook).map(groupOf), SIGN_NAMES.length, L2),
  );

/** The answers by excerpt in the order of a model; null is the order they were found in. */
const inOrder = (
  { found, rows, usesSecondLook }: Looked,
  model: LinearModel | null,
): (readonly string[])[] => {
  if (model === null || !usesSecondLook) return [...found];
  return orderBy(rows, model).map((at) => found[at]!);
};

/** Whether the first one, three and five excerpts answer, by question. */
export type Within = readonly [boolean, boolean, boolean];

export const withoutSecondLook = (looked: readonly Looked[]): Within[] =>
  looked.map((one) => answeredWithin(one.ask, inOrder(one, null)));

/** Each fifth of the questions by weights learned from the others; `splits` ways of dividing them, one after the other. */
export const crossValidateLook = (looked: readonly Looked[], splits: number): Within[] =>
  Array.from({ length: splits }, (_, split) => {
    const random = randomFrom(split + 1);
    const folds = looked.map(() => Math.floor(random() * FOLDS));
    const models = Array.from({ length: FOLDS }, (__, fold) =>
      fitSecondLook(looked.filter((___, at) => folds[at] !== fold)),
    );
    return looked.map((one, at) => answeredWithin(one.ask, inOrder(one, models[folds[at]!]!)));
  }).flat();
