/**
 * In: words that may be the answer, with what is known of each. Out: a row of features for each. To add one: "A
 * ranking feature" in docs/ARCHITECTURE.md.
 */
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';
import type { QuestionPlan } from '../plan-question.ts';
import { type Place, QUESTION_TYPES, type QuestionType } from '../question-words.ts';
import { rarityOf } from '../rarity.ts';
import { AnswerTerm } from './answer-term.ts';
import type { Reading } from './read-candidates.ts';
import { CITY, COUNTRY, levelOf, NUMBER_WORD, PLACE, STATE, TIME, YEAR } from './term-kinds.ts';

/** A word as its features see it. Shares are of its evidence: 0 to 1. */
export interface TermSigns {
  readonly term: AnswerTerm;
  /** Kinds of the word, as in `term-kinds.ts`. */
  readonly kind: number;
  /** Inverse document frequency. */
  readonly idf: number;
  /** Inverse document frequency up to a limit, beyond which a word is only rare. */
  readonly rarity: number;
  /** Share of its places, those at the start of a sentence left out, that are written with a capital. */
  readonly capital: number;
  /** Share of its places where it names a time or a place. */
  readonly time: number;
  readonly place: number;
  /** 1 for a number in words, else the share of its places that are written with digits. */
  readonly numeric: number;
  readonly money: number;
  readonly percent: number;
  readonly quoted: number;
  readonly isRelated: boolean;
}

type TermFeature = (signs: TermSigns, plan: QuestionPlan) => number;

/** Rarity counts up to here. */
const RARITY_LIMIT = 6;
const IDF_LIMIT = 8;
/** Numbers are common words but answer as well as rare ones. */
const NUMBER_RARITY = 4;
/** Kinds of terms that name what is asked for. */
const PLACE_KINDS: Readonly<Record<Place, number>> = { country: COUNTRY, state: STATE, city: CITY, any: 0 };

const isYear = ({ kind }: TermSigns): boolean => (kind & YEAR) !== 0;
const near = ({ term }: TermSigns): number => Math.sqrt(term.near);
const support = ({ term }: TermSigns): number => Math.sqrt(term.support);

/** How well the spelling and kind of a word fit the type of the question, 0 to 1. */
const fitOf = (type: QuestionType, { capital, time, place, numeric, quoted }: TermSigns): number => {
  switch (type) {
    case 'number':
      return numeric;
    case 'time':
      return Math.max(time, numeric);
    case 'place':
      return Math.max(place, capital * 0.7);
    case 'person':
      return capital * (place > 0 ? 0.3 : 1) * (1 - time);
    case 'thing':
    case 'topic':
      return Math.max(capital * (1 - time), quoted, 0.3);
    default:
      return 0.5;
  }
};

const typedRarity = ({ numeric, rarity }: TermSigns): number =>
  numeric > 0 ? Math.max(NUMBER_RARITY, rarity) : rarity;

/** Shares of the largest among the question's words, so that questions compare. */
const SCALED = {
  support,
  best: ({ term }) => term.best,
  noun: ({ term }) => Math.sqrt(term.noun),
  title: ({ term }) => Math.sqrt(term.title),
  nearIdf: (signs) => near(signs) * signs.rarity,
  typedNear: (signs, { type }) => fitOf(type, signs) * typedRarity(signs) * near(signs),
  freshIdf: (signs) =>
    (support(signs) * signs.rarity * signs.term.freshSupport) / Math.max(1e-9, signs.term.support),
} satisfies Record<string, TermFeature>;

/** As they are. */
const UNSCALED = {
  idf: ({ idf }) => Math.min(IDF_LIMIT, idf),
  capital: ({ capital }) => capital,
  number: ({ term }) => term.number / term.all,
  quoted: ({ quoted }) => quoted,
  place: ({ place }) => place,
  repeats: ({ term }) => term.repeats / term.articles,
  year: (signs, { unit }) => (isYear(signs) && unit !== 'year' ? 1 : 0),
  askedYear: (signs, { unit }) => (isYear(signs) && unit === 'year' ? 1 : 0),
  money: ({ money }, { unit }) => (unit === 'money' ? money : 0),
  percent: ({ percent }, { unit }) => (unit === 'percent' ? percent : 0),
  duration: ({ term }, { unit }) => (unit === 'duration' ? term.lasting / term.all : 0),
  count: (signs, { unit }) =>
    unit === 'count' && !isYear(signs) ? signs.numeric * Math.max(0, 1 - signs.money - signs.percent) : 0,
  related: ({ isRelated }) => (isRelated ? 1 : 0),
  askedPlace: ({ kind, place }, { place: asked }) => (kind & PLACE_KINDS[asked] ? place : 0),
  person: ({ term }) => term.person / term.all,
} satisfies Record<string, TermFeature>;

