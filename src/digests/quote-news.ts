/**
 * In: an article that tells a story which others told before. Out: the sentences that add to it, to be quoted exactly:
 * those about the story that hold a number nobody gave, or names and days that nobody named.
 */
import type { Span } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { factsOf, outletTerms, saidIn } from '../stories/facts.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import { quotable } from './quote-article.ts';

/** How many sentences are quoted at most. */
const QUOTED = 3;
/** How many of the tellings before are read, and how much of each (UTF-16 units). */
const READ_TELLINGS = 12;
const READ_LENGTH = 12_000;
/** What is new stands near the top of a report; what lies behind it, further down. UTF-16 units. */
const TOP = 1_200;
/** Two names are often those of somebody who was asked: three make it news, or two beside a day. */
const NEW_NAMES = 3;
/** A sentence is about the story if it holds this many of the words that the story's titles and names are made of. */
const SHARED = 2;
/** Quotations and asides comment. */
const COMMENT = /^["“”«„(‘[]/;

const articleLanguage = ({ language }: Article): string => language ?? DEFAULT_LANGUAGE;

/** None if it adds nothing. `text === body.slice(start, end)`. */
export const quoteNews = (
  article: Article,
  before: readonly Article[],
): readonly (Span & { readonly text: string })[] => {
  const language = articleLanguage(article);
  const told = before.slice(0, READ_TELLINGS);
  const texts = told.map(({ title, body }) => `${title}\n${body.slice(0, READ_LENGTH)}`);
  const known = new Set(told.flatMap((one, at) => [...saidIn(texts[at]!, articleLanguage(one))]));
  const about = new Set(
    told.flatMap((one, at) => {
      const title = terms(one.title, articleLanguage(one)).map(({ term }) => term);
      return [...title, ...factsOf(texts[at]!, articleLanguage(one)).names];
    }),
  );
  const own = outletTerms(article.source, language);
  const isNew = (fact: string): boolean => !known.has(fact) && !own.has(fact);
  const count = (facts: ReadonlySet<string>): number => [...facts].filter(isNew).length;
  const found: (Span & { readonly text: string })[] = [];
  for (const { start, end } of quotable(article)) {
    const text = article.body.slice(start, end);
    if (end > TOP) break;
    if (COMMENT.test(text)) continue;
    const { numbers, names, days } = factsOf(text, language);
    const shared = new Set(terms(text, language).flatMap(({ term }) => (about.has(term) ? [term] : [])));
    const isNews = count(numbers) > 0 || count(names) + count(days) >= NEW_NAMES;
    if (isNews && shared.size >= SHARED) found.push({ start, end, text });
    if (found.length === QUOTED) break;
  }
  return found;
};
