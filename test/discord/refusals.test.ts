import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST, Routes } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Refusal, readRefusal } from '../../src/discord/refusals.ts';

/** What a real client makes of an answer that a server on the way gives. */
let answer = { status: 200, type: 'application/json', body: '{}' };
const server = createServer((_, response) => {
  response
    .writeHead(answer.status, answer.type === '' ? {} : { 'content-type': answer.type })
    .end(answer.body);
});
let rest: REST;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  rest = new REST({ api, retries: 0, invalidRequestWarningInterval: 0 }).setToken('x');
});
afterAll(() => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  server.closeAllConnections();
  server.close();
});

const refusalOf = async (status: number, type: string, body: string): Promise<Refusal> => {
  answer = { status, type, body };
  const route = Routes.channelMessages('123456789012345678');
  return rest.post(route, { body: {} }).then(() => {
    throw new Error('it was taken');
  }, readRefusal);
};

describe('a refusal that is not Discord’s own', () => {
  it.each([
    [403, 'text/html', '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>'],
    [403, 'text/html; charset=UTF-8', ''],
    [403, '', ''],
    [403, 'application/json', ''],
    [403, 'application/json', '{"message": "internal network error", "code": 40333}'],
    [403, 'application/json', '{"error": "blocked", "cloudflare_error": true, "error_code": 1020}'],
    [403, 'application/json', '{"code": "access_denied", "message": "Access denied"}'],
    [403, 'application/json', '{"message": "403: Forbidden", "code": 0}'],
    [403, 'application/json', 'null'],
    [403, 'application/json', '"no"'],
    [404, 'text/html', '<html>nginx</html>'],
    [404, 'application/json', '{"message": "404: Not Found", "code": 0}'],
    [400, 'text/plain', 'Bad Request'],
    [405, 'text/html', '<html>405</html>'],
    [407, 'text/html', '<html>Log in to the proxy</html>'],
    [408, '', ''],
    [413, 'text/html', '<html>413</html>'],
    [418, 'text/plain', 'I am a teapot'],
    [451, 'text/html', '<html>Unavailable For Legal Reasons</html>'],
  ])('%i %s %s is tried again', async (status, type, body) => {
    expect(await refusalOf(status, type, body)).toMatchObject({ kind: 'retry', uncertain: true });
  });

  it('is tried again whatever it says', async () => {
    const status = fc.integer({ min: 400, max: 499 }).filter((one) => one !== 429 && one !== 401);
    const type = fc.constantFrom('text/html', 'text/plain', 'application/xml', '');
    await fc.assert(
      fc.asyncProperty(status, type, fc.string(), async (code, kind, body) => {
        expect((await refusalOf(code, kind, body)).kind).toBe('retry');
      }),
      { numRuns: 50 },
    );
  });
});

describe('a refusal of Discord’s own', () => {
  it.each([
    [403, 50013, 'access'],
    [403, 50001, 'access'],
    [404, 10003, 'gone'],
    [400, 50035, 'pictures'],
    [403, 50007, 'access'],
    [404, 10087, 'tags'],
  ])('%i with the code %i is one', async (status, code, cause) => {
    const refusal = await refusalOf(status, 'application/json', JSON.stringify({ code, message: 'No' }));
    expect(refusal).toMatchObject({ kind: 'refused', cause });
  });
  it('of the tags of a post says so', async () => {
    const errors = { applied_tags: { 0: { _errors: [{ code: 'INVALID', message: 'Unknown' }] } } };
    const body = JSON.stringify({ code: 50035, message: 'Invalid Form Body', errors });
    expect(await refusalOf(400, 'application/json', body)).toMatchObject({ kind: 'refused', cause: 'tags' });
  });
});
