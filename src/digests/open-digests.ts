/**
 * The part that posts: once a second it looks what is due, plans it, and hands it to the sender. In: stores, articles
 * and a sender. Out: digests in their channels. All it knows is in the store, so it may be ended at any moment.
 */

import { seqsOf } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import { createKeyedQueue } from '../scheduling/keyed-queue.ts';
import type { Progress } from '../store/subscription-store.ts';
import type { Headline } from '../stories/headline.ts';
import { headingOf } from './compose-digest.ts';
import { type DeliverDeps, FIRST_TRY } from './deliver.ts';
import { createFollowUpTasks, type FollowUpDeps, type FollowUpTasks } from './follow-up-tasks.ts';
import { byHeard } from './heard.ts';
import { type Plan, planDigests } from './plan-digests.ts';
import type { Unplanned } from './read-topics.ts';
import { scheduleNext, stopUnreadable } from './stop-subscription.ts';
import { createTrouble, type Trouble } from './trouble.ts';
import { jobName, UnfinishedDeliveries } from './unfinished-deliveries.ts';
import { followChanges } from './update-posted.ts';

type RunnerDeps = DeliverDeps & FollowUpDeps;
export type DigestsDeps = Omit<RunnerDeps, 'memory'>;

export interface Digests {
  /** One round, as the timer does it; resolves when everything is planned, not when it is sent. */
  tick(): Promise<void>;
  /** Resolves when nothing is being sent. What waits for another try is left waiting. */
  idle(): Promise<void>;
  /** Ticks every second from now on. */
  start(): void;
  /** A manager said what became of a held delivery: it arrived, or is to be posted again by the process that posts. */
  resolve(deliveryId: string, hasArrived: boolean): Promise<boolean>;
  /** Ends the timer and waits for what is being sent. */
  close(): Promise<void>;
}

const TICK_MS = 1_000;
/** Deliveries under way together: enough for Discord's 50 requests per second if each takes half a second. */
const TOGETHER = 25;

/** With this many deliveries under way and to come, what is due can wait to be planned: it would be sent after them. */
const ENOUGH_TO_DO = 500;
/** Clocks are set back by less than this all the time. */
const CLOCK_STEP_MS = 60_000;

const isWorthPosting = ({ stories, subscription: { lineWhenNothingNew, schedule } }: Plan): boolean =>
  stories.length > 0 || (lineWhenNothingNew && schedule.cadence !== 'arrival');

