/** Results reported by adding articles and reading the corpus. */

/** What became of one draft. `seq` is the article's (for `duplicate`, the one it copies). */
export interface AddOutcome {
  readonly key: string;
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'duplicate';
  readonly seq: number;
}
