import { request } from 'node:http';
import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownHosts } from '../../src/http/own-hosts.ts';
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

test.each([
  ['127.0.0.1', 'localhost', 200],
  ['127.0.0.1', '[::1]:8787', 200],
  ['127.0.0.1', '192.168.7.7', 421],
  ['127.0.0.1', '127.0.0.1.evil.example', 421],
  ['0.0.0.0', '192.168.7.7:8787', 200],
  ['0.0.0.0', '[fd00::7]:8787', 200],
  ['0.0.0.0', 'evil.example', 421],
  ['0.0.0.0', 'evil.example:8787', 421],
  ['0.0.0.0', '', 421],
  ['::', 'evil.example', 421],
  ['news.home.arpa', 'News.home.arpa:8787', 200],
  ['news.home.arpa', 'evil.example', 421],
])('listening at %s, it takes a request to %j for %i', (listensAt, host, status) => {
  expect(ownHosts(listensAt)(host) ? 200 : 421).toBe(status);
});

test('checks the host on every address it listens at', async () => {
  const open = await openSandbox({ host: '0.0.0.0' });
  const { port } = new URL(open.url);
  const statusFor = (path: string, host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request({ hostname: '127.0.0.1', port, path, headers: { host } }, (response) => {
        response.destroy();
        resolve(response.statusCode!);
      });
      sent.on('error', reject).end();
    });
  for (const path of ['/', '/page/main.js', '/page/live', '/attachments/1/2'])
    expect(await statusFor(path, 'evil.example')).toBe(421);
  expect(await statusFor('/', `127.0.0.1:${port}`)).toBe(200);
  await open.close();
});

test('sends the same guards with every answer, the event stream included', async () => {
  const names = [
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'cross-origin-resource-policy',
  ];
  const guards = [];
  for (const path of [
    '/',
    '/page/live',
    '/page/main.js',
    '/nothing',
    '/page/live?as=1',
    '/attachments/1/2',
  ]) {
    const response = await fetch(`${sandbox.url}${path}`);
    guards.push(names.map((name) => response.headers.get(name)));
    await response.body?.cancel();
  }
  expect(guards[0]).not.toContain(null);
  for (const sent of guards) expect(sent).toEqual(guards[0]);
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
