/**
 * In: a question's intent. Out: the bonus of a window that matches it: the newest if the state of things is
 * asked for, a cause if the reason is, words of the speaker if a quotation is. The gains are on the scale of the
 * learned scores, and were measured beside them; see docs/RANKING.md.
 */
import type { Intent, IntentKind } from '../../domain/query.ts';
import { cuesOf } from '../../query/read-intent.ts';
import type { Dictionary } from '../../search/forward-index.ts';
import { topicWords } from '../../search/query-requirements.ts';
import { lengthOf, tokensOf } from '../../search/sentence-table.ts';
import { ADJACENT, CAPITAL, INITIAL, QUOTED, TERM_BITS } from '../../search/token.ts';
import { formsOf } from '../../search/word-forms.ts';
import { logAge, type Window, WORTH_OF_LENGTH } from './cut-windows.ts';
import type { Reading } from './read-candidates.ts';
import { TIME, YEAR } from './term-kinds.ts';

/** What a window gains, beside its learned score. */
type Gain = (window: Window, reading: Reading) => number;

export interface Favour {
  readonly gain: Gain;
  /** The sentence that has most of what is wanted; null if that is as good as any. */
  bestOf(window: Window, reading: Reading): number | null;
}

/** For each word of the kind that is asked for, up to two, as a share of the question's weight. */
const CUE_IN_SENTENCE = 0.15;
/** The same gain for one word of an aim or several: what someone wants often follows a pronoun ("They mean to …"). */
const AIM_IN_SENTENCE = 1.1;
/** For words in quotation marks if the question asks what someone said, as a share of the question's weight. */
const QUOTATION_IN_SENTENCE = 0.3;
/** For whoever is asked of and a word of speaking near each other: "Maravia denied", "said Lena Moor". */
const SPEAKER_IN_SENTENCE = 0.5;
/** Words from one to the other: "Moor has also repeatedly denied". */
const NEAR = 4;

/** What a window gains, on the scale of the learned scores. */
const GAINS = {
  /** Lost for each time the article is e times older, if the newest state is asked for. */
  newest: 0.4,
  /** Lost for each time the article is e times older, if the question asks for what is new, whatever it is. */
  latest: 0.8,
  /** For two words of the kind that is asked for; half for one. */
  cue: 1,
  /** For words in quotation marks. */
  quotation: 0.8,
  /** For a date. */
  date: 0.5,
  /** For four names of several words. */
  names: 1.5,
  /** For the beginning of the article. */
  lead: 0.5,
  /** Lost for each time the article is e times older, if a summary is asked for. */
  summaryAge: 0.3,
};

const someToken = (
  { article: { words }, first, end }: Window,
  isWanted: (token: number) => boolean,
): boolean => {
  const [from, to] = tokensOf(words, first, end);
  for (let at = from; at < to; at++) if (isWanted(words.tokens[at]!)) return true;
  return false;
};

const countDistinct = ({ article: { words }, first, end }: Window, ids: ReadonlySet<number>): number => {
  const [from, to] = tokensOf(words, first, end);
  const found = new Set<number>();
  for (let at = from; at < to; at++) {
    const id = words.tokens[at]! & TERM_BITS;
    if (ids.has(id)) found.add(id);
  }
  return found.size;
};

const favourNewest =
  (loss: number): Gain =>
  ({ article }, { plan }) =>
    -loss * logAge(article, plan.asOfDay);

const favourCues =
  (ids: ReadonlySet<number>): Gain =>
  (window) =>
    (GAINS.cue * Math.min(2, countDistinct(window, ids))) / 2;

const isQuoted = (window: Window): boolean => someToken(window, (token) => (token & QUOTED) !== 0);

/** Whether a word of one set stands near one of the other. */
const standNear = (
  { article: { words }, first, end }: Window,
  some: ReadonlySet<number>,
  others: ReadonlySet<number>,
): boolean => {
  const [from, to] = tokensOf(words, first, end);
  let [one, other] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = from; at < to; at++) {
    const id = words.tokens[at]! & TERM_BITS;
    if (some.has(id)) one = at;
    if (others.has(id)) other = at;
    if (Math.abs(one - other) <= NEAR) return true;
  }
  return false;
};

const favourQuotation: Gain = (window) => (isQuoted(window) ? GAINS.quotation : 0);

const favourDates: Gain = (window, { kinds }) =>
  someToken(window, (token) => (kinds[token & TERM_BITS]! & (TIME | YEAR)) !== 0) ? GAINS.date : 0;

