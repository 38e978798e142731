/** In: an IP address or a port. Out: whether the bot may connect to it, and if not, why. */
import ipaddr from 'ipaddr.js';
import type { ForbiddenRange } from '../../domain/reading-problem.ts';

/** Where outgoing requests may go. Asked at connect time, for every address of every hop. */
export interface NetworkPolicy {
  /** The range of `address` (an IP literal in any spelling) if it must not be connected to, or null if it may be. */
  readonly refuseAddress: (address: string) => ForbiddenRange | null;
  readonly allowsPort: (port: number) => boolean;
}

/** Cloud metadata that answers on an address no range gives away: Azure's wire server. */
const METADATA = new Set(['168.63.129.16']);

/** Metadata inside private ranges: AWS, GCP and most others; Alibaba; Oracle; AWS and GCP over IPv6. */
const PRIVATE_METADATA = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
]);

/** RFC 4291 global unicast; all else in IPv6 is special or unassigned. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** RFC 6052: the last 32 bits are an IPv4 address behind a NAT64 gateway. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** The address that is really reached: the IPv4 one inside an IPv4-mapped or NAT64 address, else the address itself. */
const reachedAddress = (address: string): ipaddr.IPv4 | ipaddr.IPv6 => {
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed;
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address();
  return parsed.match(NAT64) ? new ipaddr.IPv4(parsed.toByteArray().slice(12)) : parsed;
};

const refuseNonPublic = (address: string): ForbiddenRange | null => {
  if (!ipaddr.isValid(address)) return 'none';
  const reached = reachedAddress(address);
  if (METADATA.has(reached.toString())) return 'metadata';
  if (reached instanceof ipaddr.IPv6 && !reached.match(GLOBAL_IPV6)) return 'special';
  if (reached.range() === 'unicast') return null;
  return reached.range().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

const refuseMetadata = (address: string): ForbiddenRange | null => {
  if (!ipaddr.isValid(address)) return 'none';
  const reached = reachedAddress(address).toString();
  return METADATA.has(reached) || PRIVATE_METADATA.has(reached) ? 'metadata' : null;
};

/** The public internet only, on these ports. */
export const publicNetwork = (ports: readonly number[] = [80, 443]): NetworkPolicy => ({
  refuseAddress: refuseNonPublic,
  allowsPort: (port) => ports.includes(port),
});

/** Any address and port but cloud metadata: for those who run feeds inside their own network. */
export const privateNetwork: NetworkPolicy = { refuseAddress: refuseMetadata, allowsPort: () => true };
