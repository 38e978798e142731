import { describe, expect, it } from 'vitest';
import { continueQuestion } from '../../src/query/continue-question.ts';
import { joinQueries } from '../../src/query/join-queries.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const NOW = Date.UTC(2024, 5, 1);
const read = (text: string) => parseQuery(text, NOW);

describe('a filter joined to a query', () => {
  it.each([
    'He said "stop',
    'He said “stop',
    'Kyiv OR',
    'OR Kyiv',
    'Kyiv OR (Lviv dam',
    '-(snow OR rain',
    'ferry title:',
    'ferry title:(dam',
    'ferry -title:(dam OR',
  ])('holds beside %j, which means what it means alone', (typed) => {
    const joined = read(joinQueries(typed, 'source:"BBC"'));
    expect(joined).toEqual({ ...read(typed), text: `${typed} source:"BBC"`, sources: ['bbc'] });
  });

  it('does not hide that a filter was left without a value', () => {
    expect(() => read(joinQueries('dam source:', 'source:"BBC"'))).toThrow('got nothing');
  });
});

it('a follow-up that leaves a quotation mark open takes over what the question before had', () => {
  const earlier = read('Lena Moor “high water” source:courier');
  const { text } = continueQuestion(earlier, read('did she say "stop'));
  expect(read(text)).toMatchObject({ phrases: ['high water'], sources: ['courier'] });
});
