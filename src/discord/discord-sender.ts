/**
 * Digests on their way to Discord. In: a delivery and its digest. Out: the message, or what Discord said instead. Every
 * message carries the delivery's id as its nonce and in its buttons; at most the subscription's roles are pinged.
 */

import { type APIMessage, MessageFlags, REST, Routes } from 'discord.js';
import type { AlertSender } from '../alerts/alert-sender.ts';
import type { DigestSender } from '../digests/digest-sender.ts';
import type { Delivery, DeliveryResult } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import type { PostedAnswer } from '../domain/posted-answer.ts';
import type { Subscription } from '../domain/subscription.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { DAY } from '../language/customs.ts';
import { languageOf } from '../language/languages.ts';
import { speaking } from '../language/speaking.ts';
import { createRateLimiter, type RateLimiter } from '../scheduling/rate-limiter.ts';
import { developmentCard } from './cards/development-card.ts';
import { type DigestCardOptions, digestCard } from './cards/digest-card.ts';
import { createDiscordAlertSender } from './discord-alert-sender.ts';
import type { DiscordWay } from './discord-way.ts';
import { findDelivery, findInHistory } from './find-delivery.ts';
import { type Markup, md, oneLine } from './markup.ts';
import { type Body, bodyOf } from './message-body.ts';
import { postInForum } from './post-in-forum.ts';
import { type Refusal, readDrop, readRefusal } from './refusals.ts';
import { type Reply, say } from './reply.ts';

export interface DiscordSender extends DigestSender {
  readonly alerts: AlertSender;
  /** From now on it can send. Requests made through `way` are people's, which go first. */
  connect(way: DiscordWay): void;
  disconnect(): void;
}

/** Longer waits are not sat out: other channels have their turn meanwhile. */
const LONGEST_WAIT_MS = 5_000;
/** A request without an answer for this long counts as lost. */
export const ANSWER_WITHIN_MS = 12_000;
const MAX_POST_NAME = 100;
const ALREADY_PUBLISHED = 40033;
const THREAD_IS_THERE = 160004;
const DONE = { kind: 'done' } as const;

/**
 * discord.js retries by itself, which without a nonce posts twice: here every retry is the ledger's. `confirm` is the last
 * thing before each request.
 */
const strictRest = ({ rest: { options }, token }: DiscordWay, confirm: () => Promise<void>): REST =>
  new REST({
    ...options,
    retries: 0,
    timeout: ANSWER_WITHIN_MS,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_WAIT_MS,
    makeRequest: async (url, init) => {
      await confirm();
      return options.makeRequest(url, init);
    },
  }).setToken(token);

/** Nothing was sent then. */
const notNow = (message: string): Error => Object.assign(new Error(message), { code: 'ECONNREFUSED' });

/** Of what has just come, a post is one story, and is named after it. */
const postName = (
  { title, madeAtMs, language, isArrival, stories: [story] }: Digest,
  { schedule }: Subscription,
): string => {
  if (isArrival && story !== undefined) return oneLine(story.article.title, MAX_POST_NAME);
  const timeZone = isTimeZone(schedule.timezone) ? schedule.timezone : 'UTC';
  const { customs } = languageOf(language);
  const day = new Intl.DateTimeFormat(customs, { ...DAY, timeZone }).format(madeAtMs);
  return `${oneLine(title, MAX_POST_NAME - day.length - 3)} · ${day}`;
};

const trialNote = (): Markup => md`-# This is a trial: digests in this channel will look like it.`;

/** In the language of the subscription, like all that is posted for it. */
const cardOf = (digest: Digest, options: () => DigestCardOptions): Reply =>
  speaking(digest.language, () => digestCard(digest, options()));

/** Discord's limit of 50 requests per second holds for all but those that answer an interaction. */
const countsAgainstLimit = (path: string): boolean =>
  !path.includes('/interactions/') && !path.includes('/webhooks/');

interface Online {
  readonly botId: string;
  /** For what the bot does by itself. */
  readonly rest: REST;
  /** For what a person asks for. */
  readonly personsRest: REST;
}

export interface DiscordSenderOptions {
  /** The ledger's clock. */
  now(): number;
  /** Rejects if this process must not send by itself, since another does; asked before each request. */
  confirm?(): Promise<void>;
  /** What was posted anew, if a sentence it quotes was corrected; else null. */
  rebuildPosted?(answer: PostedAnswer): Promise<Reply | null>;
  /** The pace of this process alone if absent. */
  readonly pace?: RateLimiter;
}

