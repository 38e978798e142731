/** Any query over any articles finds what a reader would, who goes through the words one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { EVERYONE, type HeardBy } from '../../src/domain/audience.ts';
import {
  bylineOf,
  dayOf,
  type SearchField,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
  WHOLE_SCOPE,
} from '../../src/search/search-query.ts';
import type { ArticleStore, StoredArticle } from '../../src/store/article-store.ts';
import { terms } from '../../src/text/terms.ts';
import { asking, day, type OpenEngine, TODAY, written } from './engine-corpus.ts';

const WORDS = ['amber', 'and', 'not', '3.5', 'U.S.', 'мост', 'สะพาน', 'near'];
/** What is asked for also has terms that no article holds. */
const TERMS = [...WORDS.flatMap((text) => terms(text).map(({ term }) => term)), 'absent', 'ambe', 'amber*'];
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SOURCES = ['Hill Wire', 'Border Post', 'Hill Post'];
const PARTS = ['hill', 'post', 'wire', 'gazette'];
const AUTHORS = ['Lena Moor', 'Zoë Hill'];
const NAMES = ['moor', 'zoe', 'nobody'];
const DATES = ['2024-03-01', '2024-03-02', '2024-03-03'];

const text = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength }).map((words) => words.join(' '));

export const drafts: fc.Arbitrary<ArticleDraft> = fc
  .record({
    key: fc.constantFrom(...KEYS),
    title: text(1, 2),
    body: text(1, 5),
    source: fc.constantFrom(...SOURCES),
    author: fc.constantFrom(...AUTHORS, null),
    published: fc.constantFrom(...DATES, null),
    origin: fc.constantFrom('feed:1', 'feed:2'),
  })
  .map(({ title, body, ...over }) => written(title, body, over));

export const { query: queries } = fc.letrec<{ query: SearchQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('term' as const), term: fc.constantFrom(...TERMS) }),
    fc.record({
      kind: fc.constant('phrase' as const),
      terms: fc.array(fc.constantFrom(...TERMS), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('query'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), query: tie('query') }),
    fc.record({
      kind: fc.constant('field' as const),
      field: fc.constantFrom('title' as const, 'body' as const),
      query: tie('query'),
    }),
  ),
}));

const days = fc.option(fc.constantFrom(...DATES.map(day)));
export const scopes: fc.Arbitrary<SearchScope> = fc.record({
  latestDay: days,
  within: fc.option(fc.record({ from: days, to: days })),
  sources: fc.array(fc.constantFrom(...PARTS), { maxLength: 2 }),
  excludedSources: fc.array(fc.constantFrom(...PARTS), { maxLength: 1 }),
  authors: fc.array(fc.constantFrom(...NAMES), { maxLength: 1 }),
  excludedAuthors: fc.array(fc.constantFrom(...NAMES), { maxLength: 1 }),
  audience: fc.oneof(
    fc.constant(EVERYONE),
    fc.record({
      guildId: fc.constantFrom('north', 'south', null),
      sources: fc.constantFrom(null, null, ['hill wire'], ['hill wire', 'hill post'], []),
    }),
  ),
});

/** Whose articles are added: everyone's, or some servers' own. */
export const owners = fc.constantFrom<HeardBy>(null, null, ['north'], ['south'], ['north', 'south']);

/** What becomes of what one feed brought, and of one server. */
export const deeds = fc.constantFrom<(store: ArticleStore) => Promise<void>>(
  async () => undefined,
  async (store) => void (await store.letHear('feed:1', KEYS, 'south', TODAY)),
  (store) => store.share('feed:2', TODAY),
  (store) => store.forgetServer('north', TODAY),
);

const searchTerms: fc.Arbitrary<SearchTerm[]> = fc.array(
  fc.record({
    forms: fc.array(fc.constantFrom(...TERMS), { maxLength: 2 }),
    frequency: fc.constant(9),
    idf: fc.constantFrom(1, 2, 4),
  }),
  { maxLength: 3 },
);

type Words = Readonly<Record<SearchField, readonly string[]>>;
const BOTH: readonly SearchField[] = ['title', 'body'];

const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 && words.some((_, from) => run.every((term, at) => words[from + at] === term));

const matches = (query: SearchQuery, words: Words, parts = BOTH): boolean => {
  switch (query.kind) {
    case 'term':
      return parts.some((part) => words[part].includes(query.term));
    case 'phrase':
      return parts.some((part) => holdsRun(words[part], query.terms));
    case 'all':
      return query.of.every((each) => matches(each, words, parts));
    case 'any':
      return query.of.some((each) => matches(each, words, parts));
    case 'not':
      return !matches(query.query, words, parts);
    case 'field':
      return matches(query.query, words, parts.includes(query.field) ? [query.field] : []);
  }
};

type Heard = StoredArticle & { readonly heardBy: HeardBy };

const passes = ({ source, author, published, heardBy }: Heard, scope: SearchScope): boolean => {
  const { guildId, sources } = scope.audience;
  if (heardBy !== null && (guildId === null || !heardBy.includes(guildId))) return false;
  if (sources !== null && !sources.includes(source.toLowerCase())) return false;
  const by = author?.toLowerCase().replace('ë', 'e') ?? '';
  const on = dayOf(published);
  const name = source.toLowerCase();
  if (scope.within !== null) {
    if (on === null || on < (scope.within.from ?? on) || on > (scope.within.to ?? on)) return false;
  }
  if (on !== null && scope.latestDay !== null && on > scope.latestDay) return false;
  if (scope.authors.length > 0 && !scope.authors.some((part) => by.includes(part))) return false;
  if (scope.excludedAuthors.some((part) => by.includes(part))) return false;
  if (scope.sources.length > 0 && !scope.sources.some((part) => name.includes(part))) return false;
  return !scope.excludedSources.some((part) => name.includes(part));
};

