/**
 * In: a plan and candidate documents. Out: which words of the question each of their sentences holds. The one pass over
 * all the tokens; everything later reads its masks.
 */
import type { ArticleIndex, DocumentEntry } from '../search/article-index.ts';
import { AT_TOKEN, SENTENCE_STRIDE } from '../search/document.ts';
import type { Candidate } from '../search/find-candidates.ts';
import { TERM_BITS } from '../search/token.ts';
import type { QuestionPlan } from './plan-question.ts';
import { termKinds } from './term-kinds.ts';

/** A candidate that was read. Its sentences' masks stand from `base` on in `Reading.masks` and `Reading.pairs`. */
export interface ReadDocument {
  readonly document: number;
  readonly entry: DocumentEntry;
  /** Score of the candidate as a share of the best one's. */
  readonly share: number;
  /** Relevance without recency, as a share of the question's whole idf. */
  readonly relevance: number;
  readonly base: number;
  readonly sentences: number;
  readonly titleMask: number;
  /** Question terms anywhere in the document. */
  readonly mask: number;
}

/** Valid until the next question is read: the arrays are reused. */
export interface Reading {
  readonly plan: QuestionPlan;
  readonly index: ArticleIndex;
  readonly documents: readonly ReadDocument[];
  /** Question terms by sentence. */
  readonly masks: Uint32Array;
  /** By sentence: bit i where terms i and i + 1 of the question stand as close together as in the question. */
  readonly pairs: Uint32Array;
  /** Bit of each term id, -1 for terms not in the question. */
  readonly bits: Int8Array;
  /** Kinds of each term id, as in `term-kinds.ts`. */
  readonly kinds: Uint16Array;
  /** Idf of a mask's terms. */
  weigh(mask: number): number;
}

/** Candidates are read best first until this many words were read, so that long articles do not slow answers down. */
const READ_LIMIT = 100_000;

let masks = new Uint32Array(8192);
let pairs = new Uint32Array(8192);
let bits = new Int8Array(0);
let marked: readonly number[] = [];

/** Bits 0-7, 8-15, 16-23 and 24-31 of a mask, each looked up at once. */
const weights = new Float64Array(1024);

const fillWeights = (idfs: readonly number[]): void => {
  for (let byte = 0; byte < 4; byte++) {
    for (let value = 1; value < 256; value++) {
      const low = 31 - Math.clz32(value & -value);
      weights[byte * 256 + value] =
        weights[byte * 256 + (value & (value - 1))]! + (idfs[byte * 8 + low] ?? 0);
    }
  }
};

const weigh = (mask: number): number =>
  weights[mask & 255]! +
  weights[256 + ((mask >>> 8) & 255)]! +
  weights[512 + ((mask >>> 16) & 255)]! +
  weights[768 + (mask >>> 24)]!;

const markTerms = (plan: QuestionPlan, size: number): void => {
  for (const id of marked) bits[id] = -1;
  if (bits.length < size) bits = new Int8Array(size * 2).fill(-1);
  marked = plan.terms.flatMap(({ ids }) => ids);
  for (const [bit, { ids }] of plan.terms.entries()) for (const id of ids) bits[id] = bit;
};

/** How far apart neighbouring question terms may stand to count as a pair; 0 where they are no neighbours. */
const pairGaps = (plan: QuestionPlan): Int8Array => {
  const gaps = new Int8Array(plan.terms.length + 1);
  for (let at = 0; at + 1 < plan.terms.length; at++) {
    const gap = plan.terms[at + 1]!.position - plan.terms[at]!.position;
    gaps[at] = gap > 0 && gap <= 2 ? gap + 1 : 0;
  }
  return gaps;
};

const reserve = (length: number): void => {
  if (masks.length >= length) return;
  const grow = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(length * 2);
    larger.set(old);
    return larger;
  };
  masks = grow(masks);
  pairs = grow(pairs);
};

/** Fills the masks of a document's sentences from `base` on; returns the terms of all of them. */
const readSentences = (
  { tokens, titleLength, sentences }: DocumentEntry,
  base: number,
  gaps: Int8Array,
): number => {
  // Held in constants: reading the module's variables for each word would take most of the time.
  const marks = bits;
  const length = tokens.length;
  const count = sentences.length / SENTENCE_STRIDE;
  masks.fill(0, base, base + count);
  pairs.fill(0, base, base + count);
  let sentence = -1;
  let next = titleLength;
  let last = -2;
  let lastAt = 0;
  let all = 0;
  for (let at = titleLength; at < length; at++) {
    const bit = marks[tokens[at]! & TERM_BITS]!;
    if (bit < 0) continue;
    // Few words get here: the sentence is looked for only then.
    while (at >= next) {
      sentence += 1;
      next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? length;
      last = -2;
    }
    masks[base + sentence]! |= 1 << bit;
    if (bit === last + 1 && at - lastAt <= gaps[last]!) pairs[base + sentence]! |= 1 << last;
    all |= 1 << bit;
    last = bit;
    lastAt = at;
  }
  return all;
};

const titleMaskOf = ({ tokens, titleLength }: DocumentEntry): number => {
  let mask = 0;
  for (let at = 0; at < titleLength; at++) {
    const bit = bits[tokens[at]! & TERM_BITS]!;
    if (bit >= 0) mask |= 1 << bit;
  }
  return mask;
};

/** Reads the candidates' tokens once. */
export const readCandidates = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
): Reading => {
  markTerms(plan, index.vocabulary.size);
  fillWeights(plan.terms.map(({ idf }) => idf));
  const gaps = pairGaps(plan);
  const documents: ReadDocument[] = [];
  const top = candidates[0]?.score || 1;
  let base = 0;
  let read = 0;
  for (const { document, score, relevance } of candidates) {
    const entry = index.document(document);
    if (entry === undefined) continue;
    read += entry.tokens.length;
    if (read > READ_LIMIT && documents.length > 0) break;
    const count = entry.sentences.length / SENTENCE_STRIDE;
    reserve(base + count);
    const titleMask = titleMaskOf(entry);
    const mask = readSentences(entry, base, gaps) | titleMask;
    documents.push({
      document,
      entry,
      share: score / top,
      relevance: relevance / plan.totalIdf,
      base,
      sentences: count,
      titleMask,
      mask,
    });
    base += count;
  }
  return { plan, index, documents, masks, pairs, bits, kinds: termKinds(index.vocabulary), weigh };
};
