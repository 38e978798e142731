/** In: a request. Out: nothing if it may be answered, else the status and the words it is refused with. */
import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ownHosts } from '../http/own-hosts.ts';

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** Requests in a row, and how many come back each second. */
const BURST = 60;
const PER_SECOND = 5;

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/** `nowMs` is a clock that nobody can set back. */
const createTokenBucket = (nowMs: () => number): (() => boolean) => {
  let tokens = BURST;
  let atMs = nowMs();
  return () => {
    tokens = Math.min(BURST, tokens + ((nowMs() - atMs) / 1000) * PER_SECOND);
    atMs = nowMs();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};

/** A browser's page says where it is from; one from elsewhere has no business here, whatever it knows. */
const isForeign = (origin: string | undefined, isOwnHost: (host: string) => boolean): boolean =>
  origin !== undefined && !isOwnHost(URL.parse(origin)?.host ?? '');

export const createGuard = (
  host: string,
  key: string,
  nowMs: () => number = () => performance.now(),
): ((request: Pick<IncomingMessage, 'headers'>) => Refusal | null) => {
  const isOwnHost = ownHosts(host);
  const wanted = digest(`Bearer ${key}`);
  const take = createTokenBucket(nowMs);
  return ({ headers }) => {
    if (!isOwnHost(headers.host ?? ''))
      return { status: 421, message: 'This is not a name of this machine. Ask it by its address.' };
    if (isForeign(headers.origin, isOwnHost))
      return { status: 403, message: 'Pages of other sites may not ask.' };
    // Of the same length whatever came, so that the time reveals nothing.
    if (!timingSafeEqual(digest(headers.authorization ?? ''), wanted))
      return { status: 401, message: 'Expected the header Authorization: Bearer <API_KEY>.' };
    if (!take())
      return {
        status: 429,
        message: `At most ${PER_SECOND} requests a second are answered. Try again in a second.`,
      };
    return null;
  };
};
