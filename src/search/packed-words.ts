/**
 * An article's words as bytes and back: about two bytes per word, against four unpacked. Frequent terms
 * were met early, have small ids and take one byte.
 */
import type { AnalysedWords } from './analyse-article.ts';
import type { ArticleWords } from './forward-index.ts';
import { AT_END, AT_FLAGS, AT_START, AT_TOKEN, SENTENCE_STRIDE } from './sentence-table.ts';
import { ADJACENT, FLAG_SHIFT, TERM_BITS } from './token.ts';
import { LOW, MORE, VarIntReader, VarIntWriter } from './var-ints.ts';

/** Most words stand right behind another and are spelled plainly: a token of those flags says so in one bit. */
const USUAL_FLAGS = ADJACENT;
/** One for all articles: its memory would be the most of what packing one takes. */
const writer = new VarIntWriter();

/** Packs words, each token's number replaced by the id that `idOf` gives it (below 2²⁴). */
export const packWords = (words: AnalysedWords, idOf: (number: number) => number): Uint8Array => {
  const { tokens, titleLength, sentences, checksum } = words;
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
  return writer.take();
};

/** Fills the tokens and returns the limit of their ids. Most of an article is here: nothing is called for a word. */
const readTokens = (reader: VarIntReader, tokens: Uint32Array): number => {
  const { bytes } = reader;
  const count = tokens.length;
  let at = reader.at;
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
  reader.at = at;
  return idLimit;
};

export const unpackWords = (seq: number, bytes: Uint8Array): ArticleWords => {
  const reader = new VarIntReader(bytes);
  const checksum = reader.next();
  const titleLength = reader.next();
  const tokens = new Uint32Array(reader.next());
  const sentences = new Uint32Array(reader.next() * SENTENCE_STRIDE);
  const idLimit = readTokens(reader, tokens);
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
