/**
 * In: excerpts, best first, as they are quoted. Out: for each of them, numbers that say how it is written: with a date
 * if a time is asked for, a cause if the reason is, no caption of a picture, much like the others. Which words of
 * the question it holds was weighed before.
 */
import type { Excerpt } from '../domain/answer.ts';
import { DAY_MS } from '../domain/durations.ts';
import type { Intent } from '../domain/query.ts';
import { sentences } from '../text/sentences.ts';
import { termSet } from '../text/terms.ts';
import { textTerms } from './excerpt-terms.ts';
import { countCaptions } from './is-caption.ts';
import type { QuestionPlan } from './plan-question.ts';
import { rarityInNews } from './rarity.ts';

/** What articles of unknown date count as. */
const UNDATED_DAYS = 400;

/** Scores further behind the best tell nothing more: if there are few articles, they lie far apart. */
const FAR_BEHIND = 7;

/** What is known of an excerpt when it is looked at again. */
interface Look {
  readonly excerpt: Excerpt;
  /** The lowest score up to it, minus the best one's: 0 or less, and never rising from one excerpt to the next. */
  readonly behind: number;
  readonly text: string;
  readonly best: string;
  /** The terms of its text, and of its title. */
  readonly words: ReadonlySet<string>;
  readonly titleWords: ReadonlySet<string>;
  /** The terms of its first sentence. */
  readonly opening: ReadonlySet<string>;
  /** How alike its words are to those of the other excerpts, words of the question aside, 0 to 1. */
  readonly alike: number;
  readonly plan: QuestionPlan;
  readonly intent: Intent;
  /** Days since it was published. */
  readonly days: number;
}

const ROUNDUP = /\bthings to know\b|\bbriefing\b|\bdaily\b|\bthis week\b|\bpodcast\b|\bquiz\b/i;
const GALLERY = /\bphotos?\b|\bpictures?\b|\bvideo\b/i;
const OPINION = /^opinion\b/i;
const LIVE = /\blive\b|\bupdates?\b|\brecap\b/i;
export const DATE =
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
/** "in Kabul", "outside the White House". */
const PLACE = /\b(?:in|at|near|outside|from) (?:the )?\p{Lu}/gu;

/** How often a pattern with the flag `g` is found. */
export const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
/** "On March 12" gives no number, unless another one is given. */
export const holdsNumber = (text: string): boolean => count(text.replace(DATE, ' '), NUMBER) > 0;
/** A name of two words. */
export const FULL_NAME = /\p{Lu}[\p{L}'’-]+\s+\p{Lu}[\p{L}'’-]+/gu;

/** Whether a text holds a name, as a pattern with the flag `g` finds it, that the question does not hold. */
export const holdsNewName = (
  text: string,
  pattern: RegExp,
  { terms: asked, language }: QuestionPlan,
): boolean => {
  const known = new Set(asked.flatMap(({ forms, isOptional }) => (isOptional ? [] : forms)));
  const names = Array.from(text.replace(DATE, ' ').matchAll(pattern), ([name]) => termSet(name, language));
  return names.some((words) => [...words].every((term) => !known.has(term)));
};
const flag = (holds: boolean): number => (holds ? 1 : 0);

/** The share of the question, by rarity, that any of the sets holds. */
export const heldBy = (sets: readonly ReadonlySet<string>[], { terms, totalIdf }: QuestionPlan): number =>
  terms.reduce(
    (sum, { forms, idf }) => (forms.some((form) => sets.some((held) => held.has(form))) ? sum + idf : sum),
    0,
  ) / (totalIdf || 1);

/** The sentences of an excerpt, in order. */
export const sentencesOf = (text: string, { language }: QuestionPlan): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

/** The share of the question that one sentence holds with the title, the most of any. */
export const heldAtOnce = ({ text, title }: Excerpt, plan: QuestionPlan): number => {
  const titled = termSet(title, plan.language);
  const shares = sentencesOf(text, plan).map((sentence) =>
    heldBy([titled, termSet(sentence, plan.language)], plan),
  );
  return Math.max(0, ...shares);
};

/** Words with the squares of their rarities in the news, and the sum of these. */
interface Weighed {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

const weighWords = (words: ReadonlySet<string>, asked: ReadonlySet<string>): Weighed => {
  const weights = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    if (asked.has(word)) continue;
    const weight = rarityInNews(word) ** 2;
    weights.set(word, weight);
    total += weight;
  }
  return { weights, total };
};

/** The cosine of two sets of words, each as rare as it is in the news. */
const likeness = (a: Weighed, b: Weighed): number => {
  if (a.total === 0 || b.total === 0) return 0;
  let both = 0;
  for (const [word, weight] of a.weights) if (b.weights.has(word)) both += weight;
  return both / Math.sqrt(a.total * b.total);
};

