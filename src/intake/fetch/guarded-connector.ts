/** In: a network policy. Out: undici's connector, which reaches no address that the policy refuses. */
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { ForbiddenRange, ReadingProblem } from '../../domain/reading-problem.ts';
import type { NetworkPolicy } from './network-policy.ts';

/** Thrown into a request whose address the policy refuses. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly problem: ReadingProblem;

  constructor(host: string, range: ForbiddenRange) {
    super(`${host}: ${range}`);
    this.problem = { kind: 'forbidden-address', host, range };
  }
}

/** A lookup that returns only allowed addresses, so that the address that was checked is the one connected to. */
const guardLookup =
  (policy: NetworkPolicy, lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [];
      const allowed = addresses.filter(({ address }) => policy.refuseAddress(address) === null);
      const first = allowed[0];
      if (first) return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
      const range = policy.refuseAddress(addresses[0]?.address ?? '') ?? 'none';
      return callback(new RefusedAddressError(hostname, range), []);
    });
  };

/**
 * A connector for an undici `Agent`. Literal addresses are checked here, because Node asks no lookup for them; names
 * in the lookup. Both fail with a `RefusedAddressError`.
 */
export const guardedConnector = (
  policy: NetworkPolicy,
  lookup: LookupFunction,
  timeoutMs: number,
): buildConnector.connector => {
  const connect = buildConnector({ allowH2: false, timeout: timeoutMs, lookup: guardLookup(policy, lookup) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const range = isIP(host) === 0 ? null : policy.refuseAddress(host);
    if (range !== null) return callback(new RefusedAddressError(options.hostname, range), null);
    return connect(options, callback);
  };
};
