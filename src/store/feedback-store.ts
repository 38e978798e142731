/** Votes on answers: one per person and answer, kept for a while, without names. Over `state.db`. */
import type { Selectable } from 'kysely';
import { DAY_MS } from '../domain/durations.ts';
import type { Feedback, Vote, VotedAnswer } from '../domain/feedback.ts';
import { countDeleted, countFound } from './row-counts.ts';
import { sqlOf } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';
import { hashVoter } from './voter-key.ts';

/** Votes are deleted this many days after they were given. */
export const FEEDBACK_DAYS = 90;

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
export const createFeedbackStore = (db: StateDatabase, now: () => number, key: Buffer) => {
  const oldest = (): number => now() - FEEDBACK_DAYS * DAY_MS;
  const known = (userId: string) =>
    db
      .selectFrom('feedback')
      .where('voter', '=', hashVoter(key, userId))
      .where('voter_until_ms', '>', now())
      .where('voted_ms', '>', oldest());
  return {
    /**
     * Notes the vote. The same vote again takes it back, the other one takes its place. Resolves to the vote that counts
     * now, null if none does.
     */
    vote(
      userId: string,
      { id, guildId, question, excerpt, expiresMs }: VotedAnswer,
      vote: Vote,
    ): Promise<Vote | null> {
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
    /** How many of each are kept. */
    async counts(): Promise<Readonly<Record<Vote, number>>> {
      const rows = await db
        .selectFrom('feedback')
        .select(({ fn }) => ['vote', fn.countAll<number>().as('count')])
        .where('voted_ms', '>', oldest())
        .groupBy('vote')
        .execute();
      const countOf = (vote: Vote): number => rows.find((row) => row.vote === vote)?.count ?? 0;
      return { helpful: countOf('helpful'), unhelpful: countOf('unhelpful') };
    },
    /** All that are kept, oldest first. */
    async *all(): AsyncIterable<Feedback> {
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
    /** Votes known to be this person's, newest first, at most `limit`, and how many there are. */
    async ofPerson(
      userId: string,
      limit: number,
    ): Promise<{ readonly count: number; readonly newest: readonly Feedback[] }> {
      const rows = await known(userId).selectAll().orderBy('voted_ms', 'desc').limit(limit).execute();
      return { count: await countFound(known(userId)), newest: rows.map(fromRow) };
    },
    /** Deletes this person's votes, and all votes on answers to what this person asked that is still stored; how many. */
    async forgetPerson(userId: string): Promise<number> {
      const asked = db.selectFrom('interactions').select('id').where('user_id', '=', userId);
      return countDeleted(
        db
          .deleteFrom('feedback')
          .where(({ or, eb }) =>
            or([eb('voter', '=', hashVoter(key, userId)), eb('answer_id', 'in', asked)]),
          ),
      );
    },
    /** Deletes all votes given in a server. */
    async forgetGuild(guildId: string): Promise<void> {
      await db.deleteFrom('feedback').where('guild_id', '=', guildId).execute();
    },
    /** Deletes votes that are too old, and who gave those whose answers' buttons have expired. Resolves to how many went. */
    async purge(): Promise<number> {
      await db
        .updateTable('feedback')
        .set({ voter: null })
        .where('voter', 'is not', null)
        .where('voter_until_ms', '<=', now())
        .execute();
      return countDeleted(db.deleteFrom('feedback').where('voted_ms', '<=', oldest()));
    },
  };
};

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;
