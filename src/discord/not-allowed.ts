/** Who may use what, and the errors for what is not allowed: by permission, by place, by limits, or because it is outdated or gone. */
import { DatelineError } from '../domain/errors.ts';
import { counted, sentence } from '../language/message.ts';
import type { ChannelPermit } from './channel-limits.ts';
import type { Command, Person } from './command.ts';

export const outdated = (): DatelineError =>
  new DatelineError(
    'not_found',
    sentence`This comes from an older version of the bot and is no longer offered. \`/help\` lists what is.`,
  );

export const notManager = (): DatelineError =>
  new DatelineError('forbidden', sentence`This is for members with the Manage Server permission.`);

export const notInServer = (): DatelineError =>
  new DatelineError('invalid', sentence`This is for servers. Use it in a channel of one.`);

/** A button may outlive its article. */
export const articleGone = (): DatelineError =>
  new DatelineError('not_found', sentence`This article is no longer in the corpus.`);

/** Discord checks this as well, by how the commands were registered. */
export const mayUse = ({ manage, decidesItself }: Command, { canManage }: Person): boolean =>
  manage !== true || decidesItself === true || canManage;

/** Throws `forbidden` for those who may not use the command, `invalid` if it is for servers only. */
export const requireMayUse = (command: Command | undefined, by: Person): void => {
  if (command === undefined) return;
  if (command.place === 'servers' && by.guildId === null) throw notInServer();
  if (!mayUse(command, by)) throw notManager();
};

export const tooFast = (retryInMs: number): DatelineError => {
  const seconds = Math.ceil(retryInMs / 1000);
  return new DatelineError(
    'limit',
    sentence`That was a lot of questions at once. Try again in ${counted(seconds, 'second')}.`,
  );
};

export const channelIsFull = ({
  perMinute,
  retryInMs,
}: ChannelPermit & { readonly allowed: false }): DatelineError => {
  if (perMinute === 0)
    return new DatelineError(
      'limit',
      sentence`Public answers are turned off in this channel. Use \`/ask\` with \`private\`, which shows the answer to you alone, or ask in another channel.`,
    );
  const seconds = Math.ceil(retryInMs / 1000);
  return new DatelineError(
    'limit',
    sentence`This channel gets ${counted(perMinute, 'public answer')} a minute. Try again in ${counted(seconds, 'second')}, or use \`/ask\` with \`private\`, which shows the answer to you alone.`,
  );
};
