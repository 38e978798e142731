/** The bot's coming into a server and going out of it. */
import type { Guild } from './entities.ts';
import { addMember } from './seed.ts';
import type { World } from './world.ts';

/** The bot is gone from the server, kicked or by its own wish; its commands there go too. */
export function leaveGuild(world: World, guild: Guild): void {
  guild.members.delete(world.bot.id);
  world.commands.delete(guild.id);
  world.changes.publish({ kind: 'guild-left', guild });
}

/** The bot is invited (again), with its own role. */
export function joinGuild(world: World, guild: Guild): void {
  const botRole = [...guild.roles.values()].find((role) => role.managed);
  addMember(world, guild, world.bot, botRole ? [botRole.id] : []);
  world.changes.publish({ kind: 'guild-joined', guild });
}
