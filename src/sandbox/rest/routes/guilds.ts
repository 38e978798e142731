/** Servers and people: read a server, its channels, roles and members; leave it; open a direct message. */

import { ChannelType } from 'discord.js';
import { channelJson, guildJson, memberJson } from '../../world/api-shapes.ts';
import { leaveGuild } from '../../world/guilds.ts';
import { addChannel } from '../../world/seed.ts';
import { channelsOf } from '../../world/world.ts';
import { requireGuild } from '../access.ts';
import { refusals } from '../api-error.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';

export const guildRoutes: Routes = {
  'GET /guilds/{guild_id}': ({ world, params }) => ({
    json: guildJson(requireGuild(world, params.guild_id!)),
  }),
  'GET /guilds/{guild_id}/channels': listChannels,
  'GET /guilds/{guild_id}/roles': ({ world, params }) => ({
    json: [...requireGuild(world, params.guild_id!).roles.values()],
  }),
  'GET /guilds/{guild_id}/members/{user_id}': readMember,
  'GET /users/@me': ({ me }) => ({ json: me }),
  'GET /users/@me/guilds': listOwnGuilds,
  'DELETE /users/@me/guilds/{guild_id}': leave,
  'POST /users/@me/channels': openDirectMessage,
  'GET /users/{user_id}': readUser,
};

function listChannels({ world, params }: RestRequest): RestAnswer {
  const guild = requireGuild(world, params.guild_id!);
  return { json: channelsOf(world, guild.id).map(channelJson) };
}

function readMember({ world, params, me }: RestRequest): RestAnswer {
  const guild = requireGuild(world, params.guild_id!);
  const member = guild.members.get(params.user_id === '@me' ? me.id : params.user_id!);
  if (!member) throw refusals.unknownMember();
  return { json: memberJson(member) };
}

function listOwnGuilds({ world, me }: RestRequest): RestAnswer {
  const own = [...world.guilds.values()].filter((guild) => guild.members.has(me.id));
  return {
    json: own.map((guild) => ({ id: guild.id, name: guild.name, icon: null, owner: false, features: [] })),
  };
}

function leave({ world, params }: RestRequest): RestAnswer {
  leaveGuild(world, requireGuild(world, params.guild_id!));
  return undefined;
}

function openDirectMessage({ world, body, me }: RestRequest): RestAnswer {
  const recipient = world.users.get((body as { recipient_id?: string } | undefined)?.recipient_id ?? '');
  if (!recipient) throw refusals.unknownUser();
  const existing = [...world.channels.values()].find(
    (one) =>
      one.type === ChannelType.DM &&
      [recipient.id, me.id].every((id) => one.recipients?.some((user) => user.id === id)),
  );
  const channel =
    existing ?? addChannel(world, { type: ChannelType.DM, name: '', recipients: [recipient, me] });
  return { json: channelJson(channel) };
}

function readUser({ world, params }: RestRequest): RestAnswer {
  const user = world.users.get(params.user_id!);
  if (!user) throw refusals.unknownUser();
  return { json: user };
}