/** Names of several words, such as a list of groups or persons has. */
const favourNames: Gain = ({ article: { words }, first, end }) => {
  const [from, to] = tokensOf(words, first, end);
  let pairs = 0;
  for (let at = from + 1; at < to; at++) {
    const isPair = (words.tokens[at]! & (CAPITAL | ADJACENT)) === (CAPITAL | ADJACENT);
    if (isPair && (words.tokens[at - 1]! & (CAPITAL | INITIAL)) === CAPITAL) pairs += 1;
  }
  return GAINS.names * Math.min(1, pairs / 4);
};

const favourLead: Gain = (window, reading) =>
  (window.first <= 2 ? GAINS.lead : 0) - GAINS.summaryAge * logAge(window.article, reading.plan.asOfDay);

/** Intents for which one sentence with such words is the answer; for a list or a way, the likeliest answer decides. */
const TOLD_IN_A_SENTENCE: ReadonlySet<IntentKind> = new Set([
  'quote',
  'aim',
  'reason',
  'opinion',
  'still',
  'change',
]);

/** What a sentence may tell of besides words of the question. */
interface Telling {
  readonly cues: ReadonlySet<number>;
  /** What a number of different cues is worth, and words in quotation marks. */
  readonly ofCues: (count: number) => number;
  readonly ofQuotation: number;
  /** Who spoke; empty if nobody is asked of. */
  readonly speakers: ReadonlySet<number>;
}

/**
 * The sentence that holds most of the question, words of the kind that is asked for counting as well; the longest of equals. Who was
 * named in a sentence before speaks in a quotation: "Minister Dorn came. “It hurts,” she said."
 */
const bestWithCues = (
  window: Window,
  { cues, ofCues, ofQuotation, speakers }: Telling,
  { scratch, weigh, plan }: Reading,
): number => {
  const { words } = window.article;
  let best = window.best;
  let most = Number.NEGATIVE_INFINITY;
  let isNamed = false;
  // The name of who is asked of counts where they speak, and not besides.
  const ofSpeaker = plan.terms.reduce(
    (mask, { ids }, bit) => (ids.some((id) => speakers.has(id)) ? mask | (1 << bit) : mask),
    0,
  );
  for (let sentence = window.first; sentence < window.end; sentence++) {
    const held = weigh(scratch.masks[window.article.base + sentence]! & ~ofSpeaker) / plan.totalIdf;
    const alone = { ...window, first: sentence, end: sentence + 1 };
    const count = countDistinct(alone, cues);
    const names = countDistinct(alone, speakers) > 0;
    const goesOn = isNamed && !names && isQuoted(alone) && count > 0;
    const speaks = standNear(alone, speakers, cues) || goesOn;
    isNamed ||= names;
    const told = ofCues(count) + (isQuoted(alone) ? ofQuotation : 0) + (speaks ? SPEAKER_IN_SENTENCE : 0);
    const value = held + told + WORTH_OF_LENGTH * lengthOf(words, sentence);
    if (value > most) {
      most = value;
      best = sentence;
    }
  }
  return best;
};

const BY_KIND: Partial<Record<IntentKind, readonly Gain[]>> = {
  quote: [favourQuotation],
  timeline: [favourDates],
  list: [favourNames],
  summary: [favourLead],
};

/** What windows gain for what is wanted. Cues are looked up once per question. */
export const readFavour = async (
  intent: Intent,
  language: string,
  dictionary: Dictionary,
): Promise<Favour | null> => {
  const idsOf = async (some: readonly string[]): Promise<ReadonlySet<number>> =>
    new Set(some.length === 0 ? [] : (await formsOf(some, dictionary)).flatMap(({ ids }) => ids));
  const [cues, speakers] = await Promise.all([
    idsOf(cuesOf(intent.kind, language)),
    idsOf(topicWords(intent.speaker ?? '')),
  ]);
  const gains: readonly Gain[] = [
    ...(intent.newest ? [favourNewest(intent.kind === 'latest' ? GAINS.latest : GAINS.newest)] : []),
    ...(cues.size > 0 ? [favourCues(cues)] : []),
    ...(BY_KIND[intent.kind] ?? []),
  ];
  if (gains.length === 0) return null;
  const telling: Telling = {
    cues,
    ofCues: (count) =>
      intent.kind === 'aim' ? AIM_IN_SENTENCE * Math.min(1, count) : CUE_IN_SENTENCE * Math.min(2, count),
    ofQuotation: intent.kind === 'quote' ? QUOTATION_IN_SENTENCE : 0,
    speakers,
  };
  const isTold = cues.size > 0 && TOLD_IN_A_SENTENCE.has(intent.kind);
  return {
    gain: (window, reading) => gains.reduce((sum, gain) => sum + gain(window, reading), 0),
    bestOf: (window, reading) => (isTold ? bestWithCues(window, telling, reading) : null),
  };
};
