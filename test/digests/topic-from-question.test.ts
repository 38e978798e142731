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
