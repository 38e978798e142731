/**
 * In: an alert whose answer was found. Out: it is sent once, whatever happens: each try is written down before it is made,
 * what may have arrived is looked for first, and the alert is closed only when Discord has its answer.
 */
import type { Questions } from '../backend/backend.ts';
import type { Alert } from '../domain/alert.ts';
import type { DeliveryResult } from '../domain/delivery.ts';
import { isQuiet, QUIET_AGAIN_MS } from '../domain/quiet-hours.ts';
import { type Again, againAfter } from '../scheduling/retried-tasks.ts';
import type { AlertStore } from '../store/alert-store.ts';
import type { PostedAnswerStore } from '../store/posted-answer-store.ts';
import type { QuietHoursStore } from '../store/quiet-hours-store.ts';
import type { AlertSender } from './alert-sender.ts';
import { type FindAnswerDeps, type FoundAnswer, findAnswer } from './find-answer.ts';

/** What can be asked in a place, from what is heard there. Those of one key hear the same. */
export interface HeardAnswers {
  readonly questions: Questions;
  readonly key: string;
}

export interface SendAlertDeps extends Omit<FindAnswerDeps, 'answering'> {
  /** Null: in direct messages. */
  readonly hearing: {
    at(place: Alert['place']): Promise<HeardAnswers>;
    atEach(places: readonly Alert['place'][]): Promise<readonly HeardAnswers[]>;
  };
  readonly alerts: AlertStore;
  readonly postedAnswers: Pick<PostedAnswerStore, 'add' | 'has'>;
  readonly quietHours: Pick<QuietHoursStore, 'ofPerson'>;
  readonly sender: AlertSender;
}

const afterSend = async (
  result: DeliveryResult,
  { id, place, language }: Alert,
  { answer, askedId }: FoundAnswer,
  { alerts, postedAnswers, now }: SendAlertDeps,
): Promise<Again> => {
  if (result.kind === 'retry') return againAfter(result, now());
  if (result.kind === 'sent') {
    const { messageId, postedIn: channelId } = result;
    const quoted = answer.excerpts.map(({ seq }) => seq);
    await postedAnswers.add({ id: askedId, channelId, messageId, language }, quoted);
    await alerts.close(id);
  } else if (place === null) await alerts.wait(id);
  else {
    await alerts.moveToDirect(id, 'found');
    return now();
  }
  return null;
};

/** Null if it is gone since. */
const answerOf = async (alert: Alert, deps: SendAlertDeps): Promise<FoundAnswer | null> => {
  const { userId, place } = alert;
  const to = {
    id: userId,
    guildId: place?.guildId ?? null,
    channelId: place?.channelId ?? null,
    isPrivate: false,
  };
  return findAnswer(alert, to, { ...deps, answering: (await deps.hearing.at(place)).questions });
};

/** Null if no earlier message is found, so that the alert may be sent; else when to try again, if at all. */
const settleEarlierTry = async (alert: Alert, deps: SendAlertDeps): Promise<{ again: Again } | null> => {
  if (alert.attempts === 0) return null;
  const found = await deps.sender.find(alert);
  switch (found.kind) {
    case 'absent':
      return null;
    case 'found': {
      // It was sent, and is noted as if Discord had confirmed it then.
      const isNoted = await deps.postedAnswers.has(found.messageId);
      const answer = isNoted ? null : await answerOf(alert, deps);
      if (answer !== null)
        return { again: await afterSend({ ...found, kind: 'sent', goneTagIds: [] }, alert, answer, deps) };
      await deps.alerts.close(alert.id);
      return { again: null };
    }
    case 'retry':
      return { again: againAfter(found, deps.now()) };
    case 'unknown':
      // It may be in the channel: it is not sent again, but shown under the person's next command.
      await deps.alerts.wait(alert.id);
      return { again: null };
  }
};

/** A person's quiet hours are for what is written to them. */
const isQuietFor = async ({ place, userId }: Alert, { quietHours, now }: SendAlertDeps): Promise<boolean> => {
  const hours = place === null ? await quietHours.ofPerson(userId) : null;
  return hours !== null && isQuiet(hours, now());
};

export const sendAlert = async (id: string, deps: SendAlertDeps): Promise<Again> => {
  const { alerts, sender } = deps;
  const alert = await alerts.get(id);
  if (alert?.state !== 'found') return null;
  if (await isQuietFor(alert, deps)) return deps.now() + QUIET_AGAIN_MS;
  const settled = await settleEarlierTry(alert, deps);
  if (settled !== null) return settled.again;
  const found = await answerOf(alert, deps);
  if (found === null) {
    await alerts.reopen(id);
    return null;
  }
  await alerts.attempt(id);
  return afterSend(await sender.send(alert, found.answer, found.askedId), alert, found, deps);
};
