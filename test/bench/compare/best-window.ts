/** In: a text and the words of a question. Out: the 600 characters that hold most of them. For peers that quote nothing. */
import { stemmer } from '@orama/stemmers/english';
import { QUOTE_CHARACTERS } from './contender.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** How a system makes a word into what it compares: lower-cased, or stemmed as its index is. */
export type Normalise = (word: string) => string;

export const lowerCase: Normalise = (word) => word.toLowerCase();

const stems = new Map<string, string>();

/** The stem, each word's made once, as an index does it. */
export const stem: Normalise = (word) => {
  return stems.getOrInsertComputed(word, () => stemmer(word.toLowerCase()));
};

/** Finds the words of a text and where each begins. */
export type FindWords = (text: string) => readonly { readonly word: string; readonly index: number }[];

const spacedWords: FindWords = (text) =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, index }));

/** The words of a question as the system compares them. */
export const wordsOf = (
  question: string,
  normalise: Normalise,
  findWords: FindWords = spacedWords,
): Set<string> => new Set(findWords(question).map(({ word }) => normalise(word)));

interface Hit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const hitsIn = (
  body: string,
  wanted: ReadonlySet<string>,
  normalise: Normalise,
  findWords: FindWords,
): Hit[] =>
  findWords(body)
    .map(({ word, index }) => ({ word: normalise(word), start: index, end: index + word.length }))
    .filter(({ word }) => wanted.has(word));

/** The run of hits within reach of each other that holds most different words; of equals the first. */
const bestRun = (hits: readonly Hit[]): { first: Hit; last: Hit } | null => {
  const counts = new Map<string, number>();
  let best: { first: Hit; last: Hit; words: number } | null = null;
  let from = 0;
  for (const last of hits) {
    counts.set(last.word, (counts.get(last.word) ?? 0) + 1);
    for (; last.end - hits[from]!.start > QUOTE_CHARACTERS; from++) {
      const { word } = hits[from]!;
      const left = counts.get(word)! - 1;
      if (left === 0) counts.delete(word);
      else counts.set(word, left);
    }
    if (counts.size > (best?.words ?? 0)) best = { first: hits[from]!, last, words: counts.size };
  }
  return best;
};

/** The piece of the body, with the run in its middle. */
export const bestWindow = (
  body: string,
  wanted: ReadonlySet<string>,
  normalise: Normalise,
  findWords: FindWords = spacedWords,
): string => {
  const run = bestRun(hitsIn(body, wanted, normalise, findWords));
  if (run === null) return body.slice(0, QUOTE_CHARACTERS);
  const room = QUOTE_CHARACTERS - (run.last.end - run.first.start);
  const start = Math.max(0, Math.min(run.first.start - Math.floor(room / 2), body.length - QUOTE_CHARACTERS));
  return body.slice(start, start + QUOTE_CHARACTERS);
};
