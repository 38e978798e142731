/** Questions with a word of another question, to learn from them when an answer is not sure. */
import { describe, expect, it } from 'vitest';
import type { QuestionPlan } from '../../../src/answers/plan-question.ts';
import { CITY } from '../../../src/answers/ranking/term-kinds.ts';
import type { Ask } from './asks.ts';
import { swapWords } from './swap-words.ts';

const KINDS = [0, CITY];

interface Term {
  readonly word: string;
  readonly isThing?: boolean;
  readonly isCity?: boolean;
}

const asked = (id: string, question: string, answer: string, terms: readonly Term[], previous?: string) => ({
  ask: { id, question, asOf: `2022-01-0${id}`, answers: [answer], previous } as unknown as Ask,
  plan: {
    terms: terms.map(({ word, isThing = false, isCity = false }) => ({
      word,
      isThing,
      ids: [isCity ? 1 : 0],
    })),
  } as unknown as QuestionPlan,
});

const MAYOR = asked('1', 'who is the mayor of oslo', 'Dorn', [
  { word: 'mayor', isThing: true },
  { word: 'oslo', isThing: true, isCity: true },
]);
const BRIDGE = asked('2', 'why did the bridge in lima close in 2021', 'cracks', [
  { word: 'bridge', isThing: true },
  { word: 'lima', isThing: true, isCity: true },
  { word: 'close' },
  { word: '2021' },
]);

describe('questions with a word of another question', () => {
  it('have one of the same kind: a thing for a thing, a city for a city', () => {
    const swapped = swapWords([MAYOR, BRIDGE], KINDS).map(({ question }) => question);
    expect(swapped).toEqual([
      'who is the bridge of oslo',
      'who is the mayor of lima',
      'why did the mayor in lima close in 2021',
      'why did the bridge in oslo close in 2021',
    ]);
  });

  it('keep id and clock, and take the answers of the question that the word is from', () => {
    expect(swapWords([MAYOR, BRIDGE], KINDS)[0]).toMatchObject({
      id: '1',
      asOf: '2022-01-01',
      answers: ['cracks'],
    });
  });

  it('are not made of questions that go on from another', () => {
    const goesOn = asked('3', 'what about the port', 'open', [{ word: 'port', isThing: true }], 'is it open');
    expect(swapWords([MAYOR, goesOn], KINDS)).toEqual([]);
  });
});
