import { expect, it } from 'vitest';
import { replaceWords } from '../../src/query/replace-words.ts';

it.each([
  ['Pari or Paris', [['Pari', 'Paris']], 'Paris or Paris'],
  ['who left Paris? Pari!', [['Pari', 'Paris']], 'who left Paris? Paris!'],
  ['data base of databases', [['data base', 'database']], 'database of databases'],
  ['anti-tank guns', [['anti-tank', 'antitank']], 'antitank guns'],
  ['pourquoi l’Etta a', [['Etta', 'État']], 'pourquoi l’État a'],
  [
    'form the fom',
    [
      ['form', 'from'],
      ['fom', 'form'],
    ],
    'from the form',
  ],
])('%s, with %j, is %s', (text, pairs, expected) => {
  const replacements = pairs.map(([word = '', suggestion = '']) => ({ word, suggestion }));
  expect(replaceWords(text, replacements)).toBe(expected);
});
