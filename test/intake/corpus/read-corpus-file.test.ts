import { execFile } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openCorpusFiles } from './corpus-files.ts';

const { folder, read, readPath, articles, problems } = openCorpusFiles();

const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';

describe('HTML', () => {
  const post = {
    title: { rendered: 'Mayor&#8217;s <em>last</em> day' },
    content: {
      rendered: `<p>${SENTENCE}</p>\n<script>alert(1)</script><p>It cost 3 &lt; 4 crowns.<br>Or 5.</p>`,
    },
  };

  test('in a body of JSON is read as the text it shows', async () => {
    for (const name of ['post.json', 'posts.jsonl'])
      expect(await articles(name, JSON.stringify(post))).toMatchObject([
        { title: 'Mayor’s last day', body: `${SENTENCE}\n\nIt cost 3 < 4 crowns.\nOr 5.` },
      ]);
  });

  test('stays where it is what the text is about', async () => {
    const body = `The <blink> tag &amp; its <b>end</b>. ${SENTENCE}`;
    expect(await articles('tag.json', JSON.stringify({ title: 'a < b', body }))).toMatchObject([
      { title: 'a < b', body },
    ]);
  });
});

describe('.md', () => {
  test('front matter gives the fields, the rest is the body', async () => {
    const [article] = await articles(
      'bridge.md',
      `---\ntitle: "The bridge: closed"\nurl: https://example.org/bridge\nsource: The Example\nauthor: A. Writer\ndate: 2024-03-12\nlang: en\ntags: [roads, council]\nid: 42\n---\n\n${SENTENCE}\n\nAnd *so* on.\n`,
    );
    expect(article).toEqual({
      key: 'file:bridge.md#42',
      givenId: '42',
      title: 'The bridge: closed',
      url: 'https://example.org/bridge',
      source: 'The Example',
      author: 'A. Writer',
      published: '2024-03-12',
      body: `${SENTENCE}\n\nAnd so on.`,
      language: 'en',
      tags: ['roads', 'council'],
      imageUrl: null,
      origin: 'file:bridge.md',
    });
  });

  test('without a date its name dates it', async () => {
    const [dated] = await articles('2024-03-12-bridge-closed.md', SENTENCE);
    expect(dated?.published).toBe('2024-03-12');
    for (const name of ['20240312-bridge.md', '2024_03_12 bridge.txt'])
      expect((await articles(name, SENTENCE))[0]?.published).toBe('2024-03-12');
    const [own] = await articles('2024-03-12-bridge.md', `---\ndate: 2024-03-10\n---\n${SENTENCE}`);
    expect(own?.published).toBe('2024-03-10');
    const [listed] = await articles('2024-03-12.json', JSON.stringify([{ body: SENTENCE }]));
    expect(listed?.published).toBeNull();
  });

  test.each(['.markdown', '.mdown', '.mkd', '.mkdn', '.mdx', '.text'])('is read as %s, too', async (ending) =>
    expect((await articles(`bridge${ending}`, SENTENCE))[0]?.body).toBe(SENTENCE),
  );

  test('of MDX holds no modules and expressions', async () => {
    const source = `import Chart from './chart.js'\n\nexport const year = {\n  now: 2024,\n}\n\n# Bridge closed\n\n<Chart data={[1, 2]} />\n\n${SENTENCE} {/* to be checked */}\n`;
    expect((await articles('bridge.mdx', source))[0]?.body).toBe(`Bridge closed\n\n${SENTENCE}`);
  });

  test.each([
    ['one line of JSON', '{"title": "Bridge closed", "date": "2024-03-12"}'],
    ['fields of notes', 'title:: Bridge closed\ndate:: 2024-03-12'],
    ['JSON between semicolons', ';;;\n{"title": "Bridge closed", "date": "2024-03-12"}\n;;;'],
    ["Pandoc's lines", '% Bridge closed\n% Ida Nilsen; Ole Ran\n% March 12, 2024'],
    ["Emacs's lines", '#+TITLE: Bridge closed\n#+DATE: <2024-03-12 Tue>'],
    ['fields set in by tabs', '---\ntitle: Bridge closed\ndate: 2024-03-12\nmore:\n\t- one\n---'],
  ])('front matter in %s is read without a word', async (_, front) =>
    expect(await read('front.md', `${front}\n\n${SENTENCE}\n`)).toMatchObject([
      { kind: 'article', draft: { title: 'Bridge closed', published: '2024-03-12', body: SENTENCE } },
    ]),
  );

  test('fields below the heading are read as Notion writes them, and an address there', async () => {
    const text = `# Bridge closed\n\nCreated: March 20, 2024 9:30 AM\nAuthor: Ida Nilsen\nDate: March 12, 2024\nURL: https://example.org/1\n\n${SENTENCE}\n`;
    expect(await articles('notion.md', text)).toMatchObject([
      {
        title: 'Bridge closed',
        author: 'Ida Nilsen',
        published: '2024-03-12',
        url: 'https://example.org/1',
        body: `Bridge closed\n\n${SENTENCE}`,
      },
    ]);
    expect((await articles('a.md', `# Bridge closed\n\nThe mayor: no.\n\n${SENTENCE}`))[0]?.body).toContain(
      'The mayor: no.',
    );
  });

  test('fields below the heading are read as Readwise writes them', async () => {
    const text = `# Bridge closed\n\n![rw-book-cover](https://example.org/cover.png)\n\n## Metadata\n- Author: [[Ida Nilsen]]\n- Full Title: Bridge closed\n- Category: #articles\n- URL: https://example.org/1\n\n${SENTENCE}\n`;
    expect(await articles('readwise.md', text)).toMatchObject([
      {
        title: 'Bridge closed',
        author: 'Ida Nilsen',
        url: 'https://example.org/1',
        body: `Bridge closed\n\n${SENTENCE}`,
      },
    ]);
  });

  test('comments and blanks may stand before front matter', async () => {
    for (const before of ['<!-- lint off -->\n', '\n<!--\nlint\noff -->\n\n', ' '])
      expect(
        await articles('late.md', `${before}---\ntitle: Bridge closed\ndate: 2024-03-12\n---\n\n${SENTENCE}`),
      ).toMatchObject([{ title: 'Bridge closed', published: '2024-03-12', body: SENTENCE }]);
    const items = await read('slip.md', `<!-- a\nb -->\n---\ntitle: a: b\n---\n\n${SENTENCE}`);
    expect(problems(items)).toEqual([expect.stringMatching(/^problem 4: /)]);
  });

  test('without front matter the first heading is the title, and the file is the source', async () => {
    const [article] = await articles('plain.md', `# Bridge closed\r\n\r\n${SENTENCE}\r\n`);
    expect(article).toMatchObject({ title: 'Bridge closed', source: 'plain.md', published: null, url: null });
    expect(article?.body).toBe(`Bridge closed\n\n${SENTENCE}`);
  });

  test('front matter alone is no article', async () => {
    expect(problems(await read('empty.md', '---\ntitle: x\n---\n'))).toEqual([
      'problem -: no body (looked for body, content, text and the like)',
    ]);
  });
});