/** Every one with its reason and its measured gain in docs/RANKING.md. */
export const TERM_FEATURES = { ...SCALED, ...UNSCALED };

export type TermFeatureName = keyof typeof TERM_FEATURES;

export const TERM_FEATURE_NAMES = Object.keys(TERM_FEATURES) as TermFeatureName[];
export const TERM_WIDTH = TERM_FEATURE_NAMES.length;

const FUNCTIONS: readonly TermFeature[] = Object.values(TERM_FEATURES);

/** They come first in a row. */
const SCALED_WIDTH = Object.keys(SCALED).length;

/** Features that mean another thing for each type of question have a weight for each besides the common one. */
export const TYPED_FEATURES: readonly TermFeatureName[] = [
  'capital',
  'number',
  'quoted',
  'place',
  'idf',
  'year',
  'noun',
  'repeats',
  'person',
];

/** Names of the model's features: the common ones, then `type:feature`. */
export const TERM_MODEL_FEATURES: readonly string[] = [
  ...TERM_FEATURE_NAMES,
  ...QUESTION_TYPES.flatMap((type) => TYPED_FEATURES.map((feature) => `${type}:${feature}`)),
];

const capitalShare = ({ all, initial, capital }: AnswerTerm): number => {
  const inside = all - initial;
  return inside > 0.02 * all ? capital / inside : 0.5;
};

/** Signs that are computed word by word. */
type Writable = { -readonly [Name in keyof TermSigns]: TermSigns[Name] };

const newSigns = (): Writable => ({
  term: new AnswerTerm(),
  kind: 0,
  idf: 0,
  rarity: 0,
  capital: 0,
  time: 0,
  place: 0,
  numeric: 0,
  money: 0,
  percent: 0,
  quoted: 0,
  isRelated: false,
});

const fillSigns = (signs: Writable, term: AnswerTerm, { plan, dictionary, kinds }: Reading): void => {
  const { all } = term;
  const kind = kinds[term.id] ?? 0;
  const idf = rarityOf(dictionary.frequency(term.id), levelOf(kind), dictionary);
  signs.term = term;
  signs.kind = kind;
  signs.idf = idf;
  signs.rarity = Math.min(RARITY_LIMIT, idf);
  signs.capital = capitalShare(term);
  // "May" is a month with a capital alone; elsewhere months may have none, and so may whole scripts.
  const naming = plan.language === DEFAULT_LANGUAGE ? signs.capital : 1;
  signs.time = kind & TIME ? naming : 0;
  signs.place = kind & PLACE ? naming : 0;
  signs.numeric = kind & NUMBER_WORD ? 1 : term.number / all;
  signs.money = term.money / all;
  signs.percent = term.percentage / all;
  signs.quoted = term.quoted / all;
  signs.isRelated = plan.relatedIds.has(term.id);
};

/** Divides each of the scaled features by its largest value. */
const scale = (rows: Float64Array, count: number): void => {
  for (let feature = 0; feature < SCALED_WIDTH; feature++) {
    let largest = 1e-9;
    for (let row = 0; row < count; row++) largest = Math.max(largest, rows[row * TERM_WIDTH + feature]!);
    for (let row = 0; row < count; row++) rows[row * TERM_WIDTH + feature]! /= largest;
  }
};

/** A row of `TERM_WIDTH` numbers for each word. Valid until the next question. */
export const describeTerms = (terms: readonly AnswerTerm[], reading: Reading): Float64Array => {
  const { scratch, plan } = reading;
  scratch.reserveTerms(terms.length, TERM_WIDTH);
  const rows = scratch.termRows;
  const signs = newSigns();
  let at = 0;
  for (const term of terms) {
    fillSigns(signs, term, reading);
    for (const feature of FUNCTIONS) rows[at++] = feature(signs, plan);
  }
  scale(rows, terms.length);
  return rows;
};

/** A word's row as the learner sees it: one number for each of `TERM_MODEL_FEATURES`. */
export const termModelRow = (rows: Float64Array, place: number, type: QuestionType): Float64Array => {
  const row = new Float64Array(TERM_MODEL_FEATURES.length);
  row.set(rows.subarray(place * TERM_WIDTH, (place + 1) * TERM_WIDTH));
  const first = TERM_WIDTH + QUESTION_TYPES.indexOf(type) * TYPED_FEATURES.length;
  for (const [at, feature] of TYPED_FEATURES.entries())
    row[first + at] = row[TERM_FEATURE_NAMES.indexOf(feature)]!;
  return row;
};
