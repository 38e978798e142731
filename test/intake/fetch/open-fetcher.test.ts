import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { publicNetwork } from '../../../src/intake/fetch/network-policy.ts';
import { type FetcherConfig, openFetcher, userAgent } from '../../../src/intake/fetch/open-fetcher.ts';
import { loopbackNetwork, serveLoopback } from '../loopback-server.ts';

/** Noughts are packed as well. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const NOW = Date.parse('2026-01-02T03:04:05Z');

const fetcher = (config: Partial<FetcherConfig> = {}) => {
  const agent = userAgent('1.2', 'mailto:me@example.com');
  const opened = openFetcher({ network: loopbackNetwork, userAgent: agent, now: () => NOW, ...config });
  onTestFinished(() => opened.close());
  return opened.fetch;
};

const text = (result: object): string => Buffer.from((result as { bytes: Uint8Array }).bytes).toString();

describe('a document', () => {
  test('comes with its type and what is needed to ask again', async () => {
    const { origin, requests } = await serveLoopback((_, response) => {
      response.setHeader('content-type', 'text/xml; charset=utf-8');
      response.setHeader('etag', '"a"');
      response.setHeader('last-modified', 'Thu, 01 Jan 2026 00:00:00 GMT');
      response.setHeader('cache-control', 'public, max-age=600');
      response.end('<rss/>');
    });
    const result = await fetcher()(`${origin}/feed`, { accept: 'application/rss+xml' });
    expect(result).toMatchObject({
      kind: 'fresh',
      url: `${origin}/feed`,
      permanentUrl: null,
      contentType: 'text/xml; charset=utf-8',
      validators: { etag: '"a"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' },
      maxAgeMs: 600_000,
    });
    expect(text(result)).toBe('<rss/>');
    expect(requests[0]?.headers['user-agent']).toBe(
      'Dateline/1.2 (news feed reader; +mailto:me@example.com)',
    );
    expect(requests[0]?.headers.accept).toBe('application/rss+xml');
    expect(requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  test('that has not changed is not sent again', async () => {
    const { origin, requests } = await serveLoopback((_, response) => response.writeHead(304).end());
    const validators = { etag: '"a"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' };
    const fetch = fetcher();
    expect(await fetch(origin, { validators })).toMatchObject({ kind: 'unchanged' });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
    });
  });

  test.each([
    ['gzip', gzipSync('hello')],
    ['x-gzip', gzipSync('hello')],
    ['deflate', deflateSync('hello')],
    ['deflate', deflateRawSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['gzip, br', brotliCompressSync(gzipSync('hello'))],
    ['identity', Buffer.from('hello')],
    ['', gzipSync('hello')],
    ['gzip', Buffer.from('hello')],
  ])('sent as %j is decoded', async (encoding, body) => {
    const { origin } = await serveLoopback((_, response) => {
      if (encoding) response.setHeader('content-encoding', encoding);
      response.end(body);
    });
    expect(text(await fetcher()(origin))).toBe('hello');
  });

  test('requests share their connections', async () => {
    const { origin, requests } = await serveLoopback((request, response) =>
      request.url === '/a'
        ? response.writeHead(302, { location: '/b' }).end('moved')
        : response.writeHead(304).end(),
    );
    const fetch = fetcher();
    for (let round = 0; round < 3; round++) await fetch(`${origin}/a`);
    expect(requests).toHaveLength(6);
    expect(new Set(requests.map((request) => request.socket.remotePort)).size).toBeLessThan(3);
  });
});

describe('a redirect', () => {
  const redirects = (statuses: Record<string, [number, string]>) =>
    serveLoopback((request, response) => {
      const [status, location] = statuses[request.url ?? ''] ?? [200, ''];
      response.writeHead(status, location ? { location } : {}).end('end');
    });

  test('for good is reported, as far as it is for good', async () => {
    const { origin } = await redirects({
      '/a': [301, '/b'],
      '/b': [308, '/c'],
      '/c': [302, '/d'],
      '/d': [301, '/e'],
    });
    expect(await fetcher()(`${origin}/a`)).toMatchObject({
      kind: 'fresh',
      url: `${origin}/e`,
      permanentUrl: `${origin}/c`,
    });
  });

  test('for now is followed and forgotten', async () => {
    const { origin } = await redirects({ '/a': [307, 'b'] });
    expect(await fetcher()(`${origin}/a`)).toMatchObject({
      kind: 'fresh',
      url: `${origin}/b`,
      permanentUrl: null,
    });
  });

  test('in a circle ends after five', async () => {
    const { origin, requests } = await redirects({ '/a': [301, '/a'] });
    expect(await fetcher()(`${origin}/a`)).toMatchObject({ kind: 'failed', reason: 'too_many_redirects' });
    expect(requests).toHaveLength(6);
  });

  test.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://2130706434/',
    'file:///etc/passwd',
    'gopher://x/',
    'http://',
  ])('to %s is refused', async (location) => {
    const { origin } = await redirects({ '/a': [302, location] });
    expect(await fetcher({ timeoutMs: 3000 })(`${origin}/a`)).toMatchObject({
      kind: 'failed',
      reason: 'refused',
    });
  });
});

describe('an answer without a document', () => {
  test.each([
    ['120', 120_000],
    ['Fri, 02 Jan 2026 03:05:05 GMT', 60_000],
    ['Fri, 02 Jan 2025 03:05:05 GMT', 0],
    ['soon', null],
  ])('says how long to wait: %s', async (value, expected) => {
    const { origin } = await serveLoopback((_, response) =>
      response.writeHead(429, { 'retry-after': value }).end(),
    );
    expect(await fetcher()(origin)).toMatchObject({
      kind: 'failed',
      reason: 'bad_status',
      status: 429,
      problem: { kind: 'status', status: 429 },
      retryAfterMs: expected,
    });
  });

  test('410 is gone', async () => {
    const { origin } = await serveLoopback((_, response) => response.writeHead(410).end());
    expect(await fetcher()(origin)).toMatchObject({ kind: 'gone' });
  });

  test('a refused connection is said to be one', async () => {
    const result = await fetcher()('http://127.0.0.1:1/');
    expect(result).toMatchObject({ reason: 'unreachable', problem: { kind: 'connection-refused' } });
    expect(result).toHaveProperty('detail', expect.stringContaining('ECONNREFUSED'));
  });
});

describe('an address', () => {
  test.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'feed.xml',
    '',
    'http://a:b@example.com/',
  ])('%j is not even tried', async (url) =>
    expect(await fetcher()(url)).toMatchObject({ kind: 'failed', reason: 'invalid_address' }),
  );

  test('on another port is not tried', async () => {
    expect(await fetcher({ network: publicNetwork() })('http://example.com:6379/')).toMatchObject({
      reason: 'invalid_address',
      problem: { kind: 'port', port: 6379 },
    });
  });

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://2130706433/',
    'http://127.0.0.1./',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'https://localhost/',
  ])('%s leads nowhere', async (url) => {
    expect(await fetcher({ network: publicNetwork() })(url)).toMatchObject({
      kind: 'failed',
      reason: 'refused',
    });
  });

  test('whose name turns to a private address between two requests is refused', async () => {
    const { origin, requests } = await serveLoopback((_, response) => {
      response.setHeader('connection', 'close');
      response.end('public');
    });
    let rebound = false;
    const fetch = fetcher({
      lookup: (_host, _options, callback) =>
        callback(
          null,
          rebound ? [{ address: '127.0.0.2', family: 4 }] : [{ address: '127.0.0.1', family: 4 }],
        ),
    });
    const url = origin.replace('127.0.0.1', 'rebinding.example');
    expect(await fetch(url)).toMatchObject({ kind: 'fresh' });
    rebound = true;
    expect(await fetch(url)).toMatchObject({
      reason: 'refused',
      problem: { kind: 'forbidden-address', host: 'rebinding.example', range: 'loopback' },
    });
    expect(requests).toHaveLength(1);
  });

  test('of a name with public and private addresses is only reached on the public one', async () => {
    const { origin } = await serveLoopback((_, response) => response.end('ok'));
    const addresses = ['10.0.0.1', '::1', '127.0.0.1'].map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    const fetch = fetcher({ lookup: (_host, _options, callback) => callback(null, addresses) });
    expect(await fetch(origin.replace('127.0.0.1', 'mixed.example'))).toMatchObject({ kind: 'fresh' });
  });
});

describe('a hostile server', () => {
  test('that never answers is left after the time limit', async () => {
    const { origin } = await serveLoopback(() => {});
    const result = await fetcher({ timeoutMs: 300 })(origin);
    expect(result).toMatchObject({ reason: 'timeout', problem: { kind: 'timeout', seconds: 0.3 } });
  });

  test('that drips its body is left after the time limit', async () => {
    const { origin } = await serveLoopback((_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await fetcher({ timeoutMs: 300 })(origin)).toMatchObject({ reason: 'timeout' });
  });

  test('that redirects slowly for ever is left after the time limit', async () => {
    const { origin } = await serveLoopback((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150);
    });
    expect(await fetcher({ timeoutMs: 300 })(origin)).toMatchObject({ reason: 'timeout' });
  });

  test('that sends without end is left at the size limit', async () => {
    let sent = 0;
    const endless = function* () {
      for (const block = Buffer.alloc(64 * 1024, 'x'); ; sent += block.length) yield block;
    };
    const { origin } = await serveLoopback((_, response) => {
      pipeline(Readable.from(endless()), response, () => {});
    });
    expect(await fetcher()(origin)).toMatchObject({
      reason: 'too_large',
      problem: { kind: 'too-large', maxBytes: 10_485_760 },
    });
    expect(sent).toBeLessThan(40e6);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(200e6))],
    ['br', brotliCompressSync(Buffer.alloc(200e6), QUICKLY)],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(200e6)))],
  ])('that sends a %s bomb is left at the size limit', async (encoding, bomb) => {
    const { origin } = await serveLoopback((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    const fetch = fetcher();
    const before = process.memoryUsage.rss();
    expect(await fetch(origin)).toMatchObject({
      reason: 'too_large',
      problem: { kind: 'too-large-unpacked', maxBytes: 10_485_760 },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100e6);
  });

  test('that names ten encodings is refused', async () => {
    const { origin } = await serveLoopback((_, response) => {
      response.writeHead(200, { 'content-encoding': Array(10).fill('gzip').join(',') }).end('x');
    });
    expect(await fetcher()(origin)).toMatchObject({ reason: 'bad_encoding' });
  });

  test('that sends headers without end is left', async () => {
    const { origin } = await serveLoopback((_, response) => {
      response.setHeader('x-long', 'x'.repeat(100_000)).end();
    });
    expect(await fetcher()(origin)).toMatchObject({
      reason: 'unreachable',
      problem: { kind: 'too-many-headers' },
    });
  });

  test('that breaks off gets a plain word', async () => {
    const { origin } = await serveLoopback((_, response) => response.destroy());
    expect(await fetcher()(origin)).toMatchObject({ problem: { kind: 'connection-lost' } });
  });
});
