/** In: a sentence. Out: the numbers, names and days in it, so that two tellings of one fact can be held against each other. */
import type { Span } from '../domain/answer.ts';
import { NUMBER_SCALES, NUMBER_WORDS, WEEKDAY_NAMES } from '../text/english-facts.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';

/** Offsets into the sentence. */
export interface Fact extends Span {
  readonly kind: 'number' | 'name' | 'day';
  /** Equal for what is written in other ways: "1,200" and "1200", "ten" and "10", "Tuesday" and "Tuesdays". */
  readonly values: readonly string[];
}

const SMALL = NUMBER_WORDS.slice(0, 13);
const SCALES = NUMBER_SCALES.join('|');
const WEEKDAY = `(?:${WEEKDAY_NAMES.join('|')})`;
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|April|June|July|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

const DAY = new RegExp(
  `\\b(?:${WEEKDAY}|${MONTH} \\d{1,2}(?!\\d)|\\d{1,2} ${MONTH}|May \\d{1,2}(?!\\d)|\\d{1,2} May)(?![\\p{L}\\d])`,
  'gu',
);
/** A time of day is one number, a range two; of fractions ("18 1/2") none is read. */
const DIGITS = '\\d{1,12}(?:[.,:]\\d{1,12}){0,5}(?! \\d{1,3}\\/)';
/** In languages with spaces between words; in others a number stands between letters ("14本"). */
const LETTER = '[\\p{L}--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}]]';
const NUMBER = new RegExp(
  `(?<!${LETTER}|[\\d.,:\\/]|(?<!\\d)[\\-–])(?:${DIGITS}|(?:${SMALL.slice(1).join('|')}|${SCALES}))(?:[ \\-](?:${SCALES}|percent|per cent)\\b|%)?(?!${LETTER}|[\\d\\/])`,
  'giv',
);
/** A run of at most five words that begin with a capital; "of", "of the", "de" and the like may stand between two. */
const NAME =
  /(?<![\p{L}\d’'])\p{Lu}[\p{L}’'-]{0,30}(?:(?: (?:of the|of|de|von|van|al|bin) | )\p{Lu}[\p{L}’'-]{0,30}){0,4}/gu;
const TITLE =
  /^(?:mr|mrs|ms|dr|sir|president|prime|minister|secretary|king|queen|prince|princess|sen|rep|gov|general|judge|chief|justice|professor|the)$/;

const numberValue = (text: string): string => {
  const plain = text.toLowerCase().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const unit = /(?:percent|per cent|%)$/.test(plain) ? '%' : '';
  const [word = '', scale = ''] = plain.replace(/(?: ?percent| ?per cent|%)$/, '').split(/[ -]/);
  const small = SMALL.indexOf(word);
  return `${small >= 0 ? small : word} ${scale}${unit}`;
};

const dayValue = (text: string): string => {
  const month = /[A-Z][a-z]{2}/.exec(text)?.[0] ?? '';
  return `${month.toLowerCase()} ${/\d+/.exec(text)?.[0] ?? ''}`;
};

const nameValues = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .split(/[ -]/)
    .filter((word) => word.length > 1 && !TITLE.test(word) && !FUNCTION_WORDS.has(word));

/** The first word of a sentence is written with a capital whatever it is. */
const isSentenceStart = (text: string, at: number): boolean =>
  /^[\s"“‘'(]*$/.test(text.slice(0, at)) || /["“.?!] ?$/.test(text.slice(Math.max(0, at - 2), at));

const readNames = (text: string): Fact[] =>
  [...text.matchAll(NAME)].flatMap(({ 0: name, index }): Fact[] => {
    const [first = ''] = name.split(' ');
    const isBare = isSentenceStart(text, index) && !name.includes(' ');
    const skipped =
      isSentenceStart(text, index) && FUNCTION_WORDS.has(first.toLowerCase()) ? first.length + 1 : 0;
    const values = nameValues(name.slice(skipped));
    if (isBare || values.length === 0) return [];
    return [{ kind: 'name', start: index + skipped, end: index + name.length, values }];
  });

const overlaps = (span: Span, others: readonly Span[]): boolean =>
  others.some(({ start, end }) => span.start < end && start < span.end);

/** In order, none over another. `text` is one sentence. */
export const readFacts = (text: string): Fact[] => {
  const days = [...text.matchAll(DAY)].map(
    ({ 0: found, index }): Fact => ({
      kind: 'day',
      start: index,
      end: index + found.length,
      values: [dayValue(found)],
    }),
  );
  const numbers = [...text.matchAll(NUMBER)]
    .map(
      ({ 0: found, index }): Fact => ({
        kind: 'number',
        start: index,
        end: index + found.length,
        values: [numberValue(found)],
      }),
    )
    // "one of", "one another" count nothing.
    .filter((fact) => !fact.values.includes('1 ') && !overlaps(fact, days));
  const certain = [...days, ...numbers];
  return [...certain, ...readNames(text).filter((name) => !overlaps(name, certain))].sort(
    (a, b) => a.start - b.start,
  );
};
