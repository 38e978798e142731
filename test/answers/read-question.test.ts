import { expect, it } from 'vitest';
import { readQuestion } from '../../src/answers/read-question.ts';

it('is one sentence where a day is written as its language does', () => {
  const { language, words } = readQuestion('Wer hat am 12. März den Damm von Orl geschlossen?', ['de']);
  expect(language).toBe('de');
  expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(1);
});

it.each([
  ['pl', 'czy ktoś zginął w tarnie', ['zginął', 'tarnie']],
  ['pt', 'alguém morreu em orla', ['morreu', 'orla']],
  ['zh', '泸定地震有人死了吗', ['泸', '定', '地震', '死']],
])(
  'leaves out in %s who nobody in particular is, and what is written onto verbs: %s',
  (language, text, carrying) => {
    const { words } = readQuestion(text, [language]);
    expect(words.filter(({ isFunction }) => !isFunction).map((word) => word.text)).toEqual(carrying);
  },
);

it.each([
  ['地震啥时候发生的', 'time'],
  ['为啥停电', 'reason'],
  ['展览在啥地方', 'place'],
  ['停电咋处理', 'manner'],
  ['市长啥反应', 'thing'],
])('reads what asks in spoken Chinese, and searches for none of it: %s', (text, asked) => {
  const { type, words } = readQuestion(text, ['zh']);
  expect(type).toBe(asked);
  expect(
    words
      .filter(({ isFunction }) => !isFunction)
      .map((word) => word.text)
      .join(''),
  ).not.toMatch(/[啥咋为]/u);
});
