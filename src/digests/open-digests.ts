/**
 * The part that posts: once a second it looks what is due, plans it, and hands it to the courier. In: stores, articles
 * and a courier. Out: digests in their channels. All it knows is in the store, so it may be ended at any moment.
 */

import { type DeliverDeps, deliver, type Standing, stopSubscription } from './deliver.ts';
import { type Plan, planDigests } from './plan-digests.ts';
import { nextRunMs } from './schedule.ts';
import { editPosted, markChanged, publishPosted } from './update-posted.ts';
import { createWorkQueue } from './work-queue.ts';

export interface Digests {
  /** One round, as the timer does it; resolves when everything is planned, not when it is sent. */
  tick(): Promise<void>;
  /** Resolves when nothing is being sent. What waits for another try is left waiting. */
  idle(): Promise<void>;
  /** Ticks every second from now on. */
  start(): void;
  /** A manager said what became of a held delivery: it arrived, or it is to be posted again. */
  resolve(deliveryId: string, hasArrived: boolean): Promise<boolean>;
  /** Ends the timer and waits for what is being sent. */
  close(): Promise<void>;
}

const TICK_MS = 1_000;
/** Deliveries under way together: enough for Discord's 50 requests a second where each takes half a second. */
const TOGETHER = 25;

const FIRST_TRY: Standing = { isUnsent: true, isPlain: false };
const UNKNOWN: Standing = { isUnsent: false, isPlain: false };

interface Waiting {
  readonly subscriptionId: string;
  readonly atMs: number;
  readonly standing: Standing;
}

