/** In: a ranked passage and its article. Out: the excerpt, quoted from the stored body, with what matched marked. */
import { type ArticleRef, type Excerpt, type Span, toRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { textChecksum } from '../search/analyse-article.ts';
import type { ArticleWords } from '../search/forward-index.ts';
import { spanOf, tokensOf } from '../search/sentence-table.ts';
import { TERM_BITS } from '../search/token.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import { isCaption } from './is-caption.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';

const holdsAny = (words: ArticleWords, sentence: number, ids: ReadonlySet<number>): boolean => {
  const [from, to] = tokensOf(words, sentence, sentence + 1);
  for (let at = from; at < to; at++) if (ids.has(words.tokens[at]! & TERM_BITS)) return true;
  return false;
};

/** Where the words of a sentence stand, in the order of its tokens. */
const spansOf = ({ body, language }: Article, words: ArticleWords, sentence: number): readonly Span[] => {
  const { start, end } = spanOf(words, sentence, sentence);
  const [from, to] = tokensOf(words, sentence, sentence + 1);
  const spans: Span[] = [];
  eachWord(body, (start, end) => void spans.push({ start, end }), start, end);
  // A word of marks alone has no token.
  return spans.length === to - from ? spans : terms(body, language ?? DEFAULT_LANGUAGE, start, end);
};

/** The words that are wanted, sentence by sentence, as they were cut for the index. Sentences without are not cut again. */
const matchesIn = (
  article: Article,
  words: ArticleWords,
  { first, last }: RankedPassage,
  wanted: ReadonlySet<number>,
): Span[] => {
  const matches: Span[] = [];
  for (let sentence = first; sentence <= last; sentence++) {
    if (!holdsAny(words, sentence, wanted)) continue;
    const [from] = tokensOf(words, sentence, sentence + 1);
    for (const [at, { start, end }] of spansOf(article, words, sentence).entries())
      if (wanted.has(words.tokens[from + at]! & TERM_BITS)) matches.push({ start, end });
  }
  return matches;
};

/** How many different words that are wanted a sentence holds. */
const countWanted = (words: ArticleWords, sentence: number, ids: ReadonlySet<number>): number => {
  const [from, to] = tokensOf(words, sentence, sentence + 1);
  const held = new Set(Array.from(words.tokens.subarray(from, to), (token) => token & TERM_BITS));
  return [...held].filter((id) => ids.has(id)).length;
};

const QUESTION = /[?？؟]["'”’»)\]]*$/u;
/** A question that holds this share of the wanted words asks the same. */
const SAME_QUESTION = 0.5;
/** Shorter sentences behind a question are options to choose from. UTF-16 units. */
const SHORTEST_ANSWER = 30;

/** The sentence behind one that asks what was asked ("When is Hanukkah?"): it answers. Else null. */
const answerBehind = (
  { words, last, best }: RankedPassage,
  { body }: Article,
  ids: ReadonlySet<number>,
): Span | null => {
  const { start, end } = spanOf(words, best, best);
  if (best === last || !QUESTION.test(body.slice(start, end))) return null;
  if (countWanted(words, best, ids) < SAME_QUESTION * ids.size) return null;
  const next = spanOf(words, best + 1, best + 1);
  const text = body.slice(next.start, next.end);
  return text.length < SHORTEST_ANSWER || QUESTION.test(text) || isCaption(text) ? null : next;
};

/** Whether it answers a question of the article's own, of which nothing was asked ("Where? In two provinces."). */
const answersAnother = (
  { words, best }: RankedPassage,
  { body }: Article,
  ids: ReadonlySet<number>,
): boolean => {
  if (best === 0 || countWanted(words, best, ids) + countWanted(words, best - 1, ids) > 0) return false;
  const { start, end } = spanOf(words, best - 1, best - 1);
  return QUESTION.test(body.slice(start, end));
};

/**
 * The sentence that answers best. If that is a caption or answers another question, the one of the others that holds most
 * of the wanted words; if it is the question itself, the one behind it.
 */
const bestSentence = (passage: RankedPassage, article: Article, wanted: ReadonlySet<number>): Span => {
  const { words, first, last, best } = passage;
  const textOf = ({ start, end }: Span): string => article.body.slice(start, end);
  const own = spanOf(words, best, best);
  const isAside = isCaption(textOf(own));
  if (!isAside && !answersAnother(passage, article, wanted))
    return answerBehind(passage, article, wanted) ?? own;
  const [better] = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((sentence) => sentence !== best)
    .map((sentence) => ({
      span: spanOf(words, sentence, sentence),
      held: countWanted(words, sentence, wanted),
    }))
    .filter(({ span, held }) => !isCaption(textOf(span)) && (isAside || held > 0))
    .sort((a, b) => b.held - a.held);
  return better?.span ?? own;
};

/** The excerpt of a passage, with the words of these ids marked; null if the article's text was changed since its words were read. */
export const makeExcerpt = (
  passage: RankedPassage,
  article: Article,
  wanted: ReadonlySet<number>,
  alsoIn: readonly ArticleRef[],
): Excerpt | null => {
  const { words, first, last, worth } = passage;
  if (textChecksum(article) !== words.checksum) return null;
  const { start, end } = spanOf(words, first, last);
  return {
    ...toRef(article),
    start,
    end,
    text: article.body.slice(start, end),
    language: article.language,
    best: bestSentence(passage, article, wanted),
    matches: matchesIn(article, words, passage, wanted),
    score: worth,
    alsoIn,
  };
};
