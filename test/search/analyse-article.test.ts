import { expect, it } from 'vitest';
import { Analyser } from '../../src/search/analyse-article.ts';
import { QUOTED } from '../../src/search/token.ts';

const isQuoted = (body: string, language: string): boolean =>
  new Analyser()
    .analyse({ title: '', body, language, otherTitles: [] })
    .tokens.some((token) => (token & QUOTED) !== 0);

it.each([
  ['en', 'She said “never” on Monday.'],
  ['de', 'Sie sagte „niemals“ am Montag.'],
  ['de', 'Sie sagte »niemals« am Montag.'],
  ['sv', 'Hon sade ”aldrig” på måndagen.'],
  ['fi', '”Ei koskaan”, hän sanoi maanantaina.'],
  ['fr', 'Elle a dit « jamais » lundi.'],
  ['fr', 'Elle a dit «\u00a0jamais\u00a0» lundi.'],
  ['ru', 'Она сказала «никогда» в понедельник.'],
  ['ja', '彼女は「二度と」と述べた。'],
])('sees where a quotation begins in %s: %s', (language, body) => {
  expect(isQuoted(body, language)).toBe(true);
});

it.each([
  ['en', 'She never came back on Monday.'],
  ['en', 'Never,”she said on Monday.'],
  ['fr', 'Elle est partie » lundi.'],
])('sees none in %s: %s', (language, body) => {
  expect(isQuoted(body, language)).toBe(false);
});
