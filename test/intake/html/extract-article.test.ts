import { describe, expect, test } from 'vitest';
import { discoverFeeds } from '../../../src/intake/html/discover-feeds.ts';
import { extractArticle } from '../../../src/intake/html/extract-article.ts';
import { expectLinear } from '../../expect-linear.ts';

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

  test('reads an article of Drupal that is promoted to the front page, however much stands around it', () => {
    const others = `<div><p>${'Another line of the page that is long enough to count as text. '.repeat(60)}</p></div>`;
    const node = `<article class="node node--type-article node--promoted">${`<p>${PARAGRAPH}</p>`.repeat(3)}</article>`;
    const found = extractArticle(page(`<html><body><h1>Ferry back</h1>${node}${others}</body></html>`));
    expect(found?.text).toContain(PARAGRAPH);
  });

  test('reads pages however deep they nest', () => {
    for (const depth of [500, 5_000])
      expect(
        extractArticle(page(`<html><body>${'<div>'.repeat(depth)}${`<p>${PARAGRAPH}</p>`.repeat(5)}`))?.text,
      ).toContain('ferry');
  });

  test('refuses a page of more elements than an article has', () => {
    expect(() => extractArticle(page(`<body>${'<i>x</i>'.repeat(60_000)}`))).toThrow(
      'expected a page of at most',
    );
  });

  test('takes time that grows with the length alone', () =>
    expectLinear((length) => {
      const n = Math.round(length / 60);
      const html = `<title>${'a | '.repeat(n)}</title>${'<div>'.repeat(n)}${`<p>${PARAGRAPH}</p>`.repeat(n)}`;
      extractArticle(page(html));
    }));

  const article = (inside: string, head = '') =>
    extractArticle(page(`<html><head><title>Ferry back</title>${head}</head><body>${inside}</body></html>`));
  const BODY = Array.from({ length: 5 }, (_, at) => `<p>${at + 1}: ${PARAGRAPH}</p>`).join('');

  test('keeps an article that an open dialog hides from who listens', () => {
    const dialog = `<div role="dialog"><h2>Cookies</h2>${'<p>We use cookies to make this site better, and so do our partners.</p>'.repeat(9)}</div>`;
    const hidden = `<div aria-hidden="true"><article><h1>Ferry back</h1>${BODY}</article></div>`;
    expect(article(dialog + hidden)?.text).toBe(article(`<h1>Ferry back</h1>${BODY}`)?.text);
  });

  test('keeps paragraphs that are called a paywall if they are the article, and leaves out one that is', () => {
    const paid = BODY.replaceAll('<p>', '<p class="paywall">');
    expect(article(`<h1>Ferry back</h1>${paid}`)?.text.match(/harbour master/g)).toHaveLength(5);
    const asked = '<p class="paywall">Subscribers read on for nine crowns a week.</p>';
    expect(article(`<h1>Ferry back</h1>${BODY}${asked}`)?.text).not.toContain('nine crowns');
  });

  test.each([
    [
      '<div class="related-posts"><h3>Also of note</h3><p>Quay wall cracked again this winter</p></div>',
      'Quay wall',
    ],
    ['<div class="newsletterSignup"><p>Get the harbour letter, every Friday</p></div>', 'harbour letter'],
    ['<figure><img src="a.jpg"><figcaption>The ferry at dawn</figcaption></figure>', 'at dawn'],
    ['<p>Hide Caption</p>', 'Hide Caption'],
    ['<p><a href="/x">Buy Photo</a></p><p>Wait 1 second to continue.</p>', 'Buy|Wait'],
    ['<p>Advertisement</p>', 'Advertisement'],
    ['<p>Read more: <a href="/x">The storm of the century</a></p>', 'century'],
    ['<p><a href="/x">The storm of the century, in pictures</a></p>', 'in pictures'],
    ['<p>Photo: Ada Quay/Harbour Press</p>', 'Harbour Press'],
    ['<p>Facebook Twitter WhatsApp Email</p>', 'WhatsApp'],
    ['<p>Sign up to our free weekly newsletter and never miss a boat</p>', 'free weekly'],
    ['<p>This site uses cookies to make things better.</p>', 'cookies'],
    ['<p>Image source, Harbour Press</p>', 'Harbour Press'],
    ['<span property="schema:datePublished" content="2025-09-05">5 Sep</span>', '5 Sep'],
    ['<p>The post <a href="/x">Quay closed</a> appeared first on Harbour Press.</p>', 'appeared'],
    ['<p>Der Beitrag Kai gesperrt erschien zuerst auf Hafenpost.</p>', 'erschien'],
    ['<p>submitted by /u/quay<br>[link] [comments]</p>', 'submitted'],
    ['<p>Lesen Sie auch</p>', 'Lesen'],
    ['<p>関連記事</p>', '関連'],
    ['<h3>What others wrote</h3><ul><li><a href="/x">Boats are slow</a></li></ul>', 'others'],
  ])('leaves out %s', (furniture, words) => {
    const found = article(`<article>${BODY}${furniture}${BODY}</article>`) ?? { text: '' };
    expect(found.text).not.toMatch(new RegExp(words));
    expect(found.text.match(/harbour master/g)).toHaveLength(10);
  });

  test.each([
    '<p>“Advertisement is the soul of trade,” she said in the market hall.</p>',
    '<p>Related matters, such as the price of a ticket, were put off until the spring.</p>',
    '<p>The post office at the quay appeared first on the map of 1802, and the town grew around it.</p>',
    '<p>Cookies were served to the passengers while they waited for the tide.</p>',
    '<h2>What the harbour master wants</h2><p>He wants stronger ropes, and more of them, by the autumn.</p>',
  ])('keeps %s', (part) => {
    const words = part
      .replace(/<[^>]*>/g, '\n')
      .trim()
      .split('\n')
      .at(-1)!;
    expect(article(`<article>${BODY}${part}${BODY}</article>`)?.text).toContain(words);
  });

  test('finds the lead that stands apart from the rest', () => {
    const lead = 'Three days after the storm the boat is back, and the islanders can go to market again.';
    const html = `<article><header><h1>Ferry back</h1><p class="standfirst">${lead}</p></header><div>${BODY}</div></article>`;
    expect(article(html)?.text).toMatch(new RegExp(`^${lead}\n\n1: The ferry`));
  });

  const LONG =
    'The choir sang through two power cuts, its conductor said. It will sing again on the last Friday of May.';
  test.each([
    ['a script', { '@type': 'NewsArticle', articleBody: LONG }],
    ['a list', [{ '@type': 'Organization' }, { '@type': ['Article'], articleBody: LONG }]],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, { '@type': 'BlogPosting', articleBody: LONG }] }],
    ['HTML', { '@type': 'NewsArticle', articleBody: LONG.replace(/^(.*?\.) /, '<p>$1</p> <p>') }],
    ['escaped HTML', { '@type': 'NewsArticle', articleBody: `&lt;p&gt;${LONG}&lt;/p&gt;` }],
    ['parts', { '@type': 'LiveBlogPosting', liveBlogUpdate: [{ articleBody: LONG }] }],
    ['line ends written out', { '@type': 'NewsArticle', articleBody: LONG.replace('. ', '.\\n\\n') }],
  ])('reads a text that stands in %s of structured data alone', (_, data) => {
    const script = `<script type="application/ld+json">\n${JSON.stringify(data)}\n</script>`;
    const found = article(
      '<div id="app">Loading…</div><noscript>Please enable JavaScript.</noscript>',
      script,
    );
    expect(found?.text.replace(/\s+/g, ' ')).toBe(LONG);
  });

  test('reads an article that stands in `noscript`, if the page shows little else', () => {
    const text = `<h1>Ferry back</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}`;
    const found = article(`<div id="app">Loading…</div><noscript><article>${text}</article></noscript>`);
    expect(found?.text).toBe(Array(4).fill(PARAGRAPH).join('\n\n'));
    const asked = '<noscript><p>Please enable JavaScript.</p></noscript>';
    expect(article(`${asked}<article>${text}</article>`)?.text).not.toContain('JavaScript');
    expect(article(`<div id="app">Loading…</div>${asked}`)?.text ?? '').not.toContain('JavaScript');
  });

  const OTHER = { '@type': 'NewsArticle', headline: 'Mill sold', articleBody: `Of the mill. ${LONG}` };
  test.each([
    ['headline', { headline: 'The choir sings on' }],
    [
      'address',
      { headline: 'On it sings', mainEntityOfPage: { '@id': 'https://www.paper.example/news/ferry/' } },
    ],
  ])('knows the article of structured data by its %s', (_, named) => {
    const data = [OTHER, { '@type': 'NewsArticle', articleBody: LONG, ...named }];
    const head = `<meta property="og:title" content="The choir sings on | The Paper"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(article('<div>Loading…</div>', head)?.text).toBe(LONG);
  });

  test('reads objects of structured data that follow one another', () => {
    const script = `<script type="application/ld+json">{"@type":"Organization"}\n{"@type":"NewsArticle","articleBody":"${LONG}"}</script>`;
    expect(article('<div>Loading…</div>', script)?.text).toBe(LONG);
  });

  test('reads who wrote it where the structured data describes people elsewhere', () => {
    const graph = [
      { '@type': 'NewsArticle', headline: 'Ferry back', author: [{ '@id': '#ida' }, { '@id': '#ole' }] },
      { '@type': 'Person', '@id': '#ida', name: 'Ida Nilsen' },
      { '@type': 'Person', '@id': '#ole', name: 'Ole Ran' },
    ];
    const script = `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`;
    expect(article(`<article>${BODY}</article>`, script)?.author).toBe('Ida Nilsen, Ole Ran');
  });

  test('reads structured data with the slips of those who write it by hand', () => {
    const script = `<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","articleBody":"${LONG}\n",}\n//]]></script>`;
    expect(article('<div>Loading…</div>', script)?.text).toBe(LONG);
  });

  test.each([
    ['<META NAME="Date" CONTENT="2025-09-05T11:52:23">', '2025-09-05T11:52:23Z'],
    ['<meta name="DC.date.issued" content="2025-09-05">', '2025-09-05'],
    ['<meta name="date" content="1757059200">', '2025-09-05T08:00:00Z'],
    ['<meta name="pubdate" content="1757059200000">', '2025-09-05T08:00:00Z'],
    ['<meta name="publish-date" content="20250905">', '2025-09-05'],
    [
      '<meta property="og:article:published_time" content="2025-09-05T08:00:00+02:00">',
      '2025-09-05T06:00:00Z',
    ],
    ['<meta name="parsely-pub-date" content="2025-09-05T08:00:00Z">', '2025-09-05T08:00:00Z'],
    ['<meta itemprop="datePublished" content="2025-09-05T08:00:00Z">', '2025-09-05T08:00:00Z'],
    ['<time dateTime="2025-09-05T04:00:00-04:00">04:00</time>', '2025-09-05T08:00:00Z'],
    ['<span itemprop="datePublished" content="2025-09-05">today</span>', '2025-09-05'],
    ['<abbr class="published" title="2025-09-05T08:00:00Z">a while ago</abbr>', '2025-09-05T08:00:00Z'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-09-05"}</script>',
      '2025-09-05',
    ],
    ['<h1>Ferry back</h1><div class="date">Freitag, 5. September 2025</div>', '2025-09-05'],
    ['<h1>Ferry back</h1><p>September 5, 2025</p>', '2025-09-05'],
    ['<h1>フェリー</h1><p>2025年9月5日</p>', '2025-09-05'],
    ['<h1>Bac</h1><time>1er septembre 2025</time>', '2025-09-01'],
    ['<meta property="article:modified_time" content="2025-09-05">', '2025-09-05'],
    ['<meta name="rnews:datePublished" content="2025-09-05">', '2025-09-05'],
    ['<meta name="displaydate" content="2025-09-05">', '2025-09-05'],
    ['<h1>Ferry back</h1><time title="5 September 2025 08:00">2 hours ago</time>', '2025-09-05T08:00:00Z'],
    ['<h1>Ferry back</h1><span class="date" data-timestamp="1757059200">now</span>', '2025-09-05T08:00:00Z'],
    ['<h1>Fähre</h1><p>Stand: 05.09.2025, 10:00 Uhr MESZ</p>', '2025-09-05T08:00:00Z'],
    ['<h1>Bac</h1><p>Publié le 5 septembre 2025 à 10h00</p>', '2025-09-05T10:00:00Z'],
    ['<h1>フェリー</h1><p>2025年9月5日 17時00分</p>', '2025-09-05T08:00:00Z'],
    ['<h1>کشتی</h1><p class="date">۱۴ شهریور ۱۴۰۴</p>', '2025-09-05'],
    ['<h1>Ferry back</h1><p>September 5, 2025 at 4:00 a.m. ET</p>', '2025-09-05T08:00:00Z'],
    ['<h1>Ferry back</h1><p>Published 4:00 AM EDT, September 5, 2025</p>', '2025-09-05T08:00:00Z'],
    ['<h1>Ferry back</h1><p>Published 4:00 AM EDT, Fri September 5, 2025</p>', '2025-09-05T08:00:00Z'],
    [
      '<h1>Ferry back</h1><time><span>September 5, 2025</span><span>8:00 AM UTC</span><span>Updated 2 hours ago</span></time>',
      '2025-09-05T08:00:00Z',
    ],
    ['<h1>Ferry back</h1><p class="date">5 September 2025, 8:00 IST</p>', '2025-09-05'],
    ['<h1>Ferry back</h1><p>Updated: 7 October 2025 | Published: 5 September 2025</p>', '2025-09-05'],
    [
      '<h1>Ferry back</h1><p>Last modified <time datetime="2025-10-07">7 Oct</time></p><p>Published <time datetime="2025-09-05">5 Sep</time></p>',
      '2025-09-05',
    ],
    ['<h1>Ferry back</h1><p class="updated">Updated: 5 September 2025</p>', '2025-09-05'],
    [
      '<header><p class="date">1 January 2026</p></header><h1>Ferry back</h1><p>5 September 2025</p>',
      '2025-09-05',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-01-01"}</script><meta name="pubdate" content="2025-09-05">',
      '2025-09-05',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[{"@value":"2025-09-05"}]}</script>',
      '2025-09-05',
    ],
    ['', null],
  ])('finds the date in %s', (markup, date) =>
    expect(article(`${markup}<article>${BODY}</article>`)?.published).toBe(date),
  );

  test.each([
    ['/2025/09/05/ferry', '2025-09-05'],
    ['/world/2025/sep/05/ferry', '2025-09-05'],
    ['/news/05-09-2025-ferry', '2025-09-05'],
    ['/news/2025/09/ferry', null],
  ])('finds the date in the address %s', (path, date) => {
    const found = extractArticle({
      ...page(`<article>${BODY}</article>`),
      address: `https://paper.example${path}`,
    });
    expect(found?.published).toBe(date);
  });

  test('takes no date from comments, teasers or the text itself', () => {
    const others = '<div class="comments"><time datetime="2020-01-01">then</time></div>';
    const html = `<h1>Ferry back</h1><article>${BODY}<p>It was built on 4 May 1998.</p></article>${others}`;
    expect(article(html)?.published).toBeNull();
  });

  test.each([
    ['Ferry back in service | The Paper', 'Ferry back in service'],
    ['Ferry back in service - The Paper News', 'Ferry back in service'],
    ['The Paper | Ferry back in service', 'Ferry back in service'],
    ['Ferry back - what it means for the islands', 'Ferry back - what it means for the islands'],
    ['Paper - a history', 'Paper - a history'],
    ['Ferry back in service after …', 'Ferry back in service after'],
  ])('reads the title of %j as %j', (title, headline) => {
    const head = `<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Paper">`;
    expect(article(`<article>${BODY}</article>`, head)?.title).toBe(headline);
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

  test('knows a link by what it is called', () => {
    const html = `<a href="/a"><b>RSS</b> feed</a><a href="/b">News</a><a href="/c" title="Atom"><img></a><a href="/d">RSSOwl</a>
      <a href="/e">What the feed of the animals costs in this part of the year</a>`;
    expect(discoverFeeds(page(html)).map(({ url }) => URL.parse(url)!.pathname)).toEqual(['/a', '/c']);
  });
});

