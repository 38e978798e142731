/** What changed in the text of an article after it came in. */
import type { ArticleRef } from './answer.ts';

export interface TextChange {
  readonly article: ArticleRef;
  /** Epoch milliseconds when the new text came in. */
  readonly changedAtMs: number;
  /** In the order of the text; null if a sentence was added, or taken out. Each as the article had or has it. */
  readonly sentences: readonly { readonly before: string | null; readonly after: string | null }[];
}
