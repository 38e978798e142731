/** What one digest holds: stories, each told by one or more articles, with sentences quoted exactly. */
import type { ArticleRef, Span } from './answer.ts';
import type { Topic } from './subscription.ts';

/** Articles about one event, by `seq`: the best one, then the others in order of adding. */
export interface StoryArticles {
  readonly lead: number;
  readonly others: readonly number[];
  /** Articles that some of these are copies of: told with them, whichever outlet tells them. Absent where there are none. */
  readonly copied?: readonly number[];
  /** A hash of the lead's title and text as posted: another one means that it changed since. */
  readonly print: string;
  /** The same of the others. Absent where an earlier build posted it. */
  readonly otherPrints?: readonly string[];
  /** Which of the heading's topics it is on, by place. Absent where the heading has none. */
  readonly topics?: readonly number[];
}

/** The numbers of all articles of these stories. */
export const seqsOf = (stories: readonly StoryArticles[]): number[] =>
  stories.flatMap(({ lead, others }) => [lead, ...others]);

/** The numbers that nobody who got these stories is to get again: of all their articles, and of what those copy. */
export const toldBy = (stories: readonly StoryArticles[]): number[] => [
  ...new Set([...seqsOf(stories), ...stories.flatMap(({ copied = [] }) => copied)]),
];

/** A story as it is shown. */
export interface Story {
  readonly article: ArticleRef;
  /** One or two neighbouring sentences of the article: `text === body.slice(start, end)`. Null where none is fit to quote. */
  readonly quote: (Span & { readonly text: string }) | null;
  readonly imageUrl: string | null;
  /** Further tellings, at most one a source, the article's own source left out. */
  readonly alsoIn: readonly ArticleRef[];
  /** Set where a title or text changed after it was posted. */
  readonly updated: boolean;
  /** As in `StoryArticles`. */
  readonly topics?: readonly number[];
}

/** What a later telling adds to a posted story. */
export interface DevelopmentNews {
  readonly article: ArticleRef;
  /** Whole sentences of it, in order: `text === body.slice(start, end)`. At least one. */
  readonly quotes: readonly (Span & { readonly text: string })[];
  /** The title under which the story was told first. */
  readonly storyTitle: string;
  /** What it is written in: a `code` of `LANGUAGES`. */
  readonly language: string;
}

/** What stands over the stories. */
export interface DigestHeading {
  /** The topic in words, see `describeTopic`. */
  readonly title: string;
  /** The rule in words, see `describeSchedule`. */
  readonly schedule: string;
  /** The role that is mentioned, or null. */
  readonly roleId: string | null;
  /** Where there are several, or one has a role of its own. The stories stand under the first that they are on. */
  readonly topics?: readonly Topic[];
  /** It posts what has just come: its headlines are the news, and stand above the topic. Absent for other digests. */
  readonly isArrival?: boolean;
}

export interface Digest extends DigestHeading {
  /** The delivery this is; also the message's nonce. */
  readonly deliveryId: string;
  readonly subscriptionId: string;
  /** By topic, then by how many sources tell them, then by recency. Empty for the line of a quiet period. */
  readonly stories: readonly Story[];
  /** Articles that roll into the next digest. */
  readonly rolled: number;
  /** What it is written in: a `code` of `LANGUAGES`. */
  readonly language: string;
  /** Epoch milliseconds when it was put together. */
  readonly madeAtMs: number;
}
