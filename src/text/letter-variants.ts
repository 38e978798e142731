/**
 * In: a word in lower case. Out: the same with one form for letters that are written in several ways: marks that readers leave
 * off, letters that languages of one script share under two code points, simplified characters, and digits.
 */
import SHINJITAI from 'opencc-js/dict/JPShinjitaiCharacters';
import TRADITIONAL from 'opencc-js/dict/TSCharacters';

/** What a letter is written as if its mark is no combining one. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
};
const LETTER = /[ıłøđðþħœæß]/g;

const COMBINING = /[\u0300-\u036f]/g;
const LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** Vowel signs and lengthening; hamza on its carriers; letters of Persian and Urdu. */
const ARABIC_MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ە: 'ه',
};
const ARABIC_LETTER = /[أإآٱؤئىیېکةۀہە]/g;
const ARABIC = /\p{Script=Arabic}/u;

const HEBREW_MARKS = /[\u0591-\u05c7]/g;

const DEVANAGARI = /\p{Script=Devanagari}/u;
/** A nasal consonant without vowel, and the candrabindu, are written as the dot as well. */
const NASALS = /[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])|\u0901/g;
const NUKTA = /\u093c/g;
/** Long and short vowels are often mistaken for each other. */
const LONG_VOWELS: Readonly<Record<string, string>> = {
  ई: 'इ',
  ऊ: 'उ',
  '\u0940': '\u093f',
  '\u0942': '\u0941',
  ऑ: 'ओ',
  '\u0949': '\u094b',
  ऍ: 'ए',
  '\u0945': '\u0947',
  ऐ: 'ए',
  '\u0948': '\u0947',
  औ: 'ओ',
  '\u094c': '\u094b',
};
const LONG_VOWEL = /[ईऊऑऍऐऔ\u0940\u0942\u0949\u0945\u0948\u094c]/g;

const HAN = /\p{Script=Han}/u;
const simplified = new Map<string, string>();

/** Variants of names that no table has. */
const NAMES = '髙 高|﨑 崎|邉 邊';

const pairsOf = (table: string): [from: string, to: string][] =>
  table.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to];
  });

/** Traditional characters, and those of Japan, by the simple ones of China. */
const readSimplified = (): void => {
  for (const [traditional, simple] of pairsOf(TRADITIONAL)) simplified.set(traditional, simple);
  for (const [variant, traditional] of [...pairsOf(SHINJITAI), ...pairsOf(NAMES)])
    simplified.set(variant, simplified.get(traditional) ?? traditional);
};

/** One form for the characters of Chinese and Japanese that are written in several ways. */
export const simplify = (text: string): string => {
  if (simplified.size === 0) readSimplified();
  return Array.from(text, (character) => simplified.get(character) ?? character).join('');
};

const DIGIT = /\p{Nd}/gu;

/** Digits of a script stand in a row from 0, ten at a time. */
const digitValue = (digit: string): string => {
  const code = digit.codePointAt(0)!;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
};

/** The digits of any script as those of ASCII. */
export const plainDigits = (word: string): string => word.replace(DIGIT, digitValue);

/** In these, two letters stand for one of their own if a keyboard has none: Aalborg and Ålborg. */
const NORDIC: ReadonlySet<string> = new Set(['da', 'nb', 'nn', 'no', 'sv']);

/** Pairs of letters, in lower case, as the letter they stand for in that language. The German stemmer knows its own. */
export const joinPairs = (word: string, language: string): string =>
  NORDIC.has(language) ? word.replaceAll('aa', 'å').replaceAll('oe', 'ø') : word;

/** A pair of letters, and the letters it may stand for. */
const PAIRS = [
  ['aa', 'å'],
  ['ae', 'ä'],
  ['oe', 'ö'],
  ['oe', 'ø'],
  ['ue', 'ü'],
] as const;

/** A word in lower case with its marked letters written in two: "muelhausen" for "mülhausen". */
export const writePairs = (word: string): string =>
  PAIRS.reduce((written, [pair, letter]) => written.replaceAll(letter, pair), word);

/** The words in lower case that may be meant by one with such pairs. */
export const readPairs = (word: string): string[] =>
  PAIRS.map(([pair, letter]) => word.replaceAll(pair, letter)).filter((read) => read !== word);

/** The marked letters of languages whose stemmers know endings by them. */
const MARKED: Readonly<Record<string, string>> = {
  cs: 'áčďéěíňóřšťúůýž',
  es: 'áéíóúñ',
  fr: 'àâçéèêëîïôùû',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  it: 'àèéìòù',
  lt: 'ąčęėįšųūž',
  pl: 'ąćęłńóśźż',
  pt: 'áâãàçéêíóôõú',
  ro: 'ăâîșț',
  sk: 'áäčďéíľňóôŕšťúýž',
  tr: 'çğıöşü',
};
/** How many ways to mark a word are tried at most. */
const WAYS = 512;

/**
 * The words that one in lower case may have been typed for without its marks, itself left out. Of a long word the marks
 * towards its end are tried, by which stemmers know its ending.
 */
export const restoreMarks = (word: string, language: string): string[] => {
  const marked = [...(MARKED[language] ?? '')];
  let ways = [''];
  let at = word.length;
  for (; at > 0; at--) {
    const letter = word[at - 1]!;
    const letters = [letter, ...marked.filter((each) => foldLetters(each) === letter)];
    if (ways.length * letters.length > WAYS) break;
    ways = letters.flatMap((each) => ways.map((way) => each + way));
  }
  return ways.map((way) => word.slice(0, at) + way).filter((each) => each !== word);
};

/** What has to be one before a word is stemmed: marks off, letters as the stemmers know them. */
export const joinVariants = (word: string): string => {
  if (ARABIC.test(word)) return word.replace(ARABIC_MARKS, '');
  if (DEVANAGARI.test(word)) return word.replace(NUKTA, '').replace(NASALS, '\u0902');
  return word.replace(HEBREW_MARKS, '').replaceAll('œ', 'oe').replaceAll('i\u0307', 'i');
};

/** What readers leave off when typing, taken off a word or its stem. */
export const foldLetters = (word: string): string => {
  if (LATIN_OR_GREEK.test(word))
    return word
      .normalize('NFD')
      .replace(COMBINING, '')
      .normalize('NFC')
      .replace(LETTER, (letter) => LETTERS[letter]!);
  if (ARABIC.test(word)) return word.replace(ARABIC_LETTER, (letter) => ARABIC_LETTERS[letter]!);
  if (DEVANAGARI.test(word)) return word.replace(LONG_VOWEL, (vowel) => LONG_VOWELS[vowel]!);
  if (HAN.test(word)) return simplify(word);
  return word.replaceAll('ё', 'е');
};
