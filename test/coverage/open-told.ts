/** Articles for tests of coverage, in memory, with what can be asked of them. */
import type { Backend } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { createLog } from '../../src/log.ts';
import { draft } from '../store/article-store-contract.ts';

/** An article of an outlet; the day, or the time, as an article has it. */
export const told = (source: string, published: string | null, title: string, body: string): ArticleDraft =>
  draft(`${source}-${title}`, { source, published, title, body });

/** What its clock says: later than every article. */
export const asOfMs = Date.parse('2024-07-01T00:00:00Z');

export const openTold = async (
  drafts: readonly ArticleDraft[],
  clock: () => number = () => asOfMs,
): Promise<Backend> => {
  const log = createLog({ level: 'error', write: () => undefined });
  const backend = await openBackend({ corpus: [], dataDir: null, watch: null }, { log, clock });
  await backend.loaded();
  await backend.add(drafts, 'new');
  return backend;
};
