/** In: why a subscription is stopped or held. Out: the same in words for a manager, and what to do. */
import { DatelineError } from '../domain/errors.ts';
import type { StateReason } from '../domain/state-reason.ts';
import type { SubscriptionSettings } from '../domain/subscription.ts';
import { type Message, sentence } from '../language/message.ts';
import { subscriptionQueries } from './subscription-query.ts';

type InDiscord = Exclude<
  StateReason['kind'],
  'refused' | 'topic-unreadable' | 'schedule-unusable' | 'internal' | 'told'
>;

const IN_DISCORD: Readonly<Record<InDiscord, Message>> = {
  'channel-gone': sentence`The channel no longer exists. Choose another one with Channel and role.`,
  'server-left': sentence`The bot is no longer in this server.`,
  'tag-required': sentence`The forum asks for a tag. Choose one with Channel and role.`,
  'channel-hidden': sentence`The bot can no longer see the channel. Give it View Channel there, then press Resume.`,
  'channel-unfit': sentence`Messages cannot be posted in this kind of channel. Choose another one with Channel and role.`,
  'may-not-post': sentence`The bot may not post in the channel. Give it View Channel, Send Messages and Read Message History there, then press Resume.`,
  'thread-archived': sentence`The thread is archived. Open it again, or choose another one with Channel and role, then press Resume.`,
  'thread-locked': sentence`The thread is locked. Unlock it, or choose another one with Channel and role, then press Resume.`,
  'too-many-threads': sentence`The server has too many open threads. Close some, then press Resume.`,
  'tag-deleted': sentence`The tag that its posts had was deleted, and the forum takes none without one. Choose another with Channel and role, then press Resume.`,
  'history-hidden': sentence`The bot may not read the history of the channel, so it cannot see whether its last digest arrived. Give it View Channel and Read Message History there, or say in /subscriptions whether it arrived.`,
};

const INTERNAL = sentence`A digest could not be posted because of an error in the bot; whoever runs the bot can find details in its log. Press Resume to try again.`;

/** The clock moves what "last week" means, and not whether it can be read. */
const ANY_MOMENT = 0;

const describeTopicProblem = (settings: SubscriptionSettings): Message => {
  try {
    subscriptionQueries(settings, ANY_MOMENT);
  } catch (error) {
    if (error instanceof DatelineError)
      return sentence`Its topic cannot be read: ${error.said ?? error.message}`;
  }
  return sentence`Its topic cannot be read: Choose another one with Change, then press Resume.`;
};

/** `settings` are those of the subscription. */
export const describeStateReason = (reason: StateReason, settings: SubscriptionSettings): Message => {
  switch (reason.kind) {
    case 'refused':
      return sentence`Discord refused the digest (${reason.message}). Correct that, then press Resume.`;
    case 'topic-unreadable':
      return describeTopicProblem(settings);
    case 'schedule-unusable':
      return sentence`When its next digest is due in the time zone ${reason.timezone} cannot be computed. Choose another schedule with Change, then press Resume.`;
    case 'internal':
      return INTERNAL;
    case 'told':
      return sentence`${reason.text}`;
    default:
      return IN_DISCORD[reason.kind];
  }
};
