/** In: files as each look at the corpus found them. Out: which have looked the same since the look before. */
import type { CorpusFileRef } from '../intake/corpus/corpus-item.ts';

export interface SettledFiles {
  /** Begins another look. */
  begin(): void;
  /** Whether the file (null: the absence of one) was as it is now at the look before. Ask once a look. */
  isSettled(name: string, file: CorpusFileRef | null): boolean;
}

const stampOf = (file: CorpusFileRef | null): string =>
  file === null ? 'gone' : `${file.size} ${file.mtimeMs} ${file.ctimeMs}`;

/** A file counts as completely written once two consecutive scans find it unchanged. */
export const createSettledFiles = (): SettledFiles => {
  let before = new Map<string, string>();
  let now = new Map<string, string>();
  return {
    begin() {
      before = now;
      now = new Map();
    },
    isSettled(name, file) {
      const stamp = stampOf(file);
      now.set(name, stamp);
      return before.get(name) === stamp;
    },
  };
};
