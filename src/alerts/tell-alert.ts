/**
 * In: an alert whose answer was found. Out: it is sent once, whatever happens: each try is written down before it is made,
 * what may have arrived is looked for first, and the alert is closed only when Discord has its answer.
 */
import type { Answering } from '../backend/backend.ts';
import type { Alert } from '../domain/alert.ts';
import type { DeliveryResult, Retry } from '../domain/delivery.ts';
import { DatelineError } from '../domain/errors.ts';
import { isQuiet } from '../domain/quiet-hours.ts';
import type { AlertStore } from '../store/alert-store.ts';
import type { InteractionStore } from '../store/interaction-store.ts';
import type { QuietHoursStore } from '../store/quiet-hours-store.ts';
import type { AlertSender } from './alert-sender.ts';
import { keepAsked } from './keep-asked.ts';

export interface TellDeps {
  readonly alerts: AlertStore;
  readonly quietHours: Pick<QuietHoursStore, 'ofPerson'>;
  readonly interactions: Pick<InteractionStore, 'keep'>;
  readonly answering: Pick<Answering, 'answer'>;
  readonly sender: AlertSender;
  now(): number;
}

const AGAIN_MS = 30_000;
/** In quiet hours it is looked so often whether they are over. */
const QUIET_AGAIN_MS = 60_000;

/** When to try again, epoch milliseconds; null where nothing is left to do. */
export type Again = number | null;

const againAfter = ({ afterMs }: Retry, now: () => number): Again => now() + Math.max(afterMs ?? 0, AGAIN_MS);

const afterSend = async (result: DeliveryResult, { id, place }: Alert, deps: TellDeps): Promise<Again> => {
  const { alerts, now } = deps;
  if (result.kind === 'retry') return againAfter(result, now);
  if (result.kind === 'sent') await alerts.close(id);
  else if (place === null) await alerts.wait(id);
  else {
    await alerts.moveToDirect(id, 'found');
    return now();
  }
  return null;
};

/** Null where nothing was sent before, as far as can be told; else what there is left to do. */
const settleEarlierTry = async (alert: Alert, deps: TellDeps): Promise<{ again: Again } | null> => {
  if (alert.attempts === 0) return null;
  const found = await deps.sender.find(alert);
  switch (found.kind) {
    case 'absent':
      return null;
    case 'found':
      await deps.alerts.close(alert.id);
      return { again: null };
    case 'retry':
      return { again: againAfter(found, deps.now) };
    case 'unknown':
      // It may stand there: told once more, but to the person alone.
      await deps.alerts.wait(alert.id);
      return { again: null };
  }
};

/** A person's quiet hours are for what is written to them. */
const isQuietFor = async ({ place, userId }: Alert, { quietHours, now }: TellDeps): Promise<boolean> => {
  const hours = place === null ? await quietHours.ofPerson(userId) : null;
  return hours !== null && isQuiet(hours, now());
};

/** What it asks for may be gone: its source, its author. */
const orNone = (error: unknown): null => {
  if (error instanceof DatelineError && error.code === 'not_found') return null;
  throw error;
};

export const tellAlert = async (id: string, deps: TellDeps): Promise<Again> => {
  const { alerts, interactions, answering, sender } = deps;
  const alert = await alerts.get(id);
  if (alert?.state !== 'found') return null;
  if (await isQuietFor(alert, deps)) return deps.now() + QUIET_AGAIN_MS;
  const settled = await settleEarlierTry(alert, deps);
  if (settled !== null) return settled.again;
  const asOfMs = alert.foundAtMs ?? deps.now();
  const answer = await answering.answer(alert.text, { asOfMs }).catch(orNone);
  if (answer?.verdict !== 'answered') {
    await alerts.reopen(id);
    return null;
  }
  const { userId, place } = alert;
  const to = {
    id: userId,
    guildId: place?.guildId ?? null,
    channelId: place?.channelId ?? null,
    isPrivate: false,
  };
  const askedId = await keepAsked(alert, answer, asOfMs, to, interactions);
  await alerts.attempt(id);
  return afterSend(await sender.send(alert, answer, askedId), alert, deps);
};
