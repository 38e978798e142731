/**
 * In: excerpts, best first, as they are quoted. Out: the same, those before others that are written like an answer: with a
 * date where a time is asked for, a new name where a person is, no caption of a picture, no list of questions. What words
 * say was weighed before; this looks at how they are written.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { countCaptions } from './is-caption.ts';
import type { QuestionPlan } from './plan-question.ts';

/** What articles of unknown date count as. */
const UNDATED_DAYS = 400;

/** Farther behind the best, scores tell nothing more: over few articles they lie far apart. */
const FAR_BEHIND = 7;

/** What is known of an excerpt when it is looked at again. */
interface Look {
  readonly excerpt: Excerpt;
  /** Its score under the best one's: no better than that of those before it. */
  readonly behind: number;
  readonly text: string;
  readonly best: string;
  /** Names in it that the question does not hold. */
  readonly names: ReadonlySet<string>;
  readonly plan: QuestionPlan;
  readonly intent: Intent;
  /** Days since it was published. */
  readonly days: number;
  /** The question in lower case. */
  readonly asked: string;
}

/** "Report:Leaked draft …": links to other articles, run into the text. */
const TEASER = /[a-z’?!]:["'“‘]?[A-Z]|\bRead more\b|\bMore:|\bREAD MORE\b|\bRELATED\b/g;
const ROUNDUP =
  /\bthings to know\b|\bbriefing\b|\bdaily\b|\bphotos\b|\bin pictures\b|\bthis week\b|\bpodcast\b|\bquiz\b/i;
const OPINION = /^opinion\b/i;
const LIVE = /\blive\b|\bupdates?\b|\brecap\b/i;
const DATE =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]{2,})? \d{1,2}\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/g;
const NUMBER =
  /\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|million|billion)\b/gi;
const CAUSE =
  /\b(?:because|due to|after|amid|over|caus\w+|reasons?|blam\w+|sparked|prompted|motiv\w+|owing to|thanks to|led to|stems? from|accus\w+|in response to|so that|since)\b/gi;
const SPEECH = /\b(?:said|says|told|tweeted|wrote|added|called|asked|posted|statement)\b/i;
const STATE =
  /\bno longer\b|\bformer\b|\bresign\w*\b|\breinstat\w*\b|\breplac\w*\b|\bended\b|\blift(?:ed|s)\b|\bre(?:mains?|mained|stored?)\b|\bnow\b|\bsuspend\w*\b|\bstill\b/i;
const POLL =
  /\bpolls?\b|\bsurvey\w*\b|\bpercent\b|\d%|\bmajority\b|\b(?:dis)?approv\w+\b|\boppos\w+\b|\bmost (?:people|Americans|voters)\b|\bsentiments?\b|\brecommend\w*\b|\bexperts?\b|\bmixed\b|\bdivided\b|\bmood\b/gi;