/** The words of the question in the best sentence, against all of them. */
const shareInBest = ({ excerpt: { best, matches }, plan: { terms } }: Look): number =>
  Math.min(
    1,
    matches.filter(({ start, end }) => start >= best.start && end <= best.end).length /
      Math.max(1, terms.length),
  );

const LONG_SENTENCE = 300;

/** Each sign is on a scale of about 0 to 1. */
const SIGNS = {
  behind: ({ behind }) => Math.max(-FAR_BEHIND, behind) / 5,
  captions: ({ text }) => Math.min(3, countCaptions(text)) / 3,
  length: ({ text }) => text.length / 600,
  roundup: ({ excerpt: { title } }) => flag(ROUNDUP.test(title)),
  gallery: ({ excerpt: { title } }) => flag(GALLERY.test(title)),
  opinionPiece: ({ excerpt: { title } }) => flag(OPINION.test(title)),
  live: ({ excerpt: { title } }) => flag(LIVE.test(title)),
  months: ({ days, intent }) => (intent.newest ? 0 : Math.log1p(days / 30) / 4),
  days: ({ days, intent }) => (intent.newest ? Math.log1p(days) / 6 : 0),
  titleHeld: ({ titleWords, plan }) => heldBy([titleWords], plan),
  held: ({ words, titleWords, plan }) => heldBy([words, titleWords], plan),
  bestHeld: shareInBest,
  firstHeld: ({ opening, plan }) => heldBy([opening], plan),
  bestLength: ({ best }) => Math.min(LONG_SENTENCE, best.length) / LONG_SENTENCE,
  alike: ({ alike }) => alike,
  quotations: ({ text }) => count(text, /["“”]/g) / 8,
  numbers: ({ text }) => Math.min(1, count(text, NUMBER) / 8),
  dates: ({ text, plan: { type }, intent: { kind } }) =>
    type === 'time' || kind === 'timeline' ? Math.min(1, count(text, DATE) / 2) : 0,
  number: ({ best, plan: { type } }) => (type === 'number' ? flag(holdsNumber(best)) : 0),
  name: ({ best, plan }) => (plan.type === 'person' ? flag(holdsNewName(best, FULL_NAME, plan)) : 0),
  quotation: ({ text, intent: { kind } }) =>
    kind === 'quote' ? flag(/["“”]/.test(text) && SPEECH.test(text)) : 0,
  cause: ({ text, intent: { kind } }) => (kind === 'reason' ? Math.min(1, count(text, CAUSE) / 2) : 0),
  state: ({ text, intent: { kind } }) => (kind === 'still' || kind === 'change' ? flag(STATE.test(text)) : 0),
  poll: ({ text, intent: { kind } }) => (kind === 'opinion' ? Math.min(1, count(text, POLL) / 3) : 0),
  places: ({ text, plan: { type } }) => (type === 'place' ? count(text, PLACE) / 5 : 0),
} satisfies Record<string, (look: Look) => number>;

export const SIGN_NAMES: readonly string[] = Object.keys(SIGNS);
const FUNCTIONS: readonly ((look: Look) => number)[] = Object.values(SIGNS);

/** The signs of the first `wanted` excerpts, in the order of `SIGN_NAMES`. All of them are compared with the others. */
export const signsOf = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  intent: Intent,
  wanted = excerpts.length,
): number[][] => {
  const words = excerpts.map((excerpt) => textTerms(excerpt, plan.language));
  const asked = new Set(plan.terms.flatMap(({ forms }) => forms));
  const weighed = words.map((own) => weighWords(own, asked));
  let least = excerpts[0]?.score ?? 0;
  const top = least;
  return excerpts.slice(0, wanted).map((excerpt, at) => {
    least = Math.min(least, excerpt.score);
    const { text, best, start, published } = excerpt;
    const days = published === null ? UNDATED_DAYS : plan.asOfDay - Date.parse(published) / DAY_MS;
    const own = weighed[at]!;
    const others = weighed.filter((other) => other !== own);
    const look: Look = {
      excerpt,
      behind: least - top,
      text,
      best: text.slice(best.start - start, best.end - start),
      words: words[at]!,
      titleWords: termSet(excerpt.title, plan.language),
      opening: termSet(sentencesOf(text, plan)[0] ?? '', plan.language),
      alike: others.reduce((sum, other) => sum + likeness(own, other), 0) / Math.max(1, others.length),
      plan,
      intent,
      days: Math.max(0, days),
    };
    return FUNCTIONS.map((sign) => sign(look));
  });
};
