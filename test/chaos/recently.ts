/** In: a way to read something that takes long. Out: what was read a moment ago, read anew once that is over. */
const AGE_MS = 2_000;

/** The sandbox answers nobody while it is read, and hundreds may wait for a text at once. */
export const recently = <T>(read: () => T): (() => T) => {
  let last: { readonly value: T; readonly readMs: number } | null = null;
  return () => {
    if (last === null || performance.now() - last.readMs > AGE_MS)
      last = { value: read(), readMs: performance.now() };
    return last.value;
  };
};