const WAY = /\bby \w+ing\b|\bthrough\b|\busing\b|\bvia\b|\bwith a\b|\bsteps?\b|\bcan\b/i;
const NAMES = /(?<![.!?…]["”’]?\s)(?<=\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const flag = (holds: boolean): number => (holds ? 1 : 0);

const newNames = (text: string, asked: string): Set<string> =>
  new Set(
    Array.from(text.matchAll(NAMES), ([name]) => name).filter((name) =>
      name.split(/\s+/).every((part) => !asked.includes(part.toLowerCase().replace(/['’]s$/, ''))),
    ),
  );

const shareInTitle = ({ excerpt, plan: { terms } }: Look): number => {
  const title = excerpt.title.toLowerCase();
  const held = terms.filter(({ word, forms }) =>
    [word.toLowerCase(), ...forms].some((form) => title.includes(form)),
  );
  return held.length / Math.max(1, terms.length);
};

/** The words of the question in the best sentence, against all of them. */
const shareInBest = ({ excerpt: { best, matches }, plan: { terms } }: Look): number =>
  Math.min(
    1,
    matches.filter(({ start, end }) => start >= best.start && end <= best.end).length /
      Math.max(1, terms.length),
  );

/** What is looked at, on a scale of about 0 to 1. */
const SIGNS = {
  behind: ({ behind }) => Math.max(-FAR_BEHIND, behind) / 5,
  captions: ({ text }) => Math.min(3, countCaptions(text)) / 3,
  bestAsks: ({ best }) => flag(best.trimEnd().endsWith('?')),
  teasers: ({ text }) => Math.min(3, count(text, TEASER)) / 3,
  length: ({ text }) => text.length / 600,
  roundup: ({ excerpt: { title } }) => flag(ROUNDUP.test(title)),
  opinionPiece: ({ excerpt: { title } }) => flag(OPINION.test(title)),
  live: ({ excerpt: { title } }) => flag(LIVE.test(title)),
  months: ({ days, intent }) => (intent.newest ? 0 : Math.log1p(days / 30) / 4),
  days: ({ days, intent }) => (intent.newest ? Math.log1p(days) / 6 : 0),
  titleHeld: shareInTitle,
  bestHeld: shareInBest,
  names: ({ names }) => Math.min(1, names.size / 8),
  numbers: ({ text }) => Math.min(1, count(text, NUMBER) / 8),
  dates: ({ text, plan: { type }, intent: { kind } }) =>
    type === 'time' || kind === 'timeline' ? Math.min(1, count(text, DATE) / 2) : 0,
  number: ({ best, plan: { type } }) => (type === 'number' ? flag(count(best, NUMBER) > 0) : 0),
  quotation: ({ text, intent: { kind } }) =>
    kind === 'quote' ? flag(/["“”]/.test(text) && SPEECH.test(text)) : 0,
  cause: ({ text, intent: { kind } }) => (kind === 'reason' ? Math.min(1, count(text, CAUSE) / 2) : 0),
  state: ({ text, intent: { kind } }) => (kind === 'still' || kind === 'change' ? flag(STATE.test(text)) : 0),
  poll: ({ text, intent: { kind } }) => (kind === 'opinion' ? Math.min(1, count(text, POLL) / 3) : 0),
  way: ({ text, intent: { kind } }) => (kind === 'manner' ? flag(WAY.test(text)) : 0),
} satisfies Record<string, (look: Look) => number>;

type SignName = keyof typeof SIGNS;
export const SIGN_NAMES = Object.keys(SIGNS) as SignName[];
const FUNCTIONS: readonly ((look: Look) => number)[] = Object.values(SIGNS);

/** The signs of each excerpt, in the order of `SIGN_NAMES`. */
export const signsOf = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  intent: Intent,
  question: string,
): number[][] => {
  const asked = question.toLowerCase();
  let least = excerpts[0]?.score ?? 0;
  const top = least;
  return excerpts.map((excerpt) => {
    least = Math.min(least, excerpt.score);
    const { text, best, start, published } = excerpt;
    const days = published === null ? UNDATED_DAYS : plan.asOfDay - Date.parse(published) / 86_400_000;
    const look: Look = {
      excerpt,
      behind: least - top,
      text,
      best: text.slice(best.start - start, best.end - start),
      names: newNames(text, asked),
      plan,
      intent,
      days: Math.max(0, days),
      asked,
    };
    return FUNCTIONS.map((sign) => sign(look));
  });
};

/**
 * Learned from questions as people type them, beside quiz questions, by which of ten excerpts held an answer: see
 * docs/RANKING.md.
 */
const WEIGHTS: Readonly<Record<SignName, number>> = {
  behind: 1.54,
  captions: -1.46,
  bestAsks: 0.45,
  teasers: -0.8,
  length: 0.43,
  roundup: 1.22,
  opinionPiece: -1.37,
  live: -1.05,
  months: -2.51,
  days: -0.92,
  titleHeld: 0.86,
  bestHeld: 0.7,
  names: 0.26,
  numbers: -0.52,
  dates: 1.09,
  number: 0.95,
  quotation: 0.25,
  cause: 1.03,
  state: 0.74,
  poll: 3.8,
  way: 0.66,
};

/** In the order of `SIGN_NAMES`. */
const WEIGHT_ROW = SIGN_NAMES.map((name) => WEIGHTS[name]);

/**
 * With more words a question tells what it wants, and looks tell nothing more: 487 quiz questions, of nine words in the
 * middle, were answered as well without.
 */
const FEW_TERMS = 4;

/** Whether looks tell more than the words do. */
export const isWorthALook = ({ terms }: QuestionPlan): boolean => terms.length <= FEW_TERMS;

/** What stands in every answer of a kind, as English writes it. */
const KIND: Partial<Record<QuestionPlan['type'], RegExp>> = { number: NUMBER, time: DATE };

/** Whether a text may answer at all: one without a number never tells how many. */
export const mayAnswer = ({ text }: Excerpt, { type }: QuestionPlan): boolean => {
  const kind = KIND[type];
  return kind === undefined || /\d/.test(text) || count(text, kind) > 0;
};

/** Best first. */
export const lookAgain = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  intent: Intent,
  question: string,
): Excerpt[] => {
  const rows = signsOf(excerpts, plan, intent, question);
  return excerpts
    .map((excerpt, at) => ({
      excerpt,
      at,
      worth: rows[at]!.reduce((sum, sign, n) => sum + sign * WEIGHT_ROW[n]!, 0),
    }))
    .sort((a, b) => b.worth - a.worth || a.at - b.at)
    .map(({ excerpt }) => excerpt);
};
