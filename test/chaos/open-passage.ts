/** In: an address. Out: another one that leads there and can be held up, so that several tests can share a server. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestOpenSearch } from '../cluster/opensearch.ts';

/** While it is held up, connections are accepted and nothing passes, as with a process that is stopped. */
export const openPassage = async (to: string): Promise<Omit<TestOpenSearch, 'pid'>> => {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let held = Promise.withResolvers<void>();
  held.resolve();
  const pass = async (from: Socket, into: Socket): Promise<void> => {
    sockets.add(from);
    try {
      for await (const part of from) {
        await held.promise;
        into.write(part);
      }
      into.end();
    } catch {
      into.destroy();
    }
    sockets.delete(from);
  };
  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    void pass(client, target);
    void pass(target, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      held = Promise.withResolvers();
    },
    goOn: () => held.resolve(),
    close: async () => {
      held.resolve();
      for (const socket of sockets) socket.destroy();
      await server[Symbol.asyncDispose]();
    },
  };
};
