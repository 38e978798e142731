import { describe, expect, test } from 'vitest';
import { discoverFeeds } from '../../../src/intake/html/discover-feeds.ts';
import { extractArticle } from '../../../src/intake/html/extract-article.ts';

const page = (html: string) => ({
  bytes: Buffer.from(html),
  contentType: 'text/html; charset=utf-8',
  address: 'https://paper.example/news/ferry',
  nowMs: Date.parse('2026-01-01'),
});

const PARAGRAPH =
  'The ferry between the two towns was back in service on Tuesday, three days after the storm had torn it from its moorings, the harbour master said.';

const ARTICLE = `<!DOCTYPE html><html lang="en-GB"><head><title>Ferry back | The Paper</title>
<meta property="og:title" content="Ferry back in service"><meta property="og:image" content="/img/ferry.jpg">
<meta property="og:site_name" content="The Paper"><meta name="author" content="Ada Quay">
<meta property="article:published_time" content="2024-03-12T09:30:00+01:00"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<article><h1>Ferry back in service</h1>${`<p>${PARAGRAPH}</p>`.repeat(6)}<h2>What next</h2>
<ul><li>Hourly until noon</li><li>Every two hours after</li></ul><p>“We are <b>glad</b>,” he said.<script>track()</script></p></article>
<aside class="related"><a href="/x">More stories you may like</a></aside><footer>© The Paper</footer></body></html>`;

describe('extractArticle', () => {
  test('finds the article and leaves out what stands around it', () => {
    const article = extractArticle(page(ARTICLE));
    expect(article).toMatchObject({
      title: 'Ferry back in service',
      author: 'Ada Quay',
      published: '2024-03-12T08:30:00Z',
      imageUrl: 'https://paper.example/img/ferry.jpg',
      language: 'en',
      siteName: 'The Paper',
    });
    expect(article?.text).toMatch(/^The ferry between the two towns/);
    expect(article?.text).toContain(
      'What next\n\n• Hourly until noon\n• Every two hours after\n\n“We are glad,” he said.',
    );
    expect(article?.text).not.toMatch(/cookies|Sport|may like|track|©/);
  });

  test.each([
    '',
    '<html></html>',
    'words alone',
    '<html><body><nav><a href="/">Home</a></nav></body></html>',
  ])('makes no article of %j', (html) =>
    expect(extractArticle(page(html))?.text ?? '').not.toContain('ferry'),
  );

  test('refuses pages too deep to parse', () => {
    const deep = `<html><body>${'<div>'.repeat(500)}${PARAGRAPH}`;
    expect(() => extractArticle(page(deep))).toThrow('nests more than 400 elements');
    expect(
      extractArticle(page(`<html><body>${'<p>'.repeat(500)}${`<p>${PARAGRAPH}`.repeat(5)}`))?.text,
    ).toContain('ferry');
  });
});

describe('discoverFeeds', () => {
  test('finds declared feeds, those of comments last, then links that look like feeds', () => {
    const html = `<head><base href="/en/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" title="News" href="atom.xml"><link rel="stylesheet" href="x.css">
      <link rel="alternate" type="application/feed+json" href="https://paper.example/feed.json"><link rel="alternate" hreflang="de" href="/de"></head>
      <a href="/feeds/sport">Sport</a><a href="/about">About</a><a href="atom.xml">again</a><a href="javascript:feed()">no</a>`;
    expect(discoverFeeds(page(html))).toEqual([
      { url: 'https://paper.example/en/atom.xml', title: 'News' },
      { url: 'https://paper.example/feed.json', title: null },
      { url: 'https://paper.example/comments/feed', title: 'Comments' },
      { url: 'https://paper.example/feeds/sport', title: null },
    ]);
  });
});
