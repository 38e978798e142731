/** What news services, feed readers and scrapers export. */
import { describe, expect, test } from 'vitest';
import { openCorpusFiles } from './corpus-files.ts';

const { read, articles, problems } = openCorpusFiles();
const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';
const one = async (name: string, value: unknown) => (await articles(name, JSON.stringify(value)))[0];

describe('an export', () => {
  test('of a feed whose XML was made JSON', async () => {
    const html = `<p>${SENTENCE}</p><p>It may open, he said.</p>`;
    const written = {
      title: 'Bridge closed',
      link: 'https://example.org/1',
      guid: { '#text': 'x-1', '@_isPermaLink': 'false' },
      pubDate: 'Tue, 12 Mar 2024 10:00:00 +0200',
      'dc:creator': 'A. Writer',
      description: 'It closes.',
      'content:encoded': html,
    };
    const asLists = Object.fromEntries(
      Object.entries({ ...written, guid: { _: 'x-1', $: { isPermaLink: 'false' } } }).map(([name, value]) => [
        name,
        [value],
      ]),
    );
    const channel = { title: 'The Example', link: 'https://example.org/', description: 'News and views' };
    const asked = {
      title: 'Bridge closed',
      givenId: 'x-1',
      url: 'https://example.org/1',
      source: 'The Example',
      author: 'A. Writer',
      published: '2024-03-12T08:00:00Z',
      body: `${SENTENCE}\n\nIt may open, he said.`,
    };
    for (const feed of [
      { rss: { channel: { ...channel, item: [written, { ...written, guid: 'x-2' }] } } },
      { rss: { channel: { ...channel, item: written } } },
      { rss: { channel: [{ title: ['The Example'], description: ['News and views'], item: [asLists] }] } },
    ])
      expect(await one('feed.json', feed)).toMatchObject(asked);
  });

  test('whose articles hold others is read for its own', async () => {
    const inner = { title: 'Related', text: SENTENCE };
    const list = [1, 2].map((n) => ({ title: `Bridge ${n}`, text: SENTENCE, item: n === 2 ? [inner] : [] }));
    const found = await articles('nested.json', JSON.stringify({ page: { all: list } }));
    expect(found.map(({ title }) => title)).toEqual(['Bridge 1', 'Bridge 2']);
  });

  test('with a record too deep to be one is read all the same', async () => {
    const deep = `${'{"item":'.repeat(50_000)}{"title":"A","text":"a"}${'}'.repeat(50_000)}`;
    const list = `[${deep},${JSON.stringify({ title: 'Bridge closed', text: SENTENCE })}]`;
    expect(await articles('deep.json', list)).toMatchObject([{ title: 'Bridge closed' }]);
  });

  test('of the Washington Post as TREC has it, whose text is a list with its title', async () => {
    const part = (type: string, content: unknown) => ({ type, content, mime: 'text/plain' });
    expect(
      await one('wapo.jl', {
        id: 'b2e8',
        article_url: 'https://example.org/1',
        title: 'Bridge closed',
        author: 'A. Writer',
        published_date: 1_325_376_562_000,
        contents: [
          part('kicker', 'Roads'),
          part('title', 'Bridge closed'),
          part('date', 1_325_376_562_000),
          { subtype: 'paragraph', ...part('sanitized_html', SENTENCE) },
          { subtype: 'paragraph', ...part('sanitized_html', 'It may open, he said.') },
        ],
        source: 'The Example',
      }),
    ).toMatchObject({ body: `${SENTENCE}\n\nIt may open, he said.`, published: '2012-01-01T00:09:22Z' });
  });

  test.each([
    ['Ida Nilsen (ida@example.org)', 'Ida Nilsen'],
    ['ida@example.org (Ida Nilsen)', 'Ida Nilsen'],
    ['By Ida Nilsen <ida@example.org>, Bo Dahl <bo@example.org>', 'Ida Nilsen, Bo Dahl'],
    ['Ida Nilsen | ida@example.org', 'Ida Nilsen'],
    ['ida@example.org', 'ida@example.org'],
  ])('in which %j wrote', async (author, name) => {
    expect(await one('mail.json', { title: 'Bridge closed', body: SENTENCE, author })).toMatchObject({
      author: name,
    });
  });

  test.each([
    [{ author: 3 }, null],
    [{ publishedBylines: [{ id: 1, name: 'Ida Nilsen' }] }, 'Ida Nilsen'],
    [{ authorsByline: 'Ida Nilsen' }, 'Ida Nilsen'],
    [{ author: { data: { id: 2, attributes: { name: 'Ida Nilsen' } } } }, 'Ida Nilsen'],
  ])('that says who wrote by %j', async (by, author) => {
    expect(await one('by.json', { title: 'Bridge closed', body: SENTENCE, ...by })).toMatchObject({ author });
  });

  test('of Substack, whose table of posts has their subtitles alone', async () => {
    const table = `post_id,post_date,is_published,title,subtitle,podcast_url\n1.a,2024-03-12T09:30:00.000Z,true,Bridge closed,"${SENTENCE}",\n`;
    expect(await articles('posts.csv', table)).toMatchObject([{ title: 'Bridge closed', body: SENTENCE }]);
  });

  test('of a search, which sets what was searched for in bold', async () => {
    const hit = { title: '<b>Bridge</b> closed', description: SENTENCE.replace('bridge', '<b>bridge</b>') };
    expect(await one('hits.json', { items: [hit] })).toMatchObject({
      title: 'Bridge closed',
      body: SENTENCE,
    });
  });

  test('with words in italics keeps its lines', async () => {
    const text = `He read <i>The Bridge</i>.\n${SENTENCE}\n\nIt may open, he said.`;
    expect(await one('italics.json', { title: 'Bridge closed', text })).toMatchObject({
      body: text.replace(/<.*?>/g, ''),
    });
  });

  test('that names pictures before its own fields', async () => {
    const media = { 'media:title': 'A cat', 'media:content': { $: { url: 'https://example.org/cat.jpg' } } };
    expect(await one('media.json', { ...media, title: 'Bridge closed', content: SENTENCE })).toMatchObject({
      title: 'Bridge closed',
      body: SENTENCE,
    });
  });

  test('of programs in C# and of feedparser, and of GDELT, whose texts are short', async () => {
    const inCapitals = { Title: 'Bridge closed', Text: SENTENCE, Source: { Id: null, Name: 'The Example' } };
    expect(await one('capitals.json', inCapitals)).toMatchObject({ source: 'The Example' });
    const short = {
      title: 'Bridge closed',
      desc: SENTENCE,
      outletName: 'The Example',
      tags: [{ term: 'Roads' }],
    };
    expect(await one('gal.json', short)).toMatchObject({
      source: 'The Example',
      body: SENTENCE,
      tags: ['Roads'],
    });
  });

  test('of Bluesky, whose posts are records in posts', async () => {
    const record = { $type: 'app.bsky.feed.post', text: SENTENCE, createdAt: '2024-03-12T09:30:00.000Z' };
    const post = { uri: 'at://did:plc:x/app.bsky.feed.post/3k', author: { handle: 'example.org' }, record };
    expect(await one('bluesky.json', { feed: [{ post }] })).toMatchObject({
      body: SENTENCE,
      published: '2024-03-12T09:30:00Z',
    });
  });

  test('in which characters were escaped twice', async () => {
    const twice = { title: 'Caf\\u00e9 closed', text: `The caf\\u00e9. ${SENTENCE}\ufeff` };
    expect(await one('twice.json', twice)).toMatchObject({
      title: 'Café closed',
      body: `The café. ${SENTENCE}`,
    });
  });

  test('of Aylien, whose pages are among the links', async () => {
    const links = { permalink: 'https://example.org/1', related_stories: '/related' };
    const story = { id: 7, title: 'Bridge closed', body: SENTENCE, links, source: { name: 'The Example' } };
    expect(await one('aylien.json', { stories: [story] })).toMatchObject({ url: links.permalink });
  });

  test("of WordPress's own table of posts", async () => {
    const rows = `ID,post_author,post_date,post_content,post_title,post_excerpt,post_status,guid\n7,1,2024-03-12 09:30:00,"<p>${SENTENCE}</p>",Bridge closed,,publish,https://example.org/?p=7\n8,1,2024-03-12 09:30:00,"${SENTENCE}",Later,,draft,https://example.org/?p=8\n`;
    expect(await articles('wp_posts.csv', rows)).toMatchObject([
      { title: 'Bridge closed', body: SENTENCE, published: '2024-03-12T09:30:00Z' },
    ]);
  });

  test('of Miniflux', async () => {
    const entry = {
      id: 888,
      user_id: 1,
      feed_id: 42,
      hash: 'abc',
      title: 'Bridge closed',
      url: 'https://example.org/1',
      published_at: '2024-03-12T10:00:00+02:00',
      created_at: '2024-03-13T10:00:00Z',
      author: 'A. Writer',
      content: `<p>${SENTENCE}</p>`,
      tags: ['roads'],
      enclosures: [],
      starred: false,
      feed: {
        id: 42,
        site_url: 'https://example.org/',
        feed_url: 'https://example.org/rss',
        title: 'The Example',
      },
    };
    expect(await one('miniflux.json', { total: 1, entries: [entry] })).toMatchObject({
      title: 'Bridge closed',
      url: 'https://example.org/1',
      source: 'The Example',
      author: 'A. Writer',
      published: '2024-03-12T08:00:00Z',
      body: SENTENCE,
      tags: ['roads'],
      givenId: '888',
    });
  });

  test('of Google Reader or Inoreader', async () => {
    const item = {
      id: 'tag:google.com,2005:reader/item/1',
      crawlTimeMsec: '1710235900000',
      published: 1_710_235_800,
      title: 'Bridge closed',
      author: 'A. Writer',
      categories: ['user/-/state/com.google/read', 'roads'],
      canonical: [{ href: 'https://example.org/1' }],
      alternate: [{ href: 'https://example.org/other', type: 'text/html' }],
      summary: { direction: 'ltr', content: `<p>${SENTENCE}</p>` },
      origin: {
        streamId: 'feed/https://example.org/rss',
        title: 'The Example',
        htmlUrl: 'https://example.org',
      },
    };
    const expected = {
      title: 'Bridge closed',
      url: 'https://example.org/1',
      source: 'The Example',
      author: 'A. Writer',
      published: '2024-03-12T09:30:00Z',
      body: SENTENCE,
      tags: ['roads'],
    };
    expect(await one('reader.json', { direction: 'ltr', id: 'user/1/starred', items: [item] })).toMatchObject(
      expected,
    );
    const { canonical, summary, ...rest } = item;
    expect(
      await one('reader.json', { items: [{ ...rest, alternate: canonical, content: summary }] }),
    ).toMatchObject(expected);
  });

  test('of the Guardian', async () => {
    const result = {
      id: 'uk-news/1',
      type: 'article',
      sectionName: 'UK news',
      webTitle: 'Bridge closed',
      webPublicationDate: '2024-03-12T09:30:00Z',
      webUrl: 'https://example.org/1',
      fields: {
        byline: 'A. Writer',
        bodyText: SENTENCE,
        thumbnail: 'https://example.org/1.jpg',
        publication: 'theguardian.com',
      },
    };
    const expected = {
      title: 'Bridge closed',
      url: 'https://example.org/1',
      source: 'theguardian.com',
      author: 'A. Writer',
      published: '2024-03-12T09:30:00Z',
      body: SENTENCE,
      imageUrl: 'https://example.org/1.jpg',
      tags: ['UK news'],
    };
    expect(
      await one('guardian.json', { response: { status: 'ok', total: 1, results: [result] } }),
    ).toMatchObject(expected);
    expect(await one('guardian-lines.jsonl', result)).toMatchObject(expected);
  });

  test('of news-please', async () => {
    expect(
      await one('news-please.json', {
        authors: ['A. Writer'],
        date_download: '2024-04-01 00:00:00',
        date_modify: null,
        language: 'en',
        date_publish: '2024-03-12 09:30:00',
        description: 'Short.',
        filename: 'x.json',
        image_url: null,
        maintext: SENTENCE,
        source_domain: 'example.org',
        text: null,
        title: 'Bridge closed',
        url: 'https://example.org/1',
      }),
    ).toMatchObject({
      author: 'A. Writer',
      published: '2024-03-12T09:30:00Z',
      body: SENTENCE,
      source: 'example.org',
    });
  });

  test('of NewsData.io gives the description where the content is for sale, and the zone of its dates', async () => {
    for (const plan of ['PAID PLANS', 'PROFESSIONAL AND CORPORATE PLANS'])
      expect(
        await one('newsdata.json', {
          status: 'success',
          results: [
            {
              article_id: 'x',
              title: 'Bridge closed',
              link: 'https://example.org/1',
              creator: ['A. Writer'],
              description: SENTENCE,
              content: `ONLY AVAILABLE IN ${plan}`,
              language: 'english',
              pubDate: '2024-03-12 09:30:00',
              pubDateTZ: 'Asia/Kolkata',
              source_name: 'The Example',
              ai_tag: `ONLY AVAILABLE IN ${plan}`,
              keywords: [`ONLY AVAILABLE IN ${plan}`],
            },
          ],
        }),
      ).toMatchObject({
        body: SENTENCE,
        language: 'en',
        tags: [],
        published: '2024-03-12T04:00:00Z',
        source: 'The Example',
      });
  });

  test('of NewsAPI gives the longer text without the mark of a cut, and reports what was removed', async () => {
    const removed = {
      source: { id: null, name: '[Removed]' },
      author: null,
      title: '[Removed]',
      description: '[Removed]',
      url: 'https://removed.com',
      publishedAt: '1970-01-01T00:00:00Z',
      content: '[Removed]',
    };
    const cut = {
      source: { id: null, name: 'The Example' },
      title: 'Bridge closed',
      url: 'https://example.org/1',
    };
    const text = JSON.stringify({
      status: 'ok',
      articles: [
        removed,
        { ...cut, description: SENTENCE, content: 'The council voted to… [+2190 chars]' },
        {
          ...cut,
          url: 'https://example.org/2',
          description: 'Short.',
          content: `${SENTENCE} It… [+2190 chars]`,
        },
      ],
    });
    const items = await read('newsapi.json', text);
    expect(problems(items)).toEqual([
      'problem 1: number 1 of the list: no article: the news service removed it',
    ]);
    expect(await articles('newsapi.json', text)).toMatchObject([
      { body: SENTENCE, source: 'The Example' },
      { body: `${SENTENCE} It…` },
    ]);
  });

  test('of WordPress has the moment of its date', async () => {
    const post = {
      id: 7,
      date: '2024-03-12T12:00:00',
      date_gmt: '2024-03-12T10:00:00',
      link: 'https://example.org/7',
      title: { rendered: 'Bridge &amp; lock closed' },
      content: { rendered: `<p>${SENTENCE}</p>`, protected: false },
    };
    expect(await one('posts.json', [post])).toMatchObject({
      title: 'Bridge & lock closed',
      url: 'https://example.org/7',
      body: SENTENCE,
      published: '2024-03-12T10:00:00Z',
    });
  });

  test('of Event Registry', async () => {
    const article = {
      uri: '8',
      title: 'Bridge closed',
      body: SENTENCE,
      url: 'https://example.org/8',
      lang: 'eng',
      dateTime: '2024-03-12T11:00:00Z',
      dateTimePub: '2024-03-12T10:00:00Z',
      source: { uri: 'example.org', title: 'The Example' },
    };
    expect(await one('found.json', { articles: { results: [article] } })).toMatchObject({
      source: 'The Example',
      published: '2024-03-12T10:00:00Z',
      language: 'en',
    });
  });

  test('names authors without the word before them', async () => {
    const authors = [
      { byline: { original: 'By Ada Holm' } },
      { author: 'By Ada Holm' },
      { author: 'Byron Holm' },
    ];
    for (const [number, author] of authors.entries())
      expect((await one('by.json', { title: `Bridge ${number}`, body: SENTENCE, ...author }))?.author).toBe(
        number === 2 ? 'Byron Holm' : 'Ada Holm',
      );
  });

  test('of Reddit, Telegram, Hacker News and a server of ActivityPub', async () => {
    const post = { title: 'Bridge closed', selftext: SENTENCE, created_utc: 1710230400, author: 'ines' };
    const listing = { kind: 'Listing', data: { children: [{ kind: 't3', data: post }] } };
    const expected = {
      title: 'Bridge closed',
      published: '2024-03-12T08:00:00Z',
      author: 'ines',
      body: SENTENCE,
    };
    expect(await one('reddit.json', listing)).toMatchObject(expected);
    const text = [{ type: 'bold', text: 'Bridge' }, ' closed\n\n', SENTENCE.slice(0, 20), SENTENCE.slice(20)];
    const chat = { name: 'Wire', messages: [{ id: 2, date: '2024-03-12T10:15:00', text }] };
    expect(await one('telegram.json', chat)).toMatchObject({ body: `Bridge closed\n\n${SENTENCE}` });
    const story = {
      by: 'ines',
      time: 1710230400,
      title: 'Bridge closed',
      text: `<p>${SENTENCE}<p>It&#x27;s old.`,
    };
    expect(await one('hn.json', story)).toMatchObject({ ...expected, body: `${SENTENCE}\n\nIt's old.` });
    const object = { url: 'https://m.example/1', content: `<p>${SENTENCE}</p>` };
    const outbox = { orderedItems: [{ type: 'Create', published: '2024-03-12T08:00:00Z', object }] };
    expect(await one('outbox.json', outbox)).toMatchObject({ url: 'https://m.example/1', body: SENTENCE });
  });

  test('of articles in a row on one line', async () => {
    const [a, b] = [1, 2].map((n) => JSON.stringify({ title: `Bridge ${n}`, text: SENTENCE }));
    expect((await articles('row.json', `${a}${b}`)).map(({ title }) => title)).toEqual([
      'Bridge 1',
      'Bridge 2',
    ]);
  });

  test('keeps markup that a text is about', async () => {
    const body = 'Write <p> before each paragraph, and <b> where it is to be bold.';
    expect(await one('html.json', { title: 'HTML', body })).toMatchObject({ body });
  });

  test('of lines named .json, or of articles one after the other', async () => {
    const line = (title: string): string => JSON.stringify({ headline: title, short_description: SENTENCE });
    const items = await read('lines.json', `${line('A')}\n{"headline": \n${line('C')}\n`);
    expect(items.map((item) => (item.kind === 'article' ? item.draft.title : item.problem.line))).toEqual([
      'A',
      2,
      'C',
    ]);
    const pretty = (title: string): string => JSON.stringify({ title, body: SENTENCE }, null, 2);
    expect(
      (await articles('pretty.json', `${pretty('A')}\n${pretty('B')}\n`)).map(({ title }) => title),
    ).toEqual(['A', 'B']);
  });
});

