/**
 * One delivery from its claim to its end. In: a delivery and what is known of it. Out: it is posted exactly once and
 * confirmed, waits for another try, is held for a manager, or is given up with its articles free again.
 */

import type { Delivery, DeliveryResult, FindResult, Retry } from '../domain/delivery.ts';
import { seqsOf } from '../domain/digest.ts';
import type { StateReason } from '../domain/state-reason.ts';
import { type Subscription, topicMessage } from '../domain/subscription.ts';
import { sentence } from '../language/message.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { arrangeDigest, composeStories, partsOf, type StoryMemory } from './compose-digest.ts';
import { describeStateReason } from './describe-state-reason.ts';
import type { DigestSender } from './digest-sender.ts';
import type { Hearing } from './heard.ts';
import { type StopDeps, scheduleNext, stopSubscription } from './stop-subscription.ts';

export interface DeliverDeps extends StopDeps {
  readonly ledger: DeliveryLedger;
  readonly hearing: Pick<Hearing, 'at'>;
  readonly sender: Pick<DigestSender, 'send' | 'find'>;
  /** From 0 to 1. */
  random(): number;
  /** Stories composed lately; the runner empties it. */
  readonly memory: StoryMemory;
}

/** What is known before a try. */
export interface TryState {
  /** No try so far can have posted it: it need not be looked for. */
  readonly isUnsent: boolean;
  /** Discord did not take it with pictures. */
  readonly isPlain: boolean;
  /** The claim (or a manager's word) has counted this try already. */
  readonly isCounted: boolean;
  /** How often it could not be looked for since the last try. */
  readonly failedFinds: number;
}

/** Right after the claim, or after a manager said that it did not arrive. */
export const FIRST_TRY: TryState = { isUnsent: true, isPlain: false, isCounted: true, failedFinds: 0 };
/** Nothing is known but what the ledger holds. */
export const UNKNOWN: TryState = { isUnsent: false, isPlain: false, isCounted: false, failedFinds: 0 };

/** `done`: nothing is left to do. Otherwise when to come back, and with what. */
export type Outcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'later';
      readonly atMs: number;
      readonly tryState: TryState;
      /** It waits for a manager's word. */
      readonly isHeld?: boolean;
    };

const DONE: Outcome = { kind: 'done' };
const BACK_OFF_MIN_MS = 1_000;
const BACK_OFF_MAX_MS = 5 * 60_000;
/** Held deliveries are looked for again: the permission may be back. */
const HELD_RECHECK_MS = 10 * 60_000;

/** Twice as long after each try, from half to the whole of it at random, never shorter than Discord asked for. */
const backOffMs = (attempts: number, { afterMs }: Retry, random: () => number): number => {
  const longest = Math.min(BACK_OFF_MAX_MS, BACK_OFF_MIN_MS * 2 ** Math.min(attempts, 20));
  return Math.max(afterMs ?? 0, longest * (0.5 + random() / 2));
};

const later = (attempts: number, retry: Retry, tryState: TryState, deps: DeliverDeps): Outcome => ({
  kind: 'later',
  atMs: deps.now() + backOffMs(attempts + tryState.failedFinds, retry, deps.random),
  tryState,
});

/** By its schedule as it is now, which may have been changed while the digest was on its way. */
const momentAfter = async (subscription: Subscription, deps: DeliverDeps): Promise<number> => {
  const current = (await deps.subscriptions.get(subscription.id)) ?? subscription;
  return (await scheduleNext(current, deps)) ?? deps.now();
};

const confirm = async (
  delivery: Delivery,
  subscription: Subscription,
  where: { readonly messageId: string | null; readonly postedIn: string | null; readonly sentAtMs: number },
  deps: DeliverDeps,
): Promise<Outcome> => {
  const publish = subscription.publish && delivery.channelKind === 'announcement' && where.messageId !== null;
  const nextRunMs = await momentAfter(subscription, deps);
  await deps.ledger.confirm(delivery.id, { ...where, publish, nextRunMs });
  return DONE;
};

/** Every article of it was removed meanwhile: there is nothing to post until one comes back, and nothing to wait for. */
const passOver = async (
  delivery: Delivery,
  subscription: Subscription,
  deps: DeliverDeps,
): Promise<Outcome> => {
  await deps.ledger.passOver(delivery.id, await momentAfter(subscription, deps));
  return DONE;
};

const hold = async (
  delivery: Delivery,
  subscription: Subscription,
  reason: StateReason,
  { ledger, subscriptions, newId, now }: DeliverDeps,
): Promise<Outcome> => {
  if (delivery.state === 'open') {
    const { id: subscriptionId, createdBy: userId } = subscription;
    const why = describeStateReason(reason, subscription);
    const said = sentence`A digest on “${topicMessage(subscription)}” may or may not have arrived, so your digests wait. ${why}`;
    await ledger.hold(delivery.id, reason);
    await subscriptions.notify({ id: newId(), userId, subscriptionId, said }, now());
  }
  return { kind: 'later', atMs: now() + HELD_RECHECK_MS, tryState: UNKNOWN, isHeld: true };
};

