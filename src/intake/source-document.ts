/** A document from outside as it came in: a fetched feed or page, or a file. */
export interface SourceDocument {
  readonly bytes: Uint8Array;
  /** The `Content-Type` it came with, or null. */
  readonly contentType: string | null;
  /** Where it was fetched from; empty for a file. Resolves relative addresses. */
  readonly address: string;
  /** Epoch milliseconds; nothing in it is dated later. */
  readonly nowMs: number;
}
