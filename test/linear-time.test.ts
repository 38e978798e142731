/** Whatever is repeated in a text that others wrote, reading it takes time that grows with its length alone. */
import { describe, test } from 'vitest';
import { quoteExcerpt } from '../src/discord/cards/block-quote.ts';
import { linkAddress } from '../src/discord/link-address.ts';
import { clip, escapeMarkdown, oneLine } from '../src/discord/markup.ts';
import { plainText } from '../src/discord/plain-text.ts';
import { articleKey, pageAddress } from '../src/domain/article-key.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { isSameStory, sharesWords } from '../src/feeds/shared-words.ts';
import { exportedPosts } from '../src/intake/corpus/exported-posts.ts';
import { splitFeed } from '../src/intake/corpus/split-feed.ts';
import { titleFromBody } from '../src/intake/corpus/title-from-body.ts';
import { decodeBytes } from '../src/intake/feed-formats/decode-bytes.ts';
import { readOpml } from '../src/intake/feed-formats/opml.ts';
import { parseFeed } from '../src/intake/feed-formats/parse-feed.ts';
import { discoverFeeds } from '../src/intake/html/discover-feeds.ts';
import { dropLines, isFurnitureLine } from '../src/intake/html/furniture-lines.ts';
import { htmlToText, plainToText } from '../src/intake/html/html-to-text.ts';
import { withoutCut, withoutOutlet } from '../src/intake/html/outlet-suffix.ts';
import { readJsonLd } from '../src/intake/html/read-json-ld.ts';
import { readDate } from '../src/intake/parse-date.ts';
import { parseQuery } from '../src/query/parse-query.ts';
import { phrasesIn } from '../src/search/phrases-in.ts';
import { headline } from '../src/stories/headline.ts';
import { blocks } from '../src/text/blocks.ts';
import { cleanLine } from '../src/text/clean-text.ts';
import { detectLanguage } from '../src/text/detect-language.ts';
import { withLineEnds } from '../src/text/line-ends.ts';
import { questionLanguage } from '../src/text/question-language.ts';
import { sentences } from '../src/text/sentences.ts';
import { makeTerm, terms } from '../src/text/terms.ts';
import { expectLinear } from './expect-linear.ts';

/** Marks, letters and words that expressions and loops wait for an end of, alone and in company. */
const REPEATED = [
  'A.',
  'a.',
  'A. ',
  '1.',
  '1,',
  'de ',
  "a'",
  '.',
  '. ',
  '...',
  '!',
  '"',
  '“',
  '”',
  '(',
  ')',
  '[',
  '](',
  '![[',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '~',
  '|',
  '<',
  '</',
  '</p>',
  '<p ',
  '<p>',
  '<a href="',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a[',
  '&',
  '&a',
  '&#x',
  '&lt;p',
  '>',
  '#',
  '\n',
  '\n\n',
  ' \n',
  '\t',
  ' ',
  '\u00a0',
  '-',
  '- ',
  '---\n',
  '+ ',
  '1) ',
  '=',
  '%',
  '%41',
  '{',
  '{{',
  '^',
  '\\',
  '\\"',
  '/',
  '<http://',
  'http://',
  'a@',
  '<a@b>',
  ':',
  ':: ',
  ';',
  ',',
  ...[
    'a',
    'A',
    'aa ',
    'the ',
    'The ',
    'é',
    'İ',
    '漢',
    'の ',
    'ไ',
    '한',
    'Б',
    '\u0301',
    '\u00ad',
    '\u200b',
    '👩‍👧',
    '\u{1f914}\ufe0f',
    '\u{1f914}',
    '!',
    '?',
    '\ud800',
  ],
  ...[
    '’s ',
    '…',
    '– ',
    '年',
    '12:',
    '2024-',
    'Jan ',
    'Photo ',
    'Read more ',
    'read more',
    ' | CNN',
    '?utm_a=',
    '&a=b',
  ],
  ...[
    'discord.gg',
    '<ul><li>',
    '<td>',
    '<ruby>山<rt>',
    '<item>',
    '<title>',
    '<!ENTITY a "',
    '<?xml ',
    'Mr. ',
    'U.S. ',
  ],
  ...[
    '[+1 chars]',
    'source:',
    '-a ',
    '"a" ',
    'ational',
    'isation',
    'our',
    '</b><i>',
    'a\n',
    'Share\n',
    'By A. ',
  ],
];

const document = (text: string) => ({
  bytes: Buffer.from(text),
  contentType: null,
  address: 'https://wire.example/feed',
  nowMs: Date.UTC(2026, 0, 5),
});

/** Unexpected results are reported; they do not matter here. */
const told = (read: () => unknown): void => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
  }
};

const feed = (inside: string): void =>
  told(() => parseFeed(document(`<rss><channel><item>${inside}</item></channel></rss>`)));
