/** In: an article. Out: what stories compare of it: the words of its title and of its beginning, and its day. */
import { createHash } from 'node:crypto';
import { type Article, publishedMs } from '../domain/article.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { terms } from '../text/terms.ts';

/** Small enough to keep for every article of a digest; holds no text. */
export interface Headline {
  readonly seq: number;
  readonly source: string;
  /** Content terms of the title; empty for a title that many events share, which then matches nothing. */
  readonly title: ReadonlySet<string>;
  /** Content terms of the first words of the body. */
  readonly opening: ReadonlySet<string>;
  /** Epoch milliseconds: the publication where it is known, else the adding. */
  readonly atMs: number;
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
  createHash('sha256').update(`${title}\n${body}`).digest('base64url').slice(0, 12);

/** Shorter articles are notes or summaries; a fuller telling leads the story. UTF-16 units. */
const FULL_LENGTH = 400;

/** So much of a title is read; longer ones are none. */
const TITLE_CHARACTERS = 500;

/** So much of the body is read, and so many different terms of it are kept: the event stands in the first paragraphs. */
const OPENING_CHARACTERS = 1_500;
const OPENING_TERMS = 120;

/** Titles that tell several events at once, or announce one that has yet to happen: they join no story. */
const OTHER_KIND = new RegExp(
  [
    String.raw`\b(?:\w+ things (?:you |we |to )|(?:things|what) to know (?:today|this)|quiz|horoscope|crossword|wordle)`,
    String.raw`\b(?:briefing|newsletter|round-?up|top stories|week in (?:review|pictures|photos)|this week in)\b`,
    String.raw`\b(?:photos|pictures) (?:of|this) (?:the )?(?:week|day|month)\b`,
    String.raw`\b(?:today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s (?:news|headlines|top stories)\b`,
    String.raw`\b(?:daily|weekly|morning|evening|nightly) (?:news|update|digest|recap|report|brief)\b`,
    String.raw`\b(?:how to watch|what time|preview|predictions)\b`,
    `, .*, `,
  ].join('|'),
  'i',
);

/** " - CNN", " | The Week UK": the outlet's own name after the headline, and an ellipsis of a cut one. */
const OUTLET = /\s+[|–—-]\s+[^|–—]{2,24}$|\s*(?:\.{3}|…)\s*$/u;
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|today|live|updates?|video|photos|watch|opinion|analysis)$/i;

const contentTerms = (text: string, language: string | undefined, to: number): Set<string> => {
  const found = new Set<string>();
  for (const { term, start, end } of terms(text, language, 0, to)) {
    const word = text.slice(start, end);
    if (!FUNCTION_WORDS.has(word.toLowerCase()) && !CALENDAR.test(word)) found.add(term);
    if (found.size === OPENING_TERMS) break;
  }
  return found;
};

/** Reads an article for `groupStories`; `copySources` are the sources of its copies. */
export const headline = (article: Article, copySources: readonly string[] = []): Headline => {
  const language = article.language ?? undefined;
  const written = article.title.slice(0, TITLE_CHARACTERS);
  const bare = written.replace(OUTLET, '').replace(OUTLET, '');
  const title = OTHER_KIND.test(written) ? new Set<string>() : contentTerms(bare, language, bare.length);
  const opening = contentTerms(article.body, language, Math.min(article.body.length, OPENING_CHARACTERS));
  return {
    seq: article.seq,
    source: article.source,
    title,
    opening,
    atMs: publishedMs(article.published) ?? article.addedAtMs,
    titlePattern: `${article.source}\n${[...contentTerms(bare.replace(/\d+/g, ''), language, bare.length)].join(' ')}`,
    tellers: [...new Set([article.source, ...copySources])],
    isFull: article.url !== null && article.body.length >= FULL_LENGTH,
    print: articlePrint(article),
  };
};
