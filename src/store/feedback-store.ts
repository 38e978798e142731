/** Votes on answers: one a person and answer, kept for a while, without names. */
import type { Feedback, Vote, VotedAnswer } from '../domain/feedback.ts';

/** Votes are deleted so many days after they were given. */
export const FEEDBACK_DAYS = 90;

export interface FeedbackStore {
  /**
   * Notes the vote. The same vote again takes it back, the other one takes its place. Resolves to the vote that counts
   * now, null where none does.
   */
  vote(userId: string, answer: VotedAnswer, vote: Vote): Promise<Vote | null>;
  /** How many of each are kept. */
  counts(): Promise<Readonly<Record<Vote, number>>>;
  /** All that are kept, oldest first. */
  all(): AsyncIterable<Feedback>;
  /** Votes known to be this person's, newest first, at most `limit`, and how many there are. */
  ofPerson(
    userId: string,
    limit: number,
  ): Promise<{ readonly count: number; readonly newest: readonly Feedback[] }>;
  /** Deletes this person's votes, and all votes on answers to what this person asked that is still stored; how many. */
  forgetPerson(userId: string): Promise<number>;
  /** Deletes all votes given in a server. */
  forgetGuild(guildId: string): Promise<void>;
  /** Deletes votes that are too old, and who gave those whose answers' buttons have expired. Resolves to how many went. */
  purge(): Promise<number>;
}
