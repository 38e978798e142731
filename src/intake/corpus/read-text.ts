/** In: raw text without metadata, as people paste and scrapers leave it. Out: the body of an article. */

/** Lines that a page puts between paragraphs that no article means; the whole line, decoration aside. */
const NOISE = new RegExp(
  `^(${[
    'ad',
    'advert',
    'advertise?ments?( *[-–—:]? *(scroll to continue|continue reading below|story continues below))?',
    'sponsored( (content|post))?',
    '(article|story) continues (below|after) (the )?(advertise?ment|ad|this ad)',
    'scroll (down )?to continue',
    'continue reading( below)?',
    'skip (advertise?ment|ad)',
  ].join('|')})$`,
  'iu',
);

/** The longest of them has 60 characters; the expressions never see a longer line. */
const MAX_NOISE_CHARS = 80;

/** What stands below a title, or between parts: one mark, with blanks or without. */
const RULE = /^[^\S\n]{0,9}([=~*_+•-])(?:[^\S\n]?\1){2,200}[^\S\n]*$/;

const isNoise = (line: string): boolean => {
  const words = line.match(/[\p{L}\p{N}]/u) === null ? '' : withoutDecoration(line);
  return words.length > 0 && words.length <= MAX_NOISE_CHARS && NOISE.test(words);
};

/** The line from its first letter or digit to its last. */
const withoutDecoration = (line: string): string => {
  const start = line.search(/[\p{L}\p{N}]/u);
  let end = line.length;
  while (end > start && !/[\p{L}\p{N}]/u.test(line[end - 1]!)) end--;
  return line.slice(start, end);
};

/** Text wrapped at a margin has lines about this long at most, and about that long at least. */
const MAX_WRAPPED_CHARS = 120;
const MIN_WRAPPED_CHARS = 45;

const ENDS_SENTENCE = /[.!?…。！？]["'”’»」)\]]*\s*$/u;
const LIST_ENTRY = /^\s*(?:[-*•–>|#]|\d+[.)])/u;

/** Whether the lines of one block were broken by a margin: alike in length, and mostly in mid-sentence. */
const isWrapped = (lines: readonly string[]): boolean => {
  const broken = lines.slice(0, -1);
  return (
    broken.length > 0 &&
    broken.every((line) => line.length >= MIN_WRAPPED_CHARS) &&
    lines.every((line) => line.length <= MAX_WRAPPED_CHARS) &&
    !lines.some((line) => LIST_ENTRY.test(line)) &&
    broken.filter((line) => !ENDS_SENTENCE.test(line)).length * 2 > broken.length
  );
};

/**
 * Takes noise lines out and joins lines that a margin broke; every other character stays, blank ends aside. Line
 * ends become `\n`. Headings stay as lines of their own.
 */
export const readText = (text: string): string => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !isNoise(line))
    .map((line) => (RULE.test(line) ? '' : line));
  const blocks = lines
    .join('\n')
    .trim()
    .split(/\n(?:[^\S\n]*\n)+/);
  return blocks
    .map((block) => {
      const parts = block.split('\n');
      return isWrapped(parts) ? parts.map((part) => part.trim()).join(' ') : block;
    })
    .join('\n\n');
};
