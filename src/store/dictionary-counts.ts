/**
 * The numbers of a dictionary as they are kept: frequencies as one 32-bit number a term id, and what a transaction
 * changed of them as variable-length numbers.
 */
import { VarIntReader, VarIntWriter } from '../search/var-ints.ts';

/** What is counted beside the frequencies. Differences in the record of a change. */
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
  const writer = new VarIntWriter();
  let last = 0;
  for (const id of Uint32Array.from(changes.keys()).sort()) {
    const by = changes.get(id)!;
    if (by === 0) continue;
    writer.put(id - last);
    writer.put(zigzag(by));
    last = id;
  }
  return writer.take();
};

/** Adds encoded changes to frequencies that are long enough for every id in them. */
export const applyChanges = (frequencies: Uint32Array, encoded: Uint8Array): void => {
  const reader = new VarIntReader(encoded);
  for (let id = 0; reader.at < encoded.length; ) {
    id += reader.next();
    frequencies[id]! += unzigzag(reader.next());
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
