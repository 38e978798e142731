/** In: articles. Out: all that answering needs, over them alone, until the test ends. */
import { onTestFinished } from 'vitest';
import type { Archive } from '../../src/answers/archive.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { openArchive } from './open-archive.ts';

export const archiveOf = async (drafts: readonly ArticleDraft[], addedAtMs = 0): Promise<Archive> => {
  const store = await openArticleStore(null);
  onTestFinished(() => store.close());
  await store.add(drafts, 'backfill', addedAtMs);
  return openArchive(store);
};