/** Posts without the tags from now on, and notifies the person who set it up, once. */
const leaveTags = async (
  subscriptionId: string,
  goneTagIds: readonly string[],
  { subscriptions, newId, now }: DeliverDeps,
): Promise<void> => {
  const subscription = await subscriptions.get(subscriptionId);
  if (subscription === null) return;
  const { tagIds, createdBy: userId } = subscription;
  const left = tagIds.filter((id) => !goneTagIds.includes(id));
  if (left.length === tagIds.length) return;
  await subscriptions.setTags(subscriptionId, left);
  const said = sentence`The forum no longer has a tag of your digests on “${topicMessage(subscription)}”, so they are posted without it. /subscriptions in your server has a button to choose another (Manage → More → Channel and role).`;
  await subscriptions.notify({ id: newId(), userId, subscriptionId, said }, now());
};

const afterSend = async (
  result: DeliveryResult,
  delivery: Delivery,
  subscription: Subscription,
  tried: TryState,
  deps: DeliverDeps,
): Promise<Outcome> => {
  const tryState = { ...tried, isCounted: false, failedFinds: 0 };
  const attempts = delivery.attempts + Number(!tried.isCounted);
  if (result.kind === 'sent') {
    const { messageId, postedIn, goneTagIds } = result;
    const outcome = await confirm(
      delivery,
      subscription,
      { messageId, postedIn, sentAtMs: deps.now() },
      deps,
    );
    if (goneTagIds.length > 0) await leaveTags(subscription.id, goneTagIds, deps);
    return outcome;
  }
  if (result.kind === 'retry')
    return later(attempts, result, { ...tryState, isUnsent: tryState.isUnsent && !result.uncertain }, deps);
  if (result.cause === 'pictures' && !tryState.isPlain)
    return { kind: 'later', atMs: deps.now(), tryState: { ...tryState, isPlain: true } };
  await deps.ledger.release(delivery.id);
  await stopSubscription(subscription, result.reason, deps);
  return DONE;
};

/** Whether to go on and send (null), or what came of looking for it. */
const afterFind = async (
  found: FindResult,
  delivery: Delivery,
  subscription: Subscription,
  tryState: TryState,
  deps: DeliverDeps,
): Promise<Outcome | null> => {
  switch (found.kind) {
    case 'absent':
      return null;
    case 'found':
      return confirm(delivery, subscription, found, deps);
    case 'retry':
      return later(delivery.attempts, found, { ...tryState, failedFinds: tryState.failedFinds + 1 }, deps);
    case 'unknown':
      return hold(delivery, subscription, found.reason, deps);
  }
};

/** Notes the try that follows. False if a held delivery was settled by a manager meanwhile. */
const countTry = async (
  { id, state }: Delivery,
  { isCounted }: TryState,
  { ledger, now }: DeliverDeps,
): Promise<boolean> => {
  if (state === 'held') return ledger.reopen(id, now());
  if (!isCounted) await ledger.attempt(id, now());
  return true;
};

const isPaused = async ({ subscriptionId }: Delivery, { subscriptions }: DeliverDeps): Promise<boolean> => {
  const state = (await subscriptions.get(subscriptionId))?.state;
  return state === 'paused' || state === 'stopped';
};

/**
 * One try. A delivery that may have been posted is looked for first. Never throws for what Discord answers; throws
 * if the store fails, and may then be tried again as `UNKNOWN`. If the subscription was paused or stopped and
 * nothing was posted, it is released: its articles are free again.
 */
export const deliver = async (deliveryId: string, known: TryState, deps: DeliverDeps): Promise<Outcome> => {
  const delivery = await deps.ledger.get(deliveryId);
  const subscription = delivery && (await deps.subscriptions.get(delivery.subscriptionId));
  if (delivery === null || subscription === null || delivery.state === 'sent') return DONE;
  const tryState = { ...known, isUnsent: known.isUnsent || delivery.attempts === 0 };
  if (!tryState.isUnsent) {
    const found = await deps.sender.find(delivery);
    const outcome = await afterFind(found, delivery, subscription, tryState, deps);
    if (outcome !== null) return outcome;
  }
  if (await isPaused(delivery, deps)) {
    await deps.ledger.release(delivery.id);
    return DONE;
  }
  if (!(await countTry(delivery, tryState, deps)))
    return { kind: 'later', atMs: deps.now(), tryState: UNKNOWN };
  const composed = await composeStories(delivery.stories, await deps.hearing.at(subscription), deps.memory);
  if (composed.length === 0 && delivery.stories.length > 0) return passOver(delivery, subscription, deps);
  const there = composed.map(({ of }) => of);
  // What is in the ledger is what is sent: an article that is away now may come back, and is posted then.
  if (seqsOf(there).length < seqsOf(delivery.stories).length) await deps.ledger.narrow(delivery.id, there);
  const digest = arrangeDigest(partsOf(delivery, subscription), composed);
  const result = await deps.sender.send(delivery, subscription, digest, tryState.isPlain);
  return afterSend(result, delivery, subscription, tryState, deps);
};
