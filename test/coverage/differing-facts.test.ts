/** What is marked if two outlets state one fact differently, and what only looks like it. */
import { expect, it } from 'vitest';
import { compareTellings } from '../../src/coverage/compare-tellings.ts';
import { draft } from '../store/article-store-contract.ts';

const article = (seq: number, body: string, language: string) => ({
  ...draft(String(seq), { body, language, source: `outlet-${seq}`, published: '2024-05-10' }),
  seq,
  addedAtMs: 0,
  changedAtMs: 0,
  arrival: 'new' as const,
  duplicateOf: null,
  formerDuplicateOf: null,
});

/** What is marked in each of two sentences. */
const marked = (a: string, b: string, language = 'en'): string[][] =>
  compareTellings([article(1, a, language), article(2, b, language)])
    .facts.flat()
    .map(({ text, start, marks }) => marks.map((mark) => text.slice(mark.start - start, mark.end - start)));

it.each([
  [
    'numbers that count the same thing',
    'Inspectors found 14 deep cracks in the northern wall of the Kessel dam, the river authority said.',
    'Inspectors of the river authority found 19 cracks in the northern wall of the Kessel dam.',
    [['14'], ['19']],
  ],
  [
    'a unit on either side',
    'A 7.4-magnitude earthquake shook the coast of Norland at dawn and cut power to Orl.',
    'An earthquake of magnitude 7.1 shook the coast of Norland at dawn and cut power to Orl.',
    [['7.4'], ['7.1']],
  ],
  [
    'the day something happened',
    'The Kessel dam was closed on Monday after inspectors found cracks in its northern wall.',
    'The Kessel dam was closed on Tuesday after inspectors found cracks in the northern wall.',
    [['Monday'], ['Tuesday']],
  ],
  [
    'who did it',
    'Minister Lena Moor opened the new Vorle bridge to lorries before a crowd of farmers.',
    'Minister Tomas Vey opened the new Vorle bridge to lorries before a crowd of farmers.',
    [['Minister Lena Moor'], ['Minister Tomas Vey']],
  ],
])('marks %s', (_, a, b, expected) => {
  expect(marked(a, b)).toEqual(expected);
});

it.each([
  [
    'numbers that count different things',
    'The actress Sanna Littlewood, who declined the prize of the academy in 1973, has died.',
    'The actress Sanna Littlewood, who once declined the prize of the academy, has died at the age of 75.',
  ],
  [
    'one length written in two ways',
    'The tree of the town hall, an 18 1/2-foot (5.6-meter) fir from Orl, is decorated with birds.',
    'The tree of the town hall, an 18.5-foot fir from Orl, is decorated with paper birds.',
  ],
  [
    'the numbers of a range',
    'The company calls back the Kessel sedans of 2016 through 2018 as their brakes may fail.',
    'The company calls back the 2016-2018 Kessel sedans because their brakes may fail.',
  ],
  [
    'days on which it was said',
    'Nobody died in the flood of the Vorle, the chief deputy Lena Moor said at a Wednesday news conference.',
    'Nobody died in the flood of the Vorle, chief deputy Lena Moor said in a news conference Thursday.',
  ],
  [
    'a name that the other has without capitals',
    'The Senator Lena Moor told the Big Council that the wall of the dam would hold until winter.',
    'The senator told the big council that the wall of the dam would hold until winter, in Orl.',
  ],
  [
    'names in different places',
    'Lena Moor, of Hialeah, has filed a lawsuit against the Kessel Foods company over its noodles.',
    'A Florida woman has filed a lawsuit against the Kessel Foods company over its noodles.',
  ],
])('does not mark %s', (_, a, b) => {
  expect(marked(a, b)).toEqual([[], []]);
});

it('does not read an hour as two numbers', () => {
  expect(
    marked(
      'The plane of the minister landed in Orl at 10:50 on the northern runway, the airport said.',
      'The plane of the minister landed in Orl at 11:20 on the northern runway, the airport said.',
    ),
  ).toEqual([['10:50'], ['11:20']]);
});

it('leaves out what both say alike, in quotation marks or not', () => {
  const said = 'Bring down the price you are charging at the pump to reflect the cost you are paying.';
  expect(marked(`“${said}”`, said)).toEqual([]);
});

it.each([
  [
    'ru',
    'Инспекторы нашли 14 трещин в северной стене плотины Кессель, сообщило речное управление.',
    'Инспекторы речного управления нашли 19 трещин в северной стене плотины Кессель.',
  ],
  [
    'de',
    'Prüfer fanden 14 Risse in der nördlichen Mauer der Talsperre Kessel, teilte das Flussamt mit.',
    'Prüfer des Flussamts fanden 19 Risse in der nördlichen Mauer der Talsperre Kessel.',
  ],
  [
    'ja',
    '検査官はケッセルダムの北側の壁に14本の亀裂を見つけたと河川管理局が火曜日に東京で記者団に対して発表した。',
    '検査官はケッセルダムの北側の壁に19本の亀裂を見つけたと河川管理局が火曜日に東京で記者団に対して発表した。',
  ],
])('sets sentences in %s side by side and marks what differs', (language, a, b) => {
  expect(marked(a, b, language)).toEqual([['14'], ['19']]);
});

it('does not take two sentences in other letters for the same', () => {
  expect(
    marked(
      'Плотина Кессель закрыта, потому что в её северной стене нашли трещины.',
      'Плотина Кессель на севере закрыта, так как в её стене инспекторы нашли трещины.',
      'ru',
    ),
  ).toEqual([[], []]);
});