describe('.txt', () => {
  test('front matter gives its fields', async () => {
    for (const front of [
      '---\ntitle: Bridge closed\ndate: 2024-03-12\n---\n',
      'Title: Bridge closed\nDate: 2024-03-12\n',
    ])
      expect(await articles('front.txt', `${front}\n${SENTENCE}`)).toMatchObject([
        { title: 'Bridge closed', published: '2024-03-12', body: SENTENCE },
      ]);
  });

  test.each([
    ['Headline: Bridge closed\nByline: Ida Nilsen\nOutlet: The Example\nPublished: 12 March 2024\n\n', ''],
    ['title: Bridge closed\nauthor: Ida Nilsen\nsource: The Example\ndate: 2024-03-12\n---\n', ''],
    [
      'Title: Bridge closed\n\nAuthor: Ida Nilsen\n\nSource: The Example\n\nDate: 2024-03-12\n\nText:\n\n',
      '',
    ],
    ['Titel: Bridge closed\nAutor: Ida Nilsen\nQuelle: The Example\nDatum: 12.03.2024\n\n', ''],
    ['Title: Bridge closed\nAuthor: Ida Nilsen\nSource: The Example\nDate: 2024-03-12\nText: ', ''],
    ['Title: Bridge closed\nAuthor: Ida Nilsen\nSource: The Example\nDate: 2024-03-12\n\nBody:\n', ''],
    [
      'Title: Bridge closed\nAuthor: Ida Nilsen\nSource: The Example\nDate: 2024-03-12\nText: ',
      '\n\nIt opens.',
    ],
  ])('lines with names that are known are fields: %j', async (head, more) => {
    expect(await articles('head.txt', `${head}${SENTENCE}${more}\n`)).toMatchObject([
      {
        title: 'Bridge closed',
        author: 'Ida Nilsen',
        source: 'The Example',
        published: '2024-03-12',
        body: `${SENTENCE}${more}`,
      },
    ]);
  });

  test.each(['** Bridge closed **', '== Bridge closed ==', '*Bridge closed*'])(
    'marks around a title are none of it: %s',
    async (line) => {
      expect(await articles('marked.txt', `${line}\n\n${SENTENCE}`)).toMatchObject([
        { title: 'Bridge closed' },
      ]);
    },
  );

  test('marks around two parts of a line stay in its title', async () => {
    expect(await articles('marked.txt', `_Bridge_ and _road_\n\n${SENTENCE}`)).toMatchObject([
      { title: '_Bridge_ and _road_' },
    ]);
  });

  test('rules are no lines of the text', async () => {
    for (const rule of ['-----', '* * *', '• • •', '++++']) {
      const text = `Bridge closed\n=============\n\n${SENTENCE}\n${rule}\nIt opens.\n`;
      expect(await articles('ruled.txt', text)).toMatchObject([
        { title: 'Bridge closed', body: `Bridge closed\n\n${SENTENCE}\n\nIt opens.` },
      ]);
    }
  });

  test('the headers of a message are fields', async () => {
    const head = `From: "Ida Nilsen" <ida@example.org>\nSubject: Re: Bridge\n closed\nDate: Tue, 12 Mar 2024 09:30:00 +0100\nReceived: from a.example by\n\tb.example; Tue, 12 Mar 2024 09:30:01 +0100\nMessage-ID: <1@example.org>\n`;
    for (const before of ['', 'From ida@example.org Tue Mar 12 09:30:00 2024\n'])
      expect(await read('message.txt', `${before}${head}\n${SENTENCE}\n`)).toMatchObject([
        {
          draft: {
            title: 'Re: Bridge closed',
            author: 'Ida Nilsen',
            published: '2024-03-12T08:30:00Z',
            body: SENTENCE,
          },
        },
      ]);
  });

  test('words that a mail encodes in its headers are read, whatever their charset and wherever they were cut', async () => {
    for (const [written, meant] of [
      ['=?utf-8?B?QnLDvGNrZSBnZcO2ZmZuZXQ=?=', 'Brücke geöffnet'],
      ['Re: =?ISO-8859-1?q?Br=FCcke_zu?= (heute)', 'Re: Brücke zu (heute)'],
      ['=?utf-8?Q?Br=C3?=\n =?utf-8?Q?=BCcke?= zu', 'Brücke zu'],
      ['=?utf-8*de?Q?Br=C3=BCcke?= zu', 'Brücke zu'],
      ['=?koi8-r?B?7c/T1A==?= =?utf-8?Q?_zu?=', 'Мост zu'],
      ['=?x-none?Q?Br=FCcke?= zu', '=?x-none?Q?Br=FCcke?= zu'],
      ['=?utf-8?Q?Br=FCcke?= zu', '=?utf-8?Q?Br=FCcke?= zu'],
    ])
      expect(
        await articles(
          'mail.txt',
          `From: =?utf-8?Q?J=C3=B6rg_M?= <j@example.org>\nSubject: ${written}\n\n${SENTENCE}\n`,
        ),
      ).toMatchObject([{ title: meant, author: 'Jörg M' }]);
  });

  test('the text of a mail in quoted-printable is read as it was written', async () => {
    const head = 'From: a@example.org\nSubject: Bridge\nContent-Transfer-Encoding: quoted-printable\n';
    const mail = (type: string, body: string) => articles('mail.txt', `${head}${type}\n${body}\n`);
    const latin = 'Content-Type: text/plain; charset="iso-8859-1"\n';
    expect(await mail('', `Caf=C3=A9 =3D bar. ${SENTENCE} It is=\n open.`)).toMatchObject([
      { body: `Café = bar. ${SENTENCE} It is open.` },
    ]);
    expect(await mail(latin, `Caf=E9. ${SENTENCE}`)).toMatchObject([{ body: `Café. ${SENTENCE}` }]);
    expect(await mail('', `Caf=E9. ${SENTENCE}`)).toMatchObject([{ body: `Caf=E9. ${SENTENCE}` }]);
  });

  test('the text of a mail in HTML is what it shows', async () => {
    const head = 'From: a@example.org\nSubject: Bridge\nContent-Type: text/html; charset=utf-8\n';
    const markup = `<html><body><p class="a">${SENTENCE}</p><p>It is open.</p></body></html>`;
    for (const [encoding, body] of [
      ['7bit', markup],
      ['quoted-printable', markup.replace('class="a"', 'cla=\nss=3D"a"')],
    ])
      expect(
        await articles('mail.txt', `${head}Content-Transfer-Encoding: ${encoding}\n\n${body}\n`),
      ).toMatchObject([{ body: `${SENTENCE}\n\nIt is open.` }]);
  });

  test('a mail of several parts or in base64, and a page saved as .mht, are refused whatever their name', async () => {
    const from = 'From: a@example.org\r\nSubject: Bridge\r\n folded\r\n';
    for (const headers of [
      `${from}Content-Type: multipart/alternative; boundary="b"`,
      `From a@example.org Tue Mar 12 09:30:00 2024\r\n${from}content-transfer-encoding: BASE64`,
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"',
    ])
      for (const name of ['mail.txt', 'mail.html', 'mail.md'])
        expect(await read(name, `${headers}\r\n\r\n--b\r\n${SENTENCE}\r\n`)).toMatchObject([
          { kind: 'failure', problem: { reason: { kind: 'other-format', format: 'MIME' } } },
        ]);
    expect(
      await articles('talk.txt', `Mail is sent as\nContent-Type: multipart/mixed\n\n${SENTENCE}`),
    ).toHaveLength(1);
  });

  test('lines of a text with a colon in them are no fields', async () => {
    for (const text of ['Mayor: we close it.\nDriver: no.', 'The time: noon.\nThe place: the bridge.'])
      expect((await articles('talk.txt', `${text}\n\n${SENTENCE}`))[0]?.body).toBe(`${text}\n\n${SENTENCE}`);
  });

  test('noise goes, headings stay, the first sentence is the title, and the date is unknown', async () => {
    const [article] = await articles(
      'raw.txt',
      `${SENTENCE} It was late.\n\nAdvertisment\n\nWhat we know\n\nADVERTISEMENT\n\nThe bridge is old.\n\n* Advertisement *\n`,
    );
    expect(article).toMatchObject({
      title: SENTENCE,
      source: 'raw.txt',
      published: null,
      key: 'file:raw.txt@',
    });
    expect(article?.body).toBe(`${SENTENCE} It was late.\n\nWhat we know\n\nThe bridge is old.`);
  });

  test('a word on advertising inside a sentence stays', async () => {
    const [article] = await articles(
      'ads.txt',
      'The advertisement\nwas withdrawn. Continue reading the report.',
    );
    expect(article?.body).toBe('The advertisement\nwas withdrawn. Continue reading the report.');
  });

  test('one paragraph per line stays as it is', async () => {
    const text = `${SENTENCE}\n${SENTENCE.replace('council', 'party')}\n${SENTENCE.replace('bridge', 'road')}`;
    expect((await articles('lines.txt', text))[0]?.body).toBe(text);
  });

  test('lines that a margin broke are joined', async () => {
    const wrapped = `The council voted on Tuesday evening to close the\nOld Bridge until the spring, because its arches are\nunsafe.\n\nNobody was hurt.`;
    expect((await articles('wrapped.txt', wrapped))[0]?.body).toBe(
      'The council voted on Tuesday evening to close the Old Bridge until the spring, because its arches are unsafe.\n\nNobody was hurt.',
    );
  });

  test('a line and the paragraph below it are not joined as if a margin broke them', async () => {
    const lines = ['The council voted to close the bridge at last', `${SENTENCE} ${SENTENCE}`];
    const text = `${lines.join('\n')}\n---\n${lines.join('\n')}`;
    expect((await articles('lines.txt', text))[0]?.body).toBe(`${lines.join('\n')}\n\n${lines.join('\n')}`);
  });

  test('a long first sentence is cut at a word', async () => {
    const [article] = await articles('long.txt', `${'word '.repeat(60)}end.`);
    expect(article?.title).toMatch(/^(word ?){20,24}…$/);
  });

  test('control and override characters go', async () => {
    expect((await articles('ctl.txt', `A\u001b[31m red\u202e word. ${SENTENCE}`))[0]?.body).toBe(
      `A[31m red word. ${SENTENCE}`,
    );
  });

  test('UTF-16 is read, with a byte order mark and without', async () => {
    const text = `Café. ${SENTENCE}`;
    for (const bytes of [
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(`\ufeff${text}`),
    ])
      expect((await articles('utf16.txt', bytes))[0]?.body).toBe(text);
  });

  test.each([
    ['windows-1252', `Café – “open”. ${SENTENCE}`],
    ['windows-1252', `Sales of Windows™ rose. ${SENTENCE}`],
    ['windows-1252', `The carmaker Škoda sells more. ${SENTENCE}`],
    [
      'windows-1250',
      'Na sejmu so v sredo sprejeli zakon o šolstvu, ki prinaša številne spremembe. Država ga še preučuje; želi izboljšati možnosti.',
    ],
    ['windows-1251', 'Старый мост закрыт до весны, сообщил мэр в понедельник.'],
    ['Shift_JIS', '港の古い橋が新しくなります。市長は月曜日に工事を始めると話しました。'],
    ['EUC-JP', '港の古い橋が新しくなります。市長は月曜日に工事を始めると話しました。'],
    ['GB18030', '旧桥关闭到春天，市长星期一说。公共汽车将走另一条路线，渡轮每二十分钟一班。'],
    ['Big5', '舊橋關閉到春天，市長星期一說。公共汽車將走另一條路線，渡輪每二十分鐘一班。'],
    ['EUC-KR', '오래된 다리가 봄까지 폐쇄된다고 시장이 월요일에 말했다. 버스는 다른 길로 간다.'],
    ['KOI8-R', 'Старый мост закрыт до весны, сообщил мэр в понедельник. Паром будет ходить чаще.'],
    ['cp866', 'Старый мост закрыт до весны, сообщил мэр в понедельник. Паром будет ходить чаще.'],
    ['macintosh', 'Le vieux pont est fermé à cause des fissures, a déclaré le maire à la presse.'],
    ['macintosh', 'La città è chiusa: il ponte non è più sicuro, ha detto il sindaco lunedì.'],
    ['macintosh', 'Die Brücke bleibt bis zum Frühling gesperrt, die Fähre fährt häufiger.'],
    ['windows-874', 'สะพานข้ามแม่น้ำถูกปิดเนื่องจากน้ำท่วม เจ้าหน้าที่กล่าวเมื่อวันอังคาร'],
  ])('%s is read, and reported', async (encoding, text) => {
    const items = await read('other.txt', iconv.encode(text, encoding));
    expect(items).toMatchObject([{ kind: 'article', draft: { body: text } }, { kind: 'problem' }]);
    expect(problems(items)).toEqual([`problem -: is not UTF-8; it is read as ${encoding}`]);
  });

  test('UTF-8 that is damaged, and bytes that are no text, are reported', async () => {
    const damaged = Buffer.concat([Buffer.from(`“Café” – ${SENTENCE}`), Buffer.from([0xe9, 0x20])]);
    for (const bytes of [damaged, Buffer.from([0x89, 0x50, 0x01, 0x02, 0xff, 0xe9, 0x41])])
      expect(problems(await read('damaged.txt', bytes))).toEqual([
        'failure -: is not UTF-8; save it as UTF-8',
      ]);
  });

  test('nothing, blanks and binary data are reported', async () => {
    expect(problems(await read('none.txt', ''))).toEqual(['problem -: is empty']);
    expect(problems(await read('blank.txt', ' \n\n'))).toEqual(['problem -: is empty']);
    expect(problems(await read('nulls.txt', Buffer.alloc(1_000)))).toEqual([
      'failure -: holds binary data, not text; save it as text (.txt, .json or .csv)',
    ]);
  });

  test('2 GB of nulls behind a text are refused by size, unread', async () => {
    writeFileSync(join(folder, 'huge.txt'), SENTENCE.repeat(1_000));
    truncateSync(join(folder, 'huge.txt'), 2_000_000_000);
    expect(problems(await readPath('huge.txt'))).toEqual([
      'failure -: is 2,000 MB, larger than 8 MB; put each article into a file of its own, or use .jsonl or .csv',
    ]);
  });
});

