/**
 * In: an article that joined a posted story. Out: what is new in it stands once under the post, in the post's thread or
 * as a reply; or nothing does, if it adds nothing.
 */

import { toRef } from '../domain/answer.ts';
import type { DeedResult, Delivery, Development, FindResult } from '../domain/delivery.ts';
import { type DevelopmentNews, seqsOf } from '../domain/digest.ts';
import { QUIET_AGAIN_MS } from '../domain/quiet-hours.ts';
import { describeTopic, type Subscription } from '../domain/subscription.ts';
import { speaking } from '../language/speaking.ts';
import type { Logger } from '../log.ts';
import { type Again, againAfter } from '../scheduling/retried-tasks.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import type { InteractionStore } from '../store/interaction-store.ts';
import type { PostedAnswerStore } from '../store/posted-answer-store.ts';
import type { PostedNews } from '../store/posted-news.ts';
import type { QuietHoursStore } from '../store/quiet-hours-store.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import type { DigestSender } from './digest-sender.ts';
import type { Hearing } from './heard.ts';
import { JOIN_MS } from './later-tellings.ts';
import { quoteNews } from './quote-news.ts';
import { noteGivenUp, WITHOUT_ACCESS_MS } from './update-posted.ts';

export interface DevelopmentDeps {
  readonly subscriptions: Pick<SubscriptionStore, 'get'>;
  readonly ledger: DeliveryLedger;
  readonly quietHours: Pick<QuietHoursStore, 'quietSubscriptions'>;
  readonly postedAnswers: Pick<PostedAnswerStore, 'add' | 'has'>;
  readonly interactions: Pick<InteractionStore, 'keep'>;
  readonly hearing: Pick<Hearing, 'at'>;
  readonly sender: Pick<DigestSender, 'openThread' | 'sendDevelopment' | 'findDevelopment'>;
  readonly log: Pick<Logger, 'warn'>;
  now(): number;
}

/** Null if the article is gone or says nothing new. */
const composeNews = async (
  { lead, seq }: Development,
  { stories }: Delivery,
  { language }: Subscription,
  articles: ArticleReader,
): Promise<DevelopmentNews | null> => {
  const story = stories.find((one) => one.lead === lead);
  const before = story === undefined ? [] : seqsOf([story]);
  const told = await articles.getMany(before.slice(0, Math.max(0, before.indexOf(seq))));
  const [article] = await articles.getMany([seq]);
  if (article === undefined || told.length === 0) return null;
  const quotes = quoteNews(article, told);
  if (quotes.length === 0) return null;
  return { article: toRef(article), quotes, storyTitle: titleOf(told[0]!), language };
};

const titleOf = ({ title }: StoredArticle): string => title;

const isInThread = ({ channelId }: Development, { messageId }: Delivery): boolean => channelId === messageId;

/** If no thread can be opened, it is sent as a reply. */
const openThread = async (
  development: Development,
  delivery: Delivery,
  name: string,
  { sender, ledger }: DevelopmentDeps,
): Promise<{ readonly result: DeedResult; readonly development: Development }> => {
  const isForum = delivery.channelKind === 'forum';
  if (isForum || !isInThread(development, delivery)) return { result: { kind: 'done' }, development };
  const result = await sender.openThread(delivery, name);
  if (result.kind !== 'refused' || result.cause !== 'access') return { result, development };
  const channelId = delivery.postedIn!;
  await ledger.moveDevelopment(development.id, channelId);
  return { result: { kind: 'done' }, development: { ...development, channelId } };
};

/** Null if it is done, or never will be. */
const afterTry = async (
  result: DeedResult,
  { id, claimedAtMs, deliveryId }: Development,
  { ledger, log, now }: DevelopmentDeps,
): Promise<Again> => {
  if (result.kind === 'retry') return againAfter(result, now());
  const mayBeLater = result.kind === 'refused' && result.cause === 'access';
  if (mayBeLater && now() - claimedAtMs <= JOIN_MS) return now() + WITHOUT_ACCESS_MS;
  noteGivenUp(result, 'a later telling be told', { deliveryId }, { log });
  await ledger.settleDevelopment(id);
  return null;
};