describe('what programs write', () => {
  test('NaN and a comma behind the last value cost nothing', async () => {
    const line = (body: string) => `{"title":"Polls, [NaN,]","body":"${body}","score":NaN,"best":-Infinity,}`;
    const items = await read('nan.jsonl', `${line(SENTENCE)}\n${line(`${SENTENCE} Two.`)}\n`);
    expect(items.map((item) => item.kind === 'article' && item.draft.title)).toEqual([
      'Polls, [NaN,]',
      'Polls, [NaN,]',
    ]);
    expect(problems(await read('comma.json', `[{"title":"One","body":"${SENTENCE}",},]`))).toEqual([]);
    expect(problems(await read('commas.json', `[{"title":"One","body":"${SENTENCE}"},,]`))).toHaveLength(1);
  });

  test('a mistake behind such slips is reported on the right line', async () => {
    const text = `{\n"score": NaN,\n"title": "Two\nlines",\n"body": oops\n}`;
    expect(problems(await read('slips.json', text))[0]).toMatch(/^problem 5: bad JSON: Unexpected token 'o'/);
    const broken = `[{"title":"One",\n"body":"${SENTENCE}",},\n{"title":"Two",\n"body":}]`;
    expect(problems(await read('slip.json', broken))).toEqual([
      "problem 4: number 2 of the list: bad JSON: Unexpected token '}'",
    ]);
  });

  test('a line may hold the list that a service answered', async () => {
    const record = (id: number) => ({ id, title: `Title ${id}`, body: `${SENTENCE} (${id})` });
    const lines = [{ status: 'ok', articles: [record(1), record(2)] }, { articles: [] }, record(3)];
    const items = await read('answers.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(items.map((item) => (item.kind === 'article' ? item.draft.givenId : item.problem.line))).toEqual([
      '1',
      '2',
      2,
      '3',
    ]);
  });

  test('addresses may lack their scheme, and titles hold links', async () => {
    const record = { title: '[[Bridge|The bridge]] closed', url: 'www.example.org/a', body: SENTENCE };
    expect(await one('bare.json', record)).toMatchObject({
      title: 'The bridge closed',
      url: 'https://www.example.org/a',
    });
    expect(await one('slashes.json', { ...record, url: '//example.org/a' })).toMatchObject({
      url: 'https://example.org/a',
    });
  });

  test('of Common Crawl’s news', async () => {
    const record = {
      title: 'Bridge closed',
      plain_text: SENTENCE,
      publishing_date: '2024-03-12 10:00:00+02:00',
      requested_url: 'https://example.org/a',
      site_name: 'The Example',
      author: null,
    };
    expect(await one('cc.jsonl', record)).toMatchObject({
      title: 'Bridge closed',
      body: SENTENCE,
      published: '2024-03-12T08:00:00Z',
      url: 'https://example.org/a',
      source: 'The Example',
    });
  });
});

