/**
 * In: the best passages. Out: a row of features for each of their sentences, used alike by ranking and by the learner: how
 * much of the question and of the likely answers it holds, against the other sentences of its passage and beside what
 * stands before it. To add one: "A ranking feature" in docs/ARCHITECTURE.md.
 */
import { lengthOf, tokensOf } from '../../search/sentence-table.ts';
import { ADJACENT, CAPITAL, NUMBER, TERM_BITS } from '../../search/token.ts';
import type { Window } from './cut-windows.ts';
import { LEARNED_UP_TO } from './model.ts';
import { type Likelihoods, peakOf } from './rank-terms.ts';
import type { Reading } from './read-candidates.ts';
import { NUMBER_WORD } from './term-kinds.ts';

/** A passage and the score it was chosen by. */
export interface ScoredWindow {
  readonly window: Window;
  readonly score: number;
}

/** A sentence as its features see it. */
interface SentenceSigns {
  readonly window: Window;
  readonly sentence: number;
  /** Place of its passage, from 0. */
  readonly place: number;
  /** The score of its passage, less that of the first. */
  readonly behind: number;
  readonly isOfFirstArticle: boolean;
  /** The number of articles asked, on a scale of 0 to 1. */
  readonly size: number;
  /** Likely answers in it, as in `Window.answers`, and in the sentences of its passage before it. */
  readonly answers: number;
  readonly answersBefore: number;
  /** The highest likelihood of a single word, and all of it, in any one sentence of its passage. */
  readonly peakOfPassage: number;
  readonly massOfPassage: number;
}

type SentenceFeature = (signs: SentenceSigns, terms: Likelihoods, reading: Reading) => number;

/** UTF-16 units from which a sentence says much besides. */
const LONG = 250;

const flag = (holds: boolean): number => (holds ? 1 : 0);

const shareOf = (mask: number, { weigh, plan }: Reading): number => weigh(mask) / plan.totalIdf;

/** The words of the question in a sentence of the passage; none if it has no such sentence. */
const maskOf = ({ article, first, end }: Window, sentence: number, { scratch }: Reading): number =>
  sentence < first || sentence >= end ? 0 : scratch.masks[article.base + sentence]!;

const inContext = ({ window, sentence }: SentenceSigns, reading: Reading): number =>
  shareOf(
    maskOf(window, sentence, reading) | maskOf(window, sentence - 1, reading) | window.article.titleMask,
    reading,
  );

/** Two words with capitals beside each other, for which it holds. */
const someName = (
  { window: { article }, sentence }: SentenceSigns,
  isWanted: (one: number, other: number) => boolean,
): boolean => {
  const { tokens } = article.words;
  const [from, to] = tokensOf(article.words, sentence, sentence + 1);
  for (let at = from + 1; at < to; at++) {
    const [one, other] = [tokens[at - 1]!, tokens[at]!];
    const isName = (one & CAPITAL) !== 0 && (other & (CAPITAL | ADJACENT)) === (CAPITAL | ADJACENT);
    if (isName && isWanted(one & TERM_BITS, other & TERM_BITS)) return true;
  }
  return false;
};

/** The likelihood of the likeliest word that stands in a name of several words. */
const fullName = (signs: SentenceSigns, { ranks, byRank }: Likelihoods): number => {
  let best = 0;
  someName(signs, (...ids) => {
    for (const id of ids) if (ranks[id]! >= 0) best = Math.max(best, byRank[ranks[id]!]!);
    return false;
  });
  return best;
};

/** A name of several words, none of them in the question. */
const holdsNewName = (signs: SentenceSigns, { scratch: { bits } }: Reading): boolean =>
  someName(signs, (one, other) => bits.values[one]! < 0 && bits.values[other]! < 0);

const holdsNewNumber = (
  { window: { article }, sentence }: SentenceSigns,
  { scratch: { bits }, kinds }: Reading,
): boolean => {
  const [from, to] = tokensOf(article.words, sentence, sentence + 1);
  return article.words.tokens.subarray(from, to).some((token) => {
    const id = token & TERM_BITS;
    return bits.values[id]! < 0 && ((token & NUMBER) !== 0 || (kinds[id]! & NUMBER_WORD) !== 0);
  });
};

