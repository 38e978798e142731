/**
 * In: changes of articles. Out: the stories that show them are edited and marked updated, for 48 hours after they were
 * posted; messages of announcement channels are published. Nothing here ever posts anew.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DeedResult, Delivery } from '../domain/delivery.ts';
import { coveredSeqs } from '../domain/digest.ts';
import { HOUR_MS } from '../domain/durations.ts';
import type { PostedAnswer } from '../domain/posted-answer.ts';
import type { Logger } from '../log.ts';
import { type Again, againAfter } from '../scheduling/retried-tasks.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import type { PostedAnswerStore } from '../store/posted-answer-store.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import { articlePrint } from '../stories/headline.ts';
import { composeDigest, partsOf } from './compose-digest.ts';
import type { DigestSender } from './digest-sender.ts';
import type { Hearing } from './heard.ts';
import { carryLate } from './late-articles.ts';
import { JOIN_MS } from './later-tellings.ts';

export interface UpdateDeps {
  readonly subscriptions: Pick<SubscriptionStore, 'all' | 'get'>;
  readonly ledger: DeliveryLedger;
  readonly postedAnswers: PostedAnswerStore;
  /** All articles. What a subscription is shown comes from what it hears. */
  readonly articles: ArticleReader;
  readonly hearing: Hearing;
  readonly sender: Pick<DigestSender, 'edit' | 'correct' | 'publish'>;
  readonly log: Pick<Logger, 'warn'>;
  now(): number;
}

/** How long a posted story follows its article. */
export const FOLLOW_MS = 48 * HOUR_MS;
/** The least time between two edits of a message: Discord limits edits of older ones. */
export const EDIT_EVERY_MS = 10 * 60_000;
const PAGE = 200;

const isFollowed = ({ sentAtMs }: Delivery, nowMs: number): boolean =>
  sentAtMs !== null && nowMs - sentAtMs <= FOLLOW_MS;
/** Edits that Discord does not let the bot make are given up when nothing more can join the stories. */
const isEditable = ({ sentAtMs }: Delivery, nowMs: number): boolean =>
  sentAtMs !== null && nowMs - sentAtMs <= JOIN_MS;

const showsOtherText = (delivery: Delivery, article: StoredArticle, nowMs: number): boolean => {
  const story = delivery.stories.find(({ lead }) => lead === article.seq);
  if (story === undefined || delivery.messageId === null) return false;
  const differs = story.print !== articlePrint(article) || delivery.updatedSeqs.includes(article.seq);
  return differs && isFollowed(delivery, nowMs);
};

const wasChanged = ({ addedAtMs, changedAtMs }: StoredArticle): boolean => addedAtMs !== changedAtMs;

/** Another outlet brings word for word what was posted: it joins that story. */
const joinCopies = async (
  present: readonly StoredArticle[],
  { ledger, subscriptions, hearing, now }: UpdateDeps,
): Promise<void> => {
  for (const copy of present) {
    const { seq, duplicateOf } = copy;
    if (duplicateOf === null) continue;
    for (const delivery of await ledger.ofArticle(duplicateOf)) {
      const story = delivery.stories.find((one) => coveredSeqs([one]).includes(duplicateOf));
      const isSent = delivery.state === 'sent';
      const mayChange = !isSent || (delivery.messageId !== null && isEditable(delivery, now()));
      if (story === undefined || seq <= delivery.throughSeq || !mayChange) continue;
      const subscription = await subscriptions.get(delivery.subscriptionId);
      if (subscription === null || subscription.laterTellings === 'post') continue;
      if ((await (await hearing.at(subscription)).articles.refs([seq])).length === 0) continue;
      const telling = { lead: seq, others: [], print: articlePrint(copy) };
      if (isSent) await ledger.addTellings(delivery.id, story.lead, telling);
      // Its message may be on its way without the copy.
      else await ledger.markEditDue(delivery.id);
    }
  }
};

/**
 * Posts of changed articles, and answers that quote them, become due for an edit. New copies join what was posted. What
 * subscriptions passed by is carried over (`onLate`: see `carryLate`). The event loop has its turn after each page. The
 * first time ever it only notes where to begin.
 */
