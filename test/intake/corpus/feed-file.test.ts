/** Feeds that were saved as files, and what blogs export in the same formats. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openCorpusFiles } from './corpus-files.ts';

const { read, articles, problems } = openCorpusFiles();
const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';

const item = (n: number, more = ''): string =>
  `<item><title>Bridge ${n}</title><link>https://example.org/${n}</link><description>${SENTENCE} (${n})</description>${more}</item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>The Example</title><link>https://example.org/</link><language>en</language>\n${items.join('\n')}\n</channel></rss>\n`;

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url));

describe('a saved feed', () => {
  test('of RSS is a list of articles, each with its line, from the outlet that the feed is of', async () => {
    const more =
      '<pubDate>Tue, 12 Mar 2024 09:30:00 GMT</pubDate><author>ada@example.org (Ada Quay)</author><guid>b-1</guid><category>roads</category><enclosure url="https://example.org/1.jpg" type="image/jpeg"/>';
    const items = await read('news.rss', rss(item(1, more), item(2)));
    expect(items).toEqual([
      {
        kind: 'article',
        line: 3,
        draft: {
          key: 'file:news.rss#b-1',
          givenId: 'b-1',
          title: 'Bridge 1',
          url: 'https://example.org/1',
          source: 'The Example',
          author: 'Ada Quay',
          published: '2024-03-12T09:30:00Z',
          body: `${SENTENCE} (1)`,
          language: 'en',
          tags: ['roads'],
          imageUrl: 'https://example.org/1.jpg',
          origin: 'file:news.rss',
        },
      },
      expect.objectContaining({ line: 4, draft: expect.objectContaining({ title: 'Bridge 2' }) }),
    ]);
  });

  test('of Atom, RDF and with prefixes of its own is read, zipped too', async () => {
    const titles = async (name: string, content: Uint8Array) =>
      (await articles(name, content)).map(({ title, source }) => [title, source]);
    expect(await titles('a.atom', fixture('atom-1.0.xml'))).toEqual([
      ['Un <titre> en texte', 'Le Journal'],
      ["Tom & Jerry's AT&T", 'Le Journal'],
    ]);
    expect(await titles('a.rdf', fixture('rss-1.0.rdf'))).toEqual([['Wire story', 'RDF Wire']]);
    expect(await titles('a.xml.gz', gzipSync(fixture('rss-1.0.rdf')))).toEqual([['Wire story', 'RDF Wire']]);
    const prefixed = fixture('prefixes.xml')
      .toString()
      .replace('</a:id>', `</a:id><a:summary>${SENTENCE}</a:summary>`);
    expect(await titles('a.xml', Buffer.from(prefixed))).toEqual([['Entry', 'Prefixed']]);
  });

  test('resolves the addresses of its entries, and says what is said of all of them', async () => {
    const entry = (n: number) =>
      `<entry><title>Bridge ${n}</title><link href="${n}.html"/><summary>${SENTENCE} (${n})</summary></entry>`;
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/" xml:lang="en"><title>The Example</title><author><name>Ada Quay</name></author>${entry(1)}${entry(2)}</feed>`;
    expect(await articles('a.atom', text)).toMatchObject(
      [1, 2].map((n) => ({ url: `https://example.org/a/${n}.html`, author: 'Ada Quay', language: 'en' })),
    );
  });

  test('is in the language of its texts if it names English, as many do by mistake', async () => {
    const german =
      'Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Frühjahr zu sperren, wie der Bürgermeister mitteilte. ';
    const entry = `<item><title>Brücke</title><description>${german.repeat(3)}</description></item>`;
    expect((await articles('a.rss', rss(entry, item(1)))).map(({ language }) => language)).toEqual([
      'de',
      'en',
    ]);
    const record = JSON.stringify({ title: 'Brücke', body: german.repeat(3), language: 'English' });
    expect(await articles('a.json', record)).toMatchObject([{ language: 'de' }]);
  });

  test('is read in the encoding that it names', async () => {
    const text = rss(item(1)).replace('Bridge 1', 'Мост').replace('"1.0"', '"1.0" encoding="windows-1251"');
    expect(await articles('a.xml', iconv.encode(text, 'windows-1251'))).toMatchObject([{ title: 'Мост' }]);
    expect(await articles('a.xml', iconv.encode(text, 'utf-16', { addBOM: true }))).toMatchObject([
      { title: 'Мост' },
    ]);
  });

  test('may show feeds in its texts and hold comments', async () => {
    const shown = `<description><![CDATA[<p>${SENTENCE}</p><item>So begins an item.]]></description>`;
    const text = rss(`<!-- <item> -->`, `<item><title>How to write a feed</title>${shown}</item>`, item(2));
    expect((await articles('a.xml', text)).map(({ title }) => title)).toEqual([
      'How to write a feed',
      'Bridge 2',
    ]);
  });

  test('with an entry of a title alone, or a date that is not understood, is reported by line', async () => {
    const text = rss(
      '<item><title>Bridge</title></item>',
      item(2, '<pubDate>12 Mar 2024 09:30 XYZ</pubDate>'),
    );
    const items = await read('a.xml', text);
    expect(problems(items)).toEqual([
      'problem 3: no body (looked for body, content, text and the like)',
      'problem -: the zone “XYZ” of its date is not understood; only the day is kept',
    ]);
    expect(items[1]).toMatchObject({ draft: { published: '2024-03-12' } });
  });

  test('that breaks off is reported, and what came before is read', async () => {
    const whole = rss(item(1), item(2), item(3));
    const items = await read('a.xml', whole.slice(0, whole.indexOf('Bridge 3')));
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'article', 'failure']);
    expect(problems(items)).toEqual(['failure -: breaks off before its list of articles is closed']);
  });

  test('with an entry that cannot be read loses that one alone', async () => {
    const deep = `<item><title>Deep</title>${'<a>'.repeat(5_000)}</item>`;
    const items = await read('a.xml', rss(item(1), deep, item(3)));
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'problem', 'article']);
    expect(problems(items)).toEqual([
      'problem 4: cannot be read as a feed: it leaves more than 4,000 elements open',
    ]);
  });
});

describe('XML that is no feed', () => {
  test.each([
    ['sitemap.xml', '<urlset><url><loc>https://example.org/1</loc></url></urlset>'],
    ['feeds.xml', '<opml><body><outline xmlUrl="https://example.org/rss"/></body></opml>'],
    ['words.xml', `<dictionary>${'<entry><title>Bridge</title></entry>'.repeat(9)}</dictionary>`],
    ['large.xml', `<rows>${'<row>a</row>'.repeat(400_000)}</rows>`],
  ])('%s is reported once', async (name, text) => {
    expect(problems(await read(name, text))).toEqual([
      'problem -: cannot be read as a feed: expected a feed (RSS, RDF, Atom or JSON Feed), got XML of another kind',
    ]);
  });

  test('nothing, and a feed without entries, are reported', async () => {
    expect(problems(await read('a.xml', ' \n'))).toEqual(['problem -: is empty']);
    expect(problems(await read('a.xml', rss()))).toEqual([
      'problem -: cannot be read as a feed: no article was found on it',
    ]);
  });
});

describe('an export', () => {
  const post = (title: string, text: string, type = 'post', status = 'publish', password = ''): string => `
	<item>
		<title><![CDATA[${title}]]></title>
		<link>https://example.org/${title}/</link>
		<pubDate>Tue, 12 Mar 2024 09:30:00 +0000</pubDate>
		<dc:creator><![CDATA[aquay]]></dc:creator>
		<guid isPermaLink="false">https://example.org/?p=${title}</guid>
		<description></description>
		<content:encoded><![CDATA[${text}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>1</wp:post_id>
		<wp:status><![CDATA[${status}]]></wp:status>
		<wp:post_type><![CDATA[${type}]]></wp:post_type>
		<wp:post_password><![CDATA[${password}]]></wp:post_password>
		<category domain="category" nicename="roads"><![CDATA[Roads]]></category>
		<wp:comment><wp:comment_content><![CDATA[I saw it.]]></wp:comment_content></wp:comment>
	</item>`;
  const wxr = (...posts: string[]): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>The Example</title>
	<link>https://example.org</link>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[aquay]]></wp:author_login><wp:author_display_name><![CDATA[Ada Quay]]></wp:author_display_name></wp:author>
	${'<wp:tag><wp:tag_slug>bridge</wp:tag_slug></wp:tag>'.repeat(200)}
	${posts.join('')}
</channel>
</rss>`;

  test('of WordPress is its published posts, by the names of those who wrote them', async () => {
    const text = wxr(
      post('picture.jpg', '', 'attachment', 'inherit'),
      post('bridge', `<!-- wp:paragraph -->\n<p>${SENTENCE}</p>\n<!-- /wp:paragraph -->`),
      post('about', SENTENCE, 'page'),
      post('menu', '', 'nav_menu_item'),
      post('draft', SENTENCE, 'post', 'draft'),
      post('private', SENTENCE, 'post', 'private'),
      post('later', SENTENCE, 'post', 'future'),
      post('closed', SENTENCE, 'post', 'publish', 'open sesame'),
      post('ferry', `${SENTENCE} Again.`, 'news'),
      post('last.jpg', '', 'attachment', 'inherit'),
    );
    const items = await read('wordpress.xml', text);
    expect(problems(items)).toEqual([]);
    expect(items).toMatchObject([
      {
        line: 27,
        draft: {
          title: 'bridge',
          body: SENTENCE,
          author: 'Ada Quay',
          source: 'The Example',
          url: 'https://example.org/bridge/',
          published: '2024-03-12T09:30:00Z',
          tags: ['Roads'],
          givenId: 'https://example.org/?p=bridge',
        },
      },
      { draft: { title: 'ferry' } },
    ]);
  });

  test('of WordPress keeps the paragraphs of its old posts, and no shortcodes', async () => {
    const old = `[caption id="a_1" width="300"]<img src="https://example.org/1.jpg" /> The bridge.[/caption]\n\n${SENTENCE}\n\nIt cost <strong>3</strong> crowns [sic] [a = b].\n\n[gallery ids="1,2"]`;
    expect(await articles('old.xml', wxr(post('bridge', old)))).toMatchObject([
      {
        body: `The bridge.\n\n${SENTENCE}\n\nIt cost 3 crowns [sic] [a = b].`,
        imageUrl: 'https://example.org/1.jpg',
      },
    ]);
  });

  test('of WordPress may say first what kind of export it is', async () => {
    const version = '<wp:wxr_version>1.2</wp:wxr_version>';
    const text = wxr(post('bridge', SENTENCE))
      .replace(version, '')
      .replace('<channel>', `<channel>${version}`);
    expect(await articles('first.xml', text)).toMatchObject([{ source: 'The Example', author: 'Ada Quay' }]);
  });

  test('of WordPress without any post is reported', async () => {
    expect(problems(await read('pages.xml', wxr(post('about', SENTENCE, 'page'))))).toEqual([
      'problem -: cannot be read as a feed: no article was found on it',
    ]);
  });

  test('of Blogger is its posts without drafts, comments and templates', async () => {
    const entry = (kind: string, title: string, more = '') =>
      `<entry><id>${title}</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><title>${title}</title><content type="html">&lt;p&gt;${SENTENCE}&lt;/p&gt;</content>${more}</entry>`;
    const draft =
      '<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft></app:control>';
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title>${entry('template', 'A')}${entry('post', 'B')}${entry('comment', 'C')}${entry('post', 'D', draft)}</feed>`;
    expect((await articles('blog.xml', text)).map(({ title, tags }) => [title, tags])).toEqual([['B', []]]);
    const taken = (type: string, status: string) =>
      `<entry><id>${type}${status}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><title>${type} ${status}</title><content type="html">${SENTENCE}</content></entry>`;
    const takeout = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">${taken('POST', 'LIVE')}${taken('POST', 'DRAFT')}${taken('PAGE', 'LIVE')}${taken('COMMENT', 'LIVE')}</feed>`;
    expect((await articles('feed.atom', takeout)).map(({ title }) => title)).toEqual(['POST LIVE']);
  });
});