describe('a title', () => {
  test.each([
    ['Second ring road opens - Vestby Daily', 'Vestby Daily', 'Second ring road opens'],
    ['Second ring road opens | Vestby Daily ...', 'Vestby Daily', 'Second ring road opens'],
    ['Second ring road opens | Vestby Sport', 'vestby.example', 'Second ring road opens'],
    ['Second ring road opens late as bridge …', 'Vestby Daily', 'Second ring road opens late as bridge'],
    ['The Vestby Daily view – a ring of doubt', 'Vestby Daily', 'The Vestby Daily view – a ring of doubt'],
    ['Vestby Daily', 'Vestby Daily', 'Vestby Daily'],
    ['...', 'Vestby Daily', '...'],
  ])('%j of %s is %j', async (written, source, title) => {
    const record = { title: written, source, url: 'https://www.vestby.example/ring', body: SENTENCE };
    expect(await one('titles.json', record)).toMatchObject({ title });
  });

  test('names its article as it was written, with the outlet', async () => {
    const titled = (title: string) => one('list.json', [{ title, source: 'Vestby Daily', body: SENTENCE }]);
    const keys = [
      await titled('Ring road opens'),
      await titled('Ring road opens - Vestby Daily'),
      await titled('Ring road opens - Vestby Daily'),
    ].map((article) => article?.key);
    expect(keys[1]).toBe(keys[2]);
    expect(keys[1]).not.toBe(keys[0]);
  });
});