/** `value` as a share of the most there is. */
const ofMost = (value: number, most: number): number => (most > 0 ? value / most : 0);

/** Every one with its reason in docs/RANKING.md. */
const SENTENCE_FEATURES = {
  behind: ({ behind }) => behind,
  behindOfMany: ({ behind, size }) => behind * size,
  first: ({ place }) => flag(place === 0),
  firstOfMany: ({ place, size }) => flag(place === 0) * size,
  firstArticle: ({ isOfFirstArticle }) => flag(isOfFirstArticle),
  mass: ({ answers }, terms) => terms.massOf(answers),
  newMass: ({ answers, answersBefore }, terms) => terms.massOf(answers & ~answersBefore),
  massShare: ({ answers, massOfPassage }, terms) => ofMost(terms.massOf(answers), massOfPassage),
  massInContext: (signs, terms, reading) => terms.massOf(signs.answers) * inContext(signs, reading),
  peak: ({ answers, peakOfPassage }, terms) =>
    flag(answers !== 0 && peakOf(answers, terms) === peakOfPassage),
  peakAndHeld: ({ window, sentence, answers, peakOfPassage }, terms, reading) =>
    ofMost(peakOf(answers, terms), peakOfPassage) * shareOf(maskOf(window, sentence, reading), reading),
  fullName: (signs, terms) => fullName(signs, terms),
  heldFocus: ({ window, sentence }, _, reading) => {
    const { focusMask } = reading.plan;
    const mask = maskOf(window, sentence, reading);
    return ofMost(shareOf(mask & focusMask, reading), shareOf(focusMask, reading));
  },
  heldBefore: ({ window, sentence }, _, reading) => shareOf(maskOf(window, sentence - 1, reading), reading),
  heldBehind: ({ window, sentence }, _, reading) => shareOf(maskOf(window, sentence + 1, reading), reading),
  lead: ({ sentence }) => flag(sentence === 0),
  long: ({ window, sentence }) => flag(lengthOf(window.article.words, sentence) > LONG),
  newName: (signs, _, reading) => flag(reading.plan.type === 'person' && holdsNewName(signs, reading)),
  noNumber: (signs, _, reading) => flag(reading.plan.type === 'number' && !holdsNewNumber(signs, reading)),
} satisfies Record<string, SentenceFeature>;

export type SentenceFeatureName = keyof typeof SENTENCE_FEATURES;

export const SENTENCE_FEATURE_NAMES = Object.keys(SENTENCE_FEATURES) as SentenceFeatureName[];

const FUNCTIONS: readonly SentenceFeature[] = Object.values(SENTENCE_FEATURES);

/** The signs of the sentences of one passage. */
const signsIn = (
  { window, score }: ScoredWindow,
  place: number,
  first: ScoredWindow,
  terms: Likelihoods,
  { scratch, plan }: Reading,
): SentenceSigns[] => {
  const { article } = window;
  const answers = Array.from(
    scratch.answers.subarray(article.base + window.first, article.base + window.end),
  );
  const ofPassage = {
    window,
    place,
    behind: score - first.score,
    isOfFirstArticle: article === first.window.article,
    size: Math.min(1, Math.log(Math.max(1, plan.articles)) / Math.log(LEARNED_UP_TO)),
    peakOfPassage: Math.max(...answers.map((own) => peakOf(own, terms))),
    massOfPassage: Math.max(...answers.map((own) => terms.massOf(own))),
  };
  let answersBefore = 0;
  return answers.map((own, at) => {
    const signs = { ...ofPassage, sentence: window.first + at, answers: own, answersBefore };
    answersBefore |= own;
    return signs;
  });
};

/** A sentence of one of the passages, and its features, in the order of `SENTENCE_FEATURE_NAMES`. */
export interface DescribedSentence {
  readonly place: number;
  readonly sentence: number;
  readonly row: readonly number[];
}

/** Passages are handed in best first. */
export const describeSentences = (
  passages: readonly ScoredWindow[],
  terms: Likelihoods,
  reading: Reading,
): DescribedSentence[] =>
  passages
    .flatMap((passage, place) => signsIn(passage, place, passages[0]!, terms, reading))
    .map((signs) => ({
      place: signs.place,
      sentence: signs.sentence,
      row: FUNCTIONS.map((feature) => feature(signs, terms, reading)),
    }));
