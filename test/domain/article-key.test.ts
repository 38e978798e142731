import { describe, expect, test } from 'vitest';
import { articleKey, canonicalUrl } from '../../src/domain/article-key.ts';

describe('canonicalUrl', () => {
  test.each([
    ['HTTPS://Example.COM:443/News/', 'https://example.com/News'],
    ['http://example.com:80', 'http://example.com'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/a?utm_source=x&b=2&a=1&fbclid=9&gclid=1#top', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/?utm_medium=rss', 'https://example.com'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com/a?ref=b&p=7', 'https://example.com/a?p=7&ref=b'],
  ])('%s is known as %s', (address, expected) => expect(canonicalUrl(address)).toBe(expected));

  test.each(['mailto:a@example.com', '/relative', '', 'javascript:alert(1)'])('%j is no page', (address) =>
    expect(canonicalUrl(address)).toBeNull(),
  );
});

describe('articleKey', () => {
  const article = {
    origin: 'feed:7',
    givenId: null,
    url: null,
    title: 'T',
    body: 'B',
    place: 'feed',
  } as const;
  const url = 'https://example.com/a?utm_source=rss';

  test('a given id counts within its feed or file', () => {
    expect(articleKey({ ...article, givenId: 'x-1', url })).toBe('feed:7#x-1');
  });
  test('without an id the page counts, whatever the feed', () => {
    expect(articleKey({ ...article, url })).toBe('url:https://example.com/a');
    expect(articleKey({ ...article, url, origin: 'feed:8' })).toBe('url:https://example.com/a');
  });
  test('without both a file counts, and in a list the title', () => {
    expect(articleKey({ ...article, origin: 'file:a.txt', place: 'file' })).toBe('file:a.txt@');
    const listed = { ...article, origin: 'file:a.jsonl', place: 'list' } as const;
    expect(articleKey(listed)).toMatch(/^file:a\.jsonl@[0-9a-f]{32}$/);
    expect(articleKey({ ...listed, body: 'C' })).toBe(articleKey(listed));
    expect(articleKey({ ...listed, title: 'C' })).not.toBe(articleKey(listed));
  });
  test('without anything else the content counts', () => {
    const key = articleKey(article);
    expect(key).toMatch(/^content:[0-9a-f]{32}$/);
    expect(articleKey({ ...article, origin: 'feed:8' })).toBe(key);
    expect(articleKey({ ...article, body: 'C' })).not.toBe(key);
  });
});