export const followChanges = async (
  deps: UpdateDeps,
  onLate: (subscriptionIds: readonly string[]) => void,
): Promise<void> => {
  const { ledger, postedAnswers, articles, now } = deps;
  const { revision } = await articles.position();
  const seen = await ledger.revision();
  if (seen === null) return ledger.setRevision(revision, now());
  for (let from = seen; from < revision; ) {
    const changes = await articles.changesSince(from, PAGE);
    const present = changes.map(({ article }) => article).filter((article) => article !== null);
    const changed = present.filter(wasChanged);
    await carryLate(changed, deps, onLate);
    if (changed.length > 0) await postedAnswers.markDue(changed.map(({ seq }) => seq));
    for (const article of changed) {
      for (const delivery of await ledger.ofArticle(article.seq)) {
        // Its message may be on its way with the old text.
        if (delivery.state !== 'sent') await ledger.markEditDue(delivery.id);
        else if (showsOtherText(delivery, article, now())) await ledger.markUpdated(delivery.id, article.seq);
        // It was edited while the article may have been away.
        else if (delivery.editedAtMs !== null && isEditable(delivery, now()))
          await ledger.markEditDue(delivery.id);
      }
    }
    await joinCopies(present, deps);
    from = changes.at(-1)?.revision ?? revision;
    await ledger.setRevision(from, now());
    await nextTurn();
  }
};

/** If the bot lacks a permission, or a thread is archived: that may change. */
export const WITHOUT_ACCESS_MS = 10 * 60_000;

/** Logs what Discord refused and is not tried again. If its message or channel is gone, nothing is amiss. */
export const noteGivenUp = (
  result: DeedResult | null,
  task: string,
  about: object,
  { log }: Pick<UpdateDeps, 'log'>,
): void => {
  if (result?.kind === 'refused' && result.cause !== 'gone')
    log.warn({ ...about, cause: result.cause }, `Discord refused to let ${task}; it is not tried again`);
};

/** Edits one posted digest. If Discord does not let the bot, it is tried again for as long as stories are followed. */
export const editPosted = async (delivery: Delivery, deps: UpdateDeps): Promise<Again> => {
  const { ledger, subscriptions, hearing, sender, now } = deps;
  const subscription = await subscriptions.get(delivery.subscriptionId);
  if (subscription === null) return null;
  const { articles } = await hearing.at(subscription);
  const digest = await composeDigest(partsOf(delivery, subscription), articles);
  await ledger.setEditedAt(delivery.id, now());
  const result = await sender.edit(delivery, digest);
  const mayBeLater = result.kind === 'refused' && result.cause === 'access' && isEditable(delivery, now());
  if (result.kind === 'retry' || mayBeLater) await ledger.setEditedAt(delivery.id, delivery.editedAtMs);
  if (result.kind === 'retry') return againAfter(result, now());
  if (mayBeLater) return now() + WITHOUT_ACCESS_MS;
  noteGivenUp(result, 'a digest be edited', { deliveryId: delivery.id }, deps);
  await ledger.edited(delivery);
  return null;
};

/** Edits an answer that quotes what has changed, as `editPosted` edits a digest. */
export const correctPosted = async (
  answer: PostedAnswer,
  { postedAnswers, sender, log, now }: UpdateDeps,
): Promise<Again> => {
  await postedAnswers.setEditedAt(answer.id, now());
  const result = await sender.correct(answer);
  const isRetry = result?.kind === 'retry';
  if (result === null || isRetry) await postedAnswers.setEditedAt(answer.id, answer.editedAtMs);
  if (isRetry) return againAfter(result, now());
  noteGivenUp(result, 'an answer be corrected', { channelId: answer.channelId }, { log });
  await postedAnswers.edited(answer);
  return null;
};

/** Publishes one posted message to the followers of its channel. */
export const publishPosted = async (
  delivery: Delivery,
  { ledger, sender, log, now }: UpdateDeps,
): Promise<Again> => {
  const result = await sender.publish(delivery);
  if (result.kind === 'retry') return againAfter(result, now());
  noteGivenUp(result, 'a digest be published', { deliveryId: delivery.id }, { log });
  await ledger.published(delivery.id);
  return null;
};
