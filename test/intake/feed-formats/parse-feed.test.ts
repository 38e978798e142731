import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FeedEntry } from '../../../src/domain/feed.ts';
import { parseFeed } from '../../../src/intake/feed-formats/parse-feed.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

const parse = (bytes: Uint8Array | string, contentType: string | null = null, address = '') =>
  parseFeed({
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    contentType,
    address,
    nowMs: NOW,
  });

const fixture = (name: string, address = '') =>
  parse(readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url)), null, address);

const item = (xml: string): FeedEntry | undefined =>
  parse(`<rss><channel><item>${xml}</item></channel></rss>`).entries[0];
const entry = (xml: string): FeedEntry | undefined =>
  parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${xml}</entry></feed>`).entries[0];

describe('each kind of feed', () => {
  test('RSS 2.0', () => {
    const feed = fixture('rss-2.0.xml');
    expect(feed).toMatchObject({
      kind: 'rss',
      title: 'Harbour Gazette & Mail',
      siteUrl: 'https://gazette.example/',
      language: 'en',
      ttlMinutes: 30,
      skipHours: [1, 2, 0],
    });
    expect(feed.entries).toEqual([
      {
        id: 'gz-1007',
        title: 'Ferry runs again after storm',
        url: 'https://gazette.example/ferry?id=7&utm_source=rss',
        published: '2024-03-12T08:30:00Z',
        author: 'Ada Quay',
        outlet: null,
        text: 'The ferry is back after three days.\n\n• Hourly until noon\n• Every two hours after\n\n“We\u00a0are glad,” said the master.',
        tags: ['Transport', 'Weather'],
        imageUrl: 'https://gazette.example/img/large.jpg',
        language: null,
      },
      expect.objectContaining({
        id: 'https://gazette.example/prices',
        title: 'Prices rise & fall',
        url: 'https://gazette.example/prices',
        author: 'City Desk',
        published: null,
        text: 'First line.\n\nSecond paragraph, no markup at all.',
      }),
      expect.objectContaining({
        id: null,
        title: null,
        url: null,
        text: 'Only a note — no title, no link.',
        imageUrl: 'https://gazette.example/note.png',
      }),
    ]);
  });

  test('RSS 0.91 with a document type', () => {
    const feed = fixture('rss-0.91.xml');
    expect(feed).toMatchObject({ kind: 'rss', title: 'Old Post', language: 'de' });
    expect(feed.entries).toMatchObject([
      { title: 'Erste Meldung', url: 'http://old.example/1.html', text: 'Grüße & mehr' },
    ]);
  });

  test('RSS 1.0 in RDF, its items beside the channel', () => {
    expect(fixture('rss-1.0.rdf')).toMatchObject({
      kind: 'rdf',
      title: 'RDF Wire',
      siteUrl: 'http://rdf.example/',
      entries: [
        {
          id: 'http://rdf.example/a',
          title: 'Wire story',
          url: 'http://rdf.example/a?src=rss',
          published: '2004-05-06T12:08:09Z',
          author: 'W. Wire',
          tags: ['wires'],
          text: 'Text',
        },
      ],
    });
  });

  test('Atom 1.0 with relative addresses, languages and every type of text', () => {
    expect(fixture('atom-1.0.xml')).toMatchObject({
      kind: 'atom',
      title: 'Le Journal',
      siteUrl: 'https://atom.example/blog/',
      language: 'fr',
      entries: [
        {
          id: 'tag:atom.example,2024:1',
          title: 'Un <titre> en texte',
          url: 'https://atom.example/blog/1.html',
          published: '2024-03-11T07:00:00Z',
          author: 'Rédaction',
          text: 'Premier paragraphe.\n\nSecond & dernier.\nFin.',
          imageUrl: 'https://atom.example/blog/2024/photo.jpg',
          tags: ['Politique'],
          language: 'fr',
        },
        {
          title: "Tom & Jerry's AT&amp;T",
          url: 'https://cdn.example/2',
          published: '2024-03-12',
          author: 'Ann, Bob',
          text: 'One\n\nTwo',
          language: 'en',
        },
      ],
    });
  });

  test('Atom 0.3 with escaped and base64 content', () => {
    expect(fixture('atom-0.3.xml').entries).toMatchObject([
      {
        id: 'old:1',
        title: 'Bold claim',
        url: 'http://old-atom.example/1',
        published: '2004-01-01T12:00:00Z',
        text: 'Hidden paragraph.',
      },
    ]);
  });

  test('JSON Feed 1.1', () => {
    expect(fixture('json-1.1.json')).toMatchObject({
      kind: 'json',
      title: 'JSON News',
      siteUrl: 'https://json.example/',
      language: 'en',
      entries: [
        {
          id: '42',
          title: 'A & B',
          url: 'https://json.example/a',
          published: '2024-03-12T14:30:00Z',
          author: 'Jo, Mo',
          text: 'First.\n\nSecond.',
          tags: ['x', 'y'],
          imageUrl: 'https://json.example/pic.png',
        },
        {
          id: 'b',
          title: null,
          url: 'https://other.example/b',
          author: 'The Desk',
          text: 'Plain 1 < 2.\n\nNext.',
        },
      ],
    });
  });

  test('JSON Feed 1.0', () => {
    expect(fixture('json-1.0.json').entries).toMatchObject([
      { id: '1', author: 'Solo', text: 'Short', published: '2024-01-01' },
    ]);
  });

  test('whose texts were escaped twice', () => {
    const json = { version: 'https://jsonfeed.org/version/1', title: 'Salt &amp; Rope' };
    const items = [{ id: '1', title: 'Fish &#38; chips', content_text: '&lt;p&gt;Hot.&lt;/p&gt;' }];
    const feed = parse(JSON.stringify({ ...json, items }));
    expect(feed).toMatchObject({ title: 'Salt & Rope', entries: [{ title: 'Fish & chips', text: 'Hot.' }] });
    const twice = '&amp;lt;p&amp;gt;The &amp;lt;b&amp;gt;quay&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;';
    expect(item(`<description>${twice}</description>`)?.text).toBe('The quay.');
  });

  test('JSON Feed with the slips of its program', () => {
    const item = '{"id":"1","title":"Quay\topen","content_text":"Two\nlines.","score":NaN,}';
    const feed = parse(`{"version":"https://jsonfeed.org/version/1","title":"Salt","items":[${item},],}`);
    expect(feed).toMatchObject({ title: 'Salt', entries: [{ title: 'Quay open', text: 'Two\nlines.' }] });
  });

  test('CDF', () => {
    expect(fixture('cdf.xml')).toMatchObject({
      kind: 'cdf',
      title: 'Active Channel',
      entries: [
        {
          title: 'Pushed story',
          url: 'http://cdf.example/1',
          text: 'It was pushed.',
          published: '1999-08-01T10:00:00Z',
        },
      ],
    });
  });

  test('podcasts and media', () => {
    expect(fixture('podcast.xml').entries).toMatchObject([
      {
        id: 'ep1',
        title: 'Episode 1',
        url: null,
        author: 'Host One',
        text: 'What the tide brings.',
        imageUrl: 'https://talk.example/1.jpg',
      },
      {
        title: 'Video two',
        url: 'https://talk.example/2',
        text: 'A film of the tide.',
        imageUrl: 'https://talk.example/2.jpg',
      },
    ]);
  });

  test('an Atom entry on its own', () => {
    expect(
      parse('<entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title><id>1</id></entry>'),
    ).toMatchObject({
      kind: 'atom',
      entries: [{ id: '1', title: 'Alone' }],
    });
  });
});

describe('what feeds get wrong', () => {
  test.each<[string, string, Partial<FeedEntry>]>([
    [
      'characters in halves',
      '<title>Fire &#55357;&#56613; &#xD83D;&#xDD25;</title>',
      { title: 'Fire 🔥 🔥' },
    ],
    ['control characters', '<title>Fi&#0;re &#x1F;out&#11;</title>', { title: 'Fire out' }],
    [
      'links escaped twice',
      '<title>A</title><link>https://x.example/?a=1&amp;amp;b=2</link>',
      { url: 'https://x.example/?a=1&b=2' },
    ],
    ['the day zero', '<title>A</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>', { published: null }],
    [
      'a picture linked to in text',
      '<title>A</title><link rel="enclosure" type="image/png">https://x.example/a.png</link><link href="https://x.example/a"/>',
      { url: 'https://x.example/a' },
    ],
    [
      'links that lead through a search',
      '<title>A</title><link>https://www.google.com/url?sa=t&amp;url=https://x.example/a%3Fp%3D1&amp;usg=x</link>',
      { url: 'https://x.example/a?p=1' },
    ],
    [
      'seconds taken for milliseconds',
      '<title>A</title><pubDate>Tue, 20 Jan 1970 11:32:13 GMT</pubDate>',
      { published: null },
    ],
    ['bylines for names', '<title>A</title><author>By Ida Nilsen</author>', { author: 'Ida Nilsen' }],
    [
      'what stands for no name',
      '<title>A</title><author>noreply@blogger.com (Unknown)</author>',
      { author: null },
    ],
    ['marks behind names', '<title>A</title><author>by Ida Nilsen,</author>', { author: 'Ida Nilsen' }],
    ['addresses for names', '<title>A</title><author>https://x.example/ida</author>', { author: null }],
  ])('%s', (_name, xml, expected) => {
    expect(item(xml)).toMatchObject(expected);
  });

  test('junk before and after, and bare ampersands', () => {
    expect(fixture('broken-junk-and-ampersands.xml')).toMatchObject({
      title: 'Fish & Chips',
      siteUrl: 'http://fish.example/?a=1&b=2',
      entries: [
        {
          title: 'Cod & haddock <3',
          url: 'http://fish.example/story?id=3&lang=en&copy=1',
          published: null,
          text: 'Salt & vinegar \u00a0 — &bogus; done',
        },
      ],
    });
  });

  test('a document cut before the text of an entry, which comes whole another time', () => {
    const whole = `<rss><channel><title>T</title><item><title>One</title><description>The first.</description></item><item><title>Two</title><link>http://cut.example/2</link><description>The second.</description></item></channel></rss>`;
    const start = whole.indexOf('<item><title>Two');
    const text = whole.indexOf('The second.');
    for (let end = start; end <= text; end++)
      expect(parse(whole.slice(0, end)).entries.map(({ title }) => title)).toEqual(['One']);
    expect(parse(whole.slice(0, text + 3)).entries.map(({ text }) => text)).toEqual(['The first.', 'The']);
    expect(parse('<rss><channel><item><title>One</title><item><title>Two</title>').entries).toHaveLength(2);
  });

  test('tags left open and a document cut short', () => {
    expect(fixture('broken-unclosed.xml')).toMatchObject({
      title: 'Open ended',
      entries: [
        { title: 'One bold', url: 'http://open.example/1', text: 'Left open\n\nSecond' },
        { title: 'Two', url: 'http://open.example/2', text: 'Cut short in the mid' },
      ],
    });
  });

  test('HTML without escaping, and addresses relative to the site', () => {
    const feed = fixture('raw-html.xml');
    expect(feed.entries).toMatchObject([
      {
        url: 'http://raw.example/stories/1',
        text: 'Written without escaping.\nNew line.\n\n1. one\n2. two',
        imageUrl: 'http://raw.example/images/1.jpg',
      },
      { text: 'In a body.' },
    ]);
    expect(fixture('raw-html.xml', 'https://feeds.example/x/').entries[0]?.url).toBe(
      'https://feeds.example/stories/1',
    );
  });

  test.each([
    [
      'that the title ends with',
      '<title>Ferry back - The Quay</title><link>https://news.example/read/Cb1</link>',
      'The Quay',
    ],
    ['that the page is at', '<title>Ferry back</title><link>https://www.quay.example/1</link>', 'The Quay'],
    ['that is an agency', '<title>Ferry back</title><link>https://news.example/1</link>', null],
  ])('an outlet %s', (_name, fields, outlet) => {
    const source = '<source url="https://quay.example/feed">The Quay</source>';
    expect(item(`${fields}${source}`)?.outlet).toBe(outlet);
    const collected = `<title>Ferry back</title><link href="https://quay.example/1"/><source><title>The Quay</title><link href="https://quay.example/"/></source>`;
    expect(entry(collected)?.outlet).toBe('The Quay');
  });

  test('itself for the outlet of its entries', () => {
    const own = `<rss><channel><title>The Quay</title><link>https://quay.example/</link><item><title>Ferry back</title><link>https://quay.example/1</link><source url="https://quay.example/feed">The Quay - Top</source></item></channel></rss>`;
    expect(parse(own).entries[0]?.outlet).toBeNull();
  });

  test("RSS's dates and the registry's relations in Atom", () => {
    const rel = 'http://www.iana.org/assignments/link-relations/alternate';
    expect(
      entry(`<title>A</title><link rel="${rel}" href="https://x.example/a"/><pubDate>2025-11-05</pubDate>`),
    ).toMatchObject({ url: 'https://x.example/a', published: '2025-11-05' });
  });

  test('dates that begin with the day, as one of them shows', () => {
    const items = ['31/12/2024', '3/5/2024'].map(
      (date) => `<item><title>A</title><pubDate>${date}</pubDate></item>`,
    );
    const days = parse(`<rss><channel>${items.join('')}</channel></rss>`).entries;
    expect(days.map(({ published }) => published)).toEqual(['2024-12-31', '2024-05-03']);
  });

  test('a base relative to the feed itself', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="posts/"><entry xml:base="2025/"><title>A</title><link href="ferry"/></entry></feed>`;
    expect(parse(feed, null, 'https://x.example/blog/feed.atom').entries[0]?.url).toBe(
      'https://x.example/blog/posts/2025/ferry',
    );
  });

  test('prefixes of its own choosing', () => {
    expect(fixture('prefixes.xml')).toMatchObject({
      kind: 'atom',
      title: 'Prefixed',
      entries: [
        { id: 'p1', title: 'Entry', url: 'http://p.example/1', author: 'Quill', published: '2020-02-02' },
      ],
    });
  });

  test('prefixes never declared', () => {
    expect(item('<dc:creator>Ann</dc:creator><content:encoded>Text</content:encoded>')).toMatchObject({
      author: 'Ann',
      text: 'Text',
    });
  });

  test('entities of its own, but nothing read from files', () => {
    expect(fixture('entities.xml')).toMatchObject({
      title: 'The © Paper',
      entries: [{ title: 'Read &secret; here', text: 'The © Paper été' }],
    });
  });

  test('capital letters, a missing channel, a missing root', () => {
    expect(parse('<RSS><CHANNEL><ITEM><TITLE>x</TITLE></ITEM></CHANNEL></RSS>').entries).toHaveLength(1);
    expect(parse('<rss><item><title>x</title></item></rss>').entries).toHaveLength(1);
    expect(parse('<channel><item><title>x</title></item></channel>').entries).toHaveLength(1);
  });

  test.each([
    ['<title>The &lt;b&gt; tag &amp; List&lt;String&gt;</title>', 'The <b> tag & List<String>'],
    ['<title>&lt;b&gt;Bold&lt;/b&gt; move</title>', 'Bold move'],
    ['<title>AT&amp;amp;T</title>', 'AT&T'],
    ['<title>  two\n lines </title>', 'two lines'],
    ['<title><![CDATA[a]]> &amp; <![CDATA[b]]></title>', 'a & b'],
    ['<title>Quotes &#8220;x&#8221; &#146;s</title>', 'Quotes “x” ’s'],
    ['<title></title><media:title>Other</media:title>', 'Other'],
  ])('title %s reads %s', (xml, title) => expect(item(xml)?.title).toBe(title));

  test.each([
    ['<link>http://a.example/x y</link>', 'http://a.example/x%20y'],
    ['<link>\n  http://a.example/x \n</link>', 'http://a.example/x'],
    ['<link><![CDATA[http://a.example/?a=1&b=2]]></link>', 'http://a.example/?a=1&b=2'],
    ['<link>www.a.example/x</link>', 'http://www.a.example/x'],
    ['<link>javascript:alert(1)</link><guid>http://a.example/g</guid>', 'http://a.example/g'],
    ['<link/><guid isPermaLink="true">http://a.example/g</guid>', 'http://a.example/g'],
    ['<link href="http://a.example/h"/>', 'http://a.example/h'],
    [
      '<atom:link rel="alternate" href="http://a.example/h"/><atom:link rel="self" href="http://a.example/s"/>',
      'http://a.example/h',
    ],
    [
      '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">http://a.example/o</feedburner:origLink><link>http://proxy.example/o</link>',
      'http://a.example/o',
    ],
  ])('link %s is %s', (xml, url) => expect(item(`<title>t</title>${xml}`)?.url).toBe(url));

  test.each([
    ['<author>a@x.example</author>', 'a@x.example'],
    ['<author>a@x.example (Ann Ink)</author>', 'Ann Ink'],
    ['<author>Ann Ink &lt;a@x.example&gt;</author>', 'Ann Ink'],
    ['<author><name>Ann</name></author>', 'Ann'],
    ['<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>', 'Ann, Bob'],
    ['<author></author><dc:creator>Bob</dc:creator>', 'Bob'],
  ])('author %s is %s', (xml, author) => expect(item(`<title>t</title>${xml}`)?.author).toBe(author));

  test('a longer summary than the content', () => {
    const xml = '<content:encoded>Short</content:encoded><description>A longer description</description>';
    expect(item(xml)?.text).toBe('A longer description');
  });

  test('content that is no text', () => {
    const content =
      '<title>t</title><content type="image/png">iVBORw0KGgo=</content><summary>Words</summary>';
    expect(entry(content)?.text).toBe('Words');
  });

  test('titles and contents in base64', () => {
    const title = '<title type="application/octet-stream">QSA8Yj5ib2xkPC9iPiB0aXRsZQ==</title>';
    expect(entry(title)?.title).toBe('A bold title');
  });

  test('names of other vocabularies that are its own as well', () => {
    const modules =
      'xmlns:l="http://purl.org/rss/1.0/modules/link/" xmlns:my="http://x.example/" xmlns:bc="http://backend.userland.com/blogChannelModule"';
    const feed = parse(
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/" ${modules}><rss:item><my:title>No</my:title><l:link>http://no.example/</l:link><bc:description>No</bc:description><rss:title>Yes</rss:title><rss:link>http://yes.example/</rss:link></rss:item></r:RDF>`,
    );
    expect(feed).toMatchObject({
      kind: 'rdf',
      entries: [{ title: 'Yes', url: 'http://yes.example/', text: '' }],
    });
  });

  test('entries that say next to nothing', () => {
    expect(item('<author>Ann</author>')).toMatchObject({
      author: 'Ann',
      id: null,
      title: null,
      url: null,
      text: '',
    });
    expect(item('')).toBeUndefined();
  });

  test('dates in the future', () => {
    expect(item('<title>t</title><pubDate>Thu, 01 Jan 2026 05:00:00 GMT</pubDate>')?.published).toBe(
      '2026-01-01T00:00:00Z',
    );
    expect(item('<title>t</title><pubDate>Thu, 01 Jan 2099 05:00:00 GMT</pubDate>')?.published).toBeNull();
  });

  test('control and bidirectional characters', () => {
    expect(item('<title>a\u202eb&#1;&#7;c</title><guid>g\u202e1</guid>')).toMatchObject({
      title: 'abc',
      id: 'g1',
    });
  });
});

