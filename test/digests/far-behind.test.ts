/** A subscription that is thousands of articles behind gets all of them, each once, and each post costs the same work. */
import { expect, test } from 'vitest';
import { openAnswering } from '../../src/backend/open-answering.ts';
import type { Matcher } from '../../src/digests/matcher.ts';
import { type Plan, planDigests } from '../../src/digests/plan-digests.ts';
import { seqsOf } from '../../src/domain/digest.ts';
import type { ArticleReader } from '../../src/store/article-store.ts';
import { createDeliveryLedger } from '../../src/store/delivery-ledger.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { testSubscription } from '../store/state-bench.ts';
import { article } from './article.ts';

const ARTICLES = 2_200;
const NOW = Date.parse('2026-03-10');

/** How many articles were read and looked through. */
interface Work {
  read: number;
  looked: number;
}

const counting = (articles: ArticleReader, questions: Matcher, work: Work) => ({
  articles: new Proxy(articles, {
    get: (of, name) => {
      const value = Reflect.get(of, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'getMany') work.read += (given[0] as readonly number[]).length;
        return value.apply(of, given);
      };
    },
  }),
  questions: {
    ...questions,
    match: (...[queries, range]: Parameters<Matcher['match']>) => {
      work.looked += 'seqs' in range ? range.seqs.length : range.through - range.after;
      return questions.match(queries, range);
    },
  },
});

const openFarBehind = async (carried: readonly number[], cursor: number) => {
  const store = await openArticleStore(null);
  const drafts = Array.from({ length: ARTICLES }, (_, at) =>
    article({ seq: at + 1, title: `Report ${at} of port ${at}`, body: `Ship ${at} came into port ${at}.` }),
  );
  await store.add(drafts, 'new', NOW);
  const answering = openAnswering(store);
  const state = await openStateDatabase(null);
  const [subscriptions, ledger] = [createSubscriptionStore(state), createDeliveryLedger(state)];
  await subscriptions.add(
    testSubscription('far', { topic: 'port', max: 100, nextRunMs: 0, cursor, carried }),
  );
  const close = async (): Promise<void> => {
    await answering.close();
    await state.destroy();
  };
  const plan = async (): Promise<{ plan: Plan; work: Work }> => {
    const work = { read: 0, looked: 0 };
    const due = (await subscriptions.get('far'))!;
    const { match, mismatch } = answering;
    const { plans } = await planDigests([due], ARTICLES, NOW, {
      ...counting(store, { match, mismatch }, work),
      ledger,
      postedHeadlines: new Map(),
      onBadArticle: (_, error) => {
        throw error;
      },
    });
    return { plan: plans[0]!, work };
  };
  /** As if Discord took it at once. */
  const post = async ({ subscription, throughSeq, stories, rolled }: Plan, id: string): Promise<void> => {
    const { guildId, channelId, channelKind } = subscription;
    const heading = { title: 'port', schedule: '', roleId: null };
    const place = { subscriptionId: 'far', guildId, channelId, channelKind };
    const claim = { id, ...place, heading, throughSeq, stories, rolled, claimedAtMs: NOW };
    expect(await ledger.claim(claim, subscription)).toBe(true);
    const where = { messageId: id, postedIn: channelId, sentAtMs: NOW, publish: false, nextRunMs: 0 };
    await ledger.confirm(id, where);
  };
  return { plan, post, close };
};

test.each([
  ['that it has not looked at', [], 0],
  ['that an earlier build carried over', Array.from({ length: ARTICLES }, (_, at) => at + 1), ARTICLES],
])(
  'posts thousands of articles %s, each once, by the same work at every post',
  async (_, carried, cursor) => {
    const { plan, post, close } = await openFarBehind(carried, cursor);
    const posted: number[] = [];
    for (let round = 0; round < ARTICLES; round++) {
      const { plan: planned, work } = await plan();
      expect(work.read).toBeLessThanOrEqual(2_500);
      expect(work.looked).toBeLessThanOrEqual(2_000);
      if (planned.stories.length === 0) break;
      posted.push(...seqsOf(planned.stories));
      await post(planned, `d${round}`);
    }
    await close();
    expect(posted.toSorted((a, b) => a - b)).toEqual(Array.from({ length: ARTICLES }, (_, at) => at + 1));
  },
  240_000,
);
