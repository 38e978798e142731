/**
 * Deliveries that are claimed and not finished. In: what the ledger holds. Out: each is tried until it is done, later after
 * each failure; one that keeps failing stops its subscription.
 */
import { HOUR_MS } from '../domain/durations.ts';
import { DatelineError } from '../domain/errors.ts';
import type { KeyedQueue } from '../scheduling/keyed-queue.ts';
import { isDiskFull } from '../store/sqlite-dialect.ts';
import { type DeliverDeps, deliver, type TryState, UNKNOWN } from './deliver.ts';
import { stopSubscription } from './stop-subscription.ts';
import type { Trouble } from './trouble.ts';

/** The first and the longest wait after an error of our own, each twice the one before; after five the subscription stops. */
const AFTER_ERROR_MS = 30_000;
const AFTER_ERROR_MAX_MS = HOUR_MS;
const GIVE_UP_AFTER = 5;
/** How often it is looked for deliveries that nobody here knows of: claimed by a process that was no longer to post. */
const LOOK_FOR_LOST_MS = 10_000;

/** One delivery of a subscription is under way at a time. */
export const jobName = (subscriptionId: string): string => `subscription ${subscriptionId}`;

interface Waiting {
  readonly subscriptionId: string;
  readonly atMs: number;
  readonly tryState: TryState;
  /** For a manager's word. */
  readonly isHeld?: boolean;
}

export class UnfinishedDeliveries {
  readonly #deps: DeliverDeps;
  readonly #queue: KeyedQueue;
  readonly #trouble: Trouble;
  /** Deliveries that are not finished and wait for a try, by id; all of them are in the ledger too. */
  readonly #waiting = new Map<string, Waiting>();
  /** How often each delivery failed in a row, by id. */
  readonly #failures = new Map<string, number>();
  #recoveredMs = Number.NEGATIVE_INFINITY;

  constructor(deps: DeliverDeps, queue: KeyedQueue, trouble: Trouble) {
    this.#deps = deps;
    this.#queue = queue;
    this.#trouble = trouble;
  }

  /** Queues all that is to be tried now. */
  async takeUp(): Promise<void> {
    await this.#recover();
    await this.#hearManagers();
    this.#retryWaiting();
  }

  /** A manager wants it posted again: it is tried at the next `takeUp`. */
  postAgain(deliveryId: string, subscriptionId: string): void {
    this.#waiting.set(deliveryId, { subscriptionId, atMs: this.#deps.now(), tryState: UNKNOWN });
  }

  /** Takes up what is not finished. What is under way here is in the queue or waits. */
  async #recover(): Promise<void> {
    const { ledger, now } = this.#deps;
    const atMs = performance.now();
    if (atMs - this.#recoveredMs < LOOK_FOR_LOST_MS) return;
    for (const { id, subscriptionId, state } of await ledger.unfinished()) {
      if (this.#waiting.has(id) || this.#queue.has(jobName(subscriptionId))) continue;
      this.#waiting.set(id, { subscriptionId, atMs: now(), tryState: UNKNOWN, isHeld: state === 'held' });
    }
    this.#recoveredMs = atMs;
  }

  /** What was held and is open again a manager wants to be posted again. */
  async #hearManagers(): Promise<void> {
    const held = [...this.#waiting].filter(([, { isHeld }]) => isHeld);
    for (const [id, { subscriptionId }] of held) {
      const delivery = await this.#deps.ledger.get(id);
      if (delivery?.state === 'held') continue;
      this.#waiting.delete(id);
      if (delivery?.state === 'open') this.#enqueue(id, subscriptionId, UNKNOWN);
    }
  }

  #retryWaiting(): void {
    for (const [id, { subscriptionId, atMs, tryState }] of this.#waiting) {
      if (atMs > this.#deps.now() || this.#queue.has(jobName(subscriptionId))) continue;
      this.#waiting.delete(id);
      this.#enqueue(id, subscriptionId, tryState);
    }
  }

  #enqueue(deliveryId: string, subscriptionId: string, tryState: TryState): void {
    this.#queue.add(jobName(subscriptionId), () => this.try(deliveryId, subscriptionId, tryState));
  }

  async try(deliveryId: string, subscriptionId: string, tryState: TryState): Promise<void> {
    const { now } = this.#deps;
    try {
      const outcome = await deliver(deliveryId, tryState, this.#deps);
      this.#failures.delete(deliveryId);
      this.#trouble.wrote();
      if (outcome.kind === 'later') this.#waiting.set(deliveryId, { subscriptionId, ...outcome });
    } catch (err) {
      // A full disk and a database that is away are no fault of the digest's.
      const isAway = err instanceof DatelineError && err.code === 'unavailable';
      const isItsOwn = !isDiskFull(err) && !isAway;
      const failures = (this.#failures.get(deliveryId) ?? 0) + Number(isItsOwn);
      this.#failures.set(deliveryId, failures);
      this.#trouble.report(err, 'a delivery could not be tried', { deliveryId, subscriptionId, failures });
      const waitMs = AFTER_ERROR_MS * 2 ** Math.max(0, failures - 1);
      const atMs = now() + Math.min(waitMs, AFTER_ERROR_MAX_MS);
      this.#waiting.set(deliveryId, { subscriptionId, atMs, tryState: UNKNOWN });
      if (isItsOwn && failures % GIVE_UP_AFTER === 0) await this.#giveUp(subscriptionId);
    }
  }

  /** Stops a subscription whose delivery fails for no known reason; what was not posted of it is released then. */
  async #giveUp(subscriptionId: string): Promise<void> {
    const { subscriptions, log } = this.#deps;
    try {
      const subscription = await subscriptions.get(subscriptionId);
      if (subscription !== null) await stopSubscription(subscription, { kind: 'internal' }, this.#deps);
    } catch (err) {
      log.error({ err, subscriptionId }, 'a subscription could not be stopped');
    }
  }
}
