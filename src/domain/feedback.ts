/** What people say of answers: whether they helped. */

export type Vote = 'helpful' | 'unhelpful';

/** A vote, without who gave it. */
export interface Feedback {
  /** As it was asked. */
  readonly question: string;
  /** The sentence that was shown as the answer; null if nothing was found. */
  readonly excerpt: string | null;
  readonly vote: Vote;
  /** Epoch milliseconds. */
  readonly votedMs: number;
}

/** What is voted on. */
export interface VotedAnswer extends Pick<Feedback, 'question' | 'excerpt'> {
  /** The id its buttons carry. */
  readonly id: string;
  readonly guildId: string | null;
  /** When its buttons stop working, epoch milliseconds: until then a vote can be changed, and its voter is known. */
  readonly expiresMs: number;
}
