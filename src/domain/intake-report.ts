/** Results reported by adding articles and reading the corpus. */

/** What became of one draft. `seq` is the article's (for `duplicate`, the one it copies). */
export interface AddOutcome {
  readonly key: string;
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'duplicate';
  readonly seq: number;
}

/** One thing that could not be read, told by file (relative to the corpus), line where there is one, and reason. */
export interface CorpusProblem {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}
