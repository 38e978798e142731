import { expect, it } from 'vitest';
import { termsOfWord } from '../../src/search/word-forms.ts';

it('finds a name that is written in two ways by either', () => {
  expect(termsOfWord('Kiev', ['en'])).toEqual(termsOfWord('Kyiv', ['en']));
});

it('does not find Astana, which was Nur-Sultan, by the first name of a president', () => {
  expect(termsOfWord('Nursultan', ['en'])).toEqual(['nursultan']);
});
