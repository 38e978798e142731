/**
 * In: a delivery that may have been posted. Out: whether it was, from what the bot itself posted around that time: in
 * a channel's history, or among a forum's posts.
 */

import {
  type APIMessage,
  type APIThreadChannel,
  DiscordAPIError,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { Delivery, FindResult } from '../domain/delivery.ts';
import { HOUR_MS } from '../domain/durations.ts';
import { readRefusal } from './refusals.ts';

/** Our clock and Discord's may differ by this much. */
const SKEW_MS = HOUR_MS;
const PAGE = 100;
/** An id from before Discord was. */
const NO_MESSAGE = '1';
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_CHANNEL = 10003;
/** Without a nonce, only time shows that a request under way is through: the forum is looked at after this. */
const FORUM_SETTLE_MS = 20_000;

const snowflakeAt = (ms: number): string =>
  String(SnowflakeUtil.generate({ timestamp: ms, increment: 0n, workerId: 0n, processId: 0n }));
const timeOf = (id: string): number => SnowflakeUtil.timestampFrom(id);

/** The delivery's id stands in the custom_id of its buttons. */
const holds = (message: Pick<APIMessage, 'components'>, deliveryId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(deliveryId);

const found = (message: APIMessage): FindResult => ({
  kind: 'found',
  messageId: message.id,
  postedIn: message.channel_id,
  sentAtMs: timeOf(message.id),
});

type Sent = Pick<Delivery, 'id' | 'channelId' | 'claimedAtMs' | 'attemptedAtMs'>;

const inHistory = async (rest: REST, botId: string, delivery: Sent): Promise<FindResult> => {
  let after = snowflakeAt(delivery.claimedAtMs - SKEW_MS);
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const page = (await rest.get(Routes.channelMessages(delivery.channelId), { query })) as APIMessage[];
    const own = page.find((message) => message.author.id === botId && holds(message, delivery.id));
    if (own !== undefined) return found(own);
    const newest = page.reduce((max, { id }) => (BigInt(id) > BigInt(max) ? id : max), after);
    if (page.length < PAGE || timeOf(newest) > delivery.attemptedAtMs + SKEW_MS) return { kind: 'absent' };
    after = newest;
  }
};

/** The bot's own posts in the forum since the claim; archived ones too. */
const ownPosts = async (rest: REST, botId: string, delivery: Delivery): Promise<APIThreadChannel[]> => {
  type Threads = { threads: APIThreadChannel[]; has_more?: boolean };
  const since = delivery.claimedAtMs - SKEW_MS;
  const active = (await rest.get(Routes.guildActiveThreads(delivery.guildId))) as Threads;
  const posts = active.threads.filter(({ parent_id }) => parent_id === delivery.channelId);
  let before: string | null = null;
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== null && { before }) });
    const page = (await rest.get(Routes.channelThreads(delivery.channelId, 'public'), { query })) as Threads;
    posts.push(...page.threads);
    const last = page.threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (!page.has_more || last === undefined || last === before || Date.parse(last) < since) break;
    before = last;
  }
  return posts.filter(({ id, owner_id }) => owner_id === botId && timeOf(id) >= since);
};

const inForum = async (rest: REST, botId: string, delivery: Delivery): Promise<FindResult> => {
  for (const { id } of await ownPosts(rest, botId, delivery)) {
    const message = await rest.get(Routes.channelMessage(id, id)).catch((error: unknown) => {
      const refusal = readRefusal(error);
      if (refusal.kind === 'refused' && refusal.cause === 'gone') return null;
      throw error;
    });
    if (message !== null && holds(message as APIMessage, delivery.id)) return found(message as APIMessage);
  }
  return { kind: 'absent' };
};

/**
 * Without the permission Discord answers with an empty list, which would look as if nothing had been posted. Asked for
 * a message that cannot be, it says whether the history may be read: 10008 (no such message) or a refusal. What the
 * client has cached may be out of date.
 */
const proveReadable = async (rest: REST, { channelId }: Sent): Promise<void> => {
  await rest.get(Routes.channelMessage(channelId, NO_MESSAGE)).catch((error: unknown) => {
    if (!(error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE)) throw error;
  });
};

const orRefused = (error: unknown): FindResult => {
  const refusal = readRefusal(error);
  if (refusal.kind === 'retry') return refusal;
  // With the channel all that was posted in it is gone.
  return refusal.code === UNKNOWN_CHANNEL
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: { kind: 'history-hidden' } };
};

/** Looks in a channel's messages for one of the bot's whose buttons hold the id. Never throws for what Discord answers. */
export const findInHistory = async (rest: REST, botId: string, sent: Sent): Promise<FindResult> => {
  try {
    const result = await inHistory(rest, botId, sent);
    if (result.kind === 'absent') await proveReadable(rest, sent);
    return result;
  } catch (error) {
    return orRefused(error);
  }
};

/** Looks for the delivery. Never throws for what Discord answers. */
export const findDelivery = async (
  rest: REST,
  botId: string,
  delivery: Delivery,
  nowMs: number,
): Promise<FindResult> => {
  if (delivery.channelKind !== 'forum') return findInHistory(rest, botId, delivery);
  const settledInMs = delivery.attemptedAtMs + FORUM_SETTLE_MS - nowMs;
  if (settledInMs > 0) return { kind: 'retry', afterMs: settledInMs, uncertain: true };
  return inForum(rest, botId, delivery).catch(orRefused);
};
