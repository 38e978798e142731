/** The bot's first response to an interaction. */
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { checkDeferral, checkEdit, checkMessage } from '../../limits/message-limits.ts';
import { checkChoices, checkModal } from '../../limits/modal-limits.ts';
import { Problems } from '../../limits/problems.ts';
import type { StoredInteraction } from '../../world/entities.ts';
import { isAutocomplete } from '../../world/interactions.ts';
import { editMessage, type MessageBody, postMessage } from '../../world/post-message.ts';
import type { World } from '../../world/world.ts';
import { refusals } from '../api-error.ts';
import { attach } from '../attachments.ts';
import type { RequestFile } from '../request-body.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';

export const interactionRoutes: Routes = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': respond,
};

/** One response as the handlers below see it. */
interface Response {
  world: World;
  interaction: StoredInteraction;
  data: MessageBody;
  files: RequestFile[];
}

function respond({ world, params, body, files, query }: RestRequest): RestAnswer {
  const interaction = world.interactions.get(params.interaction_id!);
  if (!interaction || interaction.token !== params.interaction_token) throw refusals.unknownInteraction();
  if (interaction.state === 'failed') throw refusals.unknownInteraction();
  if (interaction.state === 'acknowledged') throw refusals.alreadyAcknowledged();
  const { type, data } = (body ?? {}) as { type?: number; data?: MessageBody };
  requireFittingType(interaction, type);
  const response = { world, interaction, data: data ?? {}, files };
  handlers[type as keyof typeof handlers](response);
  interaction.state = 'acknowledged';
  interaction.callbackType = type as InteractionResponseType;
  interaction.ackMs = performance.now() - interaction.startedAt;
  world.changes.publish({ kind: 'interaction-updated', interaction });
  return query.get('with_response') === 'true' ? { json: callbackJson(world, interaction) } : undefined;
}

const handlers = {
  [InteractionResponseType.ChannelMessageWithSource]: postAnswer,
  [InteractionResponseType.DeferredChannelMessageWithSource]: deferAnswer,
  [InteractionResponseType.DeferredMessageUpdate]: deferUpdate,
  [InteractionResponseType.UpdateMessage]: update,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: suggest,
  [InteractionResponseType.Modal]: openModal,
};

/** Which responses fit: choices for autocomplete only, updates only for components, no form upon a form. */
function requireFittingType(interaction: StoredInteraction, type: number | undefined): void {
  const updates = [InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage];
  const fits = isAutocomplete(interaction)
    ? type === InteractionResponseType.ApplicationCommandAutocompleteResult
    : type !== undefined &&
      type in handlers &&
      type !== InteractionResponseType.ApplicationCommandAutocompleteResult &&
      !(type === InteractionResponseType.Modal && interaction.type === InteractionType.ModalSubmit) &&
      !(updates.includes(type) && !interaction.sourceMessageId);
  if (fits) return;
  const problems = new Problems();
  problems.add(['type'], 'BASE_TYPE_CHOICES', `Value ${type} does not fit this interaction.`);
  problems.refuse();
}

function postAnswer({ world, interaction, data, files }: Response): void {
  checkMessage(world, data, { files, channelId: interaction.channelId, base: ['data'] });
  interaction.originalMessageId = postReply(world, interaction, data, files).message.id;
  interaction.ephemeral = isEphemeral(data);
}

function deferAnswer({ world, interaction, data }: Response): void {
  checkDeferral(data);
  interaction.ephemeral = isEphemeral(data);
  interaction.loading = true;
  interaction.originalMessageId = postReply(world, interaction, data, [], MessageFlags.Loading).message.id;
}

function deferUpdate({ interaction }: Response): void {
  interaction.originalMessageId = interaction.sourceMessageId!;
}

function update({ world, interaction, data, files }: Response): void {
  const stored = world.messages.get(interaction.sourceMessageId!);
  if (!stored || stored.deletedAt !== undefined) throw refusals.unknownMessage();
  checkEdit(world, stored.message, data, { files, base: ['data'] });
  const attachments = attach(world, interaction.channelId, data, files, stored.message.attachments);
  editMessage(world, stored, data, attachments);
  interaction.originalMessageId = stored.message.id;
}

function suggest({ interaction, data }: Response): void {
  const choices = (data as { choices?: APIApplicationCommandOptionChoice[] }).choices;
  checkChoices(choices);
  interaction.choices = choices ?? [];
}

function openModal({ interaction, data }: Response): void {
  const modal = data as unknown as APIModalInteractionResponseCallbackData;
  checkModal(modal);
  interaction.modal = modal;
}

/** Posts what answers an interaction, for one person's eyes if it is ephemeral. */
export function postReply(
  world: World,
  interaction: StoredInteraction,
  body: MessageBody,
  files: RequestFile[],
  extraFlags = 0,
) {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refusals.unknownChannel();
  return postMessage(world, {
    channel,
    author: world.bot,
    body,
    extraFlags,
    interaction,
    attachments: attach(world, channel.id, body, files),
    ...(isEphemeral(body) && { visibleTo: interaction.userId }),
  });
}

function isEphemeral(body: MessageBody): boolean {
  return ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function callbackJson(world: World, interaction: StoredInteraction): unknown {
  const message = world.messages.get(interaction.originalMessageId ?? '')?.message;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      response_message_id: message?.id,
      response_message_loading: interaction.loading,
      response_message_ephemeral: interaction.ephemeral,
    },
    resource: { type: interaction.callbackType, ...(message && { message }) },
  };
}
