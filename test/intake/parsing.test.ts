import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type DocumentParser, openParser, type ParserLimits } from '../../src/intake/parsing/open-parser.ts';

const parser = (limits: ParserLimits = {}) => {
  const opened = openParser({ timeoutMs: 5000, ...limits });
  onTestFinished(() => opened.close());
  return opened;
};

const document = (text: string | Uint8Array) => ({
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  contentType: null,
  address: 'https://site.example/a/',
  nowMs: Date.parse('2026-01-01'),
});

const feed = (content: string) => document(`<rss><channel><title>T</title>${content}</channel></rss>`);

describe('reading in a thread', () => {
  test('gives what is in the document', async () => {
    const { parse } = parser();
    expect(await parse('feed', feed('<item><title>One</title></item>'))).toMatchObject({
      title: 'T',
      entries: [{ title: 'One' }],
    });
    expect(
      await parse('list', document('<opml><body><outline xmlUrl="https://a.example/"/></body></opml>')),
    ).toEqual([{ url: 'https://a.example/', name: null }]);
  });

  test('says what is wrong with it', async () => {
    await expect(parser().parse('feed', document('words'))).rejects.toMatchObject({
      code: 'invalid',
      message: /expected a feed/,
    });
  });

  test('takes many documents in order', async () => {
    const { parse } = parser({ workers: 2 });
    const titles = Array.from({ length: 50 }, (_, index) => `title ${index}`);
    const feeds = await Promise.all(
      titles.map((title) => parse('feed', feed(`<item><title>${title}</title></item>`))),
    );
    expect(feeds.map(({ entries }) => entries[0]?.title)).toEqual(titles);
  });

  test('after closing there is none', async () => {
    const opened = openParser();
    const under = opened.parse('feed', feed(''));
    const failure = expect(under).rejects.toMatchObject({ code: 'unavailable' });
    await opened.close();
    await failure;
    await expect(opened.parse('feed', feed(''))).rejects.toMatchObject({ code: 'unavailable' });
  });
});

/** One document each that has brought parsers down; the next document must still be read. */
describe('a hostile document', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  ).join('');
  const hostile: Record<string, ['feed' | 'article', string | Uint8Array]> = {
    'a billion laughs': [
      'feed',
      `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]><rss><channel><title>&l9;</title></channel></rss>`,
    ],
    'an entity repeated a million times': [
      'feed',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">]><rss><channel><title>${'&a;'.repeat(1e6)}</title></channel></rss>`,
    ],
    'an external entity': [
      'feed',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]><rss><channel><title>&x;</title></channel></rss>',
    ],
    'a hundred thousand nested elements': [
      'feed',
      `<rss><channel><item><description>${'<div>'.repeat(100_000)}`,
    ],
    'a hundred thousand nested items': ['feed', `<rss><channel>${'<item><title>x'.repeat(100_000)}`],
    'a hundred thousand nested elements in escaped text': [
      'feed',
      `<rss><channel><item><description><![CDATA[${'<div>'.repeat(100_000)}${'</div>'.repeat(100_000)}]]></description></item>`,
    ],
    'a hundred thousand nested elements in a page': ['article', `<html><body>${'<div>'.repeat(100_000)}deep`],
    'a page of three million tags': ['article', `<html><body>${'<i>x</i>'.repeat(1_200_000)}`],
    'three million ampersands': ['feed', `<rss><channel><title>${'&'.repeat(3e6)}`],
    'nine million less-than signs': ['feed', `<rss><channel><title>${'<'.repeat(9e6)}`],
    'an author of a million letters': ['feed', `<rss><channel><item><author>${'a'.repeat(1e6)}@`],
    'half a million document types': ['feed', '<!DOCTYPE x [<!ENTITY a "'.repeat(400_000)],
    'ten megabytes of blanks': [
      'feed',
      `<rss><channel><item><title>a${' '.repeat(5e6)}b</title><description>a${' \n'.repeat(2e6)}b`,
    ],
    'a million attributes': [
      'feed',
      `<rss><channel><item ${Array.from({ length: 500_000 }, (_, i) => `a${i}="x"`).join(' ')}>`,
    ],
    'deep JSON': ['feed', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(1e6)}`],
    'a gzip file': ['feed', gzipSync('<rss/>')],
    'random bytes': ['feed', Uint8Array.from({ length: 100_000 }, (_, i) => (i * 2654435761) >>> 13)],
  };

  /** One for all of them, whose thread is replaced only when it must be. */
  let parse: DocumentParser['parse'];
  beforeAll(() => {
    const opened = openParser({ timeoutMs: 5000 });
    parse = opened.parse;
    return opened.close;
  });

  test.each(Object.entries(hostile))('such as %s ends and harms no other', async (_name, [task, text]) => {
    await parse('feed', feed(''));
    const before = process.memoryUsage.rss();
    const outcome = await parse(task, document(text)).then(
      (value) => ({ size: JSON.stringify(value).length }),
      ({ code }) => ({ code }),
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(600e6);
    if ('code' in outcome) expect(['limit', 'invalid']).toContain(outcome.code);
    else expect(outcome.size).toBeLessThan(20e6);
    expect(await parse('feed', feed('<item><title>next</title></item>'))).toMatchObject({
      entries: [{ title: 'next' }],
    });
  });

  test('never shows what a file holds', async () => {
    const read = await parser().parse('feed', document(hostile['an external entity']![1]));
    expect(JSON.stringify(read)).not.toContain('root:');
    expect(read.title).toBe('&x;');
  });

  test('does not hold up the rest of the bot', async () => {
    const { parse } = parser({ timeoutMs: 1500 });
    await parse('feed', feed(''));
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    onTestFinished(() => clearInterval(clock));
    const page = `<html><body>${'<p>x <b>y</b>'.repeat(600_000)}`;
    await expect(parse('article', document(page))).rejects.toMatchObject({ code: 'limit' });
    expect(ticks).toBeGreaterThan(2);
  });

  test('that needs too much memory is ended', async () => {
    const { parse } = parser({ memoryMb: 32, timeoutMs: 120_000 });
    const items = feed('<item><title>x</title><link>http://a.example/</link></item>'.repeat(160_000));
    await expect(parse('feed', items)).rejects.toMatchObject({
      code: 'limit',
      message: 'reading it takes more than 32 MB',
    });
    expect(await parse('feed', feed(''))).toMatchObject({ title: 'T' });
  });
});
