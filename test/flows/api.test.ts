import { request } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, it } from 'vitest';
import { createGuard } from '../../src/api/guard-requests.ts';
import { type Journey, openJourney } from './open-journey.ts';

const KEY = 'k'.repeat(32);
const AUTHORIZATION = { authorization: `Bearer ${KEY}` };
const URL_OF_MILL = 'https://example.org/mill';
const ARTICLE = {
  title: 'Mill by the river sold',
  url: URL_OF_MILL,
  source: 'The Example',
  published: '2024-03-12',
  body: 'The old mill by the river was sold to the painter Ines Valder for 300,000 crowns on Monday.',
};

interface Answered {
  readonly url?: string;
  readonly body?: string;
  readonly verdict?: string;
  readonly excerpts?: readonly { readonly text: string }[];
}

const open = (): Promise<Journey> =>
  openJourney({ articles: [ARTICLE], settings: { API_PORT: '0', API_KEY: KEY } });

it('answers, searches and gives an article over HTTP, and says what is wrong', async () => {
  const { apiUrl } = (await open()).bot();
  const get = async (path: string, headers: Record<string, string> = AUTHORIZATION) => {
    const response = await fetch(`${apiUrl}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as Answered };
  };
  const answer = await get('/ask?question=Who+bought+the+mill%3F');
  expect(answer).toMatchObject({
    status: 200,
    body: { excerpts: [{ url: URL_OF_MILL, source: 'The Example', published: '2024-03-12' }] },
  });
  expect(ARTICLE.body).toContain(answer.body.excerpts?.[0]?.text);
  expect((await get('/search?query=mill&sort=newest')).body).toMatchObject({
    total: 1,
    isPartial: false,
    articles: [{ title: ARTICLE.title }],
  });
  expect((await get('/ask?question=Who+painted+the+mill+on+Monday%3F')).body.verdict).toBe('unsure');
  expect((await get('/ask?question=zeppelin+licence')).body).toMatchObject({ verdict: 'none' });
  expect((await get(`/article?article=${encodeURIComponent(URL_OF_MILL)}`)).body.body).toBe(ARTICLE.body);
  expect((await get('/article?article=mill%20by%20the%20RIVER%20sold')).body.url).toBe(URL_OF_MILL);
  expect(await get('/article?article=nothing')).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining('There is no article') },
  });
  expect(await get('/ask')).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('question') },
  });
  expect((await get(`/ask?question=${'x'.repeat(1_001)}`)).status).toBe(400);
  expect((await get('/search?query=mill&guild=1')).status).toBe(400);
  const told = async (path: string) => (await get(path)).body;
  expect(await told('/ask?query=mill')).toEqual({
    error:
      'question: expected a text of 1 to 1000 characters; query: not known here, where question can be given.',
  });
  expect(await told('/search?query=mill&sort=up&offset=99999999999999999999')).toEqual({
    error:
      'sort: expected one of relevance, newest, oldest; offset: expected a whole number from 0 to 10000.',
  });
  const story = { outlets: 1, tellings: [{ url: URL_OF_MILL, copyOf: null }], agreed: [], alone: [] };
  for (const asked of [encodeURIComponent(URL_OF_MILL), 'mill'])
    expect((await get(`/story?article=${asked}`)).body).toMatchObject(story);
  expect((await get('/story?article=zeppelin')).status).toBe(404);
  expect((await get('/feeds')).status).toBe(404);
  expect((await get('/ask?question=mill', {})).status).toBe(401);
  expect((await get('/ask?question=mill', { authorization: `Bearer ${KEY}x` })).status).toBe(401);
  expect((await get('/ask?question=mill', { ...AUTHORIZATION, origin: 'https://evil.example' })).status).toBe(
    403,
  );
  const list = { method: 'POST', headers: AUTHORIZATION, body: '[{"jsonrpc":"2.0","id":1,"method":"ping"}]' };
  expect((await fetch(`${apiUrl}/mcp`, list)).status).toBe(400);
  const large = { method: 'POST', headers: AUTHORIZATION, body: 'x'.repeat(70_000) };
  expect((await fetch(`${apiUrl}/mcp`, large)).status).toBe(400);
});

it('is not to be reached by a foreign name that leads to this machine', async () => {
  const { apiUrl } = (await open()).bot();
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const headers = { ...AUTHORIZATION, host: 'evil.example' };
  request(`${apiUrl}/ask?question=mill`, { headers }, ({ statusCode }) => resolve(statusCode))
    .on('error', reject)
    .end();
  expect(await promise).toBe(421);
});

it('offers the same tools over MCP, to a client of the official SDK', async () => {
  const { apiUrl } = (await open()).bot();
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${apiUrl}/mcp`), {
    requestInit: { headers: AUTHORIZATION },
  });
  await client.connect(transport as Transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'article', 'story']);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  const asked = await client.callTool({ name: 'ask', arguments: { question: 'Who bought the mill?' } });
  expect(JSON.stringify(asked.content)).toContain('Ines Valder');
  const missed = await client.callTool({ name: 'article', arguments: { article: 'nothing' } });
  expect(missed).toMatchObject({ isError: true });
  await client.close();
});

it('answers a burst, then so many a second', () => {
  let nowMs = 0;
  const guard = createGuard('127.0.0.1', KEY, () => nowMs);
  const ask = () => guard({ headers: { host: 'localhost:1', ...AUTHORIZATION } })?.status ?? 200;
  expect(Array.from({ length: 61 }, ask).filter((status) => status === 200)).toHaveLength(60);
  nowMs += 1_000;
  expect(Array.from({ length: 6 }, ask)).toEqual([200, 200, 200, 200, 200, 429]);
});
