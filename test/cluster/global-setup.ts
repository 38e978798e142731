/** One PostgreSQL and one OpenSearch for all files of tests: each starts when the first file asks for it, and ends after the last. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startOpenSearch } from './opensearch.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers `/postgres` with the folder of the server, and `/opensearch` with the node's address. */
    clusterServers: string;
  }
}

interface Running {
  readonly place: string;
  close(): Promise<void>;
}

const starters: Readonly<Record<string, () => Promise<Running>>> = {
  '/postgres': async () => {
    const server = await startPostgres();
    return { place: server.dir, close: server.close };
  },
  '/opensearch': async () => {
    const node = await startOpenSearch();
    return { place: node.url, close: node.close };
  },
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Running>>();
  const server = createServer(async ({ url = '' }, response) => {
    const running = started.getOrInsertComputed(url, () => starters[url]!());
    await running.then(
      ({ place }) => response.end(place),
      (error) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('clusterServers', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    for (const running of started.values()) await running.then((one) => one.close()).catch(() => undefined);
  };
}
