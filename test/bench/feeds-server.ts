/** The feeds of `bench:feeds`, served from a thread of their own: hosts on 127.0.0.1, each with many feeds. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { randomFrom } from '../random.ts';

export interface FeedsServerData {
  readonly hosts: number;
  readonly entries: number;
}

/** Requests since the last question. */
export interface FeedsServerCounts {
  readonly requests: number;
  readonly conditional: number;
  readonly unchanged: number;
}

const { hosts, entries } = workerData as FeedsServerData;
const counts = { requests: 0, conditional: 0, unchanged: 0 };

/** Whole numbers below a limit that look random and are the same in each run. */
const createRandom = (seed: number) => {
  const random = randomFrom(seed);
  return (below: number): number => Math.floor(random() * below);
};

const SYLLABLES = 'ba co di fe gu ha jo ki lu me no pa qui ro su ta vo we xi zu'.split(' ');

/** A vocabulary of 8,000 words of two to three syllables; common ones are drawn more often. */
const word = (random: (below: number) => number): string => {
  const number = Math.floor(random(8000) * (random(1000) / 1000));
  const [first, second, third] = [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400)];
  return SYLLABLES[first]! + SYLLABLES[second]! + (SYLLABLES[third] ?? '');
};

const sentence = (random: (below: number) => number): string => {
  const text = Array.from({ length: 8 + random(14) }, () => word(random)).join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};

const entryXml = (path: string, index: number): string => {
  const random = createRandom(index + Number(path.replace(/\D/g, '')) * 1000);
  const paragraphs = Array.from(
    { length: 5 },
    () => `<p>${Array.from({ length: 5 }, () => sentence(random)).join(' ')}</p>`,
  );
  const date = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toUTCString();
  return `<item><guid isPermaLink="false">${path}-${index}</guid><title>${sentence(random)}</title><link>https://news.example${path}/${index}</link><pubDate>${date}</pubDate><description><![CDATA[${paragraphs.join('')}]]></description></item>`;
};

const answer = (host: number) => (request: IncomingMessage, response: ServerResponse) => {
  counts.requests++;
  const etag = request.headers['if-none-match'];
  if (etag !== undefined) counts.conditional++;
  if (etag === '"v1"') {
    counts.unchanged++;
    response.writeHead(304).end();
    return;
  }
  const path = `/${host}${request.url}`;
  const items = Array.from({ length: entries }, (_, index) => entryXml(path, index)).join('');
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"v1"' });
  response.end(
    `<rss version="2.0"><channel><title>Feed ${path}</title><language>en</language>${items}</channel></rss>`,
  );
};

const listen = (host: number): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer(answer(host)).listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

const origins = await Promise.all(Array.from({ length: hosts }, (_, host) => listen(host)));
parentPort?.on('message', () => parentPort?.postMessage({ ...counts } satisfies FeedsServerCounts));
parentPort?.postMessage(origins);
