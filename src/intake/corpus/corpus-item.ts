/** What reading a corpus file brings: articles, and what could not be read. */

import type { ArticleDraft } from '../../domain/article.ts';
import type { CorpusProblem } from '../../domain/corpus-reason.ts';

/** A corpus file as it was found. */
export interface CorpusFileRef {
  /** Relative to the corpus, with `/` on every system. Part of its articles' identity. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/**
 * `problem`: this record could not be read, the others can. `failure`: the rest of the file could not be read, so
 * what it held before may still be there; always the last item.
 */
export type CorpusItem =
  /** `line` is where it begins, null if it is all of its file. */
  | { readonly kind: 'article'; readonly draft: ArticleDraft; readonly line: number | null }
  | { readonly kind: 'problem'; readonly problem: CorpusProblem }
  | { readonly kind: 'failure'; readonly problem: CorpusProblem };
