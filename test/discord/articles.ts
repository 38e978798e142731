/** Articles, excerpts and answers for tests of cards, ordinary ones and hostile ones. */
import fc from 'fast-check';
import {
  type Answer,
  type ArticleRef,
  type Excerpt,
  NOTHING_LACKED,
  type Span,
} from '../../src/domain/answer.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { hostileText } from './hostile.ts';

export const articleRef = (fields: Partial<ArticleRef> = {}): ArticleRef => ({
  seq: 7,
  articleId: 'a-7',
  title: 'Dam at Orl closed',
  source: 'courier.example',
  url: 'https://courier.example/dam',
  published: '2024-03-12',
  ...fields,
});

export const excerpt = (text: string, fields: Partial<Excerpt> = {}): Excerpt => ({
  ...articleRef(),
  start: 100,
  end: 100 + text.length,
  text,
  language: 'en',
  best: { start: 100, end: 100 + text.length },
  matches: [],
  score: 1,
  alsoIn: [],
  ...fields,
});

export const answer = (fields: Partial<Answer> = {}): Answer => ({
  query: parseQuery('dam', 0),
  asked: 'question',
  verdict: 'answered',
  confidence: 0.9,
  excerpts: [],
  matchedArticles: 1,
  ...NOTHING_LACKED,
  searched: { articles: 1200, sources: 3, newest: '2024-05-03T10:00:00Z' },
  countedFrom: null,
  progress: null,
  tookMs: 3,
  ...fields,
});

const span = (length: number): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const ordered = (spans: readonly Span[]): Span[] => {
  const kept: Span[] = [];
  for (const next of spans.toSorted((a, b) => a.start - b.start))
    if (next.start >= (kept.at(-1)?.end ?? 0)) kept.push(next);
  return kept;
};

const hostileUrl = fc.oneof(
  fc.constant(null),
  fc.constant('javascript:alert(1)'),
  hostileText(20).map((path) => `https://evil.example/${path}`),
  fc.nat({ max: 5000 }).map((length) => `https://long.example/${'x'.repeat(length)}`),
);

export const hostileRef = fc
  .record({ title: hostileText(120), source: hostileText(60), url: hostileUrl })
  .map((fields) => articleRef({ ...fields, published: null }));

/** At most 600 characters, as answers promise; whole in UTF-16, else anything. */
export const hostileExcerpt = hostileText(150)
  .map((text) => `a${text.slice(0, 598).toWellFormed()}`)
  .chain((text) =>
    fc
      .record({
        ref: hostileRef,
        best: span(text.length),
        matches: fc.array(span(text.length), { maxLength: 30 }),
        alsoIn: fc.array(hostileRef, { maxLength: 5 }),
      })
      .map(({ ref, best, matches, alsoIn }) =>
        excerpt(text, {
          ...ref,
          best: shift(best, 100),
          matches: ordered(matches).map((each) => shift(each, 100)),
          alsoIn,
        }),
      ),
  );
