/**
 * Where answers stand that all of a channel see, and which of them quote an article that changed. Each goes with its question,
 * when that is deleted.
 */
import { sql, type Transaction } from 'kysely';
import type { PostedAnswer } from '../domain/posted-answer.ts';
import { createBatchWriter } from './batch-writer.ts';
import { numberList } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

type NotedAnswer = Pick<PostedAnswer, 'id' | 'channelId' | 'messageId' | 'language'>;

interface NewAnswer {
  readonly answer: NotedAnswer;
  readonly quoted: readonly number[];
}

const writeAnswer = async (
  tx: Transaction<StateTables>,
  { answer: { id, channelId, messageId, language }, quoted }: NewAnswer,
): Promise<void> => {
  const question = tx.selectFrom('interactions').select('id').where('id', '=', id);
  if ((await question.executeTakeFirst()) === undefined) return;
  const noted = await tx
    .insertInto('posted_answer')
    .values({ id, channel_id: channelId, message_id: messageId, language })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  const rows = [...new Set(quoted)].map((seq) => ({ seq, answer_id: id }));
  if (noted !== undefined && rows.length > 0) await tx.insertInto('quoted_article').values(rows).execute();
};

/** Over `state.db`. */
export const createPostedAnswerStore = (db: StateDatabase) => {
  const write = createBatchWriter<NewAnswer>((answers) =>
    db.transaction().execute(async (tx) => {
      for (const answer of answers) await writeAnswer(tx, answer);
    }),
  );
  return {
    /** Notes an answer with the articles it quotes; one that was noted, or whose question was deleted, is passed over. */
    add: (answer: NotedAnswer, quoted: readonly number[]): Promise<void> => write({ answer, quoted }),
    /** Whether an answer is noted that stands in that message. */
    async has(messageId: string): Promise<boolean> {
      const of = db.selectFrom('posted_answer').select('id').where('message_id', '=', messageId);
      return (await of.executeTakeFirst()) !== undefined;
    },
    /** These articles changed: the answers that quote them are due. */
    async markDue(seqs: readonly number[]): Promise<void> {
      const quoting = db
        .selectFrom('quoted_article')
        .select('answer_id')
        .where('seq', 'in', numberList(db, seqs));
      await db
        .updateTable('posted_answer')
        .set(({ eb }) => ({ edit_due: eb('edit_due', '+', 1) }))
        .where('id', 'in', quoting)
        .execute();
    },
    /** Those that are due, except those last edited after `editedBeforeMs`. */
    async due(editedBeforeMs: number): Promise<PostedAnswer[]> {
      const rows = await db
        .selectFrom('posted_answer')
        .innerJoin('interactions', 'interactions.id', 'posted_answer.id')
        .selectAll('posted_answer')
        .select('guild_id')
        .where(sql<boolean>`edit_due > 0`)
        .where(({ eb, or }) => or([eb('edited_at_ms', 'is', null), eb('edited_at_ms', '<=', editedBeforeMs)]))
        .orderBy('posted_answer.id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        guildId: row.guild_id,
        channelId: row.channel_id,
        messageId: row.message_id,
        language: row.language,
        editedAtMs: row.edited_at_ms,
        editsDue: row.edit_due,
      }));
    },
    /** Notes when it is edited, before it is; `null` takes that back if the edit was not made. */
    async setEditedAt(id: string, editedAtMs: number | null): Promise<void> {
      await db.updateTable('posted_answer').set({ edited_at_ms: editedAtMs }).where('id', '=', id).execute();
    },
    /** It shows what `answer` was due for. If more has changed since, it stays due. */
    async edited({ id, editsDue }: PostedAnswer): Promise<void> {
      await db
        .updateTable('posted_answer')
        .set(({ eb }) => ({ edit_due: eb('edit_due', '-', editsDue) }))
        .where('id', '=', id)
        .execute();
    },
  };
};

export type PostedAnswerStore = ReturnType<typeof createPostedAnswerStore>;
