/**
 * In: a word as written and a language. Out: the term it is indexed, searched and highlighted under. Index, query
 * and highlight all come here, so what is marked is what matched.
 */
import { withoutElision } from './elisions.ts';
import { regularForm, unlikeTerm } from './english-forms.ts';
import { foldLetters, joinPairs, joinVariants, plainDigits } from './letter-variants.ts';
import { ordinalTerm, romanTerm } from './numerals.ts';
import { stemmerOf } from './stemmers.ts';
import { eachWord } from './words.ts';

/** The language if an article or a question does not say. */
export const DEFAULT_LANGUAGE = 'en';

/** A word of a text: its term and its UTF-16 offsets. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Written in capitals these are countries, in lower case often another word ("us"). */
const CAPITAL_TERMS: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['U.S', 'usa'],
  ['U.S.', 'usa'],
  ['USA', 'usa'],
  ['U.S.A', 'usa'],
  ['U.S.A.', 'usa'],
  ['UK', 'uk'],
  ['U.K', 'uk'],
  ['U.K.', 'uk'],
]);

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Nothing in such a word is to be taken off or folded: most words are such, and need only lower case. */
const PLAIN = /^[A-Za-z0-9]+$/;
/** Letters and the marks on them: what stemmers know. */
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** Korean writes particles onto numbers as well. */
const LETTERS_AND_DIGITS = /^[\p{L}\p{M}\d]+$/u;

/** Where lower case is not what Unicode says for all. */
const LOWER_CASE: Readonly<Record<string, string>> = { tr: 'tr', az: 'az', lt: 'lt' };

const lowered = (word: string, language: string): string => {
  const locale = LOWER_CASE[language];
  return locale === undefined ? word.toLowerCase() : word.toLocaleLowerCase(locale);
};

const bare = (word: string, language: string): string => {
  if (PLAIN.test(word)) return lowered(word, language);
  return plainDigits(
    lowered(word.replace(INVISIBLE, '').normalize('NFKC'), language)
      .replace(/['’ʼ]s$/, '')
      .replace(/['’ʼ.,&]/g, (mark, at: number, whole: string) =>
        mark === '.' && /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + 1] ?? '') ? '.' : '',
      ),
  );
};

const fold = (word: string): string => (PLAIN.test(word) ? word : foldLetters(word));

const LATIN_CAPITAL = /^(?=\p{Lu})\p{Script=Latin}/u;

/**
 * A name is often typed without its marks, and not every stemmer cuts it alike then: Kraków to "krak", Krakow to "krakow". So a
 * word with a capital is stemmed without them.
 */
const foldedName = (word: string, lower: string): string =>
  LATIN_CAPITAL.test(word) ? foldLetters(lower) : lower;

/**
 * Of a name the stemmers take more off than off its other cases: of Киев the Russian one leaves "ки", of Киева "киев", which is
 * stemmed again. The Ukrainian one knows too few endings for that: what cases leave behind is cut off.
 */
const RUSSIAN_CASES = /(?:[оеё]в|[аоеёи]м|[ае]н|е)$/;
const UKRAINIAN_CASES = /(?<=..)(?:[оєії]в|[ієа])+$/;

/** Longer words are no names, and would be stemmed thousands of times. */
const LONGEST_NAME = 40;

const stemAgain = (stem: string): string => {
  const again = RUSSIAN_CASES.test(stem) ? stemmerOf('ru')!(stem) : stem;
  return again === stem ? stem : stemAgain(again);
};

const stemName = (stem: string, word: string, language: string): string => {
  if (word.length > LONGEST_NAME || !/^\p{Lu}/u.test(word)) return stem;
  if (language === 'uk') return stem.replace(UKRAINIAN_CASES, '');
  return language === 'ru' ? stemAgain(stem) : stem;
};

/** `termOf` without its memory, for callers that have one of their own. */
export const makeTerm = (word: string, language: string): string => {
  const capital = CAPITAL_TERMS.get(word);
  if (capital !== undefined) return capital;
  if (language === 'en') {
    const lower = bare(word, language);
    if (lower.length < 3 || /\d/.test(lower)) return fold(lower);
    const folded = fold(lower);
    return unlikeTerm(folded) ?? stemmerOf('en')!(regularForm(folded));
  }
  const roman = romanTerm(word, language);
  if (roman !== null) return roman;
  const lower = joinPairs(joinVariants(bare(withoutElision(word, language), language)), language);
  const [shortest, stemmed] = language === 'ko' ? [2, LETTERS_AND_DIGITS] : [3, LETTERS];
  if (lower.length < shortest || !stemmed.test(lower)) {
    const folded = fold(lower);
    return ordinalTerm(folded, language) ?? folded;
  }
  const name = foldedName(word, lower);
  return fold(stemName(stemmerOf(language)?.(name) ?? name, word, language));
};

/** Terms by word, one map per language: a corpus repeats its words, and stemming one costs far more than finding it. */
const known = new Map<string, Map<string, string>>();
const KNOWN_WORDS_LIMIT = 400_000;

const knownIn = (language: string): Map<string, string> => {
  let words = known.get(language);
  if (words === undefined || words.size >= KNOWN_WORDS_LIMIT) {
    words = new Map();
    known.set(language, words);
  }
  return words;
};

/** The term of one word; may be empty for a word of marks alone. */
export const termOf = (word: string, language: string): string => {
  const words = knownIn(language);
  let term = words.get(word);
  if (term === undefined) {
    term = makeTerm(word, language);
    words.set(word, term);
  }
  return term;
};

/** The words of a text with their terms, in order. */
export const terms = (
  text: string,
  language: string = DEFAULT_LANGUAGE,
  from = 0,
  to = text.length,
): Token[] => {
  const tokens: Token[] = [];
  eachWord(
    text,
    (start, end) => {
      const term = termOf(text.slice(start, end), language);
      if (term !== '') tokens.push({ term, start, end });
    },
    from,
    to,
  );
  return tokens;
};

/** The terms of a text, each once. */
export const termSet = (text: string, language: string = DEFAULT_LANGUAGE): Set<string> =>
  new Set(Array.from(terms(text, language), ({ term }) => term));
