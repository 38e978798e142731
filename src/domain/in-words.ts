/** What is known in words alone, or was kept in words by an earlier version. Databases hold the kind: it keeps its name. */
export interface InWords {
  readonly kind: 'told';
  readonly text: string;
}
