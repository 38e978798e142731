import { describe, expect, test } from 'vitest';
import { withCharacters, withLineEnds } from '../../src/text/line-ends.ts';

describe('line ends that were written out', () => {
  test('are line ends again', () => {
    expect(withLineEnds(String.raw`First.\n\nthe “second”.\r\nThird.`)).toBe(
      'First.\n\nthe “second”.\nThird.',
    );
    expect(withLineEnds(String.raw`It\u2019s \"open\".\n\nIt is.`)).toBe(
      `${String.raw`It\u2019s \"open\".`}\n\nIt is.`,
    );
  });

  test('are not seen in formulas, paths or a text that has line ends', () => {
    for (const text of [
      String.raw`We measure $\nu_e$ and show that $\nabla f \neq 0$ holds.`,
      String.raw`The rates of \nu_\mu and \rho grow as \nabla f does.`,
      String.raw`Put it into C:\news\notes and restart.`,
      'Write \\\\n for a line end,\nand \\\\n\\\\n for two.',
    ])
      expect(withLineEnds(text)).toBe(text);
  });
});

describe('withCharacters', () => {
  test('reads what was escaped twice', () => {
    expect(withCharacters(String.raw`Caf\u00e9 boat\u2019s \u201creturn\u201d`)).toBe('Café boat’s “return”');
  });
  test.each([String.raw`The sequence \u00e9 is an é.`, String.raw`C:\users\ida`, 'A boat'])(
    'leaves %s',
    (text) => expect(withCharacters(text)).toBe(text),
  );
});
