/** In: a way to read texts that takes long. Out: the texts as they were a moment ago, read anew once that is over. */
const AGE_MS = 2_000;

/** The sandbox answers nobody while it is read, and hundreds may wait for a text at once. */
export const createRecentTexts = (read: () => readonly string[]): (() => readonly string[]) => {
  let texts: readonly string[] = [];
  let readMs = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - readMs > AGE_MS) {
      texts = read();
      readMs = performance.now();
    }
    return texts;
  };
};
