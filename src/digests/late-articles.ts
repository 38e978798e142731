/**
 * In: articles that changed. Out: those that came back, or match a subscription only now, wait for its next digest. A
 * digest looks only at articles after its cursor and would miss them.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DAY_MS } from '../domain/durations.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import { earlierCopies } from './earlier-copies.ts';
import { byHeard, type Heard, type Hearing } from './heard.ts';
import { asksFor } from './matcher.ts';
import { readTopics } from './read-topics.ts';

export interface LateDeps {
  readonly subscriptions: Pick<SubscriptionStore, 'all'>;
  readonly ledger: Pick<DeliveryLedger, 'carry'>;
  readonly hearing: Pick<Hearing, 'atEach'>;
  now(): number;
}

/** A week, for what came after a weekly digest, and a day. What changes later is no news. */
const LATE_MS = 8 * DAY_MS;

/**
 * A subscription that an article matches, and whose cursor is past it, gets it in its next digest. `onLate` is called with the
 * subscriptions that an article matches before it is carried over: what was planned for them and is not claimed yet may lack it.
 */
export const carryLate = async (
  changed: readonly StoredArticle[],
  deps: LateDeps,
  onLate: (subscriptionIds: readonly string[]) => void,
): Promise<void> => {
  const { subscriptions, hearing, now } = deps;
  const late = changed.filter(({ addedAtMs }) => now() - addedAtMs <= LATE_MS).map(({ seq }) => seq);
  if (late.length === 0) return;
  const all = await subscriptions.all();
  for (const { heard, places } of byHeard(all, await hearing.atEach(all)))
    await carryTo(places, late, heard, deps, onLate);
};

/** Carries articles over for subscriptions that hear the same. */
const carryTo = async (
  subscriptions: readonly Subscription[],
  changed: readonly number[],
  { articles, questions }: Heard,
  { ledger, now }: LateDeps,
  onLate: (subscriptionIds: readonly string[]) => void,
): Promise<void> => {
  const late = (await articles.getMany(changed)).filter(({ arrival }) => arrival === 'new');
  if (late.length === 0) return;
  const { queries, places } = readTopics(subscriptions, now());
  const seqs = late.map(({ seq }) => seq);
  const matches = (await questions.match(queries, { seqs })).map((found) => new Set(found));
  const earlier = await earlierCopies(late, articles);
  const numbers = await articles.numbersOfTexts(seqs);
  const matching = (article: StoredArticle): readonly string[] =>
    queries.flatMap((query, place) =>
      matches[place]!.has(article.seq) && !earlier(article).some((publication) => asksFor(query, publication))
        ? places[place]!.map(({ id }) => id)
        : [],
    );
  for (const article of late) {
    const ids = matching(article);
    onLate(ids);
    await ledger.carry(article.seq, ids, numbers.get(article.seq));
    await nextTurn();
  }
};
