import { expect, test } from 'vitest';
import { createCookieJar } from '../../../src/intake/fetch/cookie-jar.ts';

const sentTo = (from: string, cookie: string, to: string): string | null => {
  const jar = createCookieJar(() => 0);
  jar.keep(new URL(from), [cookie]);
  return jar.headerFor(new URL(to));
};

test.each([
  ['https://www.paper.example/a', 'id=1', 'https://www.paper.example/b', 'id=1'],
  ['https://www.paper.example/a', 'id=1', 'https://paper.example/b', null],
  ['https://www.paper.example/a', 'id=1; Domain=paper.example', 'https://my.paper.example/', 'id=1'],
  ['https://www.paper.example/a', 'id=1; domain=.PAPER.example', 'https://paper.example/', 'id=1'],
  ['https://www.paper.example/a', 'id=1; Domain=paper.example', 'https://notpaper.example/', null],
  ['https://www.paper.co.uk/a', 'id=1; Domain=co.uk', 'https://other.co.uk/', null],
  ['https://www.paper.example/a', 'id=1; Domain=example', 'https://other.example/', null],
  ['https://paper.example/a', 'id=1; Domain=my.paper.example', 'https://my.paper.example/', null],
  ['https://paper.example/a/b', 'id=1', 'https://paper.example/a/c', 'id=1'],
  ['https://paper.example/a/b', 'id=1', 'https://paper.example/ab', null],
  ['https://paper.example/a', 'id=1; Secure', 'http://paper.example/a', null],
  ['http://paper.example/a', 'id=1', 'https://paper.example/a', 'id=1'],
  ['http://paper.example:8080/a', 'id=1', 'http://paper.example:9090/a', null],
  ['http://paper.example/a', 'id=a\r\nX-Evil: 1', 'http://paper.example/a', null],
])('a cookie set by %s as %j goes to %s as %j', (from, cookie, to, sent) => {
  expect(sentTo(from, cookie, to)).toBe(sent);
});

test('the latest value counts, and a cookie that has ended goes', () => {
  const jar = createCookieJar(() => 0);
  const url = new URL('https://paper.example/');
  jar.keep(url, ['a=1', 'b=2']);
  jar.keep(url, ['a=3', 'b=; Max-Age=-1']);
  expect(jar.headerFor(url)).toBe('a=3');
});

test('a site that sets thousands is sent a bounded number', () => {
  const jar = createCookieJar(() => 0);
  const url = new URL('https://paper.example/');
  for (let hop = 0; hop < 5; hop++)
    jar.keep(
      url,
      Array.from({ length: 1000 }, (_, number) => `c${hop}-${number}=1`),
    );
  expect(jar.headerFor(url)!.split('; ')).toHaveLength(50);
});
