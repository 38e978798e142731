/**
 * An article's words as bytes and back: about two bytes a word where they take four unpacked. All numbers are variable in
 * length (LEB128, 7 bits a byte, low bits first): frequent terms were met early, have small ids and take one byte.
 */
import type { AnalysedWords } from './analyse-article.ts';
import type { ArticleWords } from './forward-index.ts';
import { AT_END, AT_FLAGS, AT_START, AT_TOKEN, SENTENCE_STRIDE } from './sentence-table.ts';
import { ADJACENT, FLAG_SHIFT, TERM_BITS } from './token.ts';

const MORE = 0x80;
const LOW = 0x7f;
/** Most words stand right behind another and are spelled plainly: a token of those flags says so in one bit. */
const USUAL_FLAGS = ADJACENT;
/** The longest number takes five bytes. */
const LONGEST = 5;

class Writer {
  #bytes: Uint8Array;
  #at = 0;

  constructor(numbers: number) {
    this.#bytes = new Uint8Array(numbers * LONGEST);
  }

  put(value: number): void {
    let left = value;
    while (left > LOW) {
      this.#bytes[this.#at++] = (left & LOW) | MORE;
      left >>>= 7;
    }
    this.#bytes[this.#at++] = left;
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }
}

/** Packs words, each token's number replaced by the id that `idOf` gives it (below 2²⁴). */
export const packWords = (words: AnalysedWords, idOf: (number: number) => number): Uint8Array => {
  const { tokens, titleLength, sentences, checksum } = words;
  const writer = new Writer(4 + tokens.length * 2 + sentences.length);
  for (const value of [checksum, titleLength, tokens.length, sentences.length / SENTENCE_STRIDE])
    writer.put(value);
  for (const token of tokens) {
    const id = idOf(token & TERM_BITS);
    const flags = token & ~TERM_BITS;
    writer.put((id << 1) | (flags === USUAL_FLAGS ? 0 : 1));
    if (flags !== USUAL_FLAGS) writer.put(flags >>> FLAG_SHIFT);
  }
  let lastEnd = 0;
  let lastToken = 0;
  for (let at = 0; at < sentences.length; at += SENTENCE_STRIDE) {
    writer.put(sentences[at + AT_START]! - lastEnd);
    lastEnd = sentences[at + AT_END]!;
    writer.put(lastEnd - sentences[at + AT_START]!);
    writer.put(sentences[at + AT_TOKEN]! - lastToken);
    lastToken = sentences[at + AT_TOKEN]!;
    writer.put(sentences[at + AT_FLAGS]!);
  }
  return writer.bytes;
};

/** Reads numbers one after the other. Bytes that end too early give zeros, never an endless loop. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): number {
    let byte = this.#bytes[this.#at++]!;
    let value = byte & LOW;
    for (let shift = 7; byte >= MORE; shift += 7) {
      byte = this.#bytes[this.#at++]!;
      value |= (byte & LOW) << shift;
    }
    return value >>> 0;
  }

  /** Fills the tokens and returns the limit of their ids. Most of an article is here: nothing is called for a word. */
  readTokens(tokens: Uint32Array): number {
    const bytes = this.#bytes;
    const count = tokens.length;
    let at = this.#at;
    let idLimit = 0;
    for (let place = 0; place < count; place++) {
      let byte = bytes[at++]!;
      let packed = byte & LOW;
      for (let shift = 7; byte >= MORE; shift += 7) {
        byte = bytes[at++]!;
        packed |= (byte & LOW) << shift;
      }
      const id = packed >>> 1;
      if (id >= idLimit) idLimit = id + 1;
      // Flags are seven bits.
      tokens[place] = id | (packed & 1 ? bytes[at++]! << FLAG_SHIFT : USUAL_FLAGS);
    }
    this.#at = at;
    return idLimit;
  }
}

export const unpackWords = (seq: number, bytes: Uint8Array): ArticleWords => {
  const reader = new Reader(bytes);
  const checksum = reader.next();
  const titleLength = reader.next();
  const tokens = new Uint32Array(reader.next());
  const sentences = new Uint32Array(reader.next() * SENTENCE_STRIDE);
  const idLimit = reader.readTokens(tokens);
  let end = 0;
  let token = 0;
  for (let at = 0; at < sentences.length; at += SENTENCE_STRIDE) {
    const start = end + reader.next();
    end = start + reader.next();
    token += reader.next();
    sentences[at + AT_START] = start;
    sentences[at + AT_END] = end;
    sentences[at + AT_TOKEN] = token;
    sentences[at + AT_FLAGS] = reader.next();
  }
  return { seq, tokens, titleLength, sentences, idLimit, checksum };
};
