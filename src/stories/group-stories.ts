/**
 * In: the headlines of new articles. Out: stories, each the articles about one event. The pairs that are most alike are
 * joined first, so that an outlet's report finds the other outlet's report before what else was written around the
 * event. No state: the same articles always make the same stories.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoryArticles } from '../domain/digest.ts';
import { eventScore, saysTitles, shortness } from './event-score.ts';
import type { Headline } from './headline.ts';
import { termWeight } from './term-weight.ts';

/**
 * From this score on two articles report the same event. Chosen so that 95 of 100 joined pairs are right, since a wrong pair costs a
 * reader more than a missed one.
 */
const SAME_EVENT = -0.1;
/** An empty text has to be closer by this, a short one by a part of it: what it leaves out may be what differs. */
const SHORT = 0.25;

/** One outlet rarely tells an event twice, and often what came of it: its two articles have to be closer. */
const SAME_SOURCE = 1;
/** And each has to say most of the other's title: reports from a series differ in a name alone. */
const SAID_AGAIN = 0.7;

/** A story never grows beyond this; what is over makes a story of its own. */
const STORY_LIMIT = 50;

/** How many articles are looked at for each word of a title, the latest ones, and how many of them are compared. */
const LATEST = 200;
const COMPARED = 24;
/** What their titles have to share to be compared: one rare word, or several common ones. */
const SHARED_WEIGHT = 4;

/** If nothing else comes near, two articles that are each other's nearest may be further apart. */
const ALONE = -0.6;
const NEAR = 1;

/** How many articles are compared with the others before the event loop has its turn: some 10 ms. */
const AT_ONCE = 10;

interface Pair {
  readonly a: Headline;
  readonly b: Headline;
  readonly score: number;
}

/** Above 0 for the same event. */
const pairScore = (a: Headline, b: Headline): number => {
  const isSameSource = a.source === b.source;
  if (isSameSource && saysTitles(a, b) < SAID_AGAIN) return Number.NEGATIVE_INFINITY;
  const score = eventScore(a, b) - SAME_EVENT - SHORT * shortness(a, b);
  return isSameSource ? score - SAME_SOURCE : score;
};

