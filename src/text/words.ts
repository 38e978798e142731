/**
 * In: text of any language. Out: where its words are. The one scanner behind index, query and highlight: a word is a
 * run of letters, marks and digits, with the apostrophes, separators and dots that belong inside it (`don't`, `1,200`,
 * `U.S.`, `AT&T`, `C++`); scripts written without spaces are cut by `Intl.Segmenter`.
 */

/** Called once a word, in order, with UTF-16 offsets. */
export type VisitWord = (start: number, end: number) => void;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const UNSPACED = 3;
/** Invisible inside a word: soft hyphen, zero-width space and joiners, byte-order mark. */
const INVISIBLE = 4;
const SURROGATE = 5;

/** A character of a script that is written without spaces; kana of half the width and their marks as well. */
export const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70\uff9e\uff9f]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

const classify = (character: string): number => {
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)) return INVISIBLE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (UNSPACED_SCRIPT.test(character)) return UNSPACED;
  return WORD_CHARACTER.test(character) ? LETTER : OTHER;
};

/** No class: not looked at so far. */
const UNKNOWN = 255;

/** The class of every UTF-16 code unit seen so far: one array read a character is what keeps scanning fast. */
const CLASS = new Uint8Array(65_536).fill(UNKNOWN);
CLASS.fill(SURROGATE, 0xd800, 0xe000);

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  const known = CLASS[code]!;
  if (known < SURROGATE) return known;
  if (known === SURROGATE) return classify(String.fromCodePoint(text.codePointAt(at)!));
  const found = classify(String.fromCharCode(code));
  CLASS[code] = found;
  return found;
};

const widthAt = (text: string, at: number): number =>
  CLASS[text.charCodeAt(at)] === SURROGATE && text.codePointAt(at)! > 0xffff ? 2 : 1;

const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc;

/**
 * Whether the mark at `at` joins what stands on both sides of it into one word. `isAcronym`: the word is single capitals
 * separated by dots so far.
 */
const joins = (text: string, at: number, isAcronym: boolean): boolean => {
  const code = text.charCodeAt(at);
  const before = classAt(text, at - 1);
  const after = at + 1 < text.length ? classAt(text, at + 1) : OTHER;
  if (isApostrophe(code)) return before === LETTER && after === LETTER;
  if (code === 0x2e || code === 0x2c) {
    if (before === DIGIT && after === DIGIT) return true;
    return code === 0x2e && isAcronym && isUpper(text.charCodeAt(at + 1));
  }
  return false;
};

const AMPERSAND = 0x26;
/** Longer words beside "&" are two names: "Marks&Spencer". */
const SHORT = 3;

const isLetter = (text: string, at: number): boolean => at < text.length && classAt(text, at) === LETTER;

/** The end of a name whose parts are a few letters and "&": `AT&T`, `R&B`; `end` if it is not one. */
const ampersandEnd = (text: string, start: number, end: number, to: number): number => {
  if (end - start > SHORT || text.charCodeAt(end) !== AMPERSAND) return end;
  let behind = end + 1;
  while (behind < to && isLetter(text, behind)) behind += 1;
  const letters = behind - end - 1;
  return letters > 0 && letters <= SHORT && text.charCodeAt(behind) !== 0x3b ? behind : end;
};

/** The end of one letter with the signs that make another name of it: `C++`, `C#`. */
const signsEnd = (text: string, start: number, end: number, to: number): number => {
  if (end - start !== 1 || !isUpper(text.charCodeAt(start) & ~0x20)) return end;
  const length = text.startsWith('++', end) ? 2 : text.charCodeAt(end) === 0x23 ? 1 : 0;
  return length > 0 && end + length <= to && !isLetter(text, end + length) ? end + length : end;
};

const wordEnd = (text: string, start: number, to: number): number => {
  let at = start + widthAt(text, start);
  let isAcronym = isUpper(text.charCodeAt(start));
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT || kind === INVISIBLE) {
      isAcronym &&= text.charCodeAt(at - 1) === 0x2e && isUpper(text.charCodeAt(at));
      at += widthAt(text, at);
    } else if (kind === OTHER && at + 1 < to && joins(text, at, isAcronym)) at += 1;
    else break;
  }
  // `U.S.` keeps its last dot, so that it does not differ from `U.S` inside a sentence.
  if (isAcronym && text.charCodeAt(at) === 0x2e && at - start >= 3 && at < to) return at + 1;
  return at < to ? signsEnd(text, start, ampersandEnd(text, start, at, to), to) : at;
};

/** Made when it is first needed: that takes 10 ms in each thread. */
let segmenter: Intl.Segmenter | undefined;
const unspacedWords = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return segmenter;
};

/** Runs that only blanks separate are cut together, up to this many characters: a call costs more than a short run. */
const TOGETHER = 1_000;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a;

/** Kana of half the width: the segmenter knows few words written so. */
const HALF_WIDTH = /[\uff66-\uff9f]/;
const HALF_WIDTH_SYLLABLE = /[\uff66-\uff9d][\uff9e\uff9f]?|[\s\S]/g;

/** Cuts a run, and calls with offsets of the run as it stands. */
const cutUnspaced = (run: string, visit: VisitWord): void => {
  if (!HALF_WIDTH.test(run)) {
    for (const { segment, index, isWordLike } of unspacedWords().segment(run))
      if (isWordLike) visit(index, index + segment.length);
    return;
  }
  let wide = '';
  /** Where each code unit of `wide` stands in the run, and the end. */
  const places: number[] = [];
  for (const { 0: syllable, index } of run.matchAll(HALF_WIDTH_SYLLABLE)) {
    const whole = HALF_WIDTH.test(syllable) ? syllable.normalize('NFKC') : syllable;
    for (let unit = 0; unit < whole.length; unit++) places.push(index);
    wide += whole;
  }
  places.push(run.length);
  cutUnspaced(wide, (start, end) => visit(places[start]!, places[end]!));
};

const visitUnspaced = (text: string, start: number, to: number, visit: VisitWord): number => {
  let end = start;
  while (
    end < to &&
    (classAt(text, end) === UNSPACED || (end - start < TOGETHER && isBlank(text.charCodeAt(end))))
  )
    end += widthAt(text, end);
  cutUnspaced(text.slice(start, end), (from, behind) => visit(start + from, start + behind));
  return end;
};

/** Visits every word of `text` between the offsets `from` and `to`. */
export const eachWord = (text: string, visit: VisitWord, from = 0, to = text.length): void => {
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT) {
      const end = wordEnd(text, at, to);
      visit(at, end);
      at = end;
    } else if (kind === UNSPACED) at = visitUnspaced(text, at, to, visit);
    else at += widthAt(text, at);
  }
};

export const countWords = (text: string): number => {
  let count = 0;
  eachWord(text, () => {
    count += 1;
  });
  return count;
};
