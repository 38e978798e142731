/** An interaction in; what its person finally gets to see out, as soon as it is there. */
import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { StoredInteraction } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type MessageView, viewMessage } from './message-view.ts';

interface ModalFieldView {
  customId: string;
  label: string;
  description: string;
  /** Discord's component inside the label. */
  component: Record<string, unknown>;
  required: boolean;
}

export interface ModalView {
  customId: string;
  title: string;
  fields: ModalFieldView[];
}

/**
 * What came of an interaction. `message`: a new message answers it. `update`: the message with the component changed.
 * `modal`: a form opened. `deleted`: the answer was taken back. `failed`: "The application did not respond".
 */
export interface Reply {
  kind: 'message' | 'update' | 'modal' | 'deleted' | 'failed';
  interactionId: string;
  /** Milliseconds of real time until the bot acknowledged; undefined if it never did. */
  ackMs: number | undefined;
  /** Whether "thinking…" (or nothing) came first. */
  deferred: boolean;
  ephemeral: boolean;
  /** The answer as it is at this moment; of an update, the changed message. */
  message: MessageView | undefined;
  modal: ModalView | undefined;
  /** Further messages so far. */
  followUps: MessageView[];
}

/** Resolves once the bot acknowledged the interaction or its time is over. */
export function acknowledged(world: World, interaction: StoredInteraction): Promise<void> {
  return when(world, interaction, () => interaction.state !== 'waiting');
}

/** Resolves once the person sees the result: after a deferral, that is the edit, or the follow-up if "thinking…" was taken back. */
export async function replyTo(world: World, interaction: StoredInteraction): Promise<Reply> {
  await when(world, interaction, () => isSettled(world, interaction));
  return viewReply(world, interaction);
}

function viewReply(world: World, interaction: StoredInteraction): Reply {
  const { originalMessageId, followUpIds, callbackType } = interaction;
  const original = originalMessageId ? world.messages.get(originalMessageId) : undefined;
  const deferredUpdate = callbackType === InteractionResponseType.DeferredMessageUpdate;
  const takenBack = isTakenBack(world, interaction);
  const followsUp = takenBack || (deferredUpdate && !interaction.originalTouched);
  const shown = followsUp ? world.messages.get(followUpIds[0] ?? '') : original;
  return {
    kind: kindOf(interaction, shown?.deletedAt !== undefined),
    interactionId: interaction.id,
    ackMs: interaction.ackMs,
    deferred: deferredUpdate || callbackType === InteractionResponseType.DeferredChannelMessageWithSource,
    ephemeral: shown?.visibleTo !== undefined,
    message: shown && viewMessage(shown),
    modal: interaction.modal && viewModal(interaction.modal as unknown as RawModal),
    followUps: followUpIds.slice(takenBack ? 1 : 0).map((id) => viewMessage(world.messages.get(id)!)),
  };
}

/** "Thinking…" was deleted: what was deferred in public is answered in private. */
function isTakenBack(world: World, { originalMessageId }: StoredInteraction): boolean {
  const original = world.messages.get(originalMessageId ?? '');
  return original?.deletedAt !== undefined && ((original.message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function isSettled(world: World, interaction: StoredInteraction): boolean {
  if (interaction.state === 'waiting') return false;
  if (isTakenBack(world, interaction)) return interaction.followUpIds.length > 0;
  if (interaction.callbackType !== InteractionResponseType.DeferredMessageUpdate) return !interaction.loading;
  return interaction.originalTouched || interaction.followUpIds.length > 0;
}

function kindOf(interaction: StoredInteraction, deleted: boolean): Reply['kind'] {
  if (interaction.state === 'failed') return 'failed';
  if (interaction.modal) return 'modal';
  if (deleted) return 'deleted';
  if (interaction.callbackType === InteractionResponseType.UpdateMessage) return 'update';
  const deferredUpdate = interaction.callbackType === InteractionResponseType.DeferredMessageUpdate;
  return deferredUpdate && interaction.originalTouched ? 'update' : 'message';
}

function when(world: World, interaction: StoredInteraction, done: () => boolean): Promise<void> {
  if (done()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = world.changes.subscribe((change) => {
      if (change.kind !== 'interaction-updated' || change.interaction !== interaction || !done()) return;
      stop();
      resolve();
    });
  });
}

interface RawModal {
  custom_id: string;
  title: string;
  components: RawModalPart[];
}

interface RawModalPart extends Record<string, unknown> {
  label?: string;
  description?: string;
  custom_id?: string;
  required?: boolean;
  component?: RawModalPart;
  components?: RawModalPart[];
}

/** Fields in reading order, whether in labels (as now) or in action rows (as before). */
function viewModal(raw: RawModal): ModalView {
  const fields = raw.components.flatMap((part) => {
    const inner = part.component ? [part.component] : (part.components ?? []);
    return inner.map((component): ModalFieldView => {
      return {
        customId: component.custom_id ?? '',
        label: part.label ?? component.label ?? '',
        description: part.description ?? '',
        component,
        required: component.required ?? true,
      };
    });
  });
  return { customId: raw.custom_id, title: raw.title, fields };
}
