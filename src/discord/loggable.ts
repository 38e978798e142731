/** In: an error. Out: the error without user text and interaction tokens, safe to log. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Interaction and webhook addresses hold a token that is good for 15 minutes. */
const withoutToken = (url: string): string =>
  url.replace(/(\/(?:interactions|webhooks)\/\d+\/)[\w-]+/g, '$1[secret]');

/** Errors of Discord's REST by what, where and why; others as they are. */
export const loggable = (error: unknown): unknown => {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError))
    return error;
  const told = new Error(withoutToken(error.message));
  told.name = error.name;
  told.stack = withoutToken(error.stack ?? '');
  const { method, url } = error;
  return Object.assign(told, {
    method,
    url: withoutToken(url),
    status: 'status' in error ? error.status : 429,
  });
};