/** The one sender; it sends nothing until `connect`. */
export const createDiscordSender = ({
  now,
  confirm,
  rebuildPosted,
  pace: limiter = createRateLimiter(),
}: DiscordSenderOptions): DiscordSender => {
  let online: Online | null = null;
  const disconnect = (): void => {
    for (const rest of online === null ? [] : [online.rest, online.personsRest]) {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    }
    online = null;
  };

  const withOnline = async <T>(work: (way: Online) => Promise<T>): Promise<T> => {
    if (online === null) throw notNow('not connected');
    await limiter.turn();
    return work(online);
  };
  const withRest = <T>(work: (rest: REST, botId: string) => Promise<T>): Promise<T> =>
    withOnline(({ rest, botId }) => work(rest, botId));
  const withPersonsRest: typeof withRest = (work) =>
    withOnline(({ personsRest, botId }) => work(personsRest, botId));
  const mayGo = async (): Promise<void> => {
    await confirm?.().catch((error: unknown) => {
      throw notNow(String(error));
    });
  };

  const attempt = (work: (rest: REST) => Promise<unknown>): Promise<typeof DONE | Refusal> =>
    withRest(work).then(() => DONE, readRefusal);

  /** Puts the card in the place of the message's. */
  const put = (route: `/${string}`, card: Reply): Promise<typeof DONE | Refusal> => {
    const { components } = bodyOf(card, false);
    const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
    return attempt((rest) => rest.patch(route, { body }));
  };

  const post = async (
    { id, channelId, channelKind }: Pick<Delivery, 'id' | 'channelId' | 'channelKind'>,
    subscription: Subscription,
    digest: Digest,
    body: Body,
    use = withRest,
  ): Promise<DeliveryResult> => {
    if (channelKind !== 'forum') {
      const sent = { ...body, nonce: id, enforce_nonce: true };
      const message = await use((rest) => rest.post(Routes.channelMessages(channelId), { body: sent }));
      return { kind: 'sent', messageId: (message as APIMessage).id, postedIn: channelId, goneTagIds: [] };
    }
    const post = { name: postName(digest, subscription), message: body };
    return postInForum(use, channelId, post, subscription.tagIds);
  };

  return {
    alerts: createDiscordAlertSender({ isReady: () => online !== null, withRest }),
    connect: (way) => {
      disconnect();
      online = {
        botId: way.botId,
        rest: strictRest(way, mayGo),
        personsRest: strictRest(way, async () => undefined),
      };
      way.rest.on('response', ({ path }) => {
        if (countsAgainstLimit(path)) limiter.count();
      });
    },
    disconnect,
    isReady: () => online !== null,
    send(delivery, subscription, digest, isPlain) {
      const body = bodyOf(
        cardOf(digest, () => ({ isPlain })),
        subscription.silent,
      );
      return post(delivery, subscription, digest, body).catch(readDrop);
    },
    sendTrial(id, subscription, digest) {
      const body = bodyOf(
        cardOf(digest, () => ({ isPreview: true, note: trialNote() })),
        true,
      );
      return post({ ...subscription, id }, subscription, digest, body, withPersonsRest).catch(readDrop);
    },
    async find(delivery) {
      if (online === null) return { kind: 'retry', afterMs: null, uncertain: true };
      await limiter.turn();
      return findDelivery(online.rest, online.botId, delivery, now());
    },
    async edit(delivery, digest) {
      const route = Routes.channelMessage(delivery.postedIn!, delivery.messageId!);
      const show = (isPlain: boolean) =>
        put(
          route,
          cardOf(digest, () => ({ isPlain })),
        );
      const result = await show(false);
      return result.kind === 'refused' && result.cause === 'pictures' ? show(true) : result;
    },
    async correct(answer) {
      const card = await speaking(answer.language, async () => rebuildPosted?.(answer));
      return card ? put(Routes.channelMessage(answer.channelId, answer.messageId), card) : null;
    },
    async openThread({ postedIn, messageId }, name) {
      const route = Routes.threads(postedIn!, messageId!);
      const result = await attempt((rest) =>
        rest.post(route, { body: { name: oneLine(name, MAX_POST_NAME) } }),
      );
      return result.kind === 'refused' && result.code === THREAD_IS_THERE ? DONE : result;
    },
    sendDevelopment(development, { postedIn, messageId }, news, isSilent) {
      const { id, channelId } = development;
      const isBeside = channelId === postedIn;
      const body = {
        ...bodyOf(
          speaking(news.language, () => developmentCard(development, news)),
          isSilent,
        ),
        allowed_mentions: { parse: [] },
        nonce: id,
        enforce_nonce: true,
        ...(isBeside && { message_reference: { message_id: messageId!, fail_if_not_exists: false } }),
      };
      return withRest((rest) => rest.post(Routes.channelMessages(channelId), { body })).then(
        (message) => ({ ...DONE, messageId: (message as APIMessage).id }),
        readRefusal,
      );
    },
    async findDevelopment(development) {
      if (online === null) return { kind: 'retry', afterMs: null, uncertain: true };
      await limiter.turn();
      return findInHistory(online.rest, online.botId, development);
    },
    async publish(delivery) {
      const route = Routes.channelMessageCrosspost(delivery.postedIn!, delivery.messageId!);
      const result = await attempt((rest) => rest.post(route));
      return result.kind === 'refused' && result.code === ALREADY_PUBLISHED ? DONE : result;
    },
    sendDirect(id, userId, text) {
      return attempt(async (rest) => {
        const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as {
          id: string;
        };
        const body = {
          ...bodyOf(say(md`${text}`, { tone: 'problem' }), false),
          nonce: id,
          enforce_nonce: true,
        };
        await rest.post(Routes.channelMessages(channel.id), { body });
      });
    },
  };
};
