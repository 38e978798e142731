import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gunzipLoosely } from '../../../src/intake/fetch/gunzip-loosely.ts';
import { openFetcher } from '../../../src/intake/fetch/open-fetcher.ts';
import { loopbackNetwork, serveLoopback } from '../loopback-server.ts';

const fetcher = (maxBytes = 1_000_000) => {
  const opened = openFetcher({ network: loopbackNetwork, userAgent: 'test', now: Date.now, maxBytes });
  onTestFinished(() => opened.close());
  return opened.fetch;
};

const text = (result: object): string =>
  Buffer.from((result as { bytes?: Uint8Array }).bytes ?? []).toString();

const FEED = '<rss version="2.0"><channel><title>Tide tables – new</title></channel></rss>';

/** Fetches what a server sends under the name of an encoding. */
const sentAs = async (encoding: string, body: string | Buffer): Promise<object> => {
  const { origin } = await serveLoopback((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });
  return fetcher()(origin);
};

describe('a content encoding', () => {
  test.each(['utf-8', 'none', 'identity', 'UTF8', 'binary', 'text/xml', 'charset=utf-8', 'x-unknown', ''])(
    '%j that names no compression is passed over',
    async (encoding) => expect(text(await sentAs(encoding, FEED))).toBe(FEED),
  );
  test.each([
    ['gzip', FEED],
    ['br', FEED],
    ['deflate', FEED],
    ['zstd', FEED],
    ['br', `\ufeff \n${FEED}`],
    ['br', gzipSync(FEED)],
    ['deflate', gzipSync(FEED)],
    ['none', gzipSync(FEED)],
    ['utf-8, gzip', gzipSync(FEED)],
    ['gzip;q=1', gzipSync(FEED)],
    ['zstd', zstdCompressSync(FEED)],
  ])('%j that lies, or is written oddly, keeps no feed from being read (%#)', async (encoding, body) => {
    expect(text(await sentAs(encoding, body)).replace(/^\ufeff \n/, '')).toBe(FEED);
  });
  test.each([
    ['line ends', Buffer.concat([gzipSync(FEED), Buffer.from('\r\n\n')])],
    ['a comment', Buffer.concat([gzipSync(FEED), Buffer.from('<!-- cached in 0.2 s -->')])],
    ['the beginning of another file', Buffer.concat([gzipSync(FEED), gzipSync('x').subarray(0, 11)])],
    ['noughts', Buffer.concat([gzipSync(FEED), Buffer.alloc(9)])],
  ])('gzip with %s behind it is read', async (_, body) => {
    expect(text(await sentAs('gzip', body))).toBe(FEED);
  });
  test('gzip with white space before it, with a wrong checksum, or in parts is read', async () => {
    const wrong = gzipSync(FEED);
    wrong[wrong.length - 6]! ^= 1;
    const [first, second] = [gzipSync(FEED.slice(0, 30)), gzipSync(FEED.slice(30))];
    for (const body of [
      Buffer.concat([Buffer.from('\n\n'), gzipSync(FEED)]),
      wrong,
      Buffer.concat([first, second, Buffer.from('\n')]),
    ])
      expect(text(await sentAs('gzip', body))).toBe(FEED);
  });
  test('brotli that is broken is reported', async () => {
    const broken = brotliCompressSync(FEED).fill(0xff, 3);
    expect(await sentAs('br', broken)).toMatchObject({ reason: 'bad_encoding' });
  });
  test('a bomb with bytes behind it is left at the size limit', async () => {
    const bomb = Buffer.concat([gzipSync(Buffer.alloc(3e6)), Buffer.from('\n')]);
    expect(await sentAs('gzip', bomb)).toMatchObject({ reason: 'too_large' });
  });
});

test('a gzip file is read whatever its header says and whatever stands behind it', async () => {
  const fields = fc.record({
    content: fc.uint8Array({ maxLength: 2000 }),
    extra: fc.option(fc.uint8Array({ maxLength: 50 })),
    name: fc.option(fc.stringMatching(/^[a-z.]{0,20}$/)),
    comment: fc.option(fc.stringMatching(/^[a-z ]{0,20}$/)),
    hasChecksum: fc.boolean(),
    behind: fc.uint8Array({ maxLength: 40 }).filter(([first]) => first !== 0x1f),
  });
  const limits = { maxOutputLength: 10_000, finishFlush: 2 };
  await fc.assert(
    fc.asyncProperty(fields, async ({ content, extra, name, comment, hasChecksum, behind }) => {
      const packed = gzipSync(content);
      packed[3] =
        (hasChecksum ? 2 : 0) + (extra ? 4 : 0) + (name === null ? 0 : 8) + (comment === null ? 0 : 16);
      const member = [
        packed.subarray(0, 10),
        ...(extra ? [Buffer.from([extra.length, 0]), extra] : []),
        ...[name, comment].flatMap((field) => (field === null ? [] : [Buffer.from(`${field}\0`)])),
        ...(hasChecksum ? [Buffer.alloc(2)] : []),
        packed.subarray(10),
        behind,
      ];
      expect(await gunzipLoosely(Buffer.concat(member), limits)).toEqual(Buffer.from(content));
    }),
  );
});