describe('a page that scripts draw', () => {
  const article = {
    title: 'Ferry back in service',
    publishedAt: '2024-03-12',
    body: `<p>${PARAGRAPH}</p>`.repeat(3),
  };
  const teaser = {
    title: 'Mill sold to a neighbour',
    body: `<p>${PARAGRAPH.replaceAll('ferry', 'mill')}</p>`.repeat(9),
  };
  const drawn = (script: string) =>
    extractArticle(
      page(
        `<title>Ferry back in service | The Paper</title><div id="app">Loading…</div>${script}<script>start()</script>`,
      ),
    );
  const json = (value: unknown) => JSON.stringify(value).replaceAll('</', '<\\/');

  test.each<[string, string]>([
    [
      'Next.js',
      `<script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: { teaser, article } } })}</script>`,
    ],
    ['Nuxt', `<script>window.__NUXT__={"data":[${json(teaser)},${json({ article })}]}</script>`],
    ['Redux', `<script>window.__INITIAL_STATE__ = ${json({ pages: { '/a': article }, teaser })};</script>`],
    [
      'blocks',
      `<script type="application/json">${json({ ...article, body: Array(3).fill({ type: 'p', text: PARAGRAPH }) })}</script>`,
    ],
    [
      'two statements',
      `<script>window.A={"x":"}"};window.B=${json({ article })};(function(){start()})()</script>`,
    ],
    [
      'Arc',
      `<script>window.Fusion=window.Fusion||{};Fusion.globalContent=${json(article)};Fusion.x={};</script>`,
    ],
    ['JSON.parse', `<script>window.STATE = JSON.parse(${JSON.stringify(json({ article }))});</script>`],
    [
      'an answer of a service',
      `<script type="application/json">${json({ status: 200, body: JSON.stringify({ article }) })}</script>`,
    ],
    [
      'places',
      `<script type="application/json">${json([{ a: 1, b: 2 }, { title: 2, body: 3, date: 4 }, article.title, article.body, article.publishedAt])}</script>`,
    ],
    ['an attribute', `<div data-page="${json({ article }).replaceAll('"', '&quot;')}"></div>`],
  ])('has its article in the data of %s', (_name, script) => {
    const found = drawn(script);
    expect(found).toMatchObject({ title: 'Ferry back in service', published: '2024-03-12' });
    expect(found?.text.split('\n\n')).toEqual(Array(3).fill(PARAGRAPH));
  });

  test('takes no more time for data that name one another', async () => {
    await expectLinear((length) => {
      const many = Array(length >> 1).fill([]);
      return drawn(
        `<script type="application/json">${json([many, ...Array(length >> 3).fill({ title: 0, body: 0 })])}</script>`,
      );
    });
  });

  test('has nothing of what readers write under it', () => {
    const comment = {
      title: article.title,
      text: 'I hate this ferry, and all that it stands for. '.repeat(90),
    };
    for (const name of ['comments', 'replies'])
      expect(
        drawn(`<script type="application/json">${json({ article, [name]: [comment] })}</script>`)?.text,
      ).not.toContain('hate');
  });

  test('has none if the data are of other articles, or are no JSON', () => {
    for (const data of [json({ teaser }), '{"title": "Ferry back in service",', 'null'])
      expect(drawn(`<script type="application/json">${data}</script>`)?.text ?? '').not.toContain('Tuesday');
  });

  test('that shows its article keeps what it shows', () => {
    const data = `<script type="application/json">${json({ ...article, body: `<p>${PARAGRAPH} Of the data.</p>`.repeat(6) })}</script>`;
    expect(extractArticle(page(ARTICLE.replace('</body>', `${data}</body>`)))?.text).not.toContain(
      'Of the data',
    );
  });
});