/** Titles that one source used more than once, dates and numbers aside ("Voices from the harbour"): they tell no event. */
const recurringPatterns = (headlines: readonly Headline[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  for (const { titlePattern } of headlines) (seen.has(titlePattern) ? recurring : seen).add(titlePattern);
  return recurring;
};

/** None for an article that tells no event of its own. */
const termsOf = ({ title, lead }: Headline): ReadonlySet<string> =>
  title.size === 0 ? new Set() : new Set([...title, ...lead.keys()]);

/** Articles by their places among all: those in whose title or lead a term stands, and those in whose title it does. */
interface Holders {
  readonly all: number[];
  readonly inTitle: number[];
}

const addHolder = (byTerm: Map<string, Holders>, term: string, at: number, isInTitle: boolean): void => {
  const holders = byTerm.getOrInsertComputed(term, () => ({ all: [], inTitle: [] }));
  holders.all.push(at);
  if (isInTitle) holders.inTitle.push(at);
};

/** Those that share most, the most first and equals in their order; the others are not compared. */
const nearest = (touched: readonly number[], shared: Float64Array): readonly number[] => {
  const near: number[] = [];
  for (const other of touched) {
    const weight = shared[other]!;
    const isFull = near.length === COMPARED;
    if (weight < SHARED_WEIGHT || (isFull && weight <= shared[near.at(-1)!]!)) continue;
    if (isFull) near.pop();
    let place = near.length;
    while (place > 0 && shared[near[place - 1]!]! < weight) place--;
    near.splice(place, 0, other);
  }
  return near;
};

/** Pairs whose titles share enough words, or the title of one with the lead of the other; the most alike first. */
const nearPairs = async (headlines: readonly Headline[]): Promise<Pair[]> => {
  const pairs: Pair[] = [];
  const byTerm = new Map<string, Holders>();
  /** By weight, what each shares with the one that is compared; zeros between two of these. */
  const shared = new Float64Array(headlines.length);
  for (const [at, a] of headlines.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const terms = termsOf(a);
    const touched: number[] = [];
    for (const term of terms) {
      const holders = byTerm.get(term);
      const weight = termWeight(term);
      if (holders === undefined || weight === 0) continue;
      const { all, inTitle } = holders;
      const latest = all[Math.max(0, all.length - LATEST)]!;
      const held = a.title.has(term) ? all : inTitle;
      let from = held.length;
      while (from > 0 && held[from - 1]! >= latest) from--;
      for (let place = from; place < held.length; place++) {
        const other = held[place]!;
        if (shared[other] === 0) touched.push(other);
        shared[other]! += weight;
      }
    }
    for (const other of nearest(touched, shared)) {
      const b = headlines[other]!;
      const score = pairScore(a, b);
      if (score > ALONE - NEAR) pairs.push({ a, b, score });
    }
    for (const other of touched) shared[other] = 0;
    for (const term of terms) addHolder(byTerm, term, at, a.title.has(term));
  }
  return pairs.sort((x, y) => y.score - x.score);
};

/** The pairs that tell the same event, the most alike first. In: near pairs in that order. */
const samePairs = (pairs: readonly Pair[]): Pair[] => {
  const scores = new Map<Headline, number[]>();
  for (const { a, b, score } of pairs)
    for (const one of [a, b]) {
      scores.getOrInsertComputed(one, () => []).push(score);
    }
  const isAlone = ({ a, b, score }: Pair): boolean =>
    [a, b].every((one) => {
      const [first, second = Number.NEGATIVE_INFINITY] = scores.get(one)!;
      return first === score && second <= score - NEAR;
    });
  return pairs.filter((pair) => pair.score >= 0 || (pair.score >= ALONE && isAlone(pair)));
};

/** Whether two stories are one: at least half of their pairs tell the same event, and so do all pairs from one source. */
const areOne = (some: readonly Headline[], others: readonly Headline[]): boolean => {
  if (some.length + others.length > STORY_LIMIT) return false;
  if (some.length === 1 && others.length === 1) return true;
  let alike = 0;
  for (const a of some)
    for (const b of others) {
      if (pairScore(a, b) >= 0) alike += 1;
      else if (a.source === b.source) return false;
    }
  return 2 * alike >= some.length * others.length;
};

const groupHeadlines = async (headlines: readonly Headline[]): Promise<Iterable<readonly Headline[]>> => {
  const recurring = recurringPatterns(headlines);
  const home = new Map<Headline, readonly Headline[]>(headlines.map((one) => [one, [one]]));
  const candidates = headlines.filter(({ titlePattern }) => !recurring.has(titlePattern));
  for (const { a, b } of samePairs(await nearPairs(candidates))) {
    const some = home.get(a)!;
    const others = home.get(b)!;
    if (some === others || !areOne(some, others)) continue;
    const joined = [...some, ...others].sort((x, y) => x.seq - y.seq);
    for (const one of joined) home.set(one, joined);
  }
  return new Set(home.values());
};

/** The best telling: a full article before a short one, then the earliest. */
const leadOf = (story: readonly Headline[]): Headline =>
  story.toSorted((a, b) => Number(b.isFull) - Number(a.isFull) || a.atMs - b.atMs || a.seq - b.seq)[0]!;

const tellersOf = (story: readonly Headline[]): number =>
  story.length === 1 ? story[0]!.tellers.length : new Set(story.flatMap(({ tellers }) => tellers)).size;
const newestOf = (story: readonly Headline[]): number => Math.max(...story.map(({ atMs }) => atMs));

const arrange = (stories: readonly (readonly Headline[])[]): StoryArticles[] =>
  stories
    .map((story) => ({ story, tellers: tellersOf(story), newest: newestOf(story) }))
    .sort((a, b) => b.tellers - a.tellers || b.newest - a.newest || a.story[0]!.seq - b.story[0]!.seq)
    .map(({ story }) => {
      const lead = leadOf(story);
      const others = story.filter((one) => one !== lead);
      return {
        lead: lead.seq,
        print: lead.print,
        others: others.map(({ seq }) => seq),
        otherPrints: others.map(({ print }) => print),
      };
    });

/** Articles grouped once, of which many digests take their part. */
export interface Stories {
  /** The stories that these articles tell: those told by most sources first, then the newest. Unknown ones are left out. */
  of(seqs: readonly number[]): StoryArticles[];
  /** Each of these articles as a story of its own, the newest first. */
  singly(seqs: readonly number[]): StoryArticles[];
}

/** Groups articles into stories; every article is in exactly one. Takes turns with the event loop. */
export const groupStories = async (headlines: readonly Headline[]): Promise<Stories> => {
  const inOrder = headlines.toSorted((a, b) => a.seq - b.seq);
  const home = new Map<number, { readonly story: readonly Headline[]; readonly headline: Headline }>();
  for (const story of await groupHeadlines(inOrder))
    for (const one of story) home.set(one.seq, { story, headline: one });
  return {
    of: (seqs) => {
      const parts = new Map<readonly Headline[], Headline[]>();
      for (const seq of seqs) {
        const found = home.get(seq);
        if (found === undefined) continue;
        parts.getOrInsertComputed(found.story, () => []).push(found.headline);
      }
      return arrange([...parts.values()]);
    },
    singly: (seqs) => arrange(seqs.flatMap((seq) => home.get(seq)?.headline ?? []).map((one) => [one])),
  };
};

/** All of these articles as stories. */
export const toStories = async (headlines: readonly Headline[]): Promise<StoryArticles[]> =>
  (await groupStories(headlines)).of(headlines.map(({ seq }) => seq));
