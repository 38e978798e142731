/** In: a line of a raw text and the one after it. Out: whether it heads a section rather than says something. */

/** Longer lines are sentences without their stop, or list entries that say something. UTF-16 units. */
const HEADING_LIMIT = 80;
const SENTENCE_END = /[.!?…。！？।؟;:,][\s"”’'»)\]]*$/u;
const LIST_ENTRY = /^\s*(?:[-*•–]|\d+[.)])\s/u;

/** Whether a line ends as sentences do. */
export const endsSentence = (line: string): boolean => SENTENCE_END.test(line);

/**
 * A heading is short, does not end as a sentence does, is no list entry, and stands before a paragraph: `next` is the
 * next line that is not blank, null at the end of the text.
 */
export const isHeading = (line: string, next: string | null): boolean => {
  const text = line.trim();
  if (text === '' || text.length > HEADING_LIMIT || next === null) return false;
  if (endsSentence(text) || LIST_ENTRY.test(text)) return false;
  const paragraph = next.trim();
  return paragraph.length > HEADING_LIMIT || endsSentence(paragraph);
};
