import { expect, it } from 'vitest';
import { topicFromQuestion } from '../../src/digests/topic-from-question.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const read = (text: string) => parseQuery(text, Date.UTC(2024, 5, 1));

it.each(['source:herald ferry -(snow OR rain', '-author:"Lena Moor" Kyiv OR (Lviv "high water"'])(
  'a topic made of %j asks for the same',
  (question) => {
    const { phrases, groups, sources, excludedAuthors } = read(question);
    const topic = topicFromQuestion(read(question));
    expect(read(topic)).toMatchObject({ phrases, groups, sources, excludedAuthors });
  },
);

it.each([
  ['The “Daily” Ledger (sample)', 'the “daily” ledger (sample)'],
  ['Ledger(sample)', 'ledger(sample)'],
  ['The "Daily" Harbour Ledger', 'harbour ledger'],
])('a topic made beside the chosen source %j has it as its only source', (value, source) => {
  const query = parseQuery('ferry', 0, [{ kind: 'filter', name: 'source', value }]);
  expect(read(topicFromQuestion(query))).toMatchObject({ words: 'ferry', sources: [source] });
});
