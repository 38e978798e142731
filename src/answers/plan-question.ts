/**
 * In: a query and the index. Out: a `QuestionPlan`: the words that carry the question with their weights, the words no
 * article holds, and what kind of answer is asked for. Pure; reads only the vocabulary.
 */
import type { Query } from '../domain/query.ts';
import { type ArticleIndex, dayNumber } from '../search/article-index.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE, termOf } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import {
  FUNCTION_WORDS,
  NAME_LIKE_WORDS,
  QUESTION_WORDS,
  type QuestionType,
  questionType,
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
  /** Words of the question that no article holds, as typed. */
  readonly missing: readonly string[];
  readonly type: QuestionType;
  /** Terms of the sentence that asks. All of them where nothing asks. */
  readonly focusMask: number;
  /** Terms that look like names: capitalised inside their sentence. */
  readonly nameMask: number;
  /** The noun the question asks for: "which *country* …", "who was the *designer* …". */
  readonly nounMask: number;
  /** Sum of the idf of all terms; at least a small positive number. */
  readonly totalIdf: number;
  /** Ids of each phrase in quotation marks, word by word; null where a word is unknown, so nothing can match. */
  readonly phrases: readonly (readonly (readonly number[])[] | null)[];
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

/** The last question word that opens a sentence, else the last one at all, else -1. */
const findQuestionWord = (words: readonly Word[]): number => {
  const opening = words.findLastIndex((word) => word.isInitial && QUESTION_WORDS.has(word.lower));
  return opening >= 0 ? opening : words.findLastIndex((word) => QUESTION_WORDS.has(word.lower));
};

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const isFunctionWord = ({ text, lower, isInitial }: Word): boolean =>
  FUNCTION_WORDS.has(lower) && !(NAME_LIKE_WORDS.has(lower) && isCapital(text) && !isInitial);

const languagesOf = (index: ArticleIndex): readonly string[] =>
  index.languages.includes(DEFAULT_LANGUAGE) ? index.languages : [...index.languages, DEFAULT_LANGUAGE];

const findIds = (word: string, index: ArticleIndex, languages: readonly string[]): number[] => {
  const ids = languages.map((language) => index.vocabulary.find(termOf(word, language)));
  return [...new Set(ids)].filter((id) => id >= 0 && index.vocabulary.documentFrequency(id) > 0);
};

/** Rarity of a term held by `frequency` of `size` documents, as in BM25. */
export const idfOf = (frequency: number, size: number): number =>
  Math.log(1 + (Math.max(0, size - frequency) + 0.5) / (frequency + 0.5));

const maskOf = (terms: readonly { readonly bit: number }[]): number =>
  terms.reduce((mask, { bit }) => mask | (1 << bit), 0);

const dayOrOpen = (day: string | null, open: number): number => (day === null ? open : dayNumber(day));

/** Reads a query into what finding and ranking need. `asOfDay` is in days since 1970-01-01. */
export const planQuestion = (query: Query, index: ArticleIndex, asOfDay: number): QuestionPlan => {
  const languages = languagesOf(index);
  const words = readWords(query.words);
  const asking = findQuestionWord(words);
  const content = words
    .map((word, position) => ({ ...word, position }))
    .filter((word) => !isFunctionWord(word));
  const carrying = content.length > 0 ? content : words.map((word, position) => ({ ...word, position }));
  const byTerm = new Map<string, PlanTerm & { bit: number }>();
  const bitOf = (word: (typeof carrying)[number]): number => {
    const key = termOf(word.text, languages[0] ?? DEFAULT_LANGUAGE);
    const known = byTerm.get(key);
    if (known !== undefined) return known.bit;
    if (byTerm.size >= TERM_LIMIT) return -1;
    const ids = findIds(word.text, index, languages);
    const frequency = ids.reduce((sum, id) => sum + index.vocabulary.documentFrequency(id), 0);
    const idf = idfOf(frequency, index.size);
    byTerm.set(key, { word: word.text, ids, idf, position: word.position, bit: byTerm.size });
    return byTerm.size - 1;
  };
  const placed = carrying.map((word) => ({ ...word, bit: bitOf(word) })).filter(({ bit }) => bit >= 0);
  const terms = [...byTerm.values()];
  const asks = words[asking];
  const behind = placed.filter(({ position }) => position > asking);
  return {
    terms,
    missing: terms.filter(({ ids }) => ids.length === 0).map(({ word }) => word),
    type: questionType(
      asks?.lower ?? '',
      words.slice(asking + 1, asking + 6).map(({ lower }) => lower),
    ),
    focusMask: maskOf(
      asks === undefined ? placed : placed.filter(({ sentence }) => sentence === asks.sentence),
    ),
    nameMask: maskOf(placed.filter(({ text, isInitial }) => isCapital(text) && !isInitial)),
    nounMask: asks === undefined ? 0 : maskOf(behind.slice(0, 2)),
    totalIdf: Math.max(
      0.1,
      terms.reduce((sum, { idf }) => sum + idf, 0),
    ),
    phrases: query.phrases.map((phrase) => {
      const ids = readWords(phrase).map(({ text }) => findIds(text, index, languages));
      return ids.some((alternatives) => alternatives.length === 0) ? null : ids;
    }),
    about:
      query.about === null
        ? null
        : { from: dayOrOpen(query.about.from, -1e9), to: dayOrOpen(query.about.to, 1e9) },
    asOfDay,
  };
};
