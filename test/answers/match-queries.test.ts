import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMismatch, matchQueries } from '../../src/answers/match-queries.ts';
import type { Article } from '../../src/domain/article.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { article } from '../digests/article.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2026-03-10');

/** Does what `use` does over a store that holds one article. */
const over = async <T>(
  parts: Parameters<typeof article>[0],
  use: (archive: ReturnType<typeof openArchive>, one: Article) => Promise<T>,
): Promise<T> => {
  const store = await openArticleStore(null);
  const one = article(parts);
  await store.add([one], 'new', NOW);
  return use(openArchive(store), one).finally(() => store.close());
};

const matches = (topic: string, parts: Parameters<typeof article>[0]): Promise<boolean> =>
  over(parts, async (archive) => {
    const [found] = await matchQueries([parseQuery(topic, NOW)], { after: 0, through: 1 }, archive);
    return found!.length === 1;
  });

describe('a topic', () => {
  const flood = {
    seq: 1,
    title: 'Floods close roads in Vienna',
    body: 'Café owners on the Danube were flooded.',
  };

  it('matches where every content word stands in the title or the body, whatever its form', async () => {
    expect(await matches('flooding roads Danube', flood)).toBe(true);
    expect(await matches('which roads in Vienna did the flood close?', flood)).toBe(true);
    expect(await matches('flood Budapest', flood)).toBe(false);
  });

  it('takes phrases literally, accents and case aside, and as whole words', async () => {
    expect(await matches('"cafe owners on the danube"', flood)).toBe(true);
    expect(await matches('"owners on danube"', flood)).toBe(false);
    expect(await matches('"afe owners"', flood)).toBe(false);
  });

  it('leaves out articles with an excluded word or phrase', async () => {
    expect(await matches('flood -Danube', flood)).toBe(false);
    expect(await matches('flood -"on the Danube"', flood)).toBe(false);
    expect(await matches('flood -Rhine', flood)).toBe(true);
  });

  it('filters by source and by day, and an unknown day passes no filter', async () => {
    expect(await matches('flood source:EXAMPLE', flood)).toBe(true);
    expect(await matches('flood source:other.org', flood)).toBe(false);
    expect(await matches('flood -source:EXAMPLE', flood)).toBe(false);
    expect(await matches('flood -source:other.org', flood)).toBe(true);
    expect(await matches('flood after:2026-03-01', flood)).toBe(true);
    expect(await matches('flood before:2026-02-28', flood)).toBe(false);
    expect(await matches('flood after:2020-01-01', { ...flood, published: null })).toBe(false);
  });

  it('of a source alone matches every article of it', async () => {
    expect(await matches('source:example.org', flood)).toBe(true);
  });

  it('reads words in the language of the article', async () => {
    const german = {
      seq: 1,
      title: 'Die Wahlen in Österreich',
      body: 'Gewählt wird am Sonntag.',
      language: 'de',
    };
    expect(await matches('Wahl Österreich', german)).toBe(true);
    expect(await matches('Wahl Osterreich', german)).toBe(true);
  });

  it('takes US and WHO in capitals for names', async () => {
    expect(await matches('US flood', flood)).toBe(false);
    expect(await matches('US flood', { ...flood, body: 'U.S. aid came.' })).toBe(true);
    expect(await matches('WHO flood', flood)).toBe(false);
  });

  it('says what keeps an article out', async () => {
    const why = (topic: string) =>
      over(flood, (archive) => explainMismatch(parseQuery(topic, NOW), 1, archive));
    expect(await why('flooded Budapest')).toEqual({ kind: 'word', text: 'Budapest' });
    expect(await why('flood -Danube')).toEqual({ kind: 'excluded', text: 'Danube' });
    expect(await why('flood "Danube owners"')).toEqual({ kind: 'phrase', text: 'Danube owners' });
    expect(await why('flood source:other.org')).toEqual({ kind: 'source', source: 'example.org' });
    expect(await why('flood before:2020-01-01')).toEqual({ kind: 'days' });
    expect(await why('flood')).toBeNull();
  });
});

it('many topics at once match what each would match alone', async () => {
  const words = fc.constantFrom('flood', 'vote', 'bank', 'court', 'strike', 'of', 'the');
  const topics = fc.array(
    fc.record({
      words: fc.array(words, { minLength: 1, maxLength: 3 }),
      minus: fc.option(words, { nil: null }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  const range = { after: 0, through: 1 };
  await fc.assert(
    fc.asyncProperty(topics, fc.array(words, { minLength: 1, maxLength: 6 }), async (typed, body) => {
      const queries = typed.map(({ words: plain, minus }) =>
        parseQuery(plain.join(' ') + (minus === null ? '' : ` -${minus}`), NOW),
      );
      await over({ seq: 1, title: 'Today', body: body.join(' ') }, async (archive) => {
        const alone = [];
        for (const query of queries) alone.push(...(await matchQueries([query], range, archive)));
        expect(await matchQueries(queries, range, archive)).toEqual(alone);
      });
    }),
    { numRuns: 30 },
  );
});