describe('a file that is no text, whatever its name ends with,', () => {
  const NAMES = ['csv', 'tsv', 'jsonl', 'json', 'txt', 'md', 'html', 'xml', 'csv.gz'].map(
    (end) => `x.${end}`,
  );
  const RANDOM = Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * n * 31 + n * 7 + (n >> 3)) % 256));
  const zip = (part: string) => Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${part}\x01\x02\xff`, 'latin1');

  test.each<[string, Buffer, string]>([
    ['random bytes', RANDOM, 'holds binary data, not text; save it as text (.txt, .json or .csv)'],
    ['ZIP', zip('news.txt'), 'is ZIP; unpack it'],
    [
      'Excel',
      zip('xl/workbook.xml'),
      'is in the format of Excel, not text; save it as text (.txt, .json or .csv)',
    ],
    [
      'PDF',
      Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
      'is in the format of PDF, not text; save it as text (.txt, .json or .csv)',
    ],
    ['gzip', gzipSync(`title,body\nA,${SENTENCE}`), 'is gzip; add .gz to its name'],
  ])('%s, is reported once with what to do', async (_, bytes, reason) => {
    for (const name of NAMES)
      expect(problems(await read(name, name.endsWith('.gz') ? gzipSync(bytes) : bytes)), name).toEqual([
        `failure -: ${reason}`,
      ]);
  });

  test('is not one with a few stray control characters or separators', async () => {
    const text = `${SENTENCE}\u0001\u0002 ${'\u001e\u001f'.repeat(20)}\u001a`;
    expect(await articles('a.txt', text)).toHaveLength(1);
  });
});

describe('.json', () => {
  test('an article, a list, and lists inside an object', async () => {
    const one = { headline: 'One', text: SENTENCE };
    expect(await articles('one.json', JSON.stringify(one))).toHaveLength(1);
    expect(
      (await articles('list.json', JSON.stringify([one, { ...one, headline: 'Two' }]))).map((a) => a.title),
    ).toEqual(['One', 'Two']);
    expect(
      await articles('feed.json', JSON.stringify({ version: '1', items: [one, one] }, null, 2)),
    ).toHaveLength(2);
    expect(await articles('none.json', '[]')).toEqual([]);
  });

  test("NewsAPI's answers", async () => {
    const [article] = await articles(
      'newsapi.json',
      JSON.stringify({
        status: 'ok',
        totalResults: 1,
        articles: [
          {
            source: { id: null, name: 'The Example' },
            author: null,
            title: 'Bridge closed',
            description: 'In short.',
            url: 'https://example.org/bridge?a=1',
            urlToImage: 'https://example.org/bridge.jpg',
            publishedAt: '2024-03-12T09:30:00Z',
            content: SENTENCE,
          },
        ],
      }),
    );
    expect(article).toMatchObject({
      key: 'url:https://example.org/bridge?a=1',
      source: 'The Example',
      author: null,
      published: '2024-03-12T09:30:00Z',
      body: SENTENCE,
      imageUrl: 'https://example.org/bridge.jpg',
    });
  });

  test('a body is kept to the character', async () => {
    const body = `  ${SENTENCE}\r\n\r\n “Quoted”\tand \\ so – on \ud83c\udf09.\n`;
    expect((await articles('exact.json', JSON.stringify({ title: 'x', body })))[0]?.body).toBe(body);
  });

  test('a broken record is reported with its line, and the others are read', async () => {
    const text = `[\n  {"title": "A", "body": "${SENTENCE}"},\n  {"title": "B"\n   "body": "no comma"},\n  {"title": "C", "body": "with \\"]}\\" inside"},\n  {"title": "D"}\n]`;
    const items = await read('broken.json', text);
    expect(items.flatMap((item) => (item.kind === 'article' ? [item.draft.title] : []))).toEqual(['A', 'C']);
    expect(problems(items)).toEqual([
      "problem 4: number 2 of the list: bad JSON: Expected ',' or '}' after property value",
      'problem 6: number 4 of the list: no body (looked for body, content, text and the like)',
    ]);
  });

  test('what is no article in a list is reported by its place, whatever comes first, and the others are read', async () => {
    const list = (name: string) =>
      `{"status":"ok","${name}":[1,"text",{"title":"A","body":"${SENTENCE}"},[],{"title":"B","body":"${SENTENCE}"}]}`;
    for (const name of ['articles', 'items', 'results']) {
      const items = await read('mixed.json', list(name));
      expect(items.flatMap((item) => (item.kind === 'article' ? [item.draft.title] : []))).toEqual([
        'A',
        'B',
      ]);
      expect(problems(items).map((told) => told.replace(/: expected an article.*/, ''))).toEqual([
        'problem 1: number 1 of the list',
        'problem 1: number 2 of the list',
        'problem 1: number 4 of the list',
      ]);
    }
  });

  const [one, two] = [
    { title: 'Bridge closed', text: SENTENCE },
    { title: 'Mill sold', text: `Of the mill. ${SENTENCE}` },
  ];
  test.each([
    ['keyed by id', { a1: one, a2: two }],
    ['keyed by id, under a name', { articles: { a1: one, a2: two } }],
    ['listed under any name', { page: 1, stuff: [one, two] }],
    ['deep in an answer', { rss: { channel: { item: [one, two] } } }],
    ['in lists of lists', [[one], [two]]],
    ['a column each', { title: { 0: one!.title, 1: two!.title }, text: { 0: one!.text, 1: two!.text } }],
    [
      'rows beside columns',
      { columns: ['title', 'text'], index: [0, 1], data: [one, two].map((row) => Object.values(row!)) },
    ],
  ])('articles that are %s', async (_, value) =>
    expect((await articles('laid-out.json', JSON.stringify(value))).map(({ title }) => title)).toEqual([
      'Bridge closed',
      'Mill sold',
    ]),
  );

  test('lists one after the other', async () =>
    expect(await articles('lists.json', `${JSON.stringify([one])}\n${JSON.stringify([two])}\n`)).toHaveLength(
      2,
    ));

  test.each([
    ['a list an element a line', `[${JSON.stringify(one)},\n${JSON.stringify(two)}]\n`],
    ['a list with brackets on lines of their own', `[\n${JSON.stringify(one)},\n${JSON.stringify(two)}\n]\n`],
    ['record separators', `\u001e${JSON.stringify(one)}\n\u001e${JSON.stringify(two)}\n`],
    [
      'record separators and indents',
      `\u001e${JSON.stringify(one, null, 2)}\n\u001e${JSON.stringify(two, null, 2)}\n`,
    ],
  ])('lines with %s around them', async (_, text) =>
    expect((await read('framed.jsonl', text)).map(({ kind }) => kind)).toEqual(['article', 'article']),
  );

  test('a JSON Feed names the source of its entries', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'The “Example”', items: [one, two] };
    expect(await articles('feed.json', JSON.stringify(feed, null, 2))).toMatchObject([
      { source: 'The “Example”' },
      { source: 'The “Example”' },
    ]);
    expect(await articles('feed.json', JSON.stringify({ ...feed, version: '1' }))).toMatchObject([
      { source: 'feed.json' },
      { source: 'feed.json' },
    ]);
  });

  test('a list of words is part of an article', async () => {
    const text = JSON.stringify({ title: 'A', items: ['one', 'two'], data: [[{}]], body: SENTENCE });
    expect((await articles('words.json', text)).map(({ title }) => title)).toEqual(['A']);
  });

  test('a single broken article is reported with the line of the mistake', async () => {
    const lines = Array.from({ length: 15 }, (_, n) => `  "field${n}": "${'x'.repeat(n)}",`);
    expect(problems(await read('line17.json', `{\n${lines.join('\n')}\n  "body": nope\n}`))).toEqual([
      "problem 17: bad JSON: Unexpected token 'o'",
    ]);
  });

  test('a list that breaks off is reported, and what came before is read', async () => {
    const items = await read('cut.json', `[{"title":"A","body":"${SENTENCE}"},{"title":"B","body":"The wor`);
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'problem', 'failure']);
    expect(problems(items)[1]).toBe('failure -: breaks off before its list of articles is closed');
  });

  test.each(['null', '17', '"text"', '[1, "a", null, []]'])('%s holds no article', async (text) => {
    const items = await read('odd.json', text);
    expect(items.length).toBeGreaterThan(0);
    for (const told of problems(items)) expect(told).toContain('expected an article as an object');
  });

  test.each([
    ['word \\n', 900_000],
    ['\\n', 3_900_000],
    ['\n', 7_900_000],
    ['word', 1_900_000],
  ])('a string of millions of characters (%j) before a mistake is no obstacle', async (words, times) => {
    const text = `{"title": "x", "body": "${words.repeat(times)}", "x": nope}`;
    const [problem] = problems(await read('long.json', text));
    expect(problem).toMatch(/^problem \d+: bad JSON: Unexpected token 'o'$/);
  });

  test('nor is one in a process that has compiled so many expressions that V8 optimises no more', async () => {
    const reader = new URL('../../../src/intake/parse-json.ts', import.meta.url).href;
    const script = `
      const { parseJson } = await import('${reader}');
      console.log(parseJson('{"body": "' + 'word'.repeat(1_900_000) + '", "x": nope}').reason);
    `;
    const flags = ['--no-regexp-optimization', '--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, flags);
    expect(stdout.trim()).toBe("Unexpected token 'o'");
  });
});

