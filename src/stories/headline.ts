/** In: an article. Out: what stories compare of it: the words of its title and of its beginning, and its day. */
import { hash } from 'node:crypto';
import { type Article, publishedMs } from '../domain/article.ts';
import { WEEKDAY_NAMES } from '../text/english-facts.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import { isExplainer, isOtherKind } from './other-kinds.ts';
import { termWeight } from './term-weight.ts';

/** Terms with how much each counts in that text. */
export type TermWeights = ReadonlyMap<string, number>;

/** Small enough to keep for every article of a digest; holds no text. */
export interface Headline {
  readonly seq: number;
  readonly source: string;
  /** Content terms of the title; empty for an article that tells no event of its own, which then matches nothing. */
  readonly title: ReadonlySet<string>;
  /** Content terms of the first sentences of the body. */
  readonly lead: TermWeights;
  /** Content terms of its first paragraphs. */
  readonly opening: TermWeights;
  /** Those of `opening` that are written with a capital letter. */
  readonly names: ReadonlySet<string>;
  readonly isExplainer: boolean;
  /** Days of the week that the first sentences name, in order (English alone). */
  readonly weekdays: readonly string[];
  /** Epoch milliseconds: the publication if it is known, else the adding. */
  readonly atMs: number;
  /** Only the day of publication is known: `atMs` is its start. */
  readonly isDayOnly: boolean;
  /** The title without dates and numbers, for titles that come again and again; starts with the source. */
  readonly titlePattern: string;
  /** Sources of the article and of its copies. */
  readonly tellers: readonly string[];
  /** Whether it can stand for a story: it has a link and more than a few lines. */
  readonly isFull: boolean;
  readonly print: string;
}

/** A hash of what a posted story shows of an article. */
export const articlePrint = ({ title, body }: Pick<Article, 'title' | 'body'>): string =>
  hash('sha256', `${title}\n${body}`, 'base64url').slice(0, 12);

/** Shorter articles are notes or summaries; a fuller telling leads the story. UTF-16 units. */
const FULL_LENGTH = 400;

/** How many characters of a title are read. */
const TITLE_CHARACTERS = 500;

/** How many characters of the body are read: the first paragraphs report the event, the first sentences its core. */
const LEAD_CHARACTERS = 700;
const OPENING_CHARACTERS = 1_500;

/** " - CNN", " | The Week UK": the outlet's own name after the headline, and an ellipsis of a cut one. */
const OUTLET = /\s+[|–—-]\s+[^|–—]{2,24}$|\s*(?:\.{3}|…)\s*$/u;

/** Words around the event that many articles hold whatever they are about: days, and what outlets call themselves and theirs. */
const AROUND: ReadonlySet<string> = new Set([
  ...WEEKDAY_NAMES.map((day) => day.toLowerCase()),
  ...'live update updates video photos watch opinion analysis associated press'.split(' '),
]);

const WEEKDAY = new RegExp(`\\b(?:${WEEKDAY_NAMES.join('|')})\\b`, 'g');

/** In most languages the words without content are short; only for English is there a list of them. */
const LONGEST_FUNCTION_WORD = 3;
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;

const isContent = (word: string, language: string): boolean => {
  const lower = word.toLowerCase();
  if (language === 'en') return !FUNCTION_WORDS.has(lower) && !AROUND.has(lower);
  return lower.length > LONGEST_FUNCTION_WORD || !ALPHABETIC.test(word);
};

interface ContentTerm {
  readonly term: string;
  readonly start: number;
  readonly isName: boolean;
}

const CAPITAL = /^\p{Lu}/u;

const contentTerms = (text: string, language: string, to: number): ContentTerm[] => {
  const found: ContentTerm[] = [];
  for (const { term, start, end } of terms(text, language, 0, to)) {
    const word = text.slice(start, end);
    if (isContent(word, language)) found.push({ term, start, isName: word.length > 1 && CAPITAL.test(word) });
  }
  return found;
};

/** A term counts for more if it is rare among the news and if it comes more than once here. */
const weigh = (found: readonly ContentTerm[]): TermWeights => {
  const counts = new Map<string, number>();
  for (const { term } of found) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * termWeight(term)]));
};

const termSet = (found: readonly ContentTerm[]): Set<string> => new Set(found.map(({ term }) => term));

/** Reads an article for `groupStories`; `copySources` are the sources of its copies. */
export const headline = (article: Article, copySources: readonly string[] = []): Headline => {
  const language = article.language ?? DEFAULT_LANGUAGE;
  const written = article.title.slice(0, TITLE_CHARACTERS);
  const bare = written.replace(OUTLET, '').replace(OUTLET, '');
  const numberless = bare.replace(/\d+/g, '');
  const opening = contentTerms(article.body, language, Math.min(article.body.length, OPENING_CHARACTERS));
  return {
    seq: article.seq,
    source: article.source,
    title: isOtherKind(written, article.body)
      ? new Set()
      : termSet(contentTerms(bare, language, bare.length)),
    lead: weigh(opening.filter(({ start }) => start < LEAD_CHARACTERS)),
    opening: weigh(opening),
    names: termSet(opening.filter(({ isName }) => isName)),
    isExplainer: isExplainer(written),
    weekdays: article.body.slice(0, LEAD_CHARACTERS).match(WEEKDAY) ?? [],
    atMs: publishedMs(article.published) ?? article.addedAtMs,
    isDayOnly: article.published?.length === 10,
    titlePattern: `${article.source}\n${[...termSet(contentTerms(numberless, language, numberless.length))].join(' ')}`,
    tellers: [...new Set([article.source, ...copySources])],
    isFull: article.url !== null && article.body.length >= FULL_LENGTH,
    print: articlePrint(article),
  };
};
