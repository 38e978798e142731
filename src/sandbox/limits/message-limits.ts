/** A message's body in; nothing out where Discord would take it, its refusal thrown where not. */
import { type APIMessage, MessageFlags } from 'discord.js';
import { refusals } from '../rest/api-error.ts';
import type { RequestFile } from '../rest/request-body.ts';
import type { MessageBody } from '../world/post-message.ts';
import type { World } from '../world/world.ts';
import { Problems } from './problems.ts';

export interface MessageContext {
  files: RequestFile[];
  channelId: string;
}

/** Checks a new message. */
export function checkMessage(_world: World, body: MessageBody, context: MessageContext): void {
  const problems = new Problems();
  problems.text(['content'], body.content, { max: 2000 });
  problems.refuse();
  const empty =
    !body.content?.trim() && !body.embeds?.length && !body.components?.length && !context.files.length;
  if (empty) throw refusals.emptyMessage();
}

/** Checks an edit against the message it changes. */
export function checkEdit(world: World, message: APIMessage, edit: MessageBody, files: RequestFile[]): void {
  const merged = {
    ...message,
    ...edit,
    flags: ((message.flags ?? 0) & MessageFlags.IsComponentsV2) | (edit.flags ?? 0),
  };
  checkMessage(world, merged as MessageBody, { files, channelId: message.channel_id });
}

/** A deferral may be ephemeral and nothing else: components of the second version are announced with the answer. */
export function checkDeferral(body: MessageBody): void {
  const problems = new Problems();
  if ((body.flags ?? 0) & ~(MessageFlags.Ephemeral | MessageFlags.SuppressNotifications)) {
    problems.add(['data', 'flags'], 'BASE_TYPE_CHOICES', 'Only EPHEMERAL may be set when deferring.');
  }
  problems.refuse();
}
