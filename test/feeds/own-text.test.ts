import { describe, expect, test } from 'vitest';
import { sharesWords } from '../../src/feeds/shared-words.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { type Item, openBench, rss } from './feed-bench.ts';

const html = (...paragraphs: string[]): string =>
  `<html><body><article>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;

const WALL = [
  'Before you go on we would like to ask for your permission to keep cookies in your browser and to read them again.',
  'Some are needed for our pages to work, and others tell our partners what might be of interest to you, wherever you go.',
  'You may change your mind at any time on the page of your profile, or write to the people who look after our data.',
];

const story = (about: string, place: string): string[] =>
  ['said', 'heard', 'saw', 'knew'].map(
    (verb, at) =>
      `People in ${place} ${verb} on day ${at} what the ${about} would mean for them, and hoped that all of it was over soon enough (${at}${place}).`,
  );

/** A feed whose entries' pages are served by path. */
const openSite = async () => {
  const site: { items: Item[]; pages: Record<string, string>; asked: string[] } = {
    items: [],
    pages: {},
    asked: [],
  };
  const server = await serveLoopback((request, response) => {
    const { url = '' } = request;
    site.asked.push(url);
    const page = site.pages[url];
    const isFeed = url === '/feed';
    response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' });
    response.end(isFeed ? rss(site.items) : (page ?? ''));
  });
  const bench = await openBench();
  const { feed } = await bench.feeds.add(`${server.origin}/feed`);
  const item = (id: string, title: string, text: string): Item => ({
    id,
    title,
    text,
    link: `${server.origin}/${id}`,
  });
  const bodyOf = (id: string): string | undefined =>
    bench.archive.articles.get(`feed:${feed.id}#${id}`)?.body;
  return { ...bench, site, item, bodyOf };
};

describe('the text of a page', () => {
  test('is not the entry’s where it speaks of something else', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    site.items = [item('a', 'Quarry strike ends', 'The quarries of Mosund sail again after nine days.')];
    site.pages = { '/a': html(...WALL) };
    await pollNext();
    expect(bodyOf('a')).toBe('The quarries of Mosund sail again after nine days.');
  });

  test('is the entry’s where it tells the same at length', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    site.items = [item('a', 'Quarry strike ends in Mosund', 'The quarries sail again.')];
    site.pages = { '/a': html(...story('quarry strike', 'Mosund')) };
    await pollNext();
    expect(bodyOf('a')).toBe(story('quarry strike', 'Mosund').join('\n\n'));
  });

  test('is nobody’s where the pages of two articles give it, even if it shares their words', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    const text = story('quarry strike and the mayor’s letter', 'Mosund');
    site.items = [
      item('a', 'Quarry strike in Mosund', 'Nine days without a boat.'),
      item('b', 'Mayor of Mosund resigns over letter', 'She goes on Tuesday.'),
    ];
    site.pages = { '/a': html(...text), '/b': html(...text) };
    await pollNext();
    expect([bodyOf('a'), bodyOf('b')]).toEqual(['Nine days without a boat.', 'She goes on Tuesday.']);
  });

  test('that turns out to be nobody’s is given up by the article that had it', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    const text = story('quarry strike and the mayor’s letter', 'Mosund');
    const first = item('a', 'Quarry strike in Mosund', 'Nine days without a boat.');
    site.items = [first];
    site.pages = { '/a': html(...text), '/b': html(...text) };
    await pollNext();
    expect(bodyOf('a')).toBe(text.join('\n\n'));
    site.items = [item('b', 'Mayor of Mosund resigns over letter', 'She goes on Tuesday.'), first];
    await pollNext();
    await pollNext();
    expect([bodyOf('a'), bodyOf('b')]).toEqual(['Nine days without a boat.', 'She goes on Tuesday.']);
    const asked = site.asked.length;
    await pollNext();
    expect(site.asked.length).toBe(asked + 1);
  });

  test('loses the paragraphs that other pages give too, but not the story so far', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    const pitch =
      'Our harbour backend writes every Friday about what moves on the water and what does not, and why.';
    const soFar =
      'The quarry strike in Mosund had begun in the spring, when the crews asked for longer nights at home.';
    site.items = [
      item('a', 'Quarry strike in Mosund ends', 'Boats sail.'),
      item('b', 'Who paid for the strike of the quarry crews', 'Nobody did.'),
    ];
    const [one, two] = [story('quarry strike', 'Mosund'), story('crews who strike on the quarry', 'Orl')];
    site.pages = { '/a': html(...one, soFar, pitch), '/b': html(...two, soFar, pitch) };
    await pollNext();
    expect(bodyOf('a')).toBe([...one, soFar].join('\n\n'));
    expect(bodyOf('b')).toBe([...two, soFar].join('\n\n'));
  });

  test('stays where the same article is published again under another address or headline', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    const text = story('quarry strike', 'Mosund');
    site.items = [
      item('a', 'Quarry strike in Mosund ends', 'Boats sail.'),
      item('b', 'Update: quarry strike in Mosund ends', 'Boats sail at last.'),
    ];
    site.pages = { '/a': html(...text), '/b': html(...text) };
    await pollNext();
    expect([bodyOf('a'), bodyOf('b')]).toEqual([text.join('\n\n'), text.join('\n\n')]);
  });

  test('does not count where it repeats the entry before a wall', async () => {
    const { site, item, bodyOf, pollNext } = await openSite();
    const summary = 'The quarries of Mosund sail again after nine days, the crews said on Monday.';
    site.items = [item('a', 'Quarry strike ends', summary)];
    site.pages = { '/a': html('Quarry strike ends', summary, ...WALL) };
    await pollNext();
    expect(bodyOf('a')).toBe(summary);
  });
});

