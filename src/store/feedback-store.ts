/** Votes on answers: one per person and answer, kept for a while, without names. Over `state.db`. */
import type { Selectable } from 'kysely';
import { DAY_MS } from '../domain/durations.ts';
import type { Feedback, Vote, VotedAnswer } from '../domain/feedback.ts';
import { sqlOf } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';
import { hashVoter } from './voter-key.ts';

/** Votes are deleted this many days after they were given. */
export const FEEDBACK_DAYS = 90;

export interface FeedbackStore {
  /**
   * Notes the vote. The same vote again takes it back, the other one takes its place. Resolves to the vote that counts
   * now, null if none does.
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

/** Rows read at a time. */
const PAGE = 200;

type Row = Selectable<StateTables['feedback']>;

const fromRow = ({ question, excerpt, vote, voted_ms: votedMs }: Row): Feedback => ({
  question,
  excerpt,
  vote,
  votedMs,
});

/** `key` from `openVoterKey`. */
export const createFeedbackStore = (db: StateDatabase, now: () => number, key: Buffer): FeedbackStore => {
  const oldest = (): number => now() - FEEDBACK_DAYS * DAY_MS;
  const known = (userId: string) =>
    db
      .selectFrom('feedback')
      .where('voter', '=', hashVoter(key, userId))
      .where('voter_until_ms', '>', now())
      .where('voted_ms', '>', oldest());
  return {
    vote(userId: string, { id, guildId, question, excerpt, expiresMs }: VotedAnswer, vote: Vote) {
      const voter = hashVoter(key, userId);
      return db.transaction().execute(async (within) => {
        await sqlOf(within).holdName(`vote of ${voter}`).execute(within);
        const earlier = await within
          .deleteFrom('feedback')
          .where('answer_id', '=', id)
          .where('voter', '=', voter)
          .returning('vote')
          .executeTakeFirst();
        if (earlier?.vote === vote) return null;
        const row = { answer_id: id, voter, voter_until_ms: expiresMs, guild_id: guildId };
        await within
          .insertInto('feedback')
          .values({ ...row, question, excerpt, vote, voted_ms: now() })
          .execute();
        return vote;
      });
    },
    async counts() {
      const rows = await db
        .selectFrom('feedback')
        .select(({ fn }) => ['vote', fn.countAll<number>().as('count')])
        .where('voted_ms', '>', oldest())
        .groupBy('vote')
        .execute();
      const countOf = (vote: Vote): number => Number(rows.find((row) => row.vote === vote)?.count ?? 0);
      return { helpful: countOf('helpful'), unhelpful: countOf('unhelpful') };
    },
    async *all() {
      for (let after = 0; ; ) {
        const rows = await db
          .selectFrom('feedback')
          .selectAll()
          .where('id', '>', after)
          .where('voted_ms', '>', oldest())
          .orderBy('id')
          .limit(PAGE)
          .execute();
        yield* rows.map(fromRow);
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last.id;
      }
    },
    async ofPerson(userId, limit) {
      const rows = await known(userId).selectAll().orderBy('voted_ms', 'desc').limit(limit).execute();
      const { count } = await known(userId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return { count: Number(count), newest: rows.map(fromRow) };
    },
    async forgetPerson(userId) {
      const asked = db.selectFrom('interactions').select('id').where('user_id', '=', userId);
      const { numDeletedRows } = await db
        .deleteFrom('feedback')
        .where(({ or, eb }) => or([eb('voter', '=', hashVoter(key, userId)), eb('answer_id', 'in', asked)]))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async forgetGuild(guildId) {
      await db.deleteFrom('feedback').where('guild_id', '=', guildId).execute();
    },
    async purge() {
      await db
        .updateTable('feedback')
        .set({ voter: null })
        .where('voter', 'is not', null)
        .where('voter_until_ms', '<=', now())
        .execute();
      const { numDeletedRows } = await db
        .deleteFrom('feedback')
        .where('voted_ms', '<=', oldest())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
};
