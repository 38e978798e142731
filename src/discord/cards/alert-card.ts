/** In: an alert and the answer that was found. Out: the card of the answer, and above it what it answers. */

import type { Alert } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import { spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, mention, moment } from '../markup.ts';
import { actionButton, type Reply } from '../reply.ts';
import { answerCard } from './answer-card.ts';

export interface AlertCardOptions {
  readonly alert: Pick<Alert, 'id' | 'userId' | 'createdAtMs' | 'question'>;
  readonly answer: Answer;
  /** What the buttons find the question by. */
  readonly askedId: string;
  /** Said first, in place of what usually stands there. */
  readonly isLate?: boolean;
  readonly page?: number;
  /** What became of the quoted articles since. */
  readonly changes?: Markup | null;
}

/** The button's address holds the alert's id, by which the message is known again. */
export const alertCard = ({
  alert,
  answer,
  askedId,
  isLate = false,
  page = 0,
  changes = null,
}: AlertCardOptions): Reply => {
  const asked = md`Asked ${moment(alert.createdAtMs, 'R')} by ${mention('user', alert.userId)}`;
  const head = isLate
    ? md`An article answers your question now. Discord did not let me write to you directly.`
    : md`An article answers this now.`;
  const card = answerCard({
    answer,
    question: alert.question,
    id: askedId,
    page,
    isPrivate: false,
    takesVotes: false,
    buttons: [actionButton(spoken`My alerts`, ['alerts', 'list', alert.id])],
    ...(changes && { changes }),
  });
  return {
    ...card,
    blocks: [{ kind: 'text', text: joinMarkup([head, md`-# ${asked}`], '\n') }, ...card.blocks],
  };
};
