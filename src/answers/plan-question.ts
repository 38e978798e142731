/**
 * In: a query and the index. Out: a `QuestionPlan`: the words that carry the question with their weights, the words no
 * article holds, and what kind of answer is asked for. Pure; reads only the vocabulary.
 */
import type { Query } from '../domain/query.ts';
import { hasSubject } from '../query/subject.ts';
import { type ArticleIndex, dayNumber } from '../search/article-index.ts';
import { frequencyOf } from '../search/document-filter.ts';
import { termIds } from '../search/term-ids.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE, termOf } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import {
  NAME_LIKE_WORDS,
  type Place,
  placeOf,
  QUESTION_WORDS,
  type QuestionType,
  questionType,
  TIMES,
  type Unit,
  unitOf,
} from './question-words.ts';

/** At most this many words of a question are used, the first ones: masks are 32-bit numbers. */
export const TERM_LIMIT = 30;

/** One word that carries the question. Its position in `QuestionPlan.terms` is its bit in every mask. */
export interface PlanTerm {
  /** As typed. */
  readonly word: string;
  /** Term ids, one for each language whose stem differs; empty where no article holds the word. */
  readonly ids: readonly number[];
  /** Rarity: ln(1 + (N - df + 0.5) / (df + 0.5)), as in BM25. */
  readonly idf: number;
  /** Place among all words of the question, function words counted. */
  readonly position: number;
}

export interface QuestionPlan {
  readonly terms: readonly PlanTerm[];
  /** What each term is found by in the default language. */
  readonly stems: readonly string[];
  /** Words of the question that no article holds, as typed; those that name nothing ("anything about") aside. */
  readonly missing: readonly string[];
  readonly type: QuestionType;
  readonly unit: Unit;
  readonly place: Place;
  /** Terms of the sentence that asks. All of them where nothing asks. */
  readonly focusMask: number;
  /** The noun the question asks for: "which *country* …", "who was the *designer* …". */
  readonly nounMask: number;
  /** Sum of the idf of all terms; at least a small positive number. */
  readonly totalIdf: number;
  /** Days the question names, as days since 1970-01-01, both ends included. */
  readonly about: { readonly from: number; readonly to: number } | null;
  /** The question's clock, days since 1970-01-01. */
  readonly asOfDay: number;
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly sentence: number;
  readonly isInitial: boolean;
}

const readWords = (text: string): Word[] => {
  const words: Word[] = [];
  for (const [number, { start, end }] of [...sentences(text, DEFAULT_LANGUAGE, 0, text.length)].entries()) {
    let isInitial = true;
    eachWord(
      text,
      (from, to) => {
        const word = text.slice(from, to);
        words.push({
          text: word,
          lower: word.toLowerCase().replace(/['’]s$/, ''),
          sentence: number,
          isInitial,
        });
        isInitial = false;
      },
      start,
      end,
    );
  }
  return words;
};

/** "This senator was elected …": asks for what "this" points to, unless it is a time. */
const findPointer = (words: readonly Word[]): number =>
  words.findIndex(
    ({ lower }, at) => lower === 'this' && at + 1 < words.length && !TIMES.has(words[at + 1]!.lower),
  );

/** The last question word that opens a sentence, else the last one at all, else "this", else -1. */
const findQuestionWord = (words: readonly Word[]): number => {
  const opening = words.findLastIndex((word) => word.isInitial && QUESTION_WORDS.has(word.lower));
  if (opening >= 0) return opening;
  const asking = words.findLastIndex((word) => QUESTION_WORDS.has(word.lower));
  return asking >= 0 ? asking : findPointer(words);
};

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const isFunctionWord = ({ text, lower, isInitial }: Word): boolean =>
  FUNCTION_WORDS.has(lower) && !(NAME_LIKE_WORDS.has(lower) && isCapital(text) && !isInitial);

/** Rarity of a term held by `frequency` of `size` documents, as in BM25. */
export const idfOf = (frequency: number, size: number): number =>
  Math.log(1 + (Math.max(0, size - frequency) + 0.5) / (frequency + 0.5));

const maskOf = (terms: readonly { readonly bit: number }[]): number =>
  terms.reduce((mask, { bit }) => mask | (1 << bit), 0);

const dayOrOpen = (day: string | null, open: number): number => (day === null ? open : dayNumber(day));

/** A word of the question that carries it, and its place among all words. */
type PlacedWord = Word & { readonly position: number };

/** The words that carry the question: all but function words, unless there is nothing else. */
const carryingWords = (words: readonly Word[]): PlacedWord[] => {
  const placed = words.map((word, position) => ({ ...word, position }));
  const content = placed.filter((word) => !isFunctionWord(word));
  return content.length > 0 ? content : placed;
};

/** One term for all words of the same stem, and for each word the bit of its term. */
const weighTerms = (
  carrying: readonly PlacedWord[],
  index: ArticleIndex,
): { terms: PlanTerm[]; placed: (PlacedWord & { bit: number })[] } => {
  const terms: PlanTerm[] = [];
  const bits = new Map<string, number>();
  const placed: (PlacedWord & { bit: number })[] = [];
  for (const word of carrying) {
    const key = termOf(word.text, DEFAULT_LANGUAGE);
    let bit = bits.get(key);
    if (bit === undefined) {
      if (terms.length === TERM_LIMIT) continue;
      const ids = termIds(word.text, index);
      bit = terms.length;
      bits.set(key, bit);
      const idf = idfOf(frequencyOf(index, ids), index.size);
      terms.push({ word: word.text, ids, idf, position: word.position });
    }
    placed.push({ ...word, bit });
  }
  return { terms, placed };
};

/** Reads a query into what finding and ranking need. `asOfDay` is in days since 1970-01-01. */
export const planQuestion = (query: Query, index: ArticleIndex, asOfDay: number): QuestionPlan => {
  const words = readWords(query.words);
  const asking = findQuestionWord(words);
  const asks = words[asking];
  const { terms, placed } = weighTerms(carryingWords(words), index);
  const following = words.slice(asking + 1, asking + 6).map(({ lower }) => lower);
  const type = questionType(asks?.lower ?? '', following);
  const focus = placed.filter(({ sentence }) => sentence === asks?.sentence);
  const behind = placed.filter(({ position }) => position > asking);
  const focusMask = maskOf(asks === undefined ? placed : focus);
  const { about } = query;
  return {
    terms,
    stems: terms.map(({ word }) => termOf(word, DEFAULT_LANGUAGE)),
    missing: terms.filter(({ word, ids }) => ids.length === 0 && hasSubject(word)).map(({ word }) => word),
    type,
    unit: unitOf(type, query.words.toLowerCase()),
    place: placeOf(type, following),
    focusMask,
    nounMask: asks === undefined ? 0 : maskOf(behind.slice(0, 2)),
    totalIdf: Math.max(
      0.1,
      terms.reduce((sum, { idf }) => sum + idf, 0),
    ),
    about: about && { from: dayOrOpen(about.from, -1e9), to: dayOrOpen(about.to, 1e9) },
    asOfDay,
  };
};
