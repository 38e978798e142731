/** In: the settings. Out: whether they can be used, what kind of token there is, and what the bot asks of servers. */
import type { Config } from '../config/settings.ts';
import { ailing, type Check, well } from './check.ts';

export const checkSettings = (unknown: readonly string[]): Check =>
  unknown.length === 0
    ? well('Settings', 'all can be used')
    : ailing('Settings', 'warning', unknown.join(' '), 'Correct the names in .env or in the environment.');

/** The id of the application that a token begins with, in Base64; null if it holds none. */
const applicationId = (token: string): string | null => {
  const text = Buffer.from(token.split('.', 1)[0]!, 'base64').toString('latin1');
  return /^\d{15,21}$/.test(text) ? text : null;
};

const TOKEN_REMEDY =
  'Copy it again: Developer Portal → your application → Bot → Reset Token. It is not the client secret, nor the public key.';

/** By its form alone: Discord is not asked. */
export const checkToken = ({ DISCORD_TOKEN: token }: Pick<Config, 'DISCORD_TOKEN'>): Check => {
  const name = 'Token';
  if (token === null)
    return ailing(
      name,
      'note',
      'there is none, so `npm start` opens the sandbox, a stand-in for Discord on this machine',
      'To go live, write DISCORD_TOKEN=… into .env.',
    );
  const id = applicationId(token);
  if (id === null) return ailing(name, 'problem', 'it does not have the form of a bot’s token', TOKEN_REMEDY);
  return well(name, `it has the form of a bot’s token, for the application ${id}; Discord was not asked`);
};

/** What the invite link asks for; `permissions` are their names. */
export const checkPermissions = (permissions: readonly string[]): Check =>
  well(
    'Permissions',
    `the invite link asks for ${permissions.join(', ')} and no privileged intent; a channel that takes one away is named by /subscribe`,
  );
