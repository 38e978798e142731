import { expect, it } from 'vitest';
import { withConsonantChanged } from '../../src/text/consonant-changes.ts';

it.each([
  ['pl', 'Praga', 'Pradze'],
  ['pl', 'Polskę', 'Polsce'],
  ['pl', 'Polsce', 'Polska'],
  ['pl', 'Duda', 'Dudzie'],
  ['pl', 'Barbarze', 'Barbara'],
  ['cs', 'Praha', 'Praze'],
  ['cs', 'Praze', 'Praha'],
  ['hr', 'Rijeci', 'Rijeka'],
  ['uk', 'Америка', 'Америці'],
  ['uk', 'Празі', 'Прага'],
])('%s: %s may be %s', (language, word, other) => {
  expect(withConsonantChanged(word, language)).toContain(other);
});

it.each([
  ['pl', 'Warszawa'],
  ['pl', 'noc'],
  ['de', 'Prager'],
  ['ru', 'Прага'],
])('%s: %s stays as it is', (language, word) => {
  expect(withConsonantChanged(word, language)).toEqual([]);
});
