/** In: real articles. Out: their words by number, and how new words come up as their text grows. */
import type { EvalArticle } from '../eval-data.ts';
import { fitPowerLaw } from './log-log.ts';

export const WORD = /[\p{L}\p{N}]+/gu;
const LETTERS = /^\p{L}{4,}$/u;
/** Points of the law: after a sixteenth of the text, an eighth, … all of it. */
const SHARES = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];
/** Words are taken for names if they are written with a capital this often. */
const CAPITALS = 0.9;
/** Names more frequent than one word in this many (weekdays, presidents) keep their place. */
const FREQUENT_NAME = 2000;
/** Of all text, what the words make up that count as rare. */
const RARE_SHARE = 0.1;

/** A word's number counts from 0 in the order of first occurrence. */
export interface RealWords {
  readonly numbers: ReadonlyMap<string, number>;
  /** How many words the text has, repetitions included. */
  readonly total: number;
  /** Of Heaps' law (n words of text hold about n^exponent different ones, times a constant), fitted on the articles. */
  readonly exponent: number;
  /** By number: whether it is a name that is not frequent. */
  readonly isName: Uint8Array;
  /** By number: whether it is rare and made of letters, four at least. */
  readonly isRare: Uint8Array;
  /** The names, from the rarest to the most frequent. */
  readonly names: readonly string[];
  /** By number: place in `names`, or -1. */
  readonly placeInNames: Int32Array;
}

const textOf = ({ title, body }: EvalArticle): string => `${title}\n\n${body}`;

export const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

interface Tally {
  readonly numbers: Map<string, number>;
  readonly counts: number[];
  readonly capitals: number[];
  readonly points: [words: number, different: number][];
  total: number;
}

const tally = (articles: readonly EvalArticle[]): Tally => {
  const counted: Tally = { numbers: new Map(), counts: [], capitals: [], points: [], total: 0 };
  const { numbers, counts, capitals, points } = counted;
  const ends = new Set(SHARES.map((share) => Math.ceil(articles.length * share)));
  for (const [at, article] of articles.entries()) {
    for (const written of textOf(article).match(WORD) ?? []) {
      const word = written.toLowerCase();
      const number = numbers.get(word) ?? numbers.size;
      if (number === counts.length) {
        numbers.set(word, number);
        counts.push(0);
        capitals.push(0);
      }
      counts[number]!++;
      if (isCapital(written[0]!)) capitals[number]!++;
      counted.total++;
    }
    if (ends.has(at + 1)) points.push([counted.total, numbers.size]);
  }
  return counted;
};

/** Kept if it can be extrapolated: new words keep coming, ever more slowly. One point shows nothing. */
const exponentOf = (points: Tally['points']): number => {
  const exponent = points.length < 2 ? 0.5 : fitPowerLaw(points).exponent;
  return Math.min(0.95, Math.max(0.05, exponent));
};

/** The largest count of words that together make up no more than that share of the text; 1 at least. */
const rareCount = (counts: readonly number[], total: number, share: number): number => {
  let sum = 0;
  let last = 1;
  for (const count of counts.toSorted((a, b) => a - b)) {
    sum += count;
    if (sum > total * share) break;
    last = count;
  }
  return last;
};

/** Takes time and memory in step with the articles. */
export const readWords = (articles: readonly EvalArticle[]): RealWords => {
  const { numbers, counts, capitals, points, total } = tally(articles);
  const exponent = exponentOf(points);
  const share = Math.max(RARE_SHARE, 2 * exponent * (numbers.size / total));
  const rarest = rareCount(counts, total, share);
  const isName = new Uint8Array(numbers.size);
  const isRare = new Uint8Array(numbers.size);
  const names: string[] = [];
  for (const [word, number] of numbers) {
    if (!LETTERS.test(word)) continue;
    const count = counts[number]!;
    if (count <= rarest) isRare[number] = 1;
    if (capitals[number]! < count * CAPITALS || count > Math.max(2, total / FREQUENT_NAME)) continue;
    isName[number] = 1;
    names.push(word);
  }
  names.sort((a, b) => counts[numbers.get(a)!]! - counts[numbers.get(b)!]!);
  const placeInNames = new Int32Array(numbers.size).fill(-1);
  for (const [place, name] of names.entries()) placeInNames[numbers.get(name)!] = place;
  return { numbers, total, exponent, isName, isRare, names, placeInNames };
};
