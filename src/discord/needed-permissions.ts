/** What the bot needs in a server, and asks for in its invite link: nothing more. By the names Discord shows to people. */
import { PermissionFlagsBits } from 'discord.js';

export const NEEDED_PERMISSIONS: ReadonlyMap<string, bigint> = new Map([
  ['View Channels', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
]);
