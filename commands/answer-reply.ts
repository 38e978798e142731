/** In: a question, or one that was answered before. Out: the reply with its answer, kept so that its buttons work. */

import type { App } from '../src/app.ts';
import { alertCard } from '../src/discord/cards/alert-card.ts';
import { answerCard } from '../src/discord/cards/answer-card.ts';
import type { Person } from '../src/discord/command.ts';
import { type Markup, md, mention, oneLine } from '../src/discord/markup.ts';
import { actionButton, type Block, type Reply } from '../src/discord/reply.ts';
import type { Answer } from '../src/domain/answer.ts';
import type { QueryPiece } from '../src/domain/query.ts';
import { spoken } from '../src/language/message.ts';
import { continueQuestion } from '../src/query/continue-question.ts';
import { parseQuery } from '../src/query/parse-query.ts';
import { type Asked, withAnswer } from '../src/store/asked-question.ts';
import type { Kept } from '../src/store/interaction-store.ts';
import { answerGiven, changesSince } from './find-asked.ts';

const noteOf = ({ continues, carried }: Asked): Markup | null => {
  if (continues === null) return null;
  const earlier = oneLine(continues, 80);
  return carried.length === 0
    ? md`Continues “${earlier}”`
    : md`Continues “${earlier}”, searched with ${carried.join(', ')}`;
};

export type KeptQuestion = Pick<Kept<Asked>, 'id' | 'userId' | 'data' | 'guildId'>;

const card = (
  app: App,
  { id, userId, guildId, data }: KeptQuestion,
  answer: Answer,
  { page = 0, changes = null }: { readonly page?: number; readonly changes?: Markup | null } = {},
): Reply => {
  const { question, isPrivate } = data;
  if (data.alert !== undefined) {
    const alert = { ...data.alert, userId, question };
    return alertCard({ alert, answer, askedId: id, isLate: isPrivate, page, changes });
  }
  const note = noteOf(data);
  const follow = actionButton(spoken`Subscribe`, ['subscribe', 'from', id]);
  // Who gets an unsure answer wants a better one first.
  const isSettled = answer.verdict !== 'weak';
  const wait = actionButton(spoken`Alert me`, ['ask', 'wait', id]);
  // Words that name nothing are no topic either.
  const isAbout = answer.asked !== 'nothing' && answer.asked !== 'talk';
  const shown = answerCard({
    answer,
    question,
    id,
    page,
    isPrivate: isPrivate && data.isShared !== true && guildId !== null,
    takesVotes: app.config.FEEDBACK,
    buttons: [
      ...(isAbout && answer.verdict !== 'answered' ? [wait] : []),
      ...(isAbout && isSettled && guildId !== null ? [follow] : []),
    ],
    ...(note && { note }),
    ...(changes && { changes }),
  });
  const from: Block[] = data.sharedBy
    ? [{ kind: 'text', text: md`-# Shared by ${mention('user', data.sharedBy)}` }]
    : [];
  const quoted = answer.excerpts.map(({ seq }) => seq);
  return { ...shown, blocks: [...from, ...shown.blocks], answer: { id, quoted } };
};

/** The answer that was given, again. */
export const showAnswer = async (app: App, kept: KeptQuestion, page = 0): Promise<Reply> => {
  const answer = await answerGiven(app, kept.data);
  return card(app, kept, answer, { page, changes: await changesSince(app, kept.data, answer) });
};

/** Answers, and keeps both for the buttons. What cannot be read is not kept. */
export const replyToQuestion = async (
  app: App,
  by: Person,
  asked: Omit<Asked, 'asOfMs' | 'channelId' | 'answered'>,
): Promise<Reply> => {
  const asOfMs = app.now();
  const answer = await app.backend.answer(asked.text, { asOfMs, also: asked.also });
  const data = withAnswer({ ...asked, asOfMs, channelId: by.channelId }, answer);
  const kept = { id: await app.interactions.keep(by, data), userId: by.id, guildId: by.guildId, data };
  return card(app, kept, answer);
};

/** A question without one before it. Used by "Find coverage" as well. */
export const askAnew = (
  app: App,
  by: Person,
  question: string,
  { also = [], isPrivate }: { readonly also?: QueryPiece[]; readonly isPrivate: boolean },
): Promise<Reply> => {
  const asked = { question, text: question, also, continues: null, carried: [], isPrivate };
  return replyToQuestion(app, by, asked);
};

export const askOn = (
  app: App,
  by: Person,
  earlier: Asked,
  question: string,
  isPrivate: boolean,
): Promise<Reply> => {
  const nowMs = app.now();
  const { text, also, carried } = continueQuestion(
    parseQuery(earlier.text, earlier.asOfMs, earlier.also),
    parseQuery(question, nowMs),
  );
  return replyToQuestion(app, by, {
    question,
    text,
    also: [...also],
    continues: earlier.question,
    carried: [...carried],
    isPrivate,
  });
};