const wordsOf = ({ title, body }: StoredArticle): Words => ({
  title: terms(title).map(({ term }) => term),
  body: terms(body).map(({ term }) => term),
});

const weightOf = (asked: readonly SearchTerm[], words: Words): number =>
  asked
    .filter(({ forms }) => forms.some((form) => BOTH.some((part) => words[part].includes(form))))
    .reduce((sum, { idf }) => sum + idf, 0);

/** What has to come out, from the articles as they are in the store. */
const expected = (
  stored: readonly Heard[],
  query: SearchQuery,
  scope: SearchScope,
  asked: readonly SearchTerm[],
) => {
  const passing = stored.filter((publication) => passes(publication, scope));
  const articleOf = ({ seq, duplicateOf }: StoredArticle): number => duplicateOf ?? seq;
  const wordsBySeq = new Map(stored.map((article) => [article.seq, wordsOf(article)]));
  const matching = passing.filter((publication) => matches(query, wordsBySeq.get(articleOf(publication))!));
  const hits = new Map(matching.toReversed().map((publication) => [articleOf(publication), publication.seq]));
  for (const publication of matching)
    if (publication.duplicateOf === null) hits.set(publication.seq, publication.seq);
  const weighed = [...hits].map(([seq]) => ({ seq, weight: weightOf(asked, wordsBySeq.get(seq)!) }));
  const total = asked.reduce((sum, { idf }) => sum + idf, 0);
  const known = passing.map(({ published }) => dayOf(published)).filter((on) => on !== null);
  return {
    hits: [...hits].toSorted(([a], [b]) => a - b),
    percolated: matching.map(({ seq }) => seq),
    publications: stored
      .filter((publication) => passes(publication, { ...WHOLE_SCOPE, audience: scope.audience }))
      .map((publication) => ({ seq: publication.seq, of: articleOf(publication), ...bylineOf(publication) })),
    best: weighed.filter(({ weight }) => weight > 0).map(({ seq }) => seq),
    heavy: weighed.filter(({ weight }) => weight > 0 && weight >= total / 2).map(({ seq }) => seq),
    count: {
      articles: new Set(passing.map(articleOf)).size,
      sources: new Set(passing.map(({ source }) => source)).size,
      newest: known.length === 0 ? null : Math.max(...known),
    },
  };
};

const found = async (
  opened: OpenEngine,
  query: SearchQuery,
  scope: SearchScope,
  asked: readonly SearchTerm[],
) => {
  const { engine } = opened;
  const request = { order: 'relevance', offset: 0, limit: 99, asOfDay: TODAY } as const;
  const heavy = await engine.pageByWeight(asked, 0.5, query, scope, request);
  const best = await engine.best(asked, query, { scope, asOfDay: TODAY, limit: 99 });
  return {
    hits: await asking(opened).shown(query, scope),
    percolated: await engine.percolate(query, scope, { after: 0, through: 99 }),
    publications: (await engine.publications(scope.audience, { after: 0, through: 99 }))
      .map(({ seq, of, source, author, day }) => ({ seq, of, source, author, day }))
      .toSorted((a, b) => a.seq - b.seq),
    best: best.map(({ seq }) => seq),
    heavy: heavy.hits.map(({ seq }) => seq),
    count: await engine.count(scope),
  };
};

const ascending = (seqs: readonly number[]) => seqs.toSorted((a, b) => a - b);

export const describeEngineAgainstNaiveMatcher = (
  name: string,
  open: () => Promise<OpenEngine>,
  numRuns: number,
): void => {
  describe(`${name}: any query over any articles`, () => {
    test('finds what reading word by word finds, however the articles came, changed and went', async () => {
      const steps = fc.array(
        fc.record({
          drafts: fc.array(drafts, { maxLength: 5 }),
          servers: owners,
          deed: deeds,
          gone: fc.constantFrom('a', 'b', 'x', 'feed:1 a'),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      );
      const questions = fc.array(fc.tuple(queries, scopes, searchTerms), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(steps, questions, async (given, asked) => {
          const opened = await open();
          try {
            for (const step of given) {
              await opened.store.add(step.drafts, 'new', TODAY, step.servers);
              await step.deed(opened.store);
              await opened.store.remove([step.gone], TODAY);
              const changes = await opened.store.changesSince(0, 99);
              const stored = changes.map(({ article }) => article).filter((article) => article !== null);
              stored.sort((a, b) => a.seq - b.seq);
              // At once: most of the time goes into waiting where the engine is another process.
              const answers = await Promise.all(
                asked.map(([query, scope, terms]) => found(opened, query, scope, terms)),
              );
              for (const [at, [query, scope, terms]] of asked.entries()) {
                const [got, wanted] = [answers[at]!, expected(stored, query, scope, terms)];
                expect({ ...got, best: ascending(got.best), heavy: ascending(got.heavy) }).toEqual({
                  ...wanted,
                  best: ascending(wanted.best),
                  heavy: ascending(wanted.heavy),
                });
              }
            }
          } finally {
            await opened.close();
          }
        }),
        { numRuns },
      );
    }, 300_000);
  });
};
