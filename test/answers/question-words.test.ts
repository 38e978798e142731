import { expect, it } from 'vitest';
import { questionType, unitOf } from '../../src/answers/question-words.ts';

const unit = (text: string) => unitOf('number', text.toLowerCase());

it.each([
  'How much did the telescope cost?',
  'How much was the company fined?',
  'How much debt will be forgiven?',
  'The damage is likely how much?',
  'At what price is gas sold?',
])('%s asks for money', (text) => expect(unit(text)).toBe('money'));

it.each([
  'How many people were defined as refugees?',
  'How many costumes were sold?',
  'How much snow fell?',
  'How much of the harvest was lost?',
])('%s asks for a number', (text) => expect(unit(text)).toBe('count'));

it('what happened somewhere asks for no kind of answer, and is told by what names the place', () => {
  expect(questionType('what', ['happened', 'in', 'orl'])).toBe('topic');
  expect(questionType('what', ['burned', 'in', 'orl'])).toBe('thing');
});
