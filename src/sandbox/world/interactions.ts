/** What a person did in, an interaction out: stored, announced to the bot, and dead if it is not acknowledged in time. */
import { randomBytes } from 'node:crypto';
import { ChannelType, InteractionContextType, InteractionType } from 'discord.js';
import { channelJson, memberJson } from './api-shapes.ts';
import type { StoredInteraction } from './entities.ts';
import { permissionsIn } from './permissions.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;

export type InteractionInit = Pick<StoredInteraction, 'type' | 'userId' | 'channelId' | 'data'> &
  Partial<Pick<StoredInteraction, 'commandName' | 'sourceMessageId'>>;

/** Stores it and notifies the gateway; the state turns to `failed` when nothing acknowledges it in time. */
export function createInteraction(world: World, init: InteractionInit): StoredInteraction {
  forgetOldInteractions(world);
  const guildId = world.channels.get(init.channelId)?.guildId;
  const interaction: StoredInteraction = {
    ...init,
    id: world.nextId(),
    token: randomBytes(48).toString('base64url'),
    ...(guildId && { guildId }),
    createdAt: world.clock.now(),
    startedAt: performance.now(),
    state: 'waiting',
    ephemeral: false,
    loading: false,
    originalTouched: false,
    followUpIds: [],
  };
  world.interactions.set(interaction.id, interaction);
  world.interactionsByToken.set(interaction.token, interaction);
  setTimeout(() => failUnlessAcknowledged(world, interaction), world.settings.acknowledgeWithinMs).unref();
  world.changes.publish({ kind: 'interaction-created', interaction });
  return interaction;
}

function failUnlessAcknowledged(world: World, interaction: StoredInteraction): void {
  if (interaction.state !== 'waiting') return;
  interaction.state = 'failed';
  world.changes.publish({ kind: 'interaction-updated', interaction });
}

/** Whether the token still works: acknowledged in time and younger than its lifetime. */
export function tokenLives(world: World, interaction: StoredInteraction): boolean {
  return world.clock.now() - interaction.createdAt < world.settings.tokenLifetimeMs;
}

const KEPT_INTERACTIONS = 5000;

/** Keeps memory bounded: once there are many, those whose token has died are dropped. */
function forgetOldInteractions(world: World): void {
  if (world.interactions.size < KEPT_INTERACTIONS) return;
  for (const [id, interaction] of world.interactions) {
    if (tokenLives(world, interaction)) continue;
    world.interactions.delete(id);
    world.interactionsByToken.delete(interaction.token);
  }
}

/** The INTERACTION_CREATE payload. */
export function interactionJson(world: World, interaction: StoredInteraction): Json {
  const channel = world.channels.get(interaction.channelId)!;
  const user = world.users.get(interaction.userId)!;
  const guild = world.guilds.get(interaction.guildId ?? '');
  const source = world.messages.get(interaction.sourceMessageId ?? '');
  const installedInGuild = guild?.members.has(world.bot.id);
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: { ...channelJson(channel), permissions: permissionsIn(world, user.id, channel).toString() },
    ...(source && { message: source.message }),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: {
            ...memberJson(guild.members.get(user.id)!),
            permissions: permissionsIn(world, user.id, channel).toString(),
          },
        }
      : { user }),
    locale: world.locales.get(user.id) ?? 'en-US',
    context: contextOf(world, interaction),
    app_permissions: permissionsIn(world, world.bot.id, channel).toString(),
    authorizing_integration_owners: installedInGuild ? { 0: guild!.id } : { 0: '0', 1: user.id },
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

/** Where a command is used, which decides whether it may be. */
export function contextOf(
  world: World,
  place: { channelId: string; guildId?: string },
): InteractionContextType {
  const channel = world.channels.get(place.channelId)!;
  if (channel.guildId) return InteractionContextType.Guild;
  const withBot =
    channel.type === ChannelType.DM && channel.recipients?.some((user) => user.id === world.bot.id);
  return withBot ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

export function isAutocomplete(interaction: StoredInteraction): boolean {
  return interaction.type === InteractionType.ApplicationCommandAutocomplete;
}
