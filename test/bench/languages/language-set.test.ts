import { describe, expect, it } from 'vitest';
import { holdsAnswerIn } from './language-set.ts';

describe('an excerpt holds an answer', () => {
  it.each([
    ['Er starb 1984 in Köln.', 'köln', 'de'],
    ['東京 都に 住む。', '東京都', 'ja'],
    ['２０２４年に', '2024年', 'ja'],
    ['1989년 2월 15일에', '1989년2월15일', 'ko'],
  ])('in “%s” “%s” (%s)', (text, answer, language) => {
    expect(holdsAnswerIn(text, [answer], language)).toBe(true);
  });

  it('only as whole words where there are spaces', () => {
    expect(holdsAnswerIn('Er fuhr nach Kölnbach.', ['Köln'], 'de')).toBe(false);
    expect(holdsAnswerIn('Er fuhr nach Bonn.', ['', '!'], 'de')).toBe(false);
  });
});
