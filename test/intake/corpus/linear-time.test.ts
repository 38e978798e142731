/** Files made to be slow. */
import { describe, test } from 'vitest';
import { readDate } from '../../../src/intake/parse-date.ts';
import { expectLinear } from '../../expect-linear.ts';
import { openCorpusFiles } from './corpus-files.ts';

const { read } = openCorpusFiles();
const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';
const json = (body: string): string => JSON.stringify({ title: 'T', body: `<p>${SENTENCE}</p>${body}` });
const wordPress = (text: string): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><content:encoded><![CDATA[${text}]]></content:encoded></item></rss>`;

describe('reading takes time that grows with the text alone', () => {
  test.each<[string, string, (n: number) => string]>([
    ['“advertisement” and blanks', 'a.txt', (n) => `${SENTENCE}\nadvertisement${' '.repeat(n)}x`],
    [
      '“advertisement” among stars',
      'a.txt',
      (n) => `${SENTENCE}\n${'* '.repeat(n)}advertisement${' *'.repeat(n)}`,
    ],
    ['full stops and blanks', 'a.txt', (n) => `${'.'.repeat(n)}${' '.repeat(n)}x`],
    ['closing tags in JSON', 'a.json', (n) => json('</p>'.repeat(n))],
    ['other closing tags in JSON', 'a.json', (n) => json('</div></b>'.repeat(n))],
    ['closing tags after deep open ones', 'a.json', (n) => json('<div>'.repeat(n / 8) + '</b>'.repeat(n))],
    [
      'the same saved as a page',
      'a.html',
      (n) => `<p>${SENTENCE}</p>${'<i>'.repeat(2_000)}${'</b>'.repeat(n)}`,
    ],
    ['a tag that never ends', 'a.json', (n) => json(`<br${' '.repeat(n)}`)],
    ['a cut mark after blanks', 'a.json', (n) => json(`${' '.repeat(n)}[+1 chars] ${' '.repeat(n)}`)],
    ['brackets in an author', 'a.json', (n) => JSON.stringify({ body: SENTENCE, author: '[[a]('.repeat(n) })],
    [
      'a printed list without end',
      'a.json',
      (n) => JSON.stringify({ body: SENTENCE, author: `['${"\\'".repeat(n)}` }),
    ],
    [
      'a printed list of marks',
      'a.json',
      (n) => JSON.stringify({ body: SENTENCE, author: `['${"\\'".repeat(n)}]` }),
    ],
    ['lists in an article', 'a.json', (n) => `{${'"items":[1,2],'.repeat(n / 8)}"body":"x"}`],
    ['envelopes without articles', 'a.json', (n) => `{${'"data":{"items":[1]},'.repeat(n / 8)}"body":"x"}`],
    ['blank lines after an article', 'a.json', (n) => `{"body":"x"}${'\\n'.repeat(n)}x`],
    ['articles one after the other', 'a.json', (n) => '{\n"title":"a"}\n'.repeat(n / 8)],
    ['tags that close nothing', 'a.html', (n) => `<p>${'</b><i>'.repeat(n / 8)}`],
    ['comments above a text', 'a.md', (n) => `${'<!---->'.repeat(n / 8)}${SENTENCE}`],
    ['rules', 'a.md', (n) => '---\n'.repeat(n)],
    ['front matter of slips', 'a.md', (n) => `---\n${'a: "b\n'.repeat(n / 8)}---\n${SENTENCE}`],
    ['brackets', 'a.md', (n) => '![[[^a'.repeat(n / 4)],
    ['stars', 'a.md', (n) => `${'*a **b '.repeat(n / 8)}${'c** d*'.repeat(n / 8)}`],
    ['templates', 'a.md', (n) => '{{<{%{:%%'.repeat(n / 4)],
    ['quotation marks that open nothing', 'a.csv', (n) => `title,body\n${'a,"b\n'.repeat(n / 4)}`],
    ['a quotation mark without end', 'a.csv', (n) => `title,body\na,"b\n${'c\n'.repeat(n / 4)}`],
    ['entries on one line', 'a.xml', (n) => `<rss>${'<item><title>a</title></item>'.repeat(n / 64)}</rss>`],
    [
      'a head and short entries',
      'a.xml',
      (n) => `<rss><channel>${'<a>b</a>'.repeat(n / 8)}${'<item>'.repeat(n / 8)}`,
    ],
    ['comments that never end', 'a.xml', (n) => `<rss>${'<!-- <![CDATA['.repeat(n)}`],
    ['tags that never end', 'a.xml', (n) => `<rss>${'<a:'.repeat(n)}${'a'.repeat(n)}`],
    ['shortcodes that never end', 'a.xml', (n) => wordPress('[a b='.repeat(n / 8) + '='.repeat(n))],
    ['quotation marks in a comment', 'a.csv', (n) => `# ${'" '.repeat(n / 2)}x\ntitle,body\na,b\n`],
    ['quotation marks alone', 'a.csv', (n) => `title,body\n${'"'.repeat(n)}`],
  ])('%s', (_, name, make) => expectLinear((length) => read(name, make(length))));

  test.each(['1 ', 'a ', '12:', '+02 ', '. ', '( ', 'A/', '年', '午後', '٢', 'utc+'])(
    'a date of %j',
    (part) => expectLinear((length) => readDate(part.repeat(length))),
  );
});
