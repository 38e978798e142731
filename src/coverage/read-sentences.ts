/** In: an article. Out: its sentences that say something, with their words and facts, for comparing them with others'. */
import { isCaption } from '../answers/is-caption.ts';
import { type Span, toRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { Quotation } from '../domain/coverage.ts';
import { blocks } from '../text/blocks.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { endsSentence } from '../text/headings.ts';
import { sentences } from '../text/sentences.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import { type Fact, readFacts } from './read-facts.ts';

/** This much of an article is read, UTF-16 units and sentences: what happened stands near the top. */
const READ = 20_000;
const SENTENCES = 60;
/** Shorter ones say nothing by themselves; longer ones do not fit beside others. */
const SHORTEST = 40;
const LONGEST = 420;
/** "Sign up", "Read more", "Follow us": asides of an outlet to its readers. */
const ASIDE =
  /^(?:read more|editor['’]s note|sign up|subscribe|follow|click|watch|listen|related|more on|advertisement|our standards|reporting by|editing by|writing by|additional reporting|this (?:story|article|report) (?:has been|was)|the associated press contributed|do you have|get in touch|correction|you can get|here(?:’|')?s? (?:is|are)? ?(?:a|the|some|what)? ?(?:look|quick)|plus,|explore the universe with news|opinion: ?|just watched|for (?:the latest|more)|you (?:also )?can)\b|\b(?:live updates here|replay more videos)\b|\/(?:shutterstock|getty|redux|reuters|ap|afp)\b|\b(?:newsletter|all rights reserved|terms of service|contributed to this report|agree to the processing|details you have shared|privacy policy)\b/i;

/** Where an article says at its beginning where it was written: "Tokyo (CNN) ", "London CNN Business — ", "LONDON (AP) — ", "GARDINER, Mont. – ", "MARTHA'S VINEYARD — ". */
const DATELINE =
  /^(?:(?:[\p{Lu}/][\p{L}.'’/]*,? ){0,6}\((?:CNN(?: Business)?|AP|AFP|Reuters)\)\s*(?:[—–-]+\s*)?|(?:\p{Lu}[\p{L}.'’/]*,? ){1,6}CNN(?: Business)?\s+[—–-]+\s*|\p{Lu}[\p{Lu}'’]{2,}(?: \p{Lu}{2,}){0,3}(?:, \p{Lu}[\p{L}.]{1,14}){0,2}\s*[—–-]+\s*)/u;

/** What stands under a picture, as agencies begin it: "WASHINGTON, DC - JANUARY 26: The building …". */
const PICTURED =
  /^\p{Lu}[\p{Lu} .,'’]{1,60} [-–—] (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\p{Lu}* \d/u;
/** As they end it: "… speaks in the White House, June 22, 2022." A report names the year of other years alone. */
const ENDS_DATED = /(?:,| on) \p{Lu}\p{Ll}+\.? \d{1,2}, (\d{4})\.$/u;

const isPictured = (text: string, { published }: Article): boolean =>
  PICTURED.test(text) || ENDS_DATED.exec(text)?.[1] === (published?.slice(0, 4) ?? '');

/** It stands before one of the first sentences: an aside may come before it. */
const DATELINED = 3;

/** Someone speaks whose name stands elsewhere: a quotation of several sentences holds its marks and its speaker only once. */
const isSpokenOn = (text: string): boolean => {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  const isOpen = count(/"/g) % 2 === 1 || count(/“/g) !== count(/”/g);
  const unquoted = text.replace(/["“][^"“”]*["”]/g, '');
  return isOpen || /(?<!\p{Lu}\p{L}+ )\bI(?:['’]\p{L}+)? \p{Ll}/u.test(unquoted);
};

export interface Sentence extends Span {
  readonly article: Article;
  readonly text: string;
  /** Place among the article's sentences, from 0. */
  readonly place: number;
  /** Content terms. */
  readonly terms: ReadonlySet<string>;
  readonly facts: readonly Fact[];
}

/** Content terms of a text. */
export const contentTerms = (text: string, language: string | null): Set<string> =>
  new Set(
    terms(text, language ?? DEFAULT_LANGUAGE).flatMap(({ term, start, end }) =>
      FUNCTION_WORDS.has(text.slice(start, end).toLowerCase()) ? [] : [term],
    ),
  );

const isTelling = (text: string): boolean =>
  text.length >= SHORTEST &&
  text.length <= LONGEST &&
  endsSentence(text) &&
  !text.endsWith(':') &&
  !text.startsWith('(You') &&
  !ASIDE.test(text) &&
  !isCaption(text) &&
  !isSpokenOn(text);

/** In order, the first `limit` of them. */
export const readSentences = (article: Article, limit = SENTENCES): Sentence[] => {
  const { body, language } = article;
  const found: Sentence[] = [];
  for (const block of blocks(body.slice(0, READ))) {
    if (block.kind === 'heading') continue;
    for (const { start: from, end } of sentences(
      body,
      language ?? DEFAULT_LANGUAGE,
      block.start,
      block.end,
    )) {
      if (found.length === limit) return found;
      const whole = body.slice(from, end);
      const dateline = found.length < DATELINED ? DATELINE.exec(whole) : null;
      const start = from + (dateline?.[0].length ?? 0);
      const text = body.slice(start, end);
      if (!isTelling(text) || isPictured(whole, article)) continue;
      const place = found.length;
      const facts = readFacts(text);
      found.push({ article, start, end, text, place, terms: contentTerms(text, language), facts });
    }
  }
  return found;
};

export const toQuotation = (
  { article, start, end, text }: Pick<Sentence, 'article' | 'start' | 'end' | 'text'>,
  marks: readonly Span[] = [],
): Quotation => ({ article: toRef(article), start, end, text, marks });
