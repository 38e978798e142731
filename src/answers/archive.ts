/** What answering needs: the engine and the words, the store they were made from, and room to rank in. */
import type { ForwardIndex } from '../search/forward-index.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import type { ArticleReader } from '../store/article-store.ts';
import type { Scratch } from './ranking/scratch.ts';
import type { TermKinds } from './ranking/term-kinds.ts';

export interface Archive {
  readonly engine: SearchEngine;
  readonly words: ForwardIndex;
  readonly articles: Pick<ArticleReader, 'getMany' | 'refs' | 'copiesOfMany' | 'textChanges'>;
  readonly kinds: TermKinds;
  readonly scratch: Scratch;
}
