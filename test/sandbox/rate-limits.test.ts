import { REST, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.close());

function post(channel: { id: string }) {
  return fetch(`${sandbox.apiUrl}/v10/channels/${channel.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: '{"content":"a"}',
  });
}

test('a channel takes five messages in five seconds, each channel by itself', async () => {
  sandbox = await openSandbox({ now: () => 1_700_000_000_000 });
  const { general, news } = sandbox.channels;
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push(await post(general));
  expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers[0]!.headers.get('x-ratelimit-remaining')).toBe('4');
  expect(answers[5]!.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await answers[5]!.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  expect((await post(news)).status).toBe(200);
  sandbox.clock.advance(5000);
  expect((await post(general)).status).toBe(200);
});

test('the whole bot makes 50 requests a second', async () => {
  sandbox = await openSandbox({ now: () => 1_700_000_000_000 });
  const get = () =>
    fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${sandbox.token}` } });
  // Two kinds of requests, as one route alone would meet its own limit first.
  for (let i = 0; i < 25; i += 1) {
    expect((await get()).status).toBe(200);
    expect(
      (
        await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, {
          headers: { authorization: `Bot ${sandbox.token}` },
        })
      ).status,
    ).toBe(200);
  }
  const refused = await get();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  const callback = await fetch(`${sandbox.apiUrl}/v10/interactions/1/x/callback`, {
    method: 'POST',
    body: '{}',
  });
  expect(callback.status).toBe(404);
});

test('discord.js waits for the bucket rather than being refused', async () => {
  sandbox = await openSandbox();
  const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
  const sent = Array.from({ length: 5 }, () =>
    rest.post(Routes.channelMessages(sandbox.channels.general.id), { body: { content: 'a' } }),
  );
  await Promise.all(sent);
  expect(sandbox.requests().map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
});

test('fails as it was asked to, as often as asked', async () => {
  sandbox = await openSandbox({ rateLimits: false });
  const { general } = sandbox.channels;
  const route = '/channels/{channel_id}/messages';
  sandbox.injectFault({ route, status: 503, times: 1 });
  sandbox.injectFault({ route, status: 429, retryAfterMs: 250, times: 1 });
  expect((await post(general)).status).toBe(503);
  const limited = await post(general);
  expect(limited.status).toBe(429);
  expect(await limited.json()).toMatchObject({ retry_after: 0.25 });
  expect((await post(general)).status).toBe(200);
  expect(sandbox.messages(general)).toHaveLength(1);
});

test('an answer can be lost after the request was carried out', async () => {
  sandbox = await openSandbox({ rateLimits: false });
  sandbox.injectFault({ hangUp: true, when: 'after', times: 1 });
  await expect(post(sandbox.channels.general)).rejects.toThrow();
  expect(sandbox.messages(sandbox.channels.general)).toHaveLength(1);
});

test('faults befall a share of the requests if a share is given', async () => {
  const dice = [0.1, 0.9];
  sandbox = await openSandbox({ rateLimits: false, random: () => dice.shift()! });
  const stop = sandbox.injectFault({ status: 500, probability: 0.5 });
  expect((await post(sandbox.channels.general)).status).toBe(500);
  expect((await post(sandbox.channels.general)).status).toBe(200);
  stop();
  expect((await post(sandbox.channels.general)).status).toBe(200);
});