/** Opens the runner; it does nothing until `start` or `tick`. */
export const openDigests = (options: Omit<DeliverDeps, 'memory'>): Digests => {
  const deps: DeliverDeps = { ...options, memory: new Map() };
  const { subscriptions, ledger, articles, courier, log, now } = deps;
  const queue = createWorkQueue(TOGETHER);
  /** Deliveries that are not finished and wait for a try, by id; all of them are in the ledger too. */
  const waiting = new Map<string, Waiting>();
  /** Edits, publications and notices that wait for another try, by name. */
  const postponed = new Map<string, number>();
  let isRecovered = false;
  let lastTickMs = Number.NEGATIVE_INFINITY;
  let ticking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const tryDelivery = async (
    deliveryId: string,
    subscriptionId: string,
    standing: Standing,
  ): Promise<void> => {
    try {
      const outcome = await deliver(deliveryId, standing, deps);
      if (outcome.kind === 'later') waiting.set(deliveryId, { subscriptionId, ...outcome });
    } catch (err) {
      log.error({ err, deliveryId }, 'a delivery could not be tried');
      waiting.set(deliveryId, { subscriptionId, atMs: now() + 30_000, standing: UNKNOWN });
    }
  };

  const enqueue = (deliveryId: string, subscriptionId: string, standing: Standing): void =>
    queue.add(`subscription ${subscriptionId}`, () => tryDelivery(deliveryId, subscriptionId, standing));

  const recover = async (): Promise<void> => {
    if (isRecovered) return;
    for (const { id, subscriptionId } of await ledger.unfinished())
      waiting.set(id, { subscriptionId, atMs: now(), standing: UNKNOWN });
    isRecovered = true;
  };

  const retryWaiting = (): void => {
    for (const [id, { subscriptionId, atMs, standing }] of waiting) {
      if (atMs > now() || queue.has(`subscription ${subscriptionId}`)) continue;
      waiting.delete(id);
      enqueue(id, subscriptionId, standing);
    }
  };

  /** After the clock was set back, moments computed from the wrong time would lie too far ahead. */
  const mendSchedules = async (): Promise<void> => {
    const isFirst = lastTickMs === Number.NEGATIVE_INFINITY;
    if (!isFirst && now() >= lastTickMs - 60_000) return;
    const late = (await subscriptions.all()).flatMap(({ id, schedule, nextRunMs: at }) => {
      const next = nextRunMs(schedule, now());
      return at > next ? [{ id, nextRunMs: next }] : [];
    });
    if (late.length > 0) await subscriptions.reschedule(late);
  };

  const post = async ({ subscription, throughSeq, stories, rolled }: Plan): Promise<void> => {
    const id = deps.newId();
    const { id: subscriptionId, guildId, channelId, channelKind } = subscription;
    const claim = {
      id,
      subscriptionId,
      guildId,
      channelId,
      channelKind,
      claimedAtMs: now(),
      throughSeq,
      stories,
      rolled,
    };
    try {
      if (!(await ledger.claim(claim))) return;
    } catch (err) {
      log.error({ err, subscriptionId }, 'a digest could not be claimed');
      return;
    }
    await tryDelivery(id, subscriptionId, FIRST_TRY);
  };

  const postDue = async (): Promise<void> => {
    const { lastSeq } = await articles.position();
    const due = (await subscriptions.due(now(), lastSeq)).filter(
      ({ id }) => !queue.has(`subscription ${id}`),
    );
    if (due.length === 0) return;
    const { plans, unplanned } = await planDigests(due, lastSeq, now(), {
      articles,
      carried: subscriptions.allCarried,
      onBadArticle: (seq, err) => log.error({ err, seq }, 'an article could not be matched'),
    });
    for (const { subscription, error } of unplanned)
      await stopSubscription(subscription, `Its topic cannot be read: ${(error as Error).message}`, deps);
    const isWorthPosting = ({ stories, subscription: { quietLine, schedule } }: Plan): boolean =>
      stories.length > 0 || (quietLine && schedule.cadence !== 'arrival');
    await subscriptions.pass(
      plans
        .filter((plan) => !isWorthPosting(plan))
        .map(({ subscription: { id, schedule }, throughSeq: cursor }) => ({
          id,
          cursor,
          nextRunMs: nextRunMs(schedule, now()),
        })),
    );
    for (const plan of plans.filter(isWorthPosting))
      queue.add(`subscription ${plan.subscription.id}`, () => post(plan));
  };

  const doLater = (name: string, deed: () => Promise<number | null>): void => {
    if ((postponed.get(name) ?? 0) > now()) return;
    queue.add(name, async () => {
      const again = await deed().catch((err: unknown) => {
        log.error({ err, name }, 'could not be done');
        return now() + 30_000;
      });
      if (again === null) postponed.delete(name);
      else postponed.set(name, again);
    });
  };

  const tell = async (
    notice: Awaited<ReturnType<typeof subscriptions.notices>>[number],
  ): Promise<number | null> => {
    const result = await courier.tell(notice.id, notice.userId, notice.text);
    if (result.kind === 'retry') return now() + Math.max(result.afterMs ?? 0, 30_000);
    await subscriptions.told(notice.id);
    return null;
  };

  const round = async (): Promise<void> => {
    if (!courier.isReady()) return;
    await mendSchedules();
    lastTickMs = now();
    deps.memory.clear();
    await recover();
    retryWaiting();
    await postDue();
    await markChanged(deps);
    for (const delivery of await ledger.editsDue())
      doLater(`edit ${delivery.id}`, () => editPosted(delivery, deps));
    for (const delivery of await ledger.publishesDue())
      doLater(`publish ${delivery.id}`, () => publishPosted(delivery, deps));
    for (const notice of await subscriptions.notices()) doLater(`notice ${notice.id}`, () => tell(notice));
  };

  const tick = (): Promise<void> => {
    ticking ??= round()
      .catch((err: unknown) => log.error({ err }, 'digests could not be looked through'))
      .finally(() => {
        ticking = null;
      });
    return ticking;
  };

  return {
    tick,
    idle: queue.idle,
    start: () => {
      timer ??= setInterval(() => void tick(), TICK_MS);
    },
    resolve: async (deliveryId, hasArrived) => {
      const delivery = await ledger.get(deliveryId);
      const subscription = delivery && (await subscriptions.get(delivery.subscriptionId));
      if (delivery?.state !== 'held' || subscription === null || subscription === undefined) return false;
      if (hasArrived) {
        const next = nextRunMs(subscription.schedule, now());
        const nowhere = { messageId: null, postedIn: null, sentAtMs: now(), publish: false, nextRunMs: next };
        return ledger.confirm(deliveryId, nowhere);
      }
      if (!(await ledger.reopen(deliveryId, now()))) return false;
      waiting.delete(deliveryId);
      enqueue(deliveryId, subscription.id, FIRST_TRY);
      return true;
    },
    close: async () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await ticking;
      await queue.close();
    },
  };
};
