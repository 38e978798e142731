/**
 * In: a word as written and a language. Out: the term it is indexed, searched and highlighted under. Index, query
 * and highlight all come here, so what is marked is what matched.
 */
import { regularForm } from './english-forms.ts';
import { stemmerOf } from './stemmers.ts';
import { eachWord } from './words.ts';

/** The language where an article or a question does not say. */
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

const COMBINING = /[\u0300-\u036f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ASCII = /^[a-z0-9]+$/;
/** Nothing in such a word is to be taken off or folded: most words are such, and need only lower case. */
const PLAIN = /^[A-Za-z0-9]+$/;
const LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** Accents off where readers leave them off when typing: Latin and Greek letters, and the Russian ё. */
const fold = (word: string): string => {
  if (PLAIN.test(word)) return word;
  return LATIN_OR_GREEK.test(word)
    ? word
        .normalize('NFD')
        .replace(COMBINING, '')
        .normalize('NFC')
        .replaceAll('ı', 'i')
        .replaceAll('ł', 'l')
        .replaceAll('ø', 'o')
    : word.replaceAll('ё', 'е');
};

const bare = (word: string): string => {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ]s$/, '')
    .replace(/['’ʼ.,]/g, (mark, at: number, whole: string) =>
      mark === '.' && /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + 1] ?? '') ? '.' : '',
    );
};

/** A stemmer that fails on a word costs no more than the word's stem. */
const stemmed = (word: string, stem: ((word: string) => string) | null): string => {
  try {
    return stem?.(word) ?? word;
  } catch {
    return word;
  }
};

/** The same as `termOf`, which remembers, for those who remember themselves. */
export const makeTerm = (word: string, language: string): string => {
  const capital = CAPITAL_TERMS.get(word);
  if (capital !== undefined) return capital;
  const lower = bare(word);
  if (lower.length < 3 || /\d/.test(lower)) return fold(lower);
  if (language === 'en') return stemmerOf('en')!(regularForm(fold(lower)));
  const stem = ASCII.test(lower) || /^\p{L}+$/u.test(lower) ? stemmerOf(language) : null;
  return fold(stemmed(lower, stem) || lower);
};

/** Terms by word, one map a language: a corpus repeats its words, and stemming one costs far more than finding it. */
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
