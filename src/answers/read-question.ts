/** In: a question. Out: its language, its words, which of them only build it, and what kind of answer it asks for. */
import { type AskingPhrase, askingPhrases } from '../text/asking-words.ts';
import { withoutElision } from '../text/elisions.ts';
import { FUNCTION_WORDS, uncontracted } from '../text/function-words.ts';
import { hasJoinedWords } from '../text/languages/known-languages.ts';
import type { AskedFor } from '../text/languages/language-words.ts';
import { functionAndAskingWords, plainWord, questionLanguage } from '../text/question-language.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import {
  JOINING_WORDS,
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

export interface QuestionWord {
  /** As typed, without what is only written onto it ("l’État" is two words). */
  readonly text: string;
  readonly lower: string;
  readonly sentence: number;
  readonly isInitial: boolean;
  /** It builds the question, and no article is found by it. */
  readonly isFunction: boolean;
}

export interface Question {
  /** ISO 639-1. */
  readonly language: string;
  readonly words: readonly QuestionWord[];
  /** Place of the word that asks; -1 if none does. */
  readonly asking: number;
  readonly type: QuestionType;
  readonly unit: Unit;
  readonly place: Place;
}

/** A word with the offsets it has in the question. */
type PlacedWord = Omit<QuestionWord, 'isFunction'> & { readonly start: number; readonly end: number };

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const visitWords = (text: string, visit: (word: PlacedWord) => void, language: string): void => {
  for (const [number, { start, end }] of [...sentences(text, language, 0, text.length)].entries()) {
    let isInitial = true;
    const push = (from: number, to: number): void => {
      const word = text.slice(from, to);
      const typed = word.toLowerCase();
      const lower = language === DEFAULT_LANGUAGE ? uncontracted(typed) : typed.replace(/['’]s$/, '');
      visit({ text: word, lower, sentence: number, isInitial, start: from, end: to });
      isInitial = false;
    };
    eachWord(
      text,
      (from, to) => {
        const inner =
          language === 'tr' ? 0 : to - from - withoutElision(text.slice(from, to), language).length;
        // Written onto verbs, and of no meaning to what is looked for: "死了".
        const behind = language === 'zh' && to - from > 1 && text[to - 1] === '了' ? 1 : 0;
        if (inner > 0) push(from, from + inner);
        push(from + inner, to - behind);
        if (behind > 0) push(to - behind, to);
      },
      start,
      end,
    );
  }
};

const readWords = (text: string, language: string): PlacedWord[] => {
  const words: PlacedWord[] = [];
  visitWords(text, (word) => words.push(word), language);
  return words;
};

/** "This senator was elected …": asks for what "this" points to, unless it is a time. */
const findPointer = (words: readonly PlacedWord[]): number =>
  words.findIndex(
    ({ lower }, at) => lower === 'this' && at + 1 < words.length && !TIMES.has(words[at + 1]!.lower),
  );

/** The last question word that opens a sentence, else the last one at all, else "this", else -1. */
const findQuestionWord = (words: readonly PlacedWord[]): number => {
  const opening = words.findLastIndex((word) => word.isInitial && QUESTION_WORDS.has(word.lower));
  if (opening >= 0) return opening;
  const asking = words.findLastIndex((word) => QUESTION_WORDS.has(word.lower));
  return asking >= 0 ? asking : findPointer(words);
};

const isEnglishFunction = ({ text, lower, isInitial }: PlacedWord): boolean =>
  (FUNCTION_WORDS.has(lower) || JOINING_WORDS.has(lower)) &&
  !(NAME_LIKE_WORDS.has(lower) && isCapital(text) && !isInitial);

const readEnglish = (text: string): Question => {
  const words = readWords(text, DEFAULT_LANGUAGE);
  const asking = findQuestionWord(words);
  const following = words.slice(asking + 1, asking + 6).map(({ lower }) => lower);
  const type = questionType(words[asking]?.lower ?? '', following);
  return {
    language: DEFAULT_LANGUAGE,
    words: words.map((word) => ({ ...word, isFunction: isEnglishFunction(word) })),
    asking,
    type,
    unit: unitOf(type, text.toLowerCase()),
    place: placeOf(type, following),
  };
};

/** A phrase that asks, and the words it takes, from `first` up to `end`. */
interface Asking {
  readonly askedFor: AskedFor;
  readonly first: number;
  readonly end: number;
}

/** The first phrase that asks, the longest of those that begin there. */
const findInWords = (
  words: readonly string[],
  phrases: readonly AskingPhrase[],
  plainly: (word: string) => string,
): Asking | null => {
  const plain = phrases.map(({ askedFor, words: some }) => ({ askedFor, words: some.map(plainly) }));
  for (let first = 0; first < words.length; first++)
    for (const { askedFor, words: some } of plain)
      if (some.every((word, at) => words[first + at] === word))
        return { askedFor, first, end: first + some.length };
  return null;
};

/** Syllables of Korean that ask may be part of a word; at its beginning they ask. */
const isWhole = (text: string, at: number, language: string): boolean =>
  language !== 'ko' || at === 0 || !/\p{L}/u.test(text[at - 1]!);

/** Finds the phrase in the text itself, for languages whose words are cut otherwise than the phrases are. */
const findInText = (
  text: string,
  words: readonly PlacedWord[],
  phrases: readonly AskingPhrase[],
  language: string,
): Asking | null => {
  let found: { askedFor: AskedFor; at: number; length: number } | null = null;
  for (const { askedFor, text: phrase } of phrases) {
    const at = text.indexOf(phrase);
    if (at < 0 || !isWhole(text, at, language)) continue;
    if (found === null || at < found.at || (at === found.at && phrase.length > found.length))
      found = { askedFor, at, length: phrase.length };
  }
  if (found === null) return null;
  const { askedFor, at, length } = found;
  const first = words.findIndex(({ end }) => end > at);
  const behind = words.findIndex(({ start }) => start >= at + length);
  return { askedFor, first, end: behind < 0 ? words.length : behind };
};

/** Endings of verbs are cut from them syllable by syllable. */
const isSyllable = (word: string): boolean => /^[\u3041-\u309f]っ?$/.test(word);

const TYPES: Readonly<Record<AskedFor, QuestionType>> = {
  person: 'person',
  place: 'place',
  time: 'time',
  reason: 'reason',
  number: 'number',
  manner: 'manner',
  thing: 'thing',
  year: 'number',
  country: 'place',
  city: 'place',
};

const PERCENT =
  /%|percent|prozent|pour ?cent|por ?cent|porcient|per ?cent|процент|відсот|yüzde|procent|százalék|prosent|τοις εκατό|ποσοστ|نسبة|بالمئة|प्रतिशत|パーセント|퍼센트|百分|ร้อยละ|เปอร์เซ็นต์|phần trăm/iu;

const unitFor = (askedFor: AskedFor, text: string): Unit => {
  if (askedFor === 'year') return 'year';
  if (PERCENT.test(text)) return 'percent';
  return askedFor === 'number' ? 'count' : 'none';
};

const NOT_ASCII = /[^\u0000-\u007f]/;

const readForeign = (text: string, language: string): Question => {
  const words = readWords(text, language);
  const isMarked = NOT_ASCII.test(text);
  const plainly = (word: string): string => plainWord(word, language, isMarked);
  const plain = words.map((word) => plainly(word.text));
  const phrases = askingPhrases(language);
  const asking = hasJoinedWords(language)
    ? findInText(text, words, phrases, language)
    : findInWords(plain, phrases, plainly);
  const subjectless = functionAndAskingWords(language, isMarked);
  const isPhrase = (at: number): boolean => asking !== null && at >= asking.first && at < asking.end;
  const isName = ({ text: word, isInitial }: PlacedWord): boolean => isCapital(word) && !isInitial;
  return {
    language,
    words: words.map((word, at) => ({
      ...word,
      isFunction: isPhrase(at) || isSyllable(word.lower) || (subjectless.has(plain[at]!) && !isName(word)),
    })),
    asking: asking?.first ?? -1,
    type: asking === null ? 'topic' : TYPES[asking.askedFor],
    unit: asking === null ? 'none' : unitFor(asking.askedFor, text),
    place: asking?.askedFor === 'country' || asking?.askedFor === 'city' ? asking.askedFor : 'any',
  };
};

/** `ofArticles` are the languages of the articles; `whole` is the question with its turns of phrase, which show its language. */
export const readQuestion = (text: string, ofArticles: readonly string[], whole = text): Question => {
  const language = questionLanguage(whole, ofArticles);
  return language === DEFAULT_LANGUAGE ? readEnglish(text) : readForeign(text, language);
};
