/**
 * In: an interaction and the replies being worked out for it. Out: Discord has its acknowledgement in time, then the
 * replies, over REST alone: they arrive whether or not the gateway is connected meanwhile.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { renderMessage } from './messages.ts';
import type { Reply } from './reply.ts';

/** Is called with each message that everyone sees, once Discord has it. */
export type OnPosted = (reply: Reply, message: Pick<Message, 'id' | 'channelId'>) => Promise<void>;

/** Posts what shares the answer with that id, unless that was done. */
export type ShareOnce = (id: string, post: () => Promise<void>) => Promise<unknown>;

interface Options {
  readonly showsForm?: boolean;
  readonly onPosted?: OnPosted;
  readonly shareOnce?: ShareOnce;
}

export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Discord forgets an interaction that is not acknowledged within 3 s; this leaves it the rest for the way there. */
const ACKNOWLEDGE_AFTER_MS = 1_000;

const isOnMessage = (to: Repliable): to is MessageComponentInteraction | ModalMessageModalSubmitInteraction =>
  to.isMessageComponent() || (to.isModalSubmit() && to.isFromMessage());

/** The first answer that Discord asks for within 3 s; the reply follows. Rejects if Discord refuses it. */
export const acknowledge = async (to: Repliable, isPrivate: boolean): Promise<void> => {
  if (isOnMessage(to)) await to.deferUpdate();
  else await to.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
};

const sendFirst = async (to: Repliable, reply: Reply, isPrivate: boolean): Promise<Message | null> => {
  const payload = renderMessage(reply, isPrivate);
  const edit = { ...payload, flags: MessageFlags.IsComponentsV2 } as const;
  const answer = async (): Promise<Message | null> => {
    const { resource } = await to.reply({ ...payload, withResponse: true });
    return resource?.message ?? null;
  };
  if (isOnMessage(to)) {
    if (!reply.inPlace) return to.deferred ? to.followUp(payload) : answer();
    await (to.deferred ? to.editReply(edit) : to.update(edit));
    return null;
  }
  if (!to.deferred) return answer();
  if (!isPrivate || to.ephemeral) return to.editReply(edit);
  // What was acknowledged in public cannot turn private: it goes, and the reply comes as a message of its own.
  await to.deleteReply();
  return to.followUp(payload);
};

/** Sends one reply: as the interaction's answer if there was none yet or it replaces the message, else as a further one. */
const send = async (
  to: Repliable,
  reply: Reply,
  privateByDefault: boolean,
  onPosted?: OnPosted,
): Promise<void> => {
  const isPrivate = reply.visibility ? reply.visibility === 'private' : privateByDefault;
  const isFurther = to.replied && !(reply.inPlace && isOnMessage(to));
  const message = isFurther
    ? await to.followUp(renderMessage(reply, isPrivate))
    : await sendFirst(to, reply, isPrivate);
  if (message !== null && !isPrivate) await onPosted?.(reply, message);
};

const acknowledgeIfLate = async (
  to: Repliable,
  work: Promise<unknown>,
  isPrivate: boolean,
): Promise<void> => {
  const stop = new AbortController();
  const late = delay(ACKNOWLEDGE_AFTER_MS, 'late' as const, { signal: stop.signal }).catch(
    () => 'late' as const,
  );
  const first = await Promise.race([work, late]);
  stop.abort();
  if (first === 'late') await acknowledge(to, isPrivate);
};

/**
 * Acknowledges if the work takes long, unless it shows a form, which Discord takes only as the first answer, or that
 * is done. `work` must not reject. Rejects if Discord refuses a message.
 */
export const respond = async (
  to: Repliable,
  work: Promise<readonly Reply[]>,
  privateByDefault: boolean,
  { showsForm = false, onPosted, shareOnce = (_, post) => post() }: Options = {},
): Promise<void> => {
  if (!showsForm && !to.deferred) await acknowledgeIfLate(to, work, privateByDefault);
  const replies = await work;
  // What is sent before the message is replaced comes beside it, not as the answer.
  if (replies.slice(1).some(({ inPlace }) => inPlace) && !to.deferred)
    await acknowledge(to, privateByDefault);
  for (const reply of replies) {
    const post = () => send(to, reply, privateByDefault, onPosted);
    if (reply.shares === undefined) await post();
    else await shareOnce(reply.shares, post);
  }
};
