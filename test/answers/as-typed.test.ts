import { expect, it } from 'vitest';
import { heldOtherwise } from '../../src/answers/as-typed.ts';
import type { PlanTerm, QuestionPlan } from '../../src/answers/plan-question.ts';
import type { Excerpt } from '../../src/domain/answer.ts';
import { makeTerm } from '../../src/text/terms.ts';

const isOther = (typed: string, held: string): boolean => {
  const term = { word: typed, forms: [makeTerm(typed, 'en')] } as unknown as PlanTerm;
  const plan = { language: 'en', terms: [term] } as unknown as QuestionPlan;
  return heldOtherwise({ title: '', text: held } as Excerpt, plan).length > 0;
};

it.each([
  ['dies', 'died'],
  ['dying', 'dies'],
  ['tied', 'ties'],
  ['losses', 'loss'],
  ['boss', 'bosses'],
  ['passed', 'pass'],
  ['witness', 'witnesses'],
  ['missing', 'miss'],
  ['crises', 'crisis'],
  ['paid', 'pay'],
  ['needs', 'needed'],
  ['stopped', 'stops'],
  ['cities', 'city'],
])('“%s” is the same word as “%s”', (typed, held) => {
  expect(isOther(typed, held)).toBe(false);
  expect(isOther(held, typed)).toBe(false);
});

it('“attackers” are another word than “attacks”', () => {
  expect(isOther('attackers', 'attacks')).toBe(true);
  expect(isOther('attack', 'attacker')).toBe(true);
});