describe('an address under the name of the source', () => {
  test('is the page, and the outlet is its host or has a name of its own', async () => {
    const source = 'https://www.example.org/news/1';
    expect(await one('a.json', { title: 'A', body: SENTENCE, source })).toMatchObject({
      url: source,
      source: 'example.org',
    });
    expect(
      await one('b.json', { title: 'A', body: SENTENCE, source, 'source-hostname': 'The Example' }),
    ).toMatchObject({
      url: source,
      source: 'The Example',
    });
  });

  test('may be a link, whose words are the outlet', async () => {
    const [article] = await articles(
      'link.md',
      `---\nsource: "[The Example](https://example.org/news/1)"\n---\n${SENTENCE}`,
    );
    expect(article).toMatchObject({ url: 'https://example.org/news/1', source: 'The Example' });
  });

  test('is the outlet alone where there is another page, or it is a homepage', async () => {
    const url = 'https://example.com/1';
    expect(await one('c.json', { body: SENTENCE, url, source: 'https://example.org/' })).toMatchObject({
      url,
      source: 'example.org',
    });
    expect(await one('d.json', { body: SENTENCE, site: 'https://example.org' })).toMatchObject({
      url: null,
      source: 'example.org',
    });
    expect(
      await one('e.json', {
        body: SENTENCE,
        url,
        source: { name: 'The Example', url: 'https://example.org' },
      }),
    ).toMatchObject({
      url,
      source: 'The Example',
    });
  });

  test('changes nothing about which article it is', async () => {
    const clip = `---\ntitle: A\nsource: https://example.org/1\nauthor:\n  - "[[Ida Nilsen]]"\n  - "[Bo](https://example.org/bo)"\n---\n${SENTENCE}`;
    expect((await articles('clip.md', clip))[0]).toMatchObject({
      key: 'file:clip.md@',
      author: 'Ida Nilsen, Bo',
    });
  });
});

