/** What a question gets back: excerpts quoted exactly, how sure we are, and what was not found. */
import type { Article, Published } from './article.ts';
import type { Query, QueryPiece } from './query.ts';

/** Half-open range of UTF-16 offsets into an article's body. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An article named, without its text. */
export interface ArticleRef {
  readonly seq: number;
  /** The id given by the file or feed if one was, else the article's key. */
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly url: string | null;
  readonly published: Published;
}

/** An article by name. */
export const toRef = (article: Article): ArticleRef => ({
  seq: article.seq,
  articleId: article.givenId ?? article.key,
  title: article.title,
  source: article.source,
  url: article.url,
  published: article.published,
});

/** `text === body.slice(start, end)` of the stored article, always; at most 600 characters, whole sentences. */
export interface Excerpt extends ArticleRef, Span {
  readonly text: string;
  /** The article's, ISO 639-1; null if it does not say. */
  readonly language: string | null;
  /** The one sentence that answers best; lies within the excerpt. Offsets into the body. */
  readonly best: Span;
  /** The words of the question found in the excerpt, in order, never overlapping. Offsets into the body. */
  readonly matches: readonly Span[];
  /** Comparable within one answer only; larger is better. */
  readonly score: number;
  /** Other articles that carry the same text (copies), named once here instead of being quoted again. */
  readonly alsoIn: readonly ArticleRef[];
}

/** `answered`: show with confidence; `weak`: show, and say it may not answer; `none`: say what was not found. */
export type Verdict = 'answered' | 'weak' | 'none';

/** As other programs read it. */
export const VERDICT_CODES = {
  answered: 'answered',
  weak: 'unsure',
  none: 'none',
} as const satisfies Record<Verdict, string>;

/**
 * What the verdict is about. `question`: whether the excerpts hold an answer; `keywords`, which ask nothing: whether the
 * first excerpt holds the words; `filters` alone, which the newest articles answer by their beginnings: whether any article
 * passes; `nothing`: no word says what it is about, and nothing is quoted; `talk`: small talk, or what is no news, and
 * nothing is quoted.
 */
type Asked = 'question' | 'keywords' | 'filters' | 'nothing' | 'talk';

/**
 * What was looked through: articles of the days and sources asked for, how many sources they have, and the newest known
 * date. If there is none of those days, the newest date is that of all days.
 */
export interface Searched {
  readonly articles: number;
  readonly sources: number;
  readonly newest: Published;
}

/** Whether nothing was found because there is no article at all yet; one that is dated later does not count yet. */
export const hasNoArticles = ({ query, searched }: Pick<Answer, 'query' | 'searched'>): boolean =>
  query.within === null && searched.articles === 0;

/** Whether nothing was found because no article is of the days asked for. */
export const hasNoneOfAskedDays = ({ query, searched }: Pick<Answer, 'query' | 'searched'>): boolean =>
  query.within !== null && searched.articles === 0;

export interface Answer {
  readonly query: Query;
  readonly asked: Asked;
  readonly verdict: Verdict;
  /**
   * 0 to 1. For a question the estimated chance that the first excerpts hold an answer; for keywords the share of their
   * weight that the first excerpt and its title hold; else 1 if something is quoted.
   */
  readonly confidence: number;
  /** Best first, those of a timeline by their days; at most four from one article, and those never overlap. */
  readonly excerpts: readonly Excerpt[];
  /** How many articles matched the question. */
  readonly matchedArticles: number;
  /** There may be more: not every article was counted, or searched for the phrase. */
  readonly isPartial: boolean;
  /** Words of the question, as typed, that no searched article holds. */
  readonly missing: readonly string[];
  /**
   * Words, as typed, that the first excerpt and its title lack, though some article holds them: keywords, and words of what
   * is to be confirmed.
   */
  readonly unquoted: readonly string[];
  /** For missing words that look like a slip: what the corpus holds instead. */
  readonly corrections: readonly { readonly word: string; readonly suggestion: string }[];
  /** Articles whose titles come nearest; filled if the evidence is weak or missing. */
  readonly nearest: readonly ArticleRef[];
  readonly searched: Searched;
  /**
   * The day (`YYYY-MM-DD`) of the newest article, if no more arrive and "latest" or "this week" count from it; null if
   * they count from the clock.
   */
  readonly countedFrom: string | null;
  /**
   * Languages that the articles are in (ISO 639-1), the most frequent first, if the question is in another and words
   * of it are missing; else empty.
   */
  readonly articlesIn: readonly string[];
  /** While articles are still being read: the share of them that can be found, 0 to 1. */
  readonly progress: number | null;
  readonly tookMs: number;
}

/** Of an answer that lacks nothing: no word is missing, and nothing else is suggested. */
export const NOTHING_LACKED = {
  isPartial: false,
  missing: [],
  articlesIn: [],
  unquoted: [],
  corrections: [],
  nearest: [],
} as const satisfies Partial<Answer>;

/** An answer without what only the caller knows. */
export type AnswerDraft = Omit<Answer, 'progress' | 'tookMs' | 'countedFrom'>;

/** Whether counting time from the clock would have changed the answer. */
export const isCountedBack = ({ query, countedFrom }: Pick<Answer, 'query' | 'countedFrom'>): boolean =>
  countedFrom !== null && (query.intent.newest || query.about !== null || query.named !== null);

export interface AnswerOptions {
  /** The question's clock, epoch milliseconds: recency counts from it and nothing published later is shown. */
  readonly asOfMs: number;
  /** Articles dated up to this many days after the clock are allowed all the same. Default 0. */
  readonly graceDays?: number;
  /** At most this many excerpts, 1 to 5. Default 5. */
  readonly limit?: number;
  /** What has to hold besides the text. */
  readonly also?: readonly QueryPiece[];
}

export type SearchSort = 'relevance' | 'newest' | 'oldest';

/** One page of the articles that match a query. */
export interface SearchPage {
  readonly query: Query;
  readonly articles: readonly ArticleRef[];
  /** All matching articles, over all pages. */
  readonly total: number;
  /** There may be more than `total`, never more if that is 0: not every article was searched for the phrase. */
  readonly isPartial: boolean;
  readonly offset: number;
  /** As in an answer. */
  readonly missing: Answer['missing'];
  readonly articlesIn: Answer['articlesIn'];
  readonly corrections: Answer['corrections'];
  readonly searched: Searched;
}