describe('.gz', () => {
  test.each([
    ['a.json', JSON.stringify([{ title: 'Bridge', body: SENTENCE }])],
    ['2024-03-12-a.md', `# Bridge\n\n${SENTENCE}`],
    ['a.txt', `---\ntitle: Bridge\n---\n${SENTENCE}`],
    ['a.html', `<title>Bridge</title><p>${SENTENCE}</p>`],
    ['a.csv', `title,body\nBridge,${SENTENCE}\n`],
  ])('of %s is read as what is in it', async (name, text) => {
    const [plain] = await articles(name, text);
    const [zipped] = await articles(`${name}.GZ`, gzipSync(text));
    expect(zipped).toMatchObject({ title: 'Bridge', body: plain?.body, published: plain?.published });
  });

  test('that is damaged, breaks off or holds too much is reported', async () => {
    const text = JSON.stringify([{ title: 'Bridge', body: SENTENCE }]);
    expect(problems(await read('plain.json.gz', text))).toEqual(['failure -: is not gzip, or is damaged']);
    expect(problems(await read('cut.json.gz', gzipSync(text).subarray(0, 60)))).toEqual([
      'failure -: is gzip that breaks off before its end',
    ]);
    const before = process.memoryUsage().rss;
    expect(problems(await read('large.txt.gz', gzipSync(Buffer.alloc(100_000_000, 'a'))))).toEqual([
      'failure -: is 100 MB, larger than 8 MB; put each article into a file of its own, or use .jsonl or .csv',
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });
});

describe('.jsonl and .jsonl.gz', () => {
  const line = (title: string) => JSON.stringify({ id: title, title, body: SENTENCE });

  test('are the same to a reader', async () => {
    const text = `${line('A')}\n\n${line('B')}\r\n${line('C')}`;
    const plain = await articles('a.jsonl', text);
    expect(plain.map(({ key }) => key)).toEqual(['file:a.jsonl#A', 'file:a.jsonl#B', 'file:a.jsonl#C']);
    expect((await articles('a.jsonl.gz', gzipSync(text))).map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  });

  test('a bad line is reported by number, and the rest is read', async () => {
    const latin = Buffer.concat([
      Buffer.from(`${line('Ålesund – Røros')}\n{"title": "caf`),
      Buffer.from([0xe9]),
      Buffer.from('"}\n'),
    ]);
    const items = await read(
      'bad.jsonl',
      Buffer.concat([latin, Buffer.from(`{"a": }\n{"title":"x"}\n${line('E')}\n`)]),
    );
    expect(problems(items)).toEqual([
      'problem 2: is not UTF-8; save it as UTF-8',
      "problem 3: bad JSON: Unexpected token '}'",
      'problem 4: no body (looked for body, content, text and the like)',
    ]);
    expect(items.filter(({ kind }) => kind === 'article')).toHaveLength(2);
  });

  test('are read in the encoding they look like, which is reported once', async () => {
    const text = `${line('Brücke')}\n${line('Straße – „gesperrt“')}\n`;
    const items = await read('excel.jsonl', iconv.encode(text, 'windows-1252'));
    expect(items.slice(0, 2)).toMatchObject([
      { draft: { title: 'Brücke' } },
      { line: 2, draft: { title: 'Straße – „gesperrt“' } },
    ]);
    expect(problems(items)).toEqual(['problem -: is not UTF-8; it is read as windows-1252']);
    for (const encoding of ['utf-16le', 'utf-16be'])
      expect(
        (await articles('wide.jsonl', iconv.encode(text, encoding, { addBOM: true }))).map(
          ({ title }) => title,
        ),
      ).toEqual(['Brücke', 'Straße – „gesperrt“']);
  });

  test('of several encodings are each read in their own', async () => {
    const lines = [
      iconv.encode(`${line('Café')}\n`, 'windows-1252'),
      ...Array.from({ length: 1_500 }, (_, n) => Buffer.from(`${line(`Bridge ${n}`)}\n`)),
      Buffer.from(`${line('“Мост” – 橋')}\n`),
    ];
    const titles = (await articles('mixed.jsonl', Buffer.concat(lines))).map(({ title }) => title);
    expect([titles[0], titles.at(-1)]).toEqual(['Café', '“Мост” – 橋']);
  });

  test('of JSON that goes over many lines are read as JSON', async () => {
    const record = (title: string) => ({ id: title, title, body: SENTENCE, tags: ['a', 'b'] });
    const pretty = (value: unknown) => JSON.stringify(value, null, 2);
    for (const [name, text] of [
      ['list.jsonl', pretty([record('A'), record('B')])],
      ['object.jsonl', pretty({ articles: [record('A'), record('B')] })],
      ['jq.ndjson', `\n${pretty(record('A'))}\n${pretty(record('B'))}\n`],
      ['wide.jsonl', `[{\n${pretty(record('A')).slice(1)}, ${pretty(record('B'))}]`],
    ] as const) {
      const items = await read(name, text);
      expect(items.map((item) => item.kind === 'article' && item.draft.title)).toEqual(['A', 'B']);
    }
    const zipped = gzipSync(pretty(record('A')));
    expect(await articles('one.jsonl.gz', zipped)).toMatchObject([{ title: 'A', tags: ['a', 'b'] }]);
    expect(problems(await read('broken.jsonl', '{\n  "title": "A",\n  "body": oops\n}\n'))).toEqual([
      "problem 3: bad JSON: Unexpected token 'o'",
    ]);
  });

  test('records keep their identity when one before them breaks', async () => {
    const plain = (title: string) => JSON.stringify({ title, body: SENTENCE });
    const before = await articles('stable.jsonl', `${plain('A')}\n${plain('B')}\n`);
    const after = await articles('stable.jsonl', `{"title":\n${plain('B')}\n`);
    expect(after[0]?.key).toBe(before[1]?.key);
  });

  test('a line of many megabytes is passed over in bounded memory', async () => {
    const blanks = gzipSync(Buffer.alloc(50_000_000, ' '));
    const before = process.memoryUsage().rss;
    const items = await read(
      'blanks.jsonl.gz',
      Buffer.concat([blanks, blanks, gzipSync(`\n${line('B')}\n`)]),
    );
    expect(problems(items)).toEqual(['problem 1: longer than 8 MB, too long for one article']);
    expect(items).toHaveLength(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  test('gzip that is damaged or breaks off is reported, and what came before is read', async () => {
    const whole = gzipSync(Array.from({ length: 3_000 }, (_, n) => line(`${n} ${Math.sin(n)}`)).join('\n'));
    const cut = await read('cut.jsonl.gz', whole.subarray(0, whole.length / 2));
    expect(cut.length).toBeGreaterThan(100);
    expect(cut.at(-1)).toMatchObject({
      kind: 'failure',
      problem: { line: expect.any(Number), reason: { kind: 'cut-gzip' } },
    });
    expect(problems(await read('plain.jsonl.gz', line('A')))).toEqual([
      'failure -: is not gzip, or is damaged',
    ]);
  });
});

describe('fields', () => {
  const one = async (fields: object) =>
    (await articles('fields.json', JSON.stringify({ title: 'T', body: SENTENCE, ...fields })))[0];

  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T10:00:00+02:00', '2024-03-12T08:00:00Z'],
    ['Tue, 12 Mar 2024 09:30:00 GMT', '2024-03-12T09:30:00Z'],
    ['March 12, 2024', '2024-03-12'],
    [1_710_235_800, '2024-03-12T09:30:00Z'],
    [1_710_235_800_000, '2024-03-12T09:30:00Z'],
    ['someday', null],
    ['', null],
    [null, null],
  ])('a date %j is %j', async (date, published) =>
    expect(await one({ publishedAt: date })).toMatchObject({ published }),
  );

  test('a list of authors or paragraphs, a text of tags, a named publisher', async () => {
    expect(
      await one({
        authors: ['A. Writer', { name: 'B. Editor' }],
        body: ['First paragraph.', 'Second paragraph.'],
        keywords: 'roads, council, roads',
        publisher: { name: 'The Example' },
      }),
    ).toMatchObject({
      author: 'A. Writer, B. Editor',
      body: 'First paragraph.\n\nSecond paragraph.',
      tags: ['roads', 'council'],
      source: 'The Example',
    });
  });

  test.each([
    ['an address', 'https://www.facebook.com/examplenews', null],
    ['nothing known', 'Unknown', null],
    ['markup', '<a href="https://example.org">Ada &amp; Bo</a>', 'Ada & Bo'],
    ['two fields', { first_name: 'Ada', last_name: 'Quay' }, 'Ada Quay'],
    ['a name and a part of it', { name: 'Ada Quay', last_name: 'Quay' }, 'Ada Quay'],
    ['a list with an address in it', ['https://x.com/ada', 'Ada Quay'], 'Ada Quay'],
  ])('an author that is %s', async (_, author, expected) => {
    const [article] = await articles('author.json', JSON.stringify({ body: SENTENCE, author }));
    expect(article?.author).toBe(expected);
  });

  test.each([
    ['a list', ['Reuters', 'AP'], 'Reuters'],
    ['markup', '<a href="https://example.org" rel="nofollow">The Example</a>', 'The Example'],
    ['nothing known', 'unknown', 'outlet.json'],
  ])('a source that is %s', async (_, source, expected) => {
    const [article] = await articles('outlet.json', JSON.stringify({ body: SENTENCE, source }));
    expect(article?.source).toBe(expected);
  });

  test.each(['Cut here… [+1234 characters]', 'Cut here… (+1234 chars)'])(
    'a body that ends in a count loses it: %s',
    async (body) => expect((await articles('cut.json', JSON.stringify({ body })))[0]?.body).toBe('Cut here…'),
  );

  const pieces = [
    { type: 'text', text: 'The bridge ' },
    { type: 'text', text: 'closed.', marks: [{ type: 'bold' }] },
  ];
  test.each([
    [
      'ProseMirror',
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: pieces },
          { type: 'paragraph', content: pieces },
        ],
      },
    ],
    [
      'Slate',
      [
        { type: 'p', children: [{ text: 'The bridge ' }, { text: 'closed.', bold: true }] },
        { type: 'p', children: [{ text: 'The bridge closed.' }] },
      ],
    ],
    [
      'Lexical',
      {
        root: {
          type: 'root',
          children: [
            { type: 'paragraph', children: pieces },
            { type: 'paragraph', children: pieces },
          ],
        },
      },
    ],
    [
      'Draft.js',
      {
        blocks: [
          { key: 'a', text: 'The bridge closed.', type: 'unstyled' },
          { key: 'b', text: 'The bridge closed.' },
        ],
      },
    ],
    [
      'Editor.js, which keeps what is bold as HTML',
      {
        time: 1,
        blocks: [
          { type: 'paragraph', data: { text: 'The bridge <b>closed</b>.' } },
          { type: 'list', data: { items: [{ content: 'The <i>bridge</i> closed.', items: [] }] } },
        ],
      },
    ],
    [
      'Slate, whose paragraphs have no kind',
      [
        { children: [{ text: 'The ' }, { text: 'bridge', bold: true }, { text: ' closed.' }] },
        {
          children: [
            { text: 'The ' },
            { type: 'link', children: [{ text: 'bridge' }] },
            { text: ' closed.' },
          ],
        },
      ],
    ],
    [
      'Portable Text',
      [
        {
          _type: 'block',
          children: [
            { _type: 'span', text: 'The bridge ' },
            { _type: 'span', text: 'closed.' },
          ],
        },
        { _type: 'block', children: [{ _type: 'span', text: 'The bridge closed.' }] },
      ],
    ],
    [
      'Contentful',
      {
        nodeType: 'document',
        content: [
          {
            nodeType: 'paragraph',
            content: [
              { nodeType: 'text', value: 'The bridge ' },
              { nodeType: 'text', value: 'closed.' },
            ],
          },
          { nodeType: 'paragraph', content: [{ nodeType: 'text', value: 'The bridge closed.' }] },
        ],
      },
    ],
  ])('a body in the blocks of %s', async (_, body) =>
    expect((await articles('blocks.json', JSON.stringify({ body })))[0]?.body).toBe(
      'The bridge closed.\n\nThe bridge closed.',
    ),
  );

  test.each([
    ['ProseMirror', 'content', 'hardBreak'],
    ['Lexical', 'children', 'linebreak'],
  ])('a line that ends within a block of %s', async (_, inside, kind) => {
    const pieces = [{ type: 'text', text: 'One' }, { type: kind }, { type: 'text', text: 'Two.' }];
    const body = { type: 'doc', [inside]: [{ type: 'paragraph', [inside]: pieces }] };
    expect((await articles('line.json', JSON.stringify({ body })))[0]?.body).toBe('One\nTwo.');
  });

  test.each([
    ['an object around it', { score: 1, article: { title: 'Bridge closed', text: SENTENCE } }],
    ['its properties', { type: 'Feature', properties: { title: 'Bridge closed', content: SENTENCE } }],
    ['its attributes', { id: 1, attributes: { title: 'Bridge closed', content: SENTENCE } }],
  ])('an article in %s', async (_, value) =>
    expect((await articles('wrapped.json', JSON.stringify([value])))[0]).toMatchObject({
      title: 'Bridge closed',
      body: SENTENCE,
    }),
  );

  test('text that was misread as windows-1252 is what it was', async () => {
    const misread = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));
    const article = {
      title: misread('The “café” opens'),
      author: misread('Zoë'),
      body: misread('“It’s open”'),
    };
    expect(await articles('misread.json', JSON.stringify([article]))).toMatchObject([
      { title: 'The “café” opens', author: 'Zoë', body: '“It’s open”' },
    ]);
  });

  test('markup that was escaped and line ends that were written out are read', async () => {
    const texts = [`&lt;p&gt;${SENTENCE}&lt;/p&gt;`, `${SENTENCE}\\n\\n${SENTENCE}`];
    const read = await articles('escaped.json', JSON.stringify(texts.map((body) => ({ body }))));
    expect(read.map(({ body }) => body)).toEqual([SENTENCE, `${SENTENCE}\n\n${SENTENCE}`]);
  });

  test('the source falls back to the site', async () => {
    expect(await one({ link: 'https://www.example.org/x' })).toMatchObject({ source: 'example.org' });
  });

  test('an address that is none is left out', async () => {
    expect(await one({ url: 'javascript:alert(1)' })).toMatchObject({ url: null, source: 'fields.json' });
  });

  test('the language is the one given, else that of the text', async () => {
    const german = 'Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Frühjahr zu sperren.';
    expect(await one({ language: 'pt-BR' })).toMatchObject({ language: 'pt' });
    expect(await one({})).toMatchObject({ language: 'en' });
    expect(await one({ body: german })).toMatchObject({ language: 'de' });
    expect(await one({ body: '市議会は火曜日に古い橋を春まで閉鎖することを決めた。' })).toMatchObject({
      language: 'ja',
    });
  });
});