describe('a date', () => {
  test('whose zone is not understood is reported and leaves the day; one that cannot be read is reported', async () => {
    const dated = (date: unknown) => ({ title: 'A', body: SENTENCE, date });
    expect(await one('z.json', dated('2024-03-12 23:30 XYZ'))).toMatchObject({ published: '2024-03-12' });
    expect(problems(await read('z.json', JSON.stringify(dated('2024-03-12 23:30 XYZ'))))).toEqual([
      'problem 1: the zone “XYZ” of its date is not understood; only the day is kept',
    ]);
    expect(problems(await read('z.json', JSON.stringify(dated('some day'))))).toEqual([
      'problem 1: its date “some day” cannot be read; it has none',
    ]);
    for (const nothing of ['', null, 'None', 'NaN', '1970-01-01T00:00:00Z', 0])
      expect(problems(await read('z.json', JSON.stringify(dated(nothing))))).toEqual(
        nothing === 0 ? [expect.stringContaining('“0”')] : [],
      );
  });

  test('of numbers is the one they spell', async () => {
    for (const [date, published] of [
      [20_240_312, '2024-03-12'],
      [20_240_312_093_000, '2024-03-12T09:30:00Z'],
      ['1710235800', '2024-03-12T09:30:00Z'],
      [{ $date: '2024-03-12T09:30:00Z' }, '2024-03-12T09:30:00Z'],
      [{ $date: { $numberLong: '1710235800000' } }, '2024-03-12T09:30:00Z'],
    ] as const)
      expect(await one('n.json', { title: 'A', body: SENTENCE, date })).toMatchObject({ published });
  });
});

