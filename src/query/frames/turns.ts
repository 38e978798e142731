/**
 * Turns of phrase of other languages than English, as people type them in a chat. Alternatives are separated by `|`, may hold
 * what regular expressions do, and match with and without marks; words are separated by spaces.
 */

export interface Turns {
  /** Greetings: small talk alone, and said before a question. */
  readonly hello: string;
  /** Other words of small talk: thanks, praise, yes and no. */
  readonly talk: string;
  /** Words that may stand among them. */
  readonly among: string;
  /** What is said to a bot and asks nothing of the news, whole. */
  readonly chat: string;
  /** Endings that say nothing. */
  readonly tail: string;
  /** Endings that ask for the newest state. */
  readonly now: string;
  /** Openings that ask for the latest of what follows. */
  readonly latest: string;
  /** Endings that ask for the latest of what stands before. */
  readonly latestOf: string;
  /** Words by which a question without a question word asks whether something is still so. */
  readonly still: string;
  /** Openings that ask whether what follows is true. */
  readonly whether: string;
  readonly summary: string;
  readonly timeline: string;
  /** Requests that are no news. */
  readonly errands: string;
  /** Words that call for news, whatever it is about. */
  readonly news: string;
  /** Words that everyone uses and nobody means: never named as missing. */
  readonly vague: string;
}
