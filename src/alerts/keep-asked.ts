/** In: the answer of an alert, and where it is shown. Out: what its buttons find the question by. */
import type { Alert } from '../domain/alert.ts';
import type { Answer } from '../domain/answer.ts';
import { withAnswer } from '../store/asked-question.ts';
import type { InteractionStore } from '../store/interaction-store.ts';

export interface ShownTo {
  readonly id: string;
  readonly guildId: string | null;
  /** Null for a direct message. */
  readonly channelId: string | null;
  readonly isPrivate: boolean;
}

export const keepAsked = (
  { question, text }: Alert,
  answer: Answer,
  asOfMs: number,
  { channelId, isPrivate, ...by }: ShownTo,
  interactions: Pick<InteractionStore, 'keep'>,
): Promise<string> => {
  const asked = {
    question,
    text,
    continues: null,
    carried: [],
    isPrivate,
    asOfMs,
    ...(channelId && { channelId }),
  };
  return interactions.keep(by, withAnswer(asked, answer));
};
