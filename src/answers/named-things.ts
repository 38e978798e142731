/**
 * In: the words of a question. Out: the places of those that name something for certain, as what stands before them shows: "the
 * *moon*", "how much *medical* *debt* is", "did *south* korea". Of the others, many are verbs, for which articles have other words.
 */
import { pointingWords } from '../query/pointing-words.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import type { QuestionWord } from './read-question.ts';

/** Articles, possessives and prepositions; "to" stands before verbs as well. */
const BEFORE_THINGS: ReadonlySet<string> = new Set(
  `the a an this that these those his her their its my our your in on at of from for with by near into about against over
  after before during between under through without within outside inside around among`.split(/\s+/),
);
const ASKS = new RegExp(`^${AUXILIARY}$`);
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were']);
/** Behind "is" and the like, a verb: "is running", "was banned". */
const PARTICIPLE = /(?:ing|ed)$/;
const COUNTED: ReadonlySet<string> = new Set(['many', 'much']);
const NUMBER = /^\d+$/;
/** A month says when. */
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The places behind "how many" up to the verb that asks; none if another word comes first ("how many died in Orl"). */
const countedIn = (words: readonly QuestionWord[]): number[] => {
  const from = words.findIndex(({ lower }, at) => COUNTED.has(lower) && words[at - 1]?.lower === 'how') + 1;
  const end = words.findIndex(({ isFunction }, at) => at >= from && isFunction);
  if (from === 0 || end < 0 || !ASKS.test(words[end]!.lower)) return [];
  return words.slice(from, end).map((_, at) => from + at);
};

const isBehindAuxiliary = ({ lower }: QuestionWord, before: string): boolean =>
  ASKS.test(before) && !(BE.has(before) && PARTICIPLE.test(lower));

const englishThings = (words: readonly QuestionWord[]): ReadonlySet<number> => {
  const things = new Set(countedIn(words));
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]?.lower ?? '';
    const isThing =
      BEFORE_THINGS.has(before) ||
      isBehindAuxiliary(word, before) ||
      (NUMBER.test(word.lower) && things.has(at - 1));
    if (isThing && !word.isFunction && !MONTH.test(word.lower)) things.add(at);
  }
  return things;
};

/**
 * In another language: names, and what stands behind a preposition of places ("em recife"). In German every noun has a
 * capital.
 */
const foreignThings = (words: readonly QuestionWord[], language: string): ReadonlySet<number> => {
  const { places } = pointingWords(language);
  const before = new Set(places.flatMap((group) => group.split('|')));
  const isName = ({ text, isInitial }: QuestionWord): boolean =>
    language !== 'de' && !isInitial && /^\p{Lu}/u.test(text);
  return new Set(
    words.flatMap((word, at) =>
      !word.isFunction && (isName(word) || before.has(words[at - 1]?.lower ?? '')) ? [at] : [],
    ),
  );
};

export const namedThings = (words: readonly QuestionWord[], language: string): ReadonlySet<number> =>
  language === DEFAULT_LANGUAGE ? englishThings(words) : foreignThings(words, language);
