/** Articles on their way into a store: a plain one, with what matters to the test put in its place. */
import type { ArticleDraft } from '../src/domain/article.ts';

export const articleDraft = (
  parts: Pick<ArticleDraft, 'key' | 'title' | 'body'> & Partial<ArticleDraft>,
): ArticleDraft => ({
  givenId: null,
  url: null,
  source: 'The Example',
  author: null,
  published: '2024-03-12',
  language: 'en',
  tags: [],
  imageUrl: null,
  origin: 'file:a.jsonl',
  ...parts,
});
