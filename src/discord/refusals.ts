/** In: what a request to Discord threw. Out: whether to try again, and what a refusal means in words for a manager. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { DropCause, Retry } from '../domain/delivery.ts';

export type Refusal =
  | Retry
  | { readonly kind: 'refused'; readonly cause: DropCause; readonly code: number; readonly reason: string };

/** Discord's codes (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json) after which only people can help. */
const ACCESS: Readonly<Record<number, string>> = {
  10003: 'The channel no longer exists. Choose another one with Change.',
  10004: 'The bot is no longer in this server.',
  40067: 'The forum asks for a tag. Choose one with Change.',
  50001: 'The bot can no longer see the channel. Give it View Channel there, then press Resume.',
  50008: 'Messages cannot be posted in this kind of channel. Choose another one with Change.',
  50013:
    'The bot may not post in the channel. Give it View Channel, Send Messages and Read Message History there, then press Resume.',
  50083: 'The thread is archived. Open it again, or choose another channel with Change, then press Resume.',
  160005: 'The thread is locked. Unlock it, or choose another channel with Change, then press Resume.',
  160006: 'The server has too many open threads. Close some, then press Resume.',
};

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

const codeOf = (error: unknown): unknown => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return cause === undefined || cause === null ? code : ((cause as { code?: unknown }).code ?? code);
};

/** Sorts what discord.js throws. Anything that is no answer of Discord's counts as a lost connection. */
export const readRefusal = (error: unknown): Refusal => {
  if (error instanceof RateLimitError) return { kind: 'retry', afterMs: error.retryAfter, uncertain: false };
  if (error instanceof HTTPError) return { kind: 'retry', afterMs: null, uncertain: true };
  if (!(error instanceof DiscordAPIError))
    return { kind: 'retry', afterMs: null, uncertain: !NEVER_SENT.has(String(codeOf(error))) };
  const code = Number(error.code);
  if (error.status >= 500) return { kind: 'retry', afterMs: null, uncertain: true };
  if (error.status === 429 || error.status === 401)
    return { kind: 'retry', afterMs: 60_000, uncertain: false };
  const known = ACCESS[code];
  if (known !== undefined) return { kind: 'refused', cause: 'access', code, reason: known };
  const isAccess = error.status === 403 || error.status === 404;
  const reason = `Discord refused the digest (${error.message}). Correct that, then press Resume.`;
  return { kind: 'refused', cause: isAccess ? 'access' : 'body', code, reason };
};
