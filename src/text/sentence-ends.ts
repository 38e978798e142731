/**
 * In: a paragraph in one line. Out: where its sentences end by the rules of Unicode (UAX #29). `Intl.Segmenter` knows
 * them for every script, and takes longer than all else about a text; for the letters and marks of plain English and
 * most of western Europe one expression says the same.
 */

/** Text of nothing but spaces, ASCII, the letters of Latin-1, and the dashes and quotation marks of English. */
const PLAIN = /^[ -~À-ÖØ-öø-ÿ–—‘’“”…]*$/;

/** Closing marks and spaces that still belong to the sentence: all there are, or none of this matches. */
const TAIL = String.raw`["'()[\]{}‘’“”]*(?: +(?! )|(?![ "'()[\]{}‘’“”]))`;
/** A full stop inside a number (rule SB6) or before a capital that touches it (SB7) ends nothing. */
const FULL_STOP = String.raw`\.(?!\d)(?<![A-Za-zÀ-ÿ]\.(?=[A-ZÀ-Þ]))`;
/** Nor does one if the next letter is a small one (SB8). */
const SMALL_NEXT = '[^A-Za-zÀ-ÿ.!?]*[a-zß-ÿ]';
/** Marks that go on with the sentence after any stop (SB8a). */
const GOES_ON = '[,:;–—.!?-]';

const SENTENCE_END = new RegExp(`(?:[!?]${TAIL}|${FULL_STOP}${TAIL}(?!${SMALL_NEXT}))(?!${GOES_ON}|$)`, 'g');

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  return segmenters.getOrInsertComputed(
    language,
    () => new Intl.Segmenter(language, { granularity: 'sentence' }),
  );
};

/**
 * The ends of the sentences, in order, as UTF-16 offsets; white space belongs to the sentence before it. The last is
 * the end of the text. `language` is an ISO 639-1 code.
 */
export const sentenceEnds = (text: string, language: string): number[] => {
  // In Greek a semicolon asks a question.
  if (language === 'el' || !PLAIN.test(text))
    return Array.from(segmenterOf(language).segment(text), ({ segment, index }) => index + segment.length);
  const ends: number[] = [];
  SENTENCE_END.lastIndex = 0;
  while (SENTENCE_END.test(text)) ends.push(SENTENCE_END.lastIndex);
  ends.push(text.length);
  return ends;
};