class Runner implements Digests {
  readonly #deps: RunnerDeps;
  readonly #queue = createKeyedQueue(TOGETHER);
  readonly #followUps: FollowUpTasks;
  readonly #trouble: Trouble;
  readonly #deliveries: UnfinishedDeliveries;
  /** Subscriptions whose plan is not claimed yet. One that is taken out before that is planned anew at the next tick. */
  readonly #planned = new Set<string>();
  /** Of what was posted lately, to compare with what comes. */
  readonly #postedHeadlines = new Map<number, Headline>();
  #lastTickMs = Number.NEGATIVE_INFINITY;
  #ticking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    this.#followUps = createFollowUpTasks(this.#queue, deps);
    this.#trouble = createTrouble(deps.log);
    this.#deliveries = new UnfinishedDeliveries(deps, this.#queue, this.#trouble);
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.tick(), TICK_MS);
  }

  tick(): Promise<void> {
    this.#ticking ??= this.#round()
      .catch((err: unknown) => this.#trouble.report(err, 'digests could not be looked through'))
      .finally(() => {
        this.#ticking = null;
      });
    return this.#ticking;
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async resolve(deliveryId: string, hasArrived: boolean): Promise<boolean> {
    const { ledger, subscriptions, now } = this.#deps;
    const delivery = await ledger.get(deliveryId);
    const subscription = delivery && (await subscriptions.get(delivery.subscriptionId));
    if (delivery?.state !== 'held' || !subscription) return false;
    if (hasArrived) {
      const next = (await scheduleNext(subscription, this.#deps)) ?? now();
      const nowhere = { messageId: null, postedIn: null, sentAtMs: now(), publish: false, nextRunMs: next };
      return ledger.confirm(deliveryId, nowhere);
    }
    if (!(await ledger.postAgain(deliveryId))) return false;
    this.#deliveries.postAgain(deliveryId, subscription.id);
    // If this is not the process that posts, that one learns of it by itself.
    if (this.#timer !== null) void this.tick();
    return true;
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#ticking;
    await this.#queue.close();
  }

  async #round(): Promise<void> {
    const { articles, sender, now, memory } = this.#deps;
    if (!sender.isReady()) return;
    this.#trouble.review();
    await this.#mendSchedules();
    this.#lastTickMs = now();
    memory.clear();
    await this.#deliveries.takeUp();
    // What cannot be found yet after an update would be passed by: cursors wait for it.
    if (!(await articles.hasQueued())) {
      if (this.#queue.size() < ENOUGH_TO_DO) await this.#postDue();
      await followChanges(this.#deps, (ids) => {
        for (const id of ids) this.#planned.delete(id);
      });
    }
    await this.#followUps.enqueue();
  }

  /** After the clock was set back, moments computed from the wrong time would lie too far ahead. */
  async #mendSchedules(): Promise<void> {
    const { subscriptions, now } = this.#deps;
    const isFirst = this.#lastTickMs === Number.NEGATIVE_INFINITY;
    if (!isFirst && now() >= this.#lastTickMs - CLOCK_STEP_MS) return;
    const active = (await subscriptions.all()).filter(({ state }) => state === 'active');
    const next = await this.#progress(active);
    await subscriptions.pass(next.filter(({ dueMs, nextRunMs }) => nextRunMs < dueMs));
  }

  async #postDue(): Promise<void> {
    const { articles, hearing, subscriptions, quietHours, ledger, log, now } = this.#deps;
    const { lastSeq } = await articles.position();
    const due = await subscriptions.due(now(), lastSeq);
    const quiet = due.length === 0 ? new Set() : await quietHours.quietSubscriptions(now());
    const free = due.filter(({ id }) => !quiet.has(id) && !this.#queue.has(jobName(id)));
    if (free.length === 0) return;
    for (const { heard, places } of byHeard(free, await hearing.atEach(free))) {
      const { plans, unplanned } = await planDigests(places, lastSeq, now(), {
        ...heard,
        ledger,
        postedHeadlines: this.#postedHeadlines,
        onBadArticle: (seq, err) => log.error({ err, seq }, 'an article could not be read for a digest'),
      });
      await this.#carryOut(plans, unplanned);
    }
  }

  /** Has what is worth it posted; the others go on to their next moment. */
  async #carryOut(plans: readonly Plan[], unplanned: readonly Unplanned[]): Promise<void> {
    const { subscriptions } = this.#deps;
    for (const { subscription, error } of unplanned) await stopUnreadable(subscription, error, this.#deps);
    const empty = plans.filter((plan) => !isWorthPosting(plan));
    // Before the cursor passes them.
    for (const plan of empty) await this.#join(plan);
    // If nothing is left to post, nothing is there any more of what was carried over and looked at.
    const carried = new Map(empty.map(({ subscription, rolled }) => [subscription.id, rolled]));
    const passed = empty.map(({ subscription, throughSeq }) => ({ ...subscription, cursor: throughSeq }));
    await subscriptions.pass(
      (await this.#progress(passed)).map((one) => ({ ...one, carried: carried.get(one.id)! })),
    );
    for (const plan of plans.filter(isWorthPosting)) {
      this.#planned.add(plan.subscription.id);
      this.#queue.add(jobName(plan.subscription.id), () => this.#post(plan));
    }
  }

  /** To their cursors and next moments; those that have none are left out. */
  async #progress(subscriptions: readonly Subscription[]): Promise<Progress[]> {
    const progress: Progress[] = [];
    for (const subscription of subscriptions) {
      const { id, cursor, nextRunMs: dueMs } = subscription;
      const next = await scheduleNext(subscription, this.#deps);
      if (next !== null) progress.push({ id, dueMs, cursor, nextRunMs: next });
    }
    return progress;
  }

  /** What tells a posted story joins it; the post is edited by itself. */
  async #join({ later, subscription }: Plan): Promise<void> {
    const { ledger, newId, now } = this.#deps;
    for (const { deliveryId, lead, story } of later) {
      const told = subscription.laterTellings === 'thread' ? seqsOf([story]) : [];
      const news = told.map((seq) => ({ id: newId(), seq, claimedAtMs: now() }));
      await ledger.addTellings(deliveryId, lead, story, news);
    }
  }

  async #post(plan: Plan): Promise<void> {
    const { subscription, throughSeq, stories, rolled } = plan;
    const { ledger, newId, now } = this.#deps;
    const { id: subscriptionId, guildId, channelId, channelKind } = subscription;
    const id = newId();
    const place = { subscriptionId, guildId, channelId, channelKind };
    const content = { heading: headingOf(subscription), throughSeq, stories, rolled };
    try {
      if ((await scheduleNext(subscription, this.#deps)) === null) return;
      if (!this.#planned.has(subscriptionId)) return;
      await this.#join(plan);
      if (!(await ledger.claim({ id, ...place, ...content, claimedAtMs: now() }, subscription))) return;
      // Nothing is sent yet.
      if (!this.#planned.delete(subscriptionId)) return await ledger.release(id);
    } catch (err) {
      this.#trouble.report(err, 'a digest could not be claimed', { subscriptionId });
      return;
    }
    await this.#deliveries.try(id, subscriptionId, FIRST_TRY);
  }
}

/** Opens the runner; it does nothing until `start` or `tick`. */
export const openDigests = (deps: DigestsDeps): Digests => new Runner({ ...deps, memory: new Map() });
