/**
 * In: what is wanted of a question's words. Out: what a window gains for telling it: the newest where the state of things is
 * asked for, a cause where the reason is, words of the speaker where a quotation is. The gains are on the scale of the
 * learned scores, and were measured beside them; see docs/RANKING.md.
 */
import type { Intent, IntentKind } from '../../domain/query.ts';
import { cuesOf } from '../../query/read-intent.ts';
import type { Dictionary } from '../../search/forward-index.ts';
import { tokensOf } from '../../search/sentence-table.ts';
import { CAPITAL, INITIAL, QUOTED, TERM_BITS } from '../../search/token.ts';
import { formsOf } from '../../search/word-forms.ts';
import { logAge, type Window } from './cut-windows.ts';
import type { Reading } from './read-candidates.ts';
import { TIME, YEAR } from './term-kinds.ts';

/** What a window gains, beside its learned score. */
export type Favour = (window: Window, reading: Reading) => number;

const NOTHING: Favour = () => 0;

/** What a window gains, on the scale of the learned scores. */
export const GAINS = {
  /** Lost for each time the article is e times older, where the newest state is asked for. */
  newest: 0.4,
  /** For a word that tells of what is asked for. */
  cue: 1,
  /** For words in quotation marks. */
  quotation: 0.8,
  /** For a date. */
  date: 0.5,
  /** For a quarter of capitals among the words. */
  names: 0.5,
  /** For the beginning of the article. */
  lead: 0.5,
  /** Lost for each time the article is e times older, where a summary is asked for. */
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

const shareOfTokens = (
  { article: { words }, first, end }: Window,
  isWanted: (token: number) => boolean,
): number => {
  const [from, to] = tokensOf(words, first, end);
  let count = 0;
  for (let at = from; at < to; at++) if (isWanted(words.tokens[at]!)) count += 1;
  return count / Math.max(1, to - from);
};

const favourNewest: Favour = ({ article }, { plan }) => -GAINS.newest * logAge(article, plan.asOfDay);

const favourCues =
  (ids: ReadonlySet<number>): Favour =>
  (window) =>
    someToken(window, (token) => ids.has(token & TERM_BITS)) ? GAINS.cue : 0;

const favourQuotation: Favour = (window) =>
  someToken(window, (token) => (token & QUOTED) !== 0) ? GAINS.quotation : 0;

const favourDates: Favour = (window, { kinds }) =>
  someToken(window, (token) => (kinds[token & TERM_BITS]! & (TIME | YEAR)) !== 0) ? GAINS.date : 0;

/** A list is a sentence thick with names. */
const favourNames: Favour = (window) =>
  GAINS.names * Math.min(1, 4 * shareOfTokens(window, (token) => (token & (CAPITAL | INITIAL)) === CAPITAL));

const favourLead: Favour = (window, reading) =>
  (window.first <= 2 ? GAINS.lead : 0) - GAINS.summaryAge * logAge(window.article, reading.plan.asOfDay);

const BY_KIND: Partial<Record<IntentKind, readonly Favour[]>> = {
  quote: [favourQuotation],
  timeline: [favourDates],
  list: [favourNames],
  summary: [favourLead],
};

/** What windows gain for what is wanted; words of cues are looked up once a question. */
export const readFavour = async (intent: Intent, dictionary: Dictionary): Promise<Favour> => {
  const cues = cuesOf(intent.kind);
  const ids = cues.length === 0 ? [] : (await formsOf(cues, dictionary)).flatMap((forms) => forms.ids);
  const gains: readonly Favour[] = [
    ...(intent.newest ? [favourNewest] : []),
    ...(ids.length > 0 ? [favourCues(new Set(ids))] : []),
    ...(BY_KIND[intent.kind] ?? []),
  ];
  return gains.length === 0
    ? NOTHING
    : (window, reading) => gains.reduce((sum, gain) => sum + gain(window, reading), 0);
};
