/** In: a message. Out: the question in it, if it is one for the bot; and replies sent back to it. */
import { type Message, MessageType } from 'discord.js';
import type { MessageInput, Person } from './command.ts';
import { type Component, type MessagePayload, renderMessage } from './messages.ts';
import type { Reply } from './reply.ts';
import type { OnPosted } from './respond.ts';

const QUESTIONS: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Whether a message is meant for the bot: a direct message, or one that mentions it by name, from a person. */
export const addressesBot = (message: Message<boolean>): boolean => {
  if (message.author.bot || message.webhookId !== null || !QUESTIONS.includes(message.type)) return false;
  return message.channel.isDMBased() || message.mentions.users.has(message.client.user.id);
};

const customIds = (component: Component): string[] => [
  ...(typeof component.custom_id === 'string' ? [component.custom_id] : []),
  ...[...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])].flatMap(
    customIds,
  ),
];

/** The custom_ids of the bot's own message that this one replies to; none if it cannot be read any more. */
const repliedTo = async (message: Message): Promise<string[]> => {
  if (message.reference?.messageId === undefined) return [];
  const target = await message.fetchReference().catch(() => null);
  if (target?.author.id !== message.client.user.id) return [];
  return target.components.flatMap((component) => customIds(component.toJSON() as Component));
};

/** The message as a command takes it, without the bot's own mention. */
export const readMessage = async (message: Message, by: Person): Promise<MessageInput> => ({
  by,
  text: message.content.replaceAll(new RegExp(`<@!?${message.client.user.id}>`, 'g'), ' ').trim(),
  repliedTo: await repliedTo(message),
});

type Said = Pick<Message, 'content' | 'embeds' | 'components'>;

/** What a message says, with the titles and texts of its embeds and cards, or of the message it forwards: for questions about it. */
export const messageText = (message: Message): string =>
  [message, ...message.messageSnapshots.values()].map(saidIn).filter(Boolean).join('\n');

const saidIn = (message: Said): string => {
  const cards = (component: Component): string[] => [
    ...(component.content ? [component.content] : []),
    ...(component.components ?? []).flatMap(cards),
  ];
  return [
    message.content,
    ...message.embeds.map(({ title, description }) => [title, description].filter(Boolean).join('\n')),
    ...message.components.flatMap((component) => cards(component.toJSON() as Component)),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n');
};

/** Sent twice within a few minutes (a lost answer, then a retry) the same nonce makes one message. */
const reply = (message: Message, payload: MessagePayload, index: number): Promise<Message> =>
  message.reply({
    ...(payload as object),
    allowedMentions: { ...payload.allowedMentions, repliedUser: false },
    failIfNotExists: false,
    nonce: `${message.id}-${index}`,
    enforceNonce: true,
  });

/** Answers under the message, without pinging its author. Rejects if Discord refuses. */
export const replyTo = async (
  message: Message,
  replies: readonly Reply[],
  onPosted: OnPosted,
): Promise<void> => {
  for (const [index, each] of replies.entries())
    await onPosted(each, await reply(message, renderMessage(each, false), index));
};
