/**
 * The index on disk: written beside the store so that the next start need not read every article again. Sections of
 * raw numbers, one after the other, each with its checksum, then a header that lists them; no part of it grows into one
 * string or one buffer with the corpus. The index is disposable: whatever is wrong with the file, it is rebuilt.
 */

/** Raised whenever the terms, sentences or layout change, so that an old file is rebuilt rather than misread. */
export const FORMAT = 'dateline-index-3';

/** What the file was made of; another store or another place in its history means another index. */
export interface SnapshotStamp {
  /** The store's revision up to which articles are in the index. */
  readonly revision: number;
}

/** A piece of the file. */
export interface Section {
  readonly name: string;
  readonly bytes: number;
  readonly checksum: number;
}

/** Written last, so that a file cut short has none. */
export interface Header extends SnapshotStamp {
  readonly format: string;
  readonly sections: readonly Section[];
}

/** Five numbers a document: seq, day, title words, words, sentence numbers. */
export const META = 5;

/** Four numbers a copy: seq, seq of the article, day, place of its source in the names. */
export const COPY = 4;

/** The few strings that many documents share. */
export interface Names {
  readonly sources: readonly string[];
  readonly languages: readonly (string | null)[];
}

/** Bytes kept free at the start of the file for the length and place of the header, which is written last. */
export const PREFIX_BYTES = 16;
