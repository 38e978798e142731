/**
 * The numbers of a dictionary as they are kept: frequencies as one 32-bit number a term id, and what a transaction
 * changed of them as variable-length numbers.
 */

/** What is counted beside the frequencies. Differences where a change is told. */
export interface Counts {
  /** Words of all articles together. */
  readonly tokens: number;
  /** Articles by language; those that do not say under the empty name. */
  readonly languages: Readonly<Record<string, number>>;
}

export const addCounts = (a: Counts, b: Counts): Counts => {
  const languages = { ...a.languages };
  for (const [language, count] of Object.entries(b.languages)) {
    const sum = (languages[language] ?? 0) + count;
    if (sum === 0) delete languages[language];
    else languages[language] = sum;
  }
  return { tokens: a.tokens + b.tokens, languages };
};

/** By term id, by how much its frequency changed. */
export type FrequencyChanges = ReadonlyMap<number, number>;

/** Negative numbers between the others: 0, -1, 1, -2 … */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

export const encodeChanges = (changes: FrequencyChanges): Uint8Array => {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let left = value;
    for (; left > 0x7f; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
    bytes.push(left);
  };
  let last = 0;
  for (const [id, by] of [...changes].sort(([a], [b]) => a - b)) {
    if (by === 0) continue;
    put(id - last);
    put(zigzag(by));
    last = id;
  }
  return Uint8Array.from(bytes);
};

/** Adds encoded changes to frequencies that are long enough for every id in them. */
export const applyChanges = (frequencies: Uint32Array, encoded: Uint8Array): void => {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = encoded[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  for (let id = 0; at < encoded.length; ) {
    id += next();
    frequencies[id]! += unzigzag(next());
  }
};

export const encodeFrequencies = (frequencies: Uint32Array): Uint8Array =>
  new Uint8Array(frequencies.buffer, frequencies.byteOffset, frequencies.byteLength);

/** A copy with room for `size` ids. */
export const decodeFrequencies = (bytes: Uint8Array, size: number): Uint32Array => {
  const frequencies = new Uint32Array(Math.max(size, bytes.byteLength / 4));
  new Uint8Array(frequencies.buffer).set(bytes);
  return frequencies;
};
