/** Articles for tests: a plain one, with what matters to the test put in its place. */
import type { Article } from '../../src/domain/article.ts';

/** An article added as `new`; the body stands in for the title where only that matters. */
export const article = (parts: Partial<Article> & { seq: number }): Article => ({
  key: `test#${parts.seq}`,
  givenId: null,
  title: `Article ${parts.seq}`,
  url: `https://example.org/${parts.seq}`,
  source: 'example.org',
  author: null,
  published: '2026-03-01',
  body: 'Nothing in particular happened. The day went by.',
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'file:test.jsonl',
  arrival: 'new',
  addedAtMs: 0,
  changedAtMs: 0,
  ...parts,
});