test('a whole page is read as one, whatever its name ends with', async () => {
  const html = `<!DOCTYPE html><html><head><title>Bridge closed</title></head><body><nav><a href="/">Home</a></nav><p>${SENTENCE}</p></body></html>`;
  for (const name of ['page.txt', 'page.md', 'page.text.gz'])
    expect(await articles(name, name.endsWith('.gz') ? gzipSync(html) : `\ufeff${html}`)).toMatchObject([
      { title: 'Bridge closed', body: SENTENCE },
    ]);
  expect((await articles('code.md', `An \`<html>\` element. ${SENTENCE}`))[0]?.body).toContain('<html>');
});

test.each([
  [
    '404 - Page not found | The Example',
    'Sorry, the page you are looking for does not exist. It may have been moved.',
  ],
  ['503 Service Temporarily Unavailable', 'nginx'],
  ['The Example - Are you a robot?', 'Please make sure your browser supports scripts and cookies.'],
  ['404: This page could not be found', 'This page could not be found.'],
  ['Access to this page has been denied.', 'Press and hold to confirm you are a human and not a bot.'],
  ['Attention Required! | The Example', 'Please enable cookies. Sorry, you have been blocked.'],
  ['Just a moment...', 'Checking your browser before accessing the site. This process is automatic.'],
  [
    'Seite nicht gefunden – Das Beispiel',
    'Die Seite wurde verschoben oder gelöscht. Zur Startseite geht es hier.',
  ],
])('a page called %j is no article', async (title, text) => {
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  expect(problems(await read('saved.html', page))).toEqual([
    'problem -: cannot be read as a page: no article was found on it',
  ]);
});

test('front matter above a page gives its fields', async () => {
  const front = '---\ntitle: "Bridge: closed"\ndate: 2024-03-12\nauthor: Ida Nilsen\n---\n';
  for (const page of [`<p>${SENTENCE}</p>`, `<html><body><h1>Other</h1><p>${SENTENCE}</p></body></html>`])
    expect(await articles('front.html', `${front}${page}`)).toMatchObject([
      { title: 'Bridge: closed', published: '2024-03-12', author: 'Ida Nilsen', body: SENTENCE },
    ]);
});

test.each([
  '404 flats to be built at the harbour',
  '400 service members killed in crash',
  'Security checks tightened at the airport',
  'Just a moment of calm in the markets',
  'Access denied: how banks shut out the poor',
  'Not found guilty: jury clears mayor',
  'Mayor - access denied to harbour',
])('a short article called %j is one', async (title) => {
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${SENTENCE.repeat(3)}</p></body></html>`;
  expect(await articles('saved.html', page)).toMatchObject([{ title }]);
});
