import { expect, it } from 'vitest';
import { describeQuestion } from './describe-question.ts';

const passagesBeside = async (better: number) => {
  const articles = Array.from({ length: better }, (_, at) => ({
    body: `Vitez repaired the harbour crane of Lanner, says report ${at}.`,
  }));
  const far = { body: 'Nobody was heard in the hills of Lanner.', published: '2019-01-01' };
  return (await describeQuestion('Who repaired the harbour crane of Lanner?', [...articles, far])).passage;
};

it('does not read an article that is far behind ten better ones', async () => {
  const passage = await passagesBeside(10);
  expect(passage('Vitez').held).toBeCloseTo(1);
  expect(() => passage('Nobody')).toThrow('No passage begins');
});

it('reads an article that is far behind the best if there are few', async () => {
  const passage = await passagesBeside(9);
  expect(passage('Nobody').held).toBeLessThan(0.5);
});
