import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTopicIndex } from '../../src/digests/match.ts';
import { mismatch, topicArticle, topicIn } from '../../src/digests/topic.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { article } from './article.ts';

const NOW = Date.parse('2026-03-10');
const matches = (topic: string, parts: Parameters<typeof article>[0]): boolean =>
  createTopicIndex([parseQuery(topic, NOW)]).match(article(parts)).length === 1;

describe('a topic', () => {
  const flood = {
    seq: 1,
    title: 'Floods close roads in Vienna',
    body: 'Café owners on the Danube were flooded.',
  };

  it('matches where every content word stands in the title or the body, whatever its form', () => {
    expect(matches('flooding roads Danube', flood)).toBe(true);
    expect(matches('which roads in Vienna did the flood close?', flood)).toBe(true);
    expect(matches('flood Budapest', flood)).toBe(false);
  });

  it('takes phrases literally, accents and case aside, and as whole words', () => {
    expect(matches('"cafe owners on the danube"', flood)).toBe(true);
    expect(matches('"owners on danube"', flood)).toBe(false);
    expect(matches('"afe owners"', flood)).toBe(false);
  });

  it('leaves out articles with an excluded word or phrase', () => {
    expect(matches('flood -Danube', flood)).toBe(false);
    expect(matches('flood -"on the Danube"', flood)).toBe(false);
    expect(matches('flood -Rhine', flood)).toBe(true);
  });

  it('filters by source and by day, and an unknown day passes no filter', () => {
    expect(matches('flood source:EXAMPLE', flood)).toBe(true);
    expect(matches('flood source:other.org', flood)).toBe(false);
    expect(matches('flood -source:EXAMPLE', flood)).toBe(false);
    expect(matches('flood -source:other.org', flood)).toBe(true);
    expect(matches('flood after:2026-03-01', flood)).toBe(true);
    expect(matches('flood before:2026-02-28', flood)).toBe(false);
    expect(matches('flood after:2020-01-01', { ...flood, published: null })).toBe(false);
  });

  it('of a source alone matches every article of it', () => {
    expect(matches('source:example.org', flood)).toBe(true);
  });

  it('reads words in the language of the article', () => {
    const german = {
      seq: 1,
      title: 'Die Wahlen in Österreich',
      body: 'Gewählt wird am Sonntag.',
      language: 'de',
    };
    expect(matches('Wahl Österreich', german)).toBe(true);
    expect(matches('Wahl Osterreich', german)).toBe(true);
  });

  it('takes US and WHO in capitals for names', () => {
    expect(matches('US flood', flood)).toBe(false);
    expect(matches('US flood', { ...flood, body: 'U.S. aid came.' })).toBe(true);
    expect(matches('WHO flood', flood)).toBe(false);
  });

  it('says what keeps an article out', () => {
    const why = (topic: string) => {
      const query = parseQuery(topic, NOW);
      return mismatch(query, topicIn(query, 'en'), topicArticle(article(flood)));
    };
    expect(why('flooded Budapest')).toBe('does not hold “Budapest”');
    expect(why('flood -Danube')).toBe('holds an excluded word');
    expect(why('flood "Danube owners"')).toBe('does not hold “Danube owners” word for word');
    expect(why('flood')).toBeNull();
  });
});

it('many topics at once match what each would match alone', () => {
  const words = fc.constantFrom('flood', 'vote', 'bank', 'court', 'strike', 'of', 'the');
  const topics = fc.array(
    fc.record({
      words: fc.array(words, { minLength: 1, maxLength: 3 }),
      minus: fc.option(words, { nil: null }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(topics, fc.array(words, { minLength: 1, maxLength: 6 }), (typed, body) => {
      const queries = typed.map(({ words: plain, minus }) =>
        parseQuery(plain.join(' ') + (minus === null ? '' : ` -${minus}`), NOW),
      );
      const one = article({ seq: 1, title: 'Today', body: body.join(' ') });
      const alone = queries.flatMap((query, place) =>
        createTopicIndex([query]).match(one).length > 0 ? [place] : [],
      );
      expect(createTopicIndex(queries).match(one)).toEqual(alone);
    }),
  );
});
