/** What is known in words alone, or was kept in words by an earlier version. */
export interface InWords {
  readonly kind: 'told';
  readonly text: string;
}
