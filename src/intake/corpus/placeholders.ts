/** In: a value of a record. Out: the same without what news services and programs write where they have nothing. */

/** The whole value: NewsData.io's and NewsAPI's free plans, and what programs print for nothing. */
const NOTHING =
  /^(?:only available in [\w ,/&-]{1,60}plans?\.?|\[removed\]|null|\\n|none|nan|nil|undefined|unknown|(?:not|none) available|no (?:author|content|description|text|title)(?: available)?|n\/a|#n\/a|<na>|-{1,3})\.?$/i;

/** Where a service cut the text: `[+2190 chars]`, `(2190 characters)`, and `[…]` as blogs end their summaries. */
const CUT =
  /\s?(?:\[(?:\+?\d{1,9} char(?:s|acters?)?|\u2026|\.\.\.|&hellip;|&#8230;)\]|\(\+\d{1,9} char(?:s|acters?)?\))$/i;

/** Null if the text stands for nothing. */
export const withoutPlaceholder = (written: string): string | null => {
  const text = written.trim();
  return text === '' || (text.length < 100 && NOTHING.test(text)) ? null : written;
};

/** Whether the service cut it, and the text without the mark that says so. */
export const withoutCutMark = (written: string): { text: string; isCut: boolean } => {
  const end = written.slice(-40).trimEnd();
  const mark = CUT.exec(end);
  if (mark === null) return { text: written, isCut: false };
  const text = written.trimEnd();
  return { text: text.slice(0, text.length - mark[0].length).trimEnd(), isCut: true };
};
