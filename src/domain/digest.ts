/** What one digest holds: stories, each with one or more articles that report it, with sentences quoted exactly. */
import type { ArticleRef, Span } from './answer.ts';
import type { Topic } from './subscription.ts';

/** Articles about one event, by `seq`: the best one, then the others in order of adding. */
export interface StoryArticles {
  readonly lead: number;
  readonly others: readonly number[];
  /** Originals of those among these that are copies: they count as posted too. Absent if there are none. */
  readonly copied?: readonly number[];
  /** A hash of the lead's title and text as posted: another one means that it changed since. */
  readonly print: string;
  /** Hashes of the other articles, as `print` is of the lead. Absent if an earlier build posted the story. */
  readonly otherPrints?: readonly string[];
  /** Which of the heading's topics it is on, by place. Absent if the heading has none. */
  readonly topics?: readonly number[];
}

/** The numbers of all articles of these stories. */
export const seqsOf = (stories: readonly StoryArticles[]): number[] => {
  const seqs: number[] = [];
  for (const { lead, others } of stories) seqs.push(lead, ...others);
  return seqs;
};

/** The articles that count as posted with these stories: all of theirs, and the originals of copies. */
export const coveredSeqs = (stories: readonly StoryArticles[]): number[] => [
  ...new Set([...seqsOf(stories), ...stories.flatMap(({ copied = [] }) => copied)]),
];

/** A story as it is shown. */
export interface Story {
  readonly article: ArticleRef;
  /** One or two neighbouring sentences of the article: `text === body.slice(start, end)`. Null if none is fit to quote. */
  readonly quote: (Span & { readonly text: string }) | null;
  readonly imageUrl: string | null;
  /** Other articles of the story, at most one per source, without the lead's source. */
  readonly alsoIn: readonly ArticleRef[];
  /** Set if a title or text changed after it was posted. */
  readonly updated: boolean;
  /** As in `StoryArticles`. */
  readonly topics?: readonly number[];
}

/** What a later article adds to a posted story. */
export interface DevelopmentNews {
  readonly article: ArticleRef;
  /** Whole sentences of it, in order: `text === body.slice(start, end)`. At least one. */
  readonly quotes: readonly (Span & { readonly text: string })[];
  /** The title under which the story was first posted. */
  readonly storyTitle: string;
  /** Its interface language: a `code` of `LANGUAGES`. */
  readonly language: string;
}

/** The heading of a digest. */
export interface DigestHeading {
  /** The topic in words, see `describeTopic`. */
  readonly title: string;
  /** The rule in words, see `describeSchedule`. */
  readonly schedule: string;
  /** The role that is mentioned, or null. */
  readonly roleId: string | null;
  /** The topics, if there are several or one has a role. Each story is listed under the first topic that it matches. */
  readonly topics?: readonly Topic[];
  /** Set for `arrival`: the headlines come first, and the topic below them. Absent for other digests. */
  readonly isArrival?: boolean;
}

export interface Digest extends DigestHeading {
  /** The delivery this is; also the message's nonce. */
  readonly deliveryId: string;
  readonly subscriptionId: string;
  /** By topic, then by how many sources report them, then by recency. Empty for the line of a quiet period. */
  readonly stories: readonly Story[];
  /** Articles that roll into the next digest. */
  readonly rolled: number;
  /** Its interface language: a `code` of `LANGUAGES`. */
  readonly language: string;
  /** Epoch milliseconds when it was put together. */
  readonly madeAtMs: number;
}
