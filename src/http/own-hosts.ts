/** In: where a server of ours listens. Out: whether the `Host` of a request is a name of this machine. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Whether the name can be reached from this machine alone. */
export const isLoopback = (name: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(name);

const withoutBrackets = (name: string): string => name.replace(/^\[(.*)\]$/, '$1').toLowerCase();

/**
 * Loopback names are always ours, and so is the name it listens at. If others can reach it, it may be by any of
 * the machine's addresses, which no foreign site can have as its name, or by the name the machine has in its network.
 */
export const ownHosts = (listensAt: string): ((host: string) => boolean) => {
  const own = withoutBrackets(listensAt);
  const machine = hostname().toLowerCase();
  const names = new Set([own, ...(isLoopback(own) ? [] : [machine, `${machine}.local`])]);
  return (host) => {
    const name = withoutBrackets(/^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(host)?.[1] ?? '');
    return isLoopback(name) || names.has(name) || (!isLoopback(own) && isIP(name) !== 0);
  };
};
