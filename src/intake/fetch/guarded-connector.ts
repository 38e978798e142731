/** In: a network policy. Out: undici's connector, which reaches no address that the policy refuses. */
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { NetworkPolicy } from './network-policy.ts';

/** Thrown into a request whose address the policy refuses. The message is safe to show. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

const refusal = (hostname: string, reason: string): RefusedAddressError =>
  new RefusedAddressError(`${hostname} leads to ${reason}`);

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
      const reason = policy.refuseAddress(addresses[0]?.address ?? '') ?? 'no address';
      return callback(refusal(hostname, reason), []);
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
    const reason = isIP(host) === 0 ? null : policy.refuseAddress(host);
    if (reason !== null) return callback(refusal(options.hostname, reason), null);
    return connect(options, callback);
  };
};
