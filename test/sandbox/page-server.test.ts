import { request } from 'node:http';
import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});

afterAll(() => sandbox.close());

/** The status of a request with the path and headers exactly as given. */
function statusOf(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<number> {
  const { hostname, port } = new URL(sandbox.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('serves its own files alone', async () => {
  expect(await statusOf('/')).toBe(200);
  expect(await statusOf('/page/main.js')).toBe(200);
  expect(await statusOf('/page/../open-sandbox.ts')).toBe(404);
  expect(await statusOf('/page/%2e%2e/open-sandbox.ts')).toBe(404);
  expect(await statusOf('/page/constructor', { 'content-type': 'application/json' }, 'POST', '{}')).toBe(404);
});

test('answers an address that is none', async () => {
  expect(await statusOf('//')).toBe(200);
});

test('lets nothing inline and nothing foreign into the page', async () => {
  const response = await fetch(sandbox.url);
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(await response.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test('is reached by the names of this machine alone', async () => {
  expect(await statusOf('/', { host: 'localhost:1' })).toBe(200);
  expect(await statusOf('/', { host: 'evil.example' })).toBe(421);
});

test('does nothing for a form that another site could send', async () => {
  const body = JSON.stringify({
    as: sandbox.owner.id,
    channel: sandbox.channels.general.id,
    content: 'Hello',
  });
  expect(await statusOf('/page/say', { 'content-type': 'text/plain' }, 'POST', body)).toBe(415);
  expect(sandbox.messages(sandbox.channels.general)).toEqual([]);
  expect(await statusOf('/page/say', { 'content-type': 'application/json' }, 'POST', body)).toBe(200);
  expect(sandbox.messages(sandbox.channels.general)).toMatchObject([{ content: 'Hello' }]);
});

test('says why something cannot be done', async () => {
  const response = await fetch(`${sandbox.url}/page/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      as: sandbox.member.id,
      channel: sandbox.channels.announcements.id,
      content: 'Hello',
    }),
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    { message: 'This person cannot post there.' },
  ]);
});

test('offers attachments as downloads that run nothing', async () => {
  const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
  const files = [
    { name: 'page.html', data: Buffer.from('<script>alert(1)</script>'), contentType: 'text/html' },
  ];
  await rest.post(Routes.channelMessages(sandbox.channels.news.id), { body: { content: 'a' }, files });
  const sent = sandbox.messages(sandbox.channels.news)[0]!.files;
  const response = await fetch(sent[0]!.url);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toContain('attachment');
  expect(await response.text()).toBe('<script>alert(1)</script>');
});
