import { expect, test } from 'vitest';
import { fromQuotedPrintable, withoutMimeWords } from '../../src/text/mime-words.ts';
import { expectLinear } from '../expect-linear.ts';

test('what mail encodes is read in time that grows with the length alone', () => {
  for (const part of ['=?utf-8?Q?=C3=BC?= ', '=?utf-8?B?', '=?', '=?a?q?b?= =?', '=C3=BC=\n', '= = =\n'])
    expectLinear((length) => {
      const text = part.repeat(length);
      return [withoutMimeWords(text), fromQuotedPrintable(text, 'utf-8')];
    });
});

test('a text without any code stays as it is', () => {
  for (const line of ['a =?b?= c', 'Is 2=?', '=?utf-8?X?abc?=']) expect(withoutMimeWords(line)).toBe(line);
  expect(fromQuotedPrintable('Café =C3', 'utf-8')).toBe('Café =C3');
});
