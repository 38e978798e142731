import { describe, expect, test } from 'vitest';
import { markdownToText } from '../../../src/intake/corpus/markdown-to-text.ts';
import { openCorpusFiles } from './corpus-files.ts';

const { read, articles, problems } = openCorpusFiles();
const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';

describe('markdown is read as the text it shows', () => {
  test.each([
    ['**Bold** and *slanted* and ~~gone~~ and `code`', 'Bold and slanted and gone and code'],
    ['The [mayor](https://example.org/mayor "Her page") spoke', 'The mayor spoke'],
    ['The [mayor][1] spoke\n\n[1]: https://example.org', 'The mayor spoke'],
    ['The [mayor][m] spoke ![of][m]\nof it.\n[m]: https://example.org "x"', 'The mayor spoke\nof it.'],
    ['Before ![a bridge](bridge.jpg "x") after', 'Before after'],
    ['See <https://example.org/x>.', 'See https://example.org/x.'],
    ['# Title\n\nText', 'Title\n\nText'],
    ['Title\n=====\n\nText', 'Title\n\nText'],
    ['### Closed ###\nText', 'Closed\n\nText'],
    ['- one\n- two', '• one\n• two'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['- [x] done\n- [ ] open', '• done\n• open'],
    ['> Said the mayor.\n> Twice.', 'Said the mayor.\nTwice.'],
    ['> [!warning] Closed\n> Until spring.', 'Closed\nUntil spring.'],
    ['One\n\n---\n\nTwo', 'One\n\nTwo'],
    ['```js\nconst a = 1;\n```', 'const a = 1;'],
    ['| Name | Votes |\n|------|------:|\n| Ann | 14 |\n| Bob | 13 |', 'Name Votes\nAnn 14\nBob 13'],
    ['Said so.[^1] Again.\n\n[^1]: The report, page 3.', 'Said so. Again.\n\nThe report, page 3.'],
    ['A <b>bold</b> word<br>and a <span class="x">span</span>', 'A bold word\nand a span'],
    ['<div align="center">\n\nIn the middle\n\n</div>', 'In the middle'],
    ['<!-- hidden -->Shown', 'Shown'],
    [':::note Mind\nThe bridge is closed.\n:::', 'The bridge is closed.'],
    ['!!! warning "Mind"\n    The bridge is closed.', 'The bridge is closed.'],
    ['[TOC]\n\n[[_TOC_]]\n\nText', 'Text'],
    ['\\*not slanted\\* and AT\\&T', '*not slanted* and AT&T'],
    ['Caf&eacute; &amp; bar', 'Café & bar'],
    ['[[Ida Nilsen]] met [[people/ann|Ann]] ![[photo.png]]there', 'Ida Nilsen met Ann there'],
    ['Read [the story]({{ site.url }}/a) {{ page.date }}now', 'Read the story now'],
    ['%%a note%%Shown {% include x.html %}here {{< figure src="a" >}}now', 'Shown here now'],
    ['==Marked== text ^block-1\n\nif a == b == c', 'Marked text\n\nif a == b == c'],
    ['2 * 3 * 4 = 24 and snake_case_name and 5 < 6', '2 * 3 * 4 = 24 and snake_case_name and 5 < 6'],
  ])('%j', (source, text) => expect(markdownToText(source).text).toBe(text));

  test('nested as deep as it likes, it takes no more than its length', () => {
    for (const mark of [
      '[',
      '![',
      '> ',
      '- ',
      '**a ',
      '_a __b ',
      '`a',
      '<div>',
      '[[',
      '![[',
      '{{<',
      '%%a',
      '[^a',
      '{%',
    ])
      for (const repeat of [2_000, 40_000]) expect(() => markdownToText(mark.repeat(repeat))).not.toThrow();
  });

  test('headings, links and lists are gone from an article, its title and its picture', async () => {
    const text = `# The [bridge](x) is **closed**\n\n![](https://example.org/b.jpg)\n\n${SENTENCE}\n\n## What we know\n\n${SENTENCE}\n`;
    const [article] = await articles('bridge.markdown', text);
    expect(article).toMatchObject({
      title: 'The bridge is closed',
      body: `The bridge is closed\n\n${SENTENCE}\n\nWhat we know\n\n${SENTENCE}`,
      imageUrl: 'https://example.org/b.jpg',
    });
  });

  test('lines that a margin broke are joined, lines that were meant are not', async () => {
    const wrapped =
      'The council voted on Tuesday evening to close the\nOld Bridge until the spring, because its arches are\nunsafe.';
    expect((await articles('wrapped.md', wrapped))[0]?.body).toBe(wrapped.replaceAll('\n', ' '));
    const meant = `${SENTENCE}\n${SENTENCE.replace('bridge', 'road')}`;
    expect((await articles('meant.md', meant))[0]?.body).toBe(meant);
  });
});

describe('front matter', () => {
  const article = async (text: string) => (await articles('front.md', text))[0];
  const told = async (text: string) => problems(await read('front.md', text));

  test('may be TOML', async () => {
    const text = `+++\ntitle = "The bridge: closed"\ndate = 2024-03-12T10:00:00+02:00\ntags = ["roads", "council"]\n[extra]\nauthor = "A. Writer"\n+++\n${SENTENCE}`;
    expect(await article(text)).toMatchObject({
      title: 'The bridge: closed',
      published: '2024-03-12T08:00:00Z',
      author: 'A. Writer',
      tags: ['roads', 'council'],
      body: SENTENCE,
    });
    expect((await article(text.replace('2024-03-12T10:00:00+02:00', '2024-03-12')))?.published).toBe(
      '2024-03-12',
    );
    expect(await told(text)).toEqual([]);
  });

  test('may be JSON, lines without marks, or begin after blank lines and end with dots', async () => {
    for (const text of [
      `{\n  "title": "Bridge closed",\n  "date": "2024-03-12"\n}\n\n${SENTENCE}`,
      `Title: Bridge closed\nDate: 2024-03-12\n\n${SENTENCE}`,
      `\n\n---\ntitle: Bridge closed\ndate: 2024-03-12\n...\n${SENTENCE}`,
      `---  \r\ntitle: Bridge closed\r\ndate: 2024-03-12\r\n---\r\n${SENTENCE}`,
      `---toml\ntitle = "Bridge closed"\ndate = 2024-03-12\n---\n${SENTENCE}`,
      `---json\n{ "title": "Bridge closed", "date": "2024-03-12" }\n---\n${SENTENCE}`,
      `---yaml\ntitle: Bridge closed\ndate: 2024-03-12\n---\n${SENTENCE}`,
    ]) {
      expect(await article(text)).toMatchObject({
        title: 'Bridge closed',
        published: '2024-03-12',
        body: SENTENCE,
      });
      expect(await told(text)).toEqual([]);
    }
  });

  test.each([
    ['title: Harbour plan: mayor hesitates', 'Harbour plan: mayor hesitates', 2],
    ['title: "Never closed', 'Never closed', 2],
    ['title: [Live] Bridge closed', '[Live] Bridge closed', 2],
    ['title: @mayor: “no”', '@mayor: “no”', 2],
    ['title: 100% *sure', '100% *sure', null],
    ['title: Bridge: closed\n\tuntil spring', 'Bridge: closed until spring', 2],
    ['title:Bridge closed', 'Bridge closed', 2],
    ['title: \t“Bridge” closed', '“Bridge” closed', null],
  ])('with the slip %j is read by its lines', async (line, title, at) => {
    const text = `---\n${line}\ndate: 2024-03-12\ntags:\n  - roads\n---\n${SENTENCE}`;
    expect(await article(text)).toMatchObject({
      title,
      published: '2024-03-12',
      tags: ['roads'],
      body: SENTENCE,
    });
    const reasons = await told(text);
    if (at === null) expect(reasons).toEqual([]);
    else
      expect(reasons).toEqual([expect.stringMatching(new RegExp(`^problem ${at}: front matter: .*“title”`))]);
  });

  test('that names a field twice keeps the first and reports the line', async () => {
    const text = `---\ntitle: A\ntags: one\ntags: two\n---\n${SENTENCE}`;
    expect(await article(text)).toMatchObject({ title: 'A', tags: ['one'] });
    expect(await told(text)).toEqual(['problem 4: front matter: “tags” comes twice; the first is kept']);
  });

  test('in TOML with a slip is read by its lines', async () => {
    const text = `+++\ntitle = "A"\ndate = 12 March 2024\ntoc = yes\n+++\n${SENTENCE}`;
    expect(await article(text)).toMatchObject({ title: 'A', published: '2024-03-12' });
    expect(await told(text)).toHaveLength(2);
  });

  test('that is never closed ends with its lines', async () => {
    for (const gap of ['\n', '']) {
      const text = `---\ntitle: A\ntags:\n  - x\ndate: 2024-03-12\n${gap}${SENTENCE}`;
      expect(await article(text)).toMatchObject({ title: 'A', published: '2024-03-12', body: SENTENCE });
      expect(await told(text)).toEqual([
        expect.stringContaining('problem 1: front matter: its end is missing'),
      ]);
    }
  });

  test('that is never closed and has nothing below is no text', async () => {
    for (const end of ['\n', '']) {
      const text = `---\ntitle: A\nbody: ${SENTENCE.replace(':', '')}\ndate: 2024-03-12${end}`;
      expect(await article(text)).toMatchObject({ title: 'A', published: '2024-03-12', body: SENTENCE });
    }
  });

  test('may hold marks in its title, and the body where nothing stands below', async () => {
    const [only] = await articles(
      'only.md',
      `---\ntitle: "The *old* [bridge](x): f*** it"\nbody: "${SENTENCE}"\n---\n`,
    );
    expect(only).toMatchObject({ title: 'The old bridge: f*** it', body: SENTENCE });
  });

  test('is distinguished from rules with text between them, and from a text that begins with a word and a colon', async () => {
    const rules = `---\n${SENTENCE}\n---\n\nMore.`;
    expect((await article(rules))?.body).toContain(SENTENCE);
    const colon = `Mayor: "The bridge is closed."\nCouncil: "It is not."\n\n${SENTENCE}`;
    expect((await article(colon))?.body).toContain('Mayor:');
  });

  test('nested too deep costs its field, not the article', async () => {
    const text = `---\ntitle: A\ndeep: ${'['.repeat(50_000)}\n---\n${SENTENCE}`;
    expect(await article(text)).toMatchObject({ title: 'A', body: SENTENCE });
    expect(await told(text)).toEqual([expect.stringContaining('“deep”')]);
  });
});
