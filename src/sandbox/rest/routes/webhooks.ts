/** What an interaction's token may do after the first response: follow up, read, edit, delete. */
import { checkEdit, checkMessage } from '../../limits/message-limits.ts';
import type { StoredInteraction, StoredMessage } from '../../world/entities.ts';
import { tokenLives } from '../../world/interactions.ts';
import { deleteMessage, editMessage, type MessageBody } from '../../world/post-message.ts';
import type { World } from '../../world/world.ts';
import { refusals } from '../api-error.ts';
import { attach } from '../attachments.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';
import { postReply } from './interactions.ts';

const path = '/webhooks/{webhook_id}/{webhook_token}';

export const webhookRoutes: Routes = {
  [`POST ${path}`]: followUp,
  [`GET ${path}/messages/@original`]: read,
  [`PATCH ${path}/messages/@original`]: edit,
  [`DELETE ${path}/messages/@original`]: remove,
  [`GET ${path}/messages/{message_id}`]: read,
  [`PATCH ${path}/messages/{message_id}`]: edit,
  [`DELETE ${path}/messages/{message_id}`]: remove,
};

/** 10015 for an unknown token or one not yet used, 50027 for one that has died of age. */
function requireInteraction(world: World, params: Record<string, string>): StoredInteraction {
  const { webhook_id: applicationId, webhook_token: token } = params;
  if (applicationId !== world.bot.id) throw refusals.unknownWebhook();
  const interaction = world.interactionsByToken.get(token!);
  if (interaction?.state !== 'acknowledged') throw refusals.unknownWebhook();
  if (!tokenLives(world, interaction)) throw refusals.invalidToken();
  return interaction;
}

function requireTarget(
  world: World,
  interaction: StoredInteraction,
  messageId: string | undefined,
): StoredMessage {
  const stored = world.messages.get(messageId ?? interaction.originalMessageId ?? '');
  const own =
    stored?.message.id === interaction.originalMessageId || stored?.interactionId === interaction.id;
  if (!stored || stored.deletedAt !== undefined || !own) throw refusals.unknownMessage();
  return stored;
}

/** Straight after a deferral, a follow-up fills in the deferred message. */
function followUp({ world, params, body, files }: RestRequest): RestAnswer {
  const interaction = requireInteraction(world, params);
  const data = (body ?? {}) as MessageBody;
  const deferred = interaction.loading ? world.messages.get(interaction.originalMessageId ?? '') : undefined;
  if (deferred && deferred.deletedAt === undefined) return apply(world, interaction, deferred, data, files);
  checkMessage(world, data, { files, channelId: interaction.channelId });
  const stored = postReply(world, interaction, data, files);
  interaction.followUpIds.push(stored.message.id);
  world.changes.publish({ kind: 'interaction-updated', interaction });
  return { json: stored.message };
}

function read({ world, params }: RestRequest): RestAnswer {
  return { json: requireTarget(world, requireInteraction(world, params), params.message_id).message };
}

function edit({ world, params, body, files }: RestRequest): RestAnswer {
  const interaction = requireInteraction(world, params);
  const stored = requireTarget(world, interaction, params.message_id);
  return apply(world, interaction, stored, (body ?? {}) as MessageBody, files);
}

function apply(
  world: World,
  interaction: StoredInteraction,
  stored: StoredMessage,
  data: MessageBody,
  files: RestRequest['files'],
): RestAnswer {
  checkEdit(world, stored.message, data, { files });
  const attachments = attach(world, interaction.channelId, data, files, stored.message.attachments);
  editMessage(world, stored, data, attachments);
  finishLoading(world, interaction, stored);
  return { json: stored.message };
}

function remove({ world, params }: RestRequest): RestAnswer {
  const interaction = requireInteraction(world, params);
  const stored = requireTarget(world, interaction, params.message_id);
  deleteMessage(world, stored);
  finishLoading(world, interaction, stored);
  return undefined;
}

function finishLoading(world: World, interaction: StoredInteraction, stored: StoredMessage): void {
  if (stored.message.id === interaction.originalMessageId) {
    interaction.loading = false;
    interaction.originalTouched = true;
  }
  world.changes.publish({ kind: 'interaction-updated', interaction });
}