type Found = Extract<FindResult, { kind: 'found' }>;

/** Where it stands, or null; `refused` if that cannot be seen now. */
const find = async (
  development: Development,
  { sender }: DevelopmentDeps,
): Promise<Found | DeedResult | null> => {
  if (development.attempts === 0) return null;
  const found = await sender.findDevelopment(development);
  if (found.kind === 'found') return found;
  if (found.kind === 'absent') return null;
  return found.kind === 'retry' ? found : { kind: 'refused', cause: 'access' };
};

/** So that its corrections are shown. */
const noteTold = async (
  kept: PostedNews,
  { channelId }: Development,
  messageId: string,
  { guildId }: Subscription,
  { interactions, postedAnswers }: DevelopmentDeps,
): Promise<void> => {
  const { article, language } = kept.told;
  const id = await interactions.keep({ id: '', guildId }, kept);
  await postedAnswers.add({ id, channelId, messageId, language }, [article.seq]);
};

/** It was sent, and nobody heard so. */
const noteFound = async (
  { messageId, sentAtMs: asOfMs }: Found,
  development: Development,
  delivery: Delivery,
  subscription: Subscription,
  deps: DevelopmentDeps,
): Promise<void> => {
  if (await deps.postedAnswers.has(messageId)) return;
  const { articles } = await deps.hearing.at(subscription);
  const told = await composeNews(development, delivery, subscription, articles);
  if (told !== null)
    await noteTold({ development, told, asOfMs }, development, messageId, subscription, deps);
};

const threadName = (
  { stories }: Delivery,
  subscription: Subscription,
  { storyTitle }: DevelopmentNews,
): string =>
  stories.length === 1 ? storyTitle : speaking(subscription.language, () => describeTopic(subscription));

/** One try. What may have been posted is looked for first. */
export const postDevelopment = async (waiting: Development, deps: DevelopmentDeps): Promise<Again> => {
  const { ledger, subscriptions, quietHours, hearing, sender, now } = deps;
  const delivery = await ledger.get(waiting.deliveryId);
  const subscription = delivery && (await subscriptions.get(delivery.subscriptionId));
  if (delivery === null || subscription === null) return null;
  const found = await find(waiting, deps);
  if (found?.kind === 'found') {
    await noteFound(found, waiting, delivery, subscription, deps);
    return afterTry({ kind: 'done' }, waiting, deps);
  }
  if (found !== null) return afterTry(found, waiting, deps);
  const isPosting = subscription.state === 'active' || subscription.state === 'held';
  if (!isPosting) return afterTry({ kind: 'refused', cause: 'access' }, waiting, deps);
  if ((await quietHours.quietSubscriptions(now())).has(subscription.id)) return now() + QUIET_AGAIN_MS;
  const asOfMs = now();
  const { articles } = await hearing.at(subscription);
  const news = await composeNews(waiting, delivery, subscription, articles);
  if (news === null) return afterTry({ kind: 'done' }, waiting, deps);
  const name = threadName(delivery, subscription, news);
  const { result, development } = await openThread(waiting, delivery, name, deps);
  if (result.kind !== 'done') return afterTry(result, development, deps);
  await ledger.attemptDevelopment(development.id, now());
  const sent = await sender.sendDevelopment(development, delivery, news, subscription.silent);
  // Whoever may not even reply may be allowed to open a thread later.
  if (sent.kind === 'refused') await ledger.moveDevelopment(waiting.id, waiting.channelId);
  if (sent.kind === 'done')
    await noteTold({ development, told: news, asOfMs }, development, sent.messageId, subscription, deps);
  return afterTry(sent, development, deps);
};
