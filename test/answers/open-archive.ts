/** Everything that answering needs, over a store. */
import type { Archive } from '../../src/answers/archive.ts';
import { Scratch } from '../../src/answers/ranking/scratch.ts';
import { TermKinds } from '../../src/answers/ranking/term-kinds.ts';
import type { SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';

export const openArchive = (store: SqliteArticleStore): Archive => ({
  ...store.openEngine(),
  articles: store,
  kinds: new TermKinds(),
  scratch: new Scratch(),
});