test('a line that is only a date stands above the text and is no part of it', () => {
  for (const line of [
    '12 March 2024',
    'Published: Tuesday, 12 March 2024, 9:30 am',
    'Stand: 12. März 2024, 9:30 Uhr',
  ]) {
    const text = extractArticle(page(ARTICLE.replace('</h1>', `</h1><div class="meta">${line}</div>`)))?.text;
    expect(text).toMatch(/^The ferry/);
  }
  const chronicle = ARTICLE.replace('<h2>What next</h2>', '<h2>12 March 2024</h2>');
  expect(extractArticle(page(chronicle))?.text).toContain('\n\n12 March 2024\n\n');
  const begun = chronicle.replace('</h1>', '</h1><h2>11 March 2024</h2>');
  expect(extractArticle(page(begun))?.text).toMatch(/^11 March 2024\n\nThe ferry/);
});

test.each([
  ['<meta property="og:title" content="The Paper"><meta property="og:site_name" content="The Paper">'],
  ['<meta property="og:title" content="Paper of Quay"><meta name="author" content="Paper of Quay">'],
])('the name of the site in place of a title is none: %s', (head) => {
  const html = `<title>Ferry back in service</title>${head}<h1>Ferry back in service</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}`;
  expect(extractArticle(page(html))?.title).toBe('Ferry back in service');
});

