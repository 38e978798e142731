/** A message's text and `allowed_mentions` in; whom it names and whom it would notify out. */
import { type APIUser, PermissionFlagsBits } from 'discord.js';
import type { Channel, Pings } from './entities.ts';
import { permissionsIn } from './permissions.ts';
import type { World } from './world.ts';

/** As Discord defines it; absent means that everything in the text notifies. */
export interface AllowedMentions {
  parse?: ('users' | 'roles' | 'everyone')[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

interface MentioningBody {
  content?: string | null;
  components?: unknown;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id?: string } | null;
}

interface Mentions {
  mentions: APIUser[];
  mention_roles: string[];
  mention_everyone: boolean;
}

/** `mentions` are the message's fields, `pings` the same as ids; both hold only what `allowed_mentions` lets through. */
export function mentionsOf(
  world: World,
  channel: Channel,
  author: APIUser,
  body: MentioningBody,
): { mentions: Mentions; pings: Pings } {
  const text = `${body.content ?? ''}\n${textsIn(body.components).join('\n')}`;
  const allowed = body.allowed_mentions;
  const maySayEveryone =
    (permissionsIn(world, author.id, channel) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const roles = world.guilds.get(channel.guildId ?? '')?.roles;
  const userIds = idsIn(text, /<@!?(\d+)>/g).filter(
    (id) => world.users.has(id) && permits(allowed, 'users', id),
  );
  const repliedId = repliedUserId(world, body);
  if (repliedId && (allowed ? allowed.replied_user === true : true)) userIds.push(repliedId);
  const roleIds = idsIn(text, /<@&(\d+)>/g).filter(
    (id) =>
      (roles?.get(id)?.mentionable || maySayEveryone) && roles?.has(id) && permits(allowed, 'roles', id),
  );
  const everyone =
    /@(everyone|here)\b/.test(text) && maySayEveryone && (allowed?.parse?.includes('everyone') ?? !allowed);
  const pings = { everyone, userIds: [...new Set(userIds)], roleIds };
  const mentions = pings.userIds.map((id) => world.users.get(id)!);
  return { mentions: { mentions, mention_roles: roleIds, mention_everyone: everyone }, pings };
}

function permits(allowed: AllowedMentions | null | undefined, kind: 'users' | 'roles', id: string): boolean {
  if (!allowed) return true;
  return (allowed.parse?.includes(kind) || allowed[kind]?.includes(id)) ?? false;
}

function repliedUserId(world: World, body: MentioningBody): string | undefined {
  const id = body.message_reference?.message_id;
  return id ? world.messages.get(id)?.message.author.id : undefined;
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))];
}

/** The contents of all text displays of a component tree, in reading order. */
function textsIn(components: unknown): string[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((one: { content?: unknown; components?: unknown }) => [
    ...(typeof one?.content === 'string' ? [one.content] : []),
    ...textsIn(one?.components),
  ]);
}
