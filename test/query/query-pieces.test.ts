import { describe, expect, it } from 'vitest';
import type { QueryPiece } from '../../src/domain/query.ts';
import { continueQuestion } from '../../src/query/continue-question.ts';
import { fixDaysOfPieces } from '../../src/query/fix-days.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const NOW = Date.UTC(2024, 5, 1);
const read = (text: string, also: readonly QueryPiece[] = []) => parseQuery(text, NOW, also);
const BBC: QueryPiece = { kind: 'filter', name: 'source', value: 'BBC' };

describe('a filter beside a query', () => {
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
    expect(read(typed, [BBC])).toEqual({ ...read(typed), sources: ['bbc'] });
  });

  it.each(['He said "stop', 'Kyiv OR'])(
    'holds beside %j as earlier builds kept them, in one text',
    (typed) => {
      expect(read(`${typed} \u001fsource:"BBC"`)).toEqual({
        ...read(typed),
        text: `${typed} source:"BBC"`,
        sources: ['bbc'],
      });
    },
  );

  it('does not hide that a filter was left without a value', () => {
    expect(() => read('dam source:', [BBC])).toThrow('got nothing');
  });

  it('asks for news of a source if there are no words', () => {
    expect(read('', [BBC])).toMatchObject({ words: '', sources: ['bbc'] });
  });

  it('counts its days from the clock of the query, unless they were fixed before', () => {
    const yesterday: QueryPiece = { kind: 'filter', name: 'after', value: 'yesterday' };
    expect(read('dam', [yesterday]).within).toEqual({ from: '2024-05-31', to: null });
    const fixed = fixDaysOfPieces([yesterday, BBC], NOW - 24 * 3_600_000);
    expect(read('dam', fixed)).toMatchObject({ within: { from: '2024-05-30', to: null }, sources: ['bbc'] });
  });
});

it('a follow-up that leaves a quotation mark open takes over what the question before had', () => {
  const earlier = read('Lena Moor “high water” title:(dam OR weir) source:courier');
  const { text, also } = continueQuestion(earlier, read('did she say "stop'));
  expect(read(text, also)).toMatchObject({
    phrases: ['high water'],
    groups: earlier.groups,
    sources: earlier.sources,
  });
});
