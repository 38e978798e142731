/** In: a name as somebody wrote it, and the names there are. Out: the one that was probably meant. */

/** One slip is a letter added, left out, exchanged, or swapped with its neighbour. */
const MAX_SLIPS = 2;
/** In shorter names two slips make any name of another. */
const SHORT = 8;

/** How many slips lie between two names (optimal string alignment); both are short. */
const slipsBetween = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
};

const plain = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Names are in capitals; the one given may be in small letters, and have dashes. Null if none is near. */
export const nearestName = (name: string, names: readonly string[]): string | null => {
  const near = names
    .map((known) => ({ known, slips: slipsBetween(plain(name), known) }))
    .filter(({ known, slips }) => slips <= (known.length < SHORT ? 1 : MAX_SLIPS))
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.known ?? null;
};