/** Two hosts, which note the cookies they are sent. */
const serveTwo = async (
  answer: (request: IncomingMessage, response: ServerResponse, other: string) => void,
) => {
  let origin = '';
  const other = await serveLoopback((request, response) => answer(request, response, origin));
  const first = await serveLoopback((request, response) => answer(request, response, other.origin));
  origin = first.origin;
  const cookies = (requests: readonly IncomingMessage[]) =>
    requests.map(({ url, headers }) => [url, headers.cookie ?? null]);
  return { origin, sent: () => ({ first: cookies(first.requests), other: cookies(other.requests) }) };
};

describe('a cookie', () => {
  test('that is asked for on the way is brought back, and forgotten after the fetch', async () => {
    const { origin, sent } = await serveTwo((request, response) => {
      if (request.headers.cookie?.includes('seen=1')) response.end(FEED);
      else response.writeHead(302, { location: '/feed', 'set-cookie': ['seen=1; Path=/', 'a=b=c'] }).end();
    });
    const fetch = fetcher();
    for (let count = 0; count < 2; count++) expect(text(await fetch(`${origin}/feed`))).toBe(FEED);
    expect(sent().first).toEqual([
      ['/feed', null],
      ['/feed', 'seen=1; a=b=c'],
      ['/feed', null],
      ['/feed', 'seen=1; a=b=c'],
    ]);
  });
  test('is sent to the host that set it, and to no other', async () => {
    const { origin, sent } = await serveTwo((request, response, other) => {
      const to = { '/1': `${other}/2`, '/2': '/3' }[request.url!];
      const cookie = request.url === '/1' ? 'login=secret; Path=/' : 'there=1; Path=/';
      if (request.url === '/3') response.writeHead(302, { location: `${origin}/4` }).end();
      else if (to) response.writeHead(302, { location: to, 'set-cookie': cookie }).end();
      else response.end(FEED);
    });
    expect(text(await fetcher()(`${origin}/1`))).toBe(FEED);
    expect(sent()).toEqual({
      first: [
        ['/1', null],
        ['/4', 'login=secret'],
      ],
      other: [
        ['/2', null],
        ['/3', 'there=1'],
      ],
    });
  });
  test.each([
    ['a domain of somebody else', 'a=1; Domain=example.com'],
    ['another path', 'a=1; Path=/elsewhere'],
    ['an end in the past', 'a=1; Max-Age=0'],
    ['an end in the past, as a date', 'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    ['encrypted connections alone', 'a=1; Secure'],
    ['no name', '=1'],
    ['a length of its own', `a=${'x'.repeat(5000)}`],
  ])('for %s is not sent', async (_, cookie) => {
    const { origin, sent } = await serveTwo((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b', 'set-cookie': cookie }).end();
      else response.end(FEED);
    });
    await fetcher()(`${origin}/a`);
    expect(sent().first.at(-1)).toEqual(['/b', null]);
  });
});

describe('a redirect', () => {
  test.each([
    ['UTF-8', Buffer.from('/häfen/新').toString('latin1'), '/h%C3%A4fen/%E6%96%B0'],
    ['UTF-8 in a query', Buffer.from('/a?q=žluť').toString('latin1'), '/a?q=%C5%BElu%C5%A5'],
    ['Latin-1', '/h\xe4fen', '/h%E4fen'],
    ['percent signs', '/h%C3%A4fen', '/h%C3%A4fen'],
    ['blanks', '/two words', '/two%20words'],
  ])('whose address is written in %s is followed', async (_, location, path) => {
    const { origin } = await serveLoopback((request, response) => {
      if (request.url === path) response.end(FEED);
      else if (request.url === '/old') response.writeHead(302, { location }).end();
      else response.writeHead(404).end();
    });
    expect(text(await fetcher()(`${origin}/old`))).toBe(FEED);
  });
});
