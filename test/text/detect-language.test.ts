import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/text/detect-language.ts';

it('looks through marks that are piled up on letters', () => {
  const marks = ['\u0315\u031b\u0340\u0341\u0358', '\u0321\u0322\u0327\u0328\u0334', '\u0335\u0309\u0323'];
  const text = 'The town of Marlow opened a new bridge over the river on Monday, the mayor said.';
  const piled = Array.from(text, (letter, at) => (/\w/.test(letter) ? letter + marks[at % 3] : letter)).join(
    '',
  );
  expect(detectLanguage(piled)).toBe('en');
});

it('recognises Vietnamese whether its letters are decomposed or not', () => {
  const text =
    'Thành phố Hà Nội khai trương cây cầu mới bắc qua sông Hồng vào thứ hai, ông thị trưởng cho biết.';
  expect(detectLanguage(text)).toBe('vi');
  expect(detectLanguage(text.normalize('NFD'))).toBe('vi');
});