test('addresses of entries lose user names and passwords', () => {
  const url = 'https://me:secret@wire.example/a';
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [{ id: '1', url, image: url }],
  };
  for (const one of [
    item(`<link>${url}</link><enclosure type="image/png" url="${url}"/>`),
    item(`<guid>${url}</guid><description>&lt;img src="${url}"&gt;</description>`),
    parse(JSON.stringify(json)).entries[0],
  ])
    expect(one).toMatchObject({ url: 'https://wire.example/a', imageUrl: 'https://wire.example/a' });
});

describe('encodings', () => {
  const feed = (declaration: string) =>
    `${declaration}<rss><channel><title>Zürich – “Ä”</title></channel></rss>`;
  const title = (bytes: Uint8Array, contentType: string | null = null) => parse(bytes, contentType).title;

  test('a byte-order mark wins over what is declared', () => {
    const text = feed('<?xml version="1.0" encoding="iso-8859-1"?>');
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])
      expect(
        title(iconv.encode(text, encoding, { addBOM: true }), 'text/xml; charset=koi8-r'),
        encoding,
      ).toBe('Zürich – “Ä”');
  });
  test('the HTTP charset wins over the XML declaration', () => {
    const bytes = iconv.encode(feed('<?xml version="1.0" encoding="utf-8"?>'), 'windows-1252');
    expect(title(bytes, 'application/xml; charset="windows-1252"')).toBe('Zürich – “Ä”');
    expect(title(iconv.encode(feed(''), 'windows-1252'), 'text/xml;charset=iso-8859-1')).toBe('Zürich – “Ä”');
  });
  test('the XML declaration is believed', () => {
    const russian =
      '<?xml version="1.0" encoding="koi8-r"?><rss><channel><title>Новости</title></channel></rss>';
    expect(title(iconv.encode(russian, 'koi8-r'))).toBe('Новости');
    const japanese =
      "<?xml version='1.0' encoding='Shift_JIS'?><rss><channel><title>日本</title></channel></rss>";
    expect(title(iconv.encode(japanese, 'shift_jis'))).toBe('日本');
  });
  test('UTF-16 is known without a mark', () => {
    expect(
      title(iconv.encode(feed('<?xml version="1.0" encoding="utf-16"?>'), 'utf-16le', { addBOM: false })),
    ).toBe('Zürich – “Ä”');
  });
  test('without a word it is UTF-8, or else windows-1252', () => {
    expect(title(Buffer.from(feed('')))).toBe('Zürich – “Ä”');
    expect(title(iconv.encode(feed(''), 'windows-1252'))).toBe('Zürich – “Ä”');
  });
  test('a false declaration is passed over', () => {
    expect(title(iconv.encode(feed('<?xml version="1.0" encoding="utf-8"?>'), 'windows-1252'))).toBe(
      'Zürich – “Ä”',
    );
    expect(title(Buffer.from(feed('<?xml version="1.0" encoding="utf-16"?>')))).toBe('Zürich – “Ä”');
    expect(title(Buffer.from(feed('<?xml version="1.0" encoding="martian"?>')))).toBe('Zürich – “Ä”');
    expect(title(Buffer.from(feed('')), 'text/xml; charset=us-ascii')).toBe('Zürich – “Ä”');
  });
  test('one broken byte spoils no other letter', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<rss><channel><title>${'é'.repeat(50)}`),
      Buffer.from([0xff]),
      Buffer.from('</title>'),
    ]);
    expect(title(bytes)).toBe(`${'é'.repeat(50)}\ufffd`);
  });
});

describe('what is no feed', () => {
  test.each([
    ['', 'nothing'],
    ['<!DOCTYPE html><html><body><p>Hello</body></html>', 'an HTML page'],
    ['{"hello": 1}', 'JSON that is not a JSON Feed'],
    ['<opml version="2.0"></opml>', 'XML of another kind'],
    ['plain words', 'something else'],
  ])('%j is said to be %s', (text, expected) => {
    expect(() => parse(text)).toThrow(`expected a feed (RSS, RDF, Atom or JSON Feed), got ${expected}`);
  });
});