test.each([
  ['<meta name="author" content="https://social.example/paper">', '{}'],
  ['<meta name="author" content="|">', '{}'],
  ['<meta name="author" content="The Paper"><meta property="og:site_name" content="The Paper">', '{}'],
  ['', '{"author":{"name":"The Paper"},"publisher":{"name":"The Paper"}}'],
  ['', '{"author":{"@type":"Person","name":["Ada Quay"]}}'],
  ['<meta name="author" content="By Ada Quay (ada@paper.example)">', '{}'],
  ['', '{"author":{"@type":"Person","name":"By Ada Quay"}}'],
])('an author is a name, and one of the outlet only if there is no other: %s %s', (head, data) => {
  const thing = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry back', ...JSON.parse(data) });
  const html = `<title>Ferry back</title>${head}<script type="application/ld+json">${thing}</script><h1>Ferry back</h1><p class="byline">By Ada Quay</p>${`<p>${PARAGRAPH}</p>`.repeat(4)}`;
  expect(extractArticle(page(html))?.author).toBe('Ada Quay');
});

test('a byline ends where the name does', () => {
  for (const rest of [' | March 12, 2024', ' · 5 min read', ' – Senior correspondent', '']) {
    const signed = (line: string) =>
      `<title>Ferry back</title><p class="byline">${line}</p>${`<p>${PARAGRAPH}</p>`.repeat(4)}`;
    for (const before of ['', '• ', '| ', 'Tuesday March 12, 2024 10:05 am '])
      expect(extractArticle(page(signed(`${before}By Ada Quay${rest}`)))?.author).toBe('Ada Quay');
  }
});
