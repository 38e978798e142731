/** In: an alert whose answer was found, and where it is shown. Out: the answer, and what its buttons find the question by. */
import type { Questions } from '../backend/backend.ts';
import type { Alert } from '../domain/alert.ts';
import type { Answer } from '../domain/answer.ts';
import { isPastAsking } from '../domain/errors.ts';
import { withAnswer } from '../store/asked-question.ts';
import type { InteractionStore } from '../store/interaction-store.ts';

export interface FindAnswerDeps {
  readonly interactions: Pick<InteractionStore, 'keep'>;
  readonly answering: Pick<Questions, 'answer'>;
  now(): number;
}

export interface ShownTo {
  readonly id: string;
  readonly guildId: string | null;
  /** Null for a direct message. */
  readonly channelId: string | null;
  readonly isPrivate: boolean;
}

export interface FoundAnswer {
  readonly answer: Answer;
  readonly askedId: string;
}

const orNone = (error: unknown): null => {
  if (isPastAsking(error)) return null;
  throw error;
};

/** Null if the answer is gone since. */
export const findAnswer = async (
  { id, question, text, also, createdAtMs, foundAtMs }: Alert,
  { channelId, isPrivate, ...by }: ShownTo,
  { interactions, answering, now }: FindAnswerDeps,
): Promise<FoundAnswer | null> => {
  const asOfMs = foundAtMs ?? now();
  const answer = await answering.answer(text, { asOfMs, also }).catch(orNone);
  if (answer?.verdict !== 'answered') return null;
  const place = channelId === null ? {} : { channelId };
  const alert = { id, createdAtMs };
  const alone = { continues: null, carried: [] };
  const asked = { question, text, also: [...also], ...alone, isPrivate, asOfMs, alert, ...place };
  return { answer, askedId: await interactions.keep(by, withAnswer(asked, answer)) };
};