const LANGUAGES = ['en', 'de', 'fi', 'tr', 'ru', 'ar', 'hu', 'el'];
const article = (title: string, body: string) => ({
  seq: 1,
  key: 'k',
  givenId: null,
  title,
  url: null,
  source: 's',
  author: null,
  published: null,
  body,
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'file:a',
  addedAtMs: 0,
  changedAtMs: 0,
  arrival: 'new' as const,
});

const EXCERPT = {} as Parameters<typeof quoteExcerpt>[0];

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'its words': (text) => terms(text, 'en'),
  'one long word': (text) => LANGUAGES.map((language) => makeTerm(text.slice(0, 20_000), language)),
  'its blocks': blocks,
  'its sentences': (text) => [sentences(text, 'en'), sentences(text, 'el'), sentences(text, 'ja')],
  'its language': detectLanguage,
  'how it begins': (text) => [questionLanguage(text), cleanLine(text), titleFromBody(text, 'en')],
  'a question': (text) => told(() => parseQuery(text, Date.UTC(2026, 0, 5))),
  // Longer ones are refused unread: a fortieth of the text is as long as they may be.
  'what stands in a question': (text) => {
    const part = text.slice(0, text.length / 42);
    for (const asked of [`${part} who won`, `who won ${part} x`, `i live in kyiv${part}x did it rain`])
      told(() => parseQuery(asked, Date.UTC(2026, 0, 5)));
  },
  'a phrase': (text) => phrasesIn('The bridge is closed.')(`${text}x`),
  'the title of a story': (text) => headline(article(text, text)),
  'text in markdown': (text) => [escapeMarkdown(text), oneLine(text, 200), clip(text, text.length - 1)],
  'an excerpt': (text) =>
    quoteExcerpt({
      ...EXCERPT,
      text,
      start: 0,
      best: { start: 0, end: text.length >> 1 },
      matches: [{ start: 3, end: 9 }],
    }),
  'a message': plainText,
  'an address': (text) => {
    const url = `https://wire.example/${text}`;
    const of = { origin: 'feed:1', givenId: null, url, title: text, body: text, place: 'feed' } as const;
    return [
      linkAddress(url, 500),
      pageAddress(url),
      pageAddress(`https://wire.example/?${text}`),
      articleKey(of),
    ];
  },
  HTML: (text) => [htmlToText(text), htmlToText(`<p>a</p>${text}`)],
  'plain text that may be HTML': plainToText,
  'a feed’s title': (text) => feed(`<title>${text}</title>`),
  'a feed’s text': (text) => feed(`<description>${text}</description>`),
  'a feed’s text in CDATA': (text) =>
    feed(`<description><![CDATA[${text}]]></description><author>${text}</author><pubDate>${text}</pubDate>`),
  'what stands around a feed': (text) => told(() => parseFeed(document(`${text}<rss><channel>${text}`))),
  'a JSON feed': (text) => {
    const item = { id: text, title: text, content_html: text, summary: text, date_published: text };
    const version = 'https://jsonfeed.org/version/1.1';
    told(() => parseFeed(document(JSON.stringify({ version, title: text, items: [item] }))));
  },
  'a list of feeds': (text) => told(() => readOpml(Buffer.from(`<opml><body>${text}`), text)),
  'a page that may name feeds': (text) => discoverFeeds(document(text)),
  bytes: (text) => decodeBytes(Buffer.from(text), text),
  'a date': readDate,
  'a page’s title': (text) => [
    withoutOutlet(text, { names: [text, 'The Wire'], addresses: ['https://wire.example'] }),
    withoutCut(text, `${text}${text}`),
  ],
  'a page’s lines': (text) => [isFurnitureLine(text), dropLines(text, isFurnitureLine)],
  'what a page says of itself': (text) => readJsonLd([`{"a":1}${text}x}`], [text], text),
  'line ends written out': (text) => withLineEnds(`\\n\\n${text}`),
  'a blog’s export': (text) => {
    const written = `<item><content:encoded>${text}</content:encoded></item>`;
    return [
      ...exportedPosts(splitFeed(`<rss xmlns:wp="http://wordpress.org/export/1.2/">${written}`)).pieces,
    ];
  },
  'words that are shared': (text) => {
    const one = { title: text, text } as Parameters<typeof sharesWords>[0];
    return [sharesWords(one, { title: text, text }), isSameStory(text, text)];
  },
};

describe('time grows with the length alone, reading', () => {
  test.each(Object.entries(READERS))('%s', async (_, read) => {
    for (const part of REPEATED)
      for (const [before, after] of [
        ['', ''],
        ['Word ', 'x'],
      ]) {
        const make = (length: number): string => `${before}${part.repeat(length / part.length)}${after}`;
        await expectLinear((length) => read(make(length)), JSON.stringify(part));
      }
  });

  test('a page that names many feeds', () =>
    expectLinear((length) => {
      const links = Array.from(
        { length: length / 10 },
        (_, at) => `<a href="/${at}">RSS</a><link rel="feed" type="text/xml" href="/f${at}">`,
      );
      discoverFeeds(document(`<base href="https://a.example/">${links.join('')}`));
    }));
});
