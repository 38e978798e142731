/** In: what logging in threw. Out: what is wrong, in words for the operator. */
import { DatelineError } from '../domain/errors.ts';

export const TOKEN_REFUSED = new DatelineError(
  'invalid',
  'Discord does not know this DISCORD_TOKEN. Copy it again (Developer Portal → your application → Bot → Reset Token) into .env, without spaces or quotes.',
);
export const INTENTS_REFUSED = new DatelineError(
  'forbidden',
  'Discord refuses the events this bot asks for. It needs no privileged intent: check in the Developer Portal that the application is an ordinary bot.',
);

/** What a failed login means, in words for the operator; null if trying again may help. */
export const loginProblem = (error: unknown): DatelineError | null => {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'TokenInvalid' || status === 401) return TOKEN_REFUSED;
  if (code === 'DisallowedIntents') return INTENTS_REFUSED;
  return null;
};

export const unreachable = (api: string | null, cause: unknown): DatelineError =>
  new DatelineError(
    'unavailable',
    `${api ?? 'Discord'} cannot be reached. Check the network connection; https://discordstatus.com tells of outages.`,
    { cause },
  );
