/**
 * In: two headlines. Out: whether they tell the same event, as a score: above 0 they do. A linear model over what they
 * share, learned from pairs of news articles judged by hand (docs/benchmark.md); the same two always score the same.
 */
import { DAY_MS } from '../domain/durations.ts';
import model from './event-model.json' with { type: 'json' };
import type { Headline, TermWeights } from './headline.ts';
import { termWeight } from './term-weight.ts';

const WEIGHTS = model.weights;
const FEATURES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** This many different content terms the opening of an article usually has. */
const FULL_OPENING_TERMS = 100;

/** Articles further apart tell different events, however alike they are. */
const EVENT_DAYS = 3;

/** Terms as numbers in order, with their weights: two of them are compared far sooner than maps of words. */
interface Packed {
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

/** FNV-1a. */
const hashOf = (term: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

const pack = (entries: Iterable<readonly [string, number]>): Packed => {
  const byHash = new Map<number, number>();
  for (const [term, weight] of entries) byHash.set(hashOf(term), weight);
  const hashes = Uint32Array.from(byHash.keys()).sort();
  const weights = new Float64Array(hashes.length);
  for (let at = 0; at < hashes.length; at++) weights[at] = byHash.get(hashes[at]!)!;
  return { hashes, weights };
};

/** Adds up the products of the weights of each term that both hold. */
const dot = (a: Packed, b: Packed): number => {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i < a.hashes.length && j < b.hashes.length) {
    const x = a.hashes[i]!;
    const y = b.hashes[j]!;
    if (x === y) total += a.weights[i]! * b.weights[j]!;
    // Without branches, which are as often taken as not, it takes half the time.
    i += Number(x <= y);
    j += Number(y <= x);
  }
  return total;
};

/** Terms that all count once. */
interface PackedSet {
  /** By roots of their weights, so that the product of two is what the term weighs. */
  readonly packed: Packed;
  readonly sum: number;
}

const packSet = (terms: ReadonlySet<string>): PackedSet => {
  let sum = 0;
  for (const term of terms) sum += termWeight(term);
  return { packed: pack(terms.values().map((term) => [term, Math.sqrt(termWeight(term))] as const)), sum };
};

/** Terms with weights of their own. */
interface PackedWeights {
  readonly packed: Packed;
  readonly length: number;
}

const packWeights = (weights: TermWeights): PackedWeights => {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { packed: pack(weights), length: Math.sqrt(squares) };
};

/** What is compared of a headline, made once: it is compared with many. */
interface Comparable {
  readonly title: PackedSet;
  readonly names: PackedSet;
  readonly lead: PackedWeights;
  readonly opening: PackedWeights;
}

const comparables = new WeakMap<Headline, Comparable>();

const comparable = (one: Headline): Comparable =>
  comparables.getOrInsertComputed(one, ({ title, names, lead, opening }) => ({
    title: packSet(title),
    names: packSet(names),
    lead: packWeights(lead),
    opening: packWeights(opening),
  }));

/** Share of the terms of both, by weight, that each has. */
const overlap = (a: PackedSet, b: PackedSet): number => {
  const inBoth = dot(a.packed, b.packed);
  return inBoth === 0 ? 0 : inBoth / (a.sum + b.sum - inBoth);
};

const cosine = (a: PackedWeights, b: PackedWeights): number => {
  const inBoth = dot(a.packed, b.packed);
  return inBoth === 0 ? 0 : inBoth / (a.length * b.length);
};

/** Share of a title that the other article says in its title or its first sentences. */
const titleIn = (a: Headline, other: Headline): number => {
  const { sum } = comparable(a).title;
  let said = 0;
  for (const term of a.title) if (other.title.has(term) || other.lead.has(term)) said += termWeight(term);
  return sum === 0 ? 0 : said / sum;
};

/** How much each of two articles says of the other's title, the lesser share of the two. */
export const saysTitles = (a: Headline, b: Headline): number => Math.min(titleIn(a, b), titleIn(b, a));

/** In days, with fractions if both times are known, in whole days if they are not. */
const daysApart = (a: Headline, b: Headline): number => {
  const days = Math.abs(a.atMs - b.atMs) / DAY_MS;
  if (!a.isDayOnly && !b.isDayOnly) return days;
  return Math.abs(Math.floor(a.atMs / DAY_MS) - Math.floor(b.atMs / DAY_MS));
};

/** How much of a text is shared depends on how much text there is: 0 for texts that fill an opening, to 1 for none. */
export const shortness = (a: Headline, b: Headline): number =>
  Math.max(0, 1 - Math.min(a.opening.size, b.opening.size) / FULL_OPENING_TERMS);

/** Whether both name a day in their first sentences, and what they have in common: what came of an event is of another day. */
const weekdayFeatures = ({ weekdays: a }: Headline, { weekdays: b }: Headline) => {
  const areNamed = a.length > 0 && b.length > 0;
  const isShared = a.some((day) => b.includes(day));
  return {
    sameDays: Number(isShared),
    otherDays: Number(areNamed && !isShared),
    otherFirstDay: Number(areNamed && a[0] !== b[0]),
  };
};

/** What the model weighs, by name. */
export const eventFeatures = (a: Headline, b: Headline): Record<keyof typeof WEIGHTS, number> => {
  const [own, other] = [comparable(a), comparable(b)];
  const sharedTitle = overlap(own.title, other.title);
  const short = shortness(a, b);
  return {
    bias: 1,
    sharedTitle,
    lead: cosine(own.lead, other.lead),
    opening: cosine(own.opening, other.opening),
    titleInLead: saysTitles(a, b),
    names: overlap(own.names, other.names),
    days: daysApart(a, b),
    explainers: Number(a.isExplainer) + Number(b.isExplainer),
    shortTitle: short * sharedTitle,
    ...weekdayFeatures(a, b),
  };
};

export const eventScore = (a: Headline, b: Headline): number => {
  if (daysApart(a, b) > EVENT_DAYS || a.title.size === 0 || b.title.size === 0)
    return Number.NEGATIVE_INFINITY;
  const features = eventFeatures(a, b);
  let score = 0;
  for (const name of FEATURES) score += WEIGHTS[name] * features[name];
  return score;
};
