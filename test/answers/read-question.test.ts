import { expect, it } from 'vitest';
import { readQuestion } from '../../src/answers/read-question.ts';

it('is one sentence where a day is written as its language does', () => {
  const { language, words } = readQuestion('Wer hat am 12. März den Damm von Orl geschlossen?', ['de']);
  expect(language).toBe('de');
  expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(1);
});
