/** What an operator reads if there is no usable OpenSearch at SEARCH_URL. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArticleFollower, type DocumentSource } from '../../src/search/opensearch/follow-articles.ts';
import { openSearchClient } from '../../src/search/opensearch/opensearch-client.ts';
import { lacksOpenSearch } from './opensearch.ts';
import { useSearchNode } from './use-servers.ts';

const NOTHING: DocumentSource = {
  name: async () => 'nothing',
  position: async () => ({ latest: 0, mark: null }),
  after: async () => [],
};

const opening = async (url: string): Promise<string> => {
  const client = openSearchClient(url);
  onTestFinished(() => client.close());
  return new ArticleFollower(client, NOTHING).index();
};

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const saying = (body: unknown, status = 200): Promise<string> =>
  serve((request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(request.method === 'HEAD' ? '' : JSON.stringify(body));
  });

const version = (number: string, distribution?: string): Promise<string> =>
  saying({ version: { number, distribution } });
const refusing = (type: string, status: number): Promise<string> =>
  saying({ error: { type, root_cause: [{ type, reason: 'blocked' }] }, status }, status);

describe('an address of OpenSearch where something else answers', () => {
  it.each([
    ['a page', () => serve((_, response) => void response.end('<html>')), /no OpenSearch/],
    ['other data', () => saying({}), /no OpenSearch/],
    ['Elasticsearch', () => version('8.19.0'), /no OpenSearch/],
    ['nothing of that path', () => saying({}, 404), /no OpenSearch/],
    ['an old one', () => version('2.9.0', 'opensearch'), /needs OpenSearch 2\.10 or later.*version 2\.9\.0/],
    ['one that asks for a password', () => saying({}, 401), /refuses user or password/],
    ['one that is starting', () => saying({}, 503), /not ready/],
    ['one whose disk is full', () => refusing('cluster_block_exception', 429), /disk is nearly full/],
    [
      'one that makes no index then',
      () => refusing('index_create_block_exception', 403),
      /disk is nearly full/,
    ],
  ])('is refused: %s', async (_, start, expected) => {
    const failing = opening(await start());
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    await expect(failing).rejects.toThrow(expected);
  });

  it('is refused if nobody has that name', async () => {
    await expect(opening('http://no-such-host.invalid:9200')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe.skipIf(lacksOpenSearch)('an OpenSearch without encryption', () => {
  const url = useSearchNode();

  it('is said not to encrypt where its address begins with https', async () => {
    await expect(opening(url().replace('http:', 'https:'))).rejects.toThrow(/Begin the address with http:/);
  });
});