describe('a record that is nested too deep', () => {
  const deep = `{"title":"Deep","body":${'{"rendered":'.repeat(200_000)}1${'}'.repeat(200_000)}}`;

  test('is left out, and the other records are kept', async () => {
    const good = JSON.stringify({ title: 'Good', body: SENTENCE });
    for (const [name, text] of [
      ['deep.jsonl', `${deep}\n${good}\n`],
      ['deep.json', `[\n${deep},\n${good}\n]`],
    ] as const) {
      const items = await read(name, text);
      expect(items.map(({ kind }) => kind)).toEqual(['problem', 'article']);
      expect(problems(items)[0]).toMatch(name === 'deep.json' ? /^problem 2: / : /^problem 1: /);
    }
  });
});

describe('a page saved as .html', () => {
  const page = (body: string, head = '') =>
    `<!doctype html><html lang="en"><head><title>Bridge closed | The Example</title>${head}</head><body>${body}</body></html>`;
  const story = Array.from({ length: 6 }, () => `<p>${SENTENCE}</p>`).join('\n');

  test('is read as its article, with the address it came from', async () => {
    const head =
      '<link rel="canonical" href="https://example.org/news/1"><meta property="article:published_time" content="2024-03-12T09:30:00Z">';
    const [article] = await articles(
      'page.html',
      page(`<nav>Home About</nav><article><h1>Bridge closed</h1>${story}</article>`, head),
    );
    expect(article).toMatchObject({
      url: 'https://example.org/news/1',
      published: '2024-03-12T09:30:00Z',
      source: 'example.org',
    });
    expect(article?.body).toContain(SENTENCE);
    expect(article?.body).not.toContain('Home About');
  });

  test('is read whole where no article can be distinguished from the rest', async () => {
    const [article] = await articles('plain.htm', `<title>Note</title><p>${SENTENCE}</p>`);
    expect(article?.body).toContain(SENTENCE);
    expect(problems(await read('empty.html', '  '))).toEqual(['problem -: is empty']);
  });

  test('is read however deep it nests, and told where it is too large', async () => {
    const [article] = await articles('deep.html', page(`${'<div>'.repeat(3_000)}${story}`));
    expect(article?.body).toContain(SENTENCE);
    expect(problems(await read('large.html', page('<p>a</p>'.repeat(60_000))))).toEqual([
      expect.stringMatching(/^problem -: cannot be read as a page: /),
    ]);
  });

  test.each<[string, unknown]>([
    ['typed as DynamoDB does', { Items: [{ title: { S: 'Bridge closed' }, body: { S: SENTENCE } }] }],
    [
      'of Firestore',
      {
        documents: [{ fields: { title: { stringValue: 'Bridge closed' }, body: { stringValue: SENTENCE } } }],
      },
    ],
    [
      'of Contentful',
      { items: [{ fields: { title: { 'en-US': 'Bridge closed' }, body: { 'en-US': SENTENCE } } }] },
    ],
    [
      'of Arc',
      { headlines: { basic: 'Bridge closed' }, content_elements: [{ type: 'text', content: SENTENCE }] },
    ],
    ['of Ghost', { db: [{ data: { posts: [{ title: 'Bridge closed', html: `<p>${SENTENCE}</p>` }] } }] }],
    ['of Solr', { response: { docs: [{ title: ['Bridge closed'], content: [SENTENCE] }] } }],
    ['of a data set’s viewer', { rows: [{ row_idx: 0, row: { title: 'Bridge closed', text: SENTENCE } }] }],
    [
      'of Google Sheets',
      {
        range: 'A1:B2',
        values: [
          ['Title', 'Text'],
          ['Bridge closed', SENTENCE],
        ],
      },
    ],
    [
      'of rows',
      [
        ['title', 'text'],
        ['Bridge closed', SENTENCE],
      ],
    ],
    ['of Quill', { title: 'Bridge closed', content: { ops: [null, { insert: `${SENTENCE}\n` }] } }],
    ['with flat names', [{ '_source.title': 'Bridge closed', '_source.text': SENTENCE }]],
    ['with paragraphs', { title: 'Bridge closed', paragraphs: [SENTENCE] }],
    ['in Chinese', [{ 标题: 'Bridge closed', 正文: SENTENCE }]],
    ['in Japanese', [{ タイトル: 'Bridge closed', 本文: SENTENCE }]],
    ['in Russian', [{ заголовок: 'Bridge closed', текст: SENTENCE }]],
    ['written down twice', JSON.stringify([{ title: 'Bridge closed', text: SENTENCE }])],
  ])('%s', async (_name, value) => {
    const [article, ...others] = await articles('a.json', JSON.stringify(value));
    expect(others).toEqual([]);
    expect(article?.title).toBe('Bridge closed');
    expect(article?.body.trim()).toBe(SENTENCE);
  });

  test('of columns has an article for each row', async () => {
    const columns = {
      title: ['One', 'Two'],
      body: [SENTENCE, `No. ${SENTENCE}`],
      date: ['2024-03-12', '2024-03-13'],
    };
    const found = await articles('columns.json', JSON.stringify(columns));
    expect(found.map(({ title, published }) => [title, published])).toEqual([
      ['One', '2024-03-12'],
      ['Two', '2024-03-13'],
    ]);
  });

  test('of jq’s JSON text sequences', async () => {
    const records = ['One', 'Two'].map(
      (title) => `\u001e${JSON.stringify({ title, text: `${title}. ${SENTENCE}` })}`,
    );
    for (const name of ['seq.json', 'seq.jsonl'])
      expect((await articles(name, records.join('\n'))).map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  test('is read behind what services put before it for scripts', async () => {
    const list = JSON.stringify([{ title: 'Bridge closed', text: SENTENCE }]);
    for (const text of [
      `)]}'\n${list}`,
      `while(1);${list}`,
      `news({"articles":${list}});`,
      `var news = ${list};`,
    ])
      expect(await articles('jsonp.json', text)).toMatchObject([{ title: 'Bridge closed', body: SENTENCE }]);
  });

  test('has the longest of its summaries if it has no text', async () => {
    const record = {
      title: 'Bridge closed',
      abstract: 'Closed.',
      lead_paragraph: SENTENCE,
      web_url: 'https://example.org/1',
    };
    expect(await one('short.json', [record])).toMatchObject({ body: SENTENCE });
  });

  test('leaves out drafts and says so', async () => {
    const drafts = [
      { draft: true },
      { published: false },
      { published: 'no' },
      { status: 'draft' },
      { status: 'private' },
    ];
    for (const draft of drafts) {
      const items = await read(
        'draft.json',
        JSON.stringify([{ title: 'Bridge closed', text: SENTENCE, ...draft }]),
      );
      expect(problems(items)).toEqual(['problem 1: number 1 of the list: no article: it is a draft']);
    }
    const published = { draft: false, published: '2024-03-12', status: 'publish' };
    expect(await one('published.json', [{ text: SENTENCE, ...published }])).toMatchObject({
      published: '2024-03-12',
    });
  });

  test('has no text in the names of its sections', async () => {
    for (const sections of ['News', ['News'], ['News', 'Roads']])
      expect(
        await one('a.json', [{ title: 'Bridge closed', description: SENTENCE, sections }]),
      ).toMatchObject({
        body: SENTENCE,
      });
  });

  test('is not what programs say of themselves', async () => {
    const described = { title: 'Article', description: SENTENCE };
    const files: [string, unknown][] = [
      [
        'article.schema.json',
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          ...described,
          type: 'object',
          properties: { title: { type: 'string', title: 'Text' } },
        },
      ],
      ['openapi.json', { openapi: '3.1.0', info: { ...described, version: '1' }, paths: {} }],
      ['package.json', { name: 'scraper', version: '1.0.0', description: SENTENCE }],
      ['manifest.json', { name: 'News', short_name: 'News', description: SENTENCE }],
    ];
    for (const [name, value] of files) expect(await articles(name, JSON.stringify(value))).toEqual([]);
    const dated = { ...described, $schema: './article.schema.json', date: '2024-03-12' };
    expect(await articles('dated.json', JSON.stringify(dated))).toHaveLength(1);
    const glossary = { title: 'Terms of the vote', body: SENTENCE, definitions: [{ term: 'quorum' }] };
    const onApis = { title: 'APIs of the town', body: SENTENCE, swagger: true };
    const nested = { type: 'object', properties: { title: 'Bridge closed', body: SENTENCE } };
    const bare = { source: 'The Example', description: SENTENCE };
    const empty = { title: 'Bridge closed', body: SENTENCE, definitions: {} };
    for (const value of [glossary, onApis, nested, bare, empty])
      expect(await articles('named.json', JSON.stringify(value))).toMatchObject([{ body: SENTENCE }]);
  });
});
