/** A real HTTP server on 127.0.0.1 for tests: give it a handler, get its address; closed when the test ends. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type NetworkPolicy, publicNetwork } from '../../src/intake/fetch/network-policy.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Every request so far. */
  readonly requests: IncomingMessage[];
}

export const serveLoopback = async (handler: Handler): Promise<LoopbackServer> => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.on('error', () => {});
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
};

/** The public internet and, for the tests' own servers, 127.0.0.1 alone on any port. */
export const loopbackNetwork: NetworkPolicy = {
  refuseAddress: (address) => (address === '127.0.0.1' ? null : publicNetwork().refuseAddress(address)),
  allowsPort: () => true,
};