describe('titles', () => {
  test('lose the name of their feed and the dots of a cut', async () => {
    const { site, item, archive, pollNext } = await openSite();
    const long = 'It goes on with one fact after the other. '.repeat(30);
    site.items = [
      item('a', 'Quarry strike ends | The Wire', long),
      item('b', 'Quarries - a history …', long),
      item('c', 'Mayor resigns - The Wire', long),
    ];
    await pollNext();
    const titles = [...archive.articles.values()].map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Mayor resigns', 'Quarries - a history', 'Quarry strike ends']);
  });
});

test('a title that its feed cut is whole where the page has the rest', async () => {
  const { site, item, archive, pollNext } = await openSite();
  site.items = [item('a', 'Quarry strike in Mosund ends after … - The Wire', 'The quarries sail again.')];
  const title = '<title>Quarry strike in Mosund ends after nine days | The Wire</title>';
  site.pages = {
    '/a': html(...story('quarry strike', 'Mosund')).replace('<html>', `<html><head>${title}</head>`),
  };
  await pollNext();
  expect([...archive.articles.values()].map(({ title }) => title)).toEqual([
    'Quarry strike in Mosund ends after nine days',
  ]);
});

describe('sharesWords', () => {
  const page = (text: string) => ({ title: null, text });

  test.each([
    ['東京の橋が閉鎖', '東京都は月曜日、古い橋を閉鎖したと発表した。閉鎖は来年まで続く。'],
    ['สะพานเก่าในกรุงเทพปิด', 'ทางการประกาศว่าสะพานเก่าในกรุงเทพจะปิดจนถึงฤดูใบไม้ผลิ'],
    ['부산 다리 폐쇄', '부산시는 월요일 오래된 다리를 폐쇄한다고 밝혔다.'],
    ['Старый мост закрыт', 'Городские власти закрыли старый мост до весны, движения по мосту нет.'],
    ['إغلاق الجسر القديم', 'أعلنت المدينة إغلاق جسر المدينة القديم حتى الربيع'],
    ['EU und UN', 'Die EU und die UN trafen sich.'],
  ])('finds %j in its article', (title, text) =>
    expect(sharesWords({ title, text: '' }, page(text))).toBe(true),
  );

  test.each([
    ['東京の橋が閉鎖', 'このサイトではクッキーを使用しています。続けるには同意してください。'],
    ['สะพานเก่าในกรุงเทพปิด', 'เว็บไซต์นี้ใช้คุกกี้เพื่อให้คุณได้รับประสบการณ์ที่ดีที่สุด'],
    ['부산 다리 폐쇄', '이 사이트는 쿠키를 사용합니다. 계속하려면 동의해 주세요.'],
    ['Старый мост закрыт', 'Чтобы продолжить, включите в браузере поддержку сценариев.'],
    ['Quarry strike ends', 'Please enable JavaScript to go on.'],
  ])('does not find %j in a wall', (title, text) =>
    expect(sharesWords({ title, text: '' }, page(text))).toBe(false),
  );

  test.each([
    'Access denied. You do not have permission to see "http://w.example/news/old-mill-burns-down-in-tarn" on this server.',
    'Sorry, you have been blocked. You are unable to access w.example/news/old-mill-burns-down-in-tarn from where you are.',
    'The page Old mill burns down in Tarn was not found. It may have been moved, or deleted by those who run this site.',
  ])('does not count how a page that refuses names what was asked for: %s', (text) => {
    const entry = { title: 'Old mill burns down in Tarn', text: 'Firemen fought flames all night.' };
    expect(sharesWords(entry, { title: null, text })).toBe(false);
    expect(sharesWords(entry, { title: null, text: `The mill in Tarn is old and burns. ${text}` })).toBe(
      true,
    );
  });

  test('takes any text for an entry that says nothing', () => {
    expect(sharesWords({ title: null, text: '' }, page('Anything at all.'))).toBe(true);
  });
});

test('an article is in the language of its text where its feed names English, as many do by mistake', async () => {
  const { site, item, pollNext, archive } = await openSite();
  const german =
    'Die Fähre Aurora ist am Montag im Hafen von Orl gegen die Mole gefahren, und niemand wurde verletzt. ';
  const english = 'The ferry Aurora struck the pier of Orl on Monday, and nobody was hurt. ';
  site.items = [
    item('a', 'Fähre rammt Mole im Hafen von Orl', german.repeat(3)),
    item('b', 'Ferry strikes pier in Orl', english.repeat(3)),
  ];
  await pollNext();
  expect([...archive.articles.values()].map(({ title, language }) => [title, language])).toEqual([
    ['Ferry strikes pier in Orl', 'en'],
    ['Fähre rammt Mole im Hafen von Orl', 'de'],
  ]);
});
