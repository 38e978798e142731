/** In: the document of a page. Out: the name in its byline. */
import { cleanLine } from '../../text/clean-text.ts';
import type { PageDocument } from './page-elements.ts';

const BYLINES =
  '[rel~="author"], [itemprop~="author"], [class~="byline"], [class~="author"], [class~="p-author"], [class~="author-name"], [class~="article-author"]';
const BY = /^(?:written by|by|von|par|por|di|door|av|af|autor(?:in)?:?|author:?)\s+/i;
const BEFORE = /^[|•·\s]+/;
/** A date, before the name. */
const DATED = /^\D{0,40}\d[^\n]{0,80}?\s(?=by\s)/i;
/** What follows is a date, an office or an outlet. */
const ASIDE = /\s*[|•·].*$|\s[–—-]\s.*$/s;
const MAX_NAME = 100;

/** Null if the page has none, or one too long for a name. */
export const findByline = (document: PageDocument): string | null => {
  for (const element of document.querySelectorAll(BYLINES)) {
    const name = element.querySelector('[itemprop~="name"]') ?? element;
    const line = cleanLine(name.textContent.slice(0, 1_000))
      .replace(BEFORE, '')
      .replace(DATED, '')
      .replace(BY, '')
      .replace(ASIDE, '');
    if (line !== '' && line.length < MAX_NAME) return line;
  }
  return null;
};
