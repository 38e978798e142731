/** In: what a request to Discord threw. Out: whether to try again, and what a refusal means. */

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { DeliveryResult, DropCause, Retry } from '../domain/delivery.ts';
import type { StateReason } from '../domain/state-reason.ts';

export type Refusal =
  | Retry
  | {
      readonly kind: 'refused';
      readonly cause: DropCause;
      readonly code: number;
      readonly reason: StateReason;
    };

/** The code of a forum that takes no post without a tag. */
export const TAG_REQUIRED = 40067;

/** Discord's codes (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json) after which only people can help. */
const ACCESS: Readonly<Record<number, StateReason>> = {
  10003: { kind: 'channel-gone' },
  10004: { kind: 'server-left' },
  [TAG_REQUIRED]: { kind: 'tag-required' },
  50001: { kind: 'channel-hidden' },
  50008: { kind: 'channel-unfit' },
  50013: { kind: 'may-not-post' },
  50083: { kind: 'thread-archived' },
  160005: { kind: 'thread-locked' },
  160006: { kind: 'too-many-threads' },
};

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

const codeOf = (error: unknown): unknown => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return cause === undefined || cause === null ? code : ((cause as { code?: unknown }).code ?? code);
};

/** "General error" and "Invalid form body": the message itself may be at fault; `errors`, if there, says where. */
const INVALID_BODY = new Set([0, 50035]);

/** Where the faults of a body are listed, the way to one of them leads through `media`: a picture of a component. */
const blamesPicture = (errors: unknown): boolean =>
  typeof errors === 'object' &&
  errors !== null &&
  Object.entries(errors).some(([name, inner]) => name === 'media' || blamesPicture(inner));

/** "Unknown tag", and where the faults of a forum's post are listed, its tags. */
const UNKNOWN_TAG = 10087;

const blamesTags = ({ code, rawError }: DiscordAPIError): boolean =>
  code === UNKNOWN_TAG ||
  (INVALID_BODY.has(Number(code)) &&
    'errors' in rawError &&
    Object.hasOwn(Object(rawError.errors), 'applied_tags'));

const causeOf = (error: DiscordAPIError, needsPeople: boolean): DropCause => {
  const { status, code, rawError } = error;
  if (blamesTags(error)) return 'tags';
  if (status === 404) return 'gone';
  if (needsPeople || status === 403) return 'access';
  if (!INVALID_BODY.has(Number(code))) return 'body';
  const errors = 'errors' in rawError ? rawError.errors : undefined;
  return errors === undefined || blamesPicture(errors) ? 'pictures' : 'body';
};

/** "Internal network error": a firewall before Discord has answered, in Discord's words. */
const BLOCKED = 40333;
/** Asked sooner, a firewall that blocks would only do so for longer. */
const BLOCKED_WAIT_MS = 60_000;

/**
 * Whether Discord itself refused: its errors are JSON with a number and a message. Pages and empty answers come from a
 * firewall or a proxy on the way, and say nothing of the channel; nor does the number 0, but of a body.
 */
const isDiscords = ({ status, code, rawError }: DiscordAPIError): boolean =>
  typeof code === 'number' &&
  code !== BLOCKED &&
  !(code === 0 && status !== 400) &&
  typeof rawError === 'object' &&
  rawError !== null &&
  'message' in rawError &&
  typeof rawError.message === 'string';

/** "Maximum number of edits to messages older than 1 hour reached": of a channel, and for a while. */
const TOO_MANY_EDITS = 30046;
const TOO_MANY_EDITS_WAIT_MS = 10 * 60_000;

/** Sorts what discord.js throws. Anything that is no answer of Discord's counts as a lost connection. */
export const readRefusal = (error: unknown): Refusal => {
  if (error instanceof RateLimitError) return { kind: 'retry', afterMs: error.retryAfter, uncertain: false };
  if (error instanceof HTTPError) return { kind: 'retry', afterMs: null, uncertain: true };
  if (!(error instanceof DiscordAPIError))
    return { kind: 'retry', afterMs: null, uncertain: !NEVER_SENT.has(String(codeOf(error))) };
  const code = Number(error.code);
  if (code === TOO_MANY_EDITS) return { kind: 'retry', afterMs: TOO_MANY_EDITS_WAIT_MS, uncertain: false };
  if (error.status >= 500) return { kind: 'retry', afterMs: null, uncertain: true };
  if (error.status === 429 || error.status === 401)
    return { kind: 'retry', afterMs: 60_000, uncertain: false };
  if (!isDiscords(error)) return { kind: 'retry', afterMs: BLOCKED_WAIT_MS, uncertain: true };
  const known = ACCESS[code];
  const reason = known ?? { kind: 'refused', message: error.message };
  return { kind: 'refused', cause: causeOf(error, known !== undefined), code, reason };
};

/** What a refusal means for a message that was to be posted: to try again, or that it is dropped. */
export const readDrop = (error: unknown): DeliveryResult & { kind: 'retry' | 'dropped' } => {
  const refusal = readRefusal(error);
  return refusal.kind === 'retry' ? refusal : { ...refusal, kind: 'dropped' };
};
