/**
 * In: a plan and the candidate articles, with the places of the question's words in each. Out: which of them each sentence
 * holds. Everything later reads these masks.
 */
import type { ArticleWords, Dictionary } from '../../search/forward-index.ts';
import type { Day } from '../../search/search-query.ts';
import { AT_TOKEN, bodyStart, SENTENCE_STRIDE, sentenceCount } from '../../search/sentence-table.ts';
import { TERM_BITS } from '../../search/token.ts';
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';
import type { Candidate } from '../find-candidates.ts';
import type { QuestionPlan } from '../plan-question.ts';
import { bitWeights } from './bit-weights.ts';
import type { Scratch } from './scratch.ts';

/** A candidate that was read. Its sentences' masks stand from `base` on. */
export interface ReadArticle {
  readonly words: ArticleWords;
  readonly day: Day | null;
  /** Score of the candidate as a share of the best one's. */
  readonly share: number;
  /** Relevance without recency, as a share of the question's whole idf. */
  readonly relevance: number;
  readonly base: number;
  readonly sentences: number;
  readonly titleMask: number;
  /** Question terms anywhere in the article. */
  readonly mask: number;
  /** Question terms that the article holds, or holds words similar to. */
  readonly alikeMask: number;
}

/** Valid until the next question is read with the same scratch. */
export interface Reading {
  readonly plan: QuestionPlan;
  readonly dictionary: Dictionary;
  /** Kinds of each term id, as in `term-kinds.ts`; ids beyond its end have none. */
  readonly kinds: Uint16Array;
  readonly scratch: Scratch;
  readonly articles: readonly ReadArticle[];
  /** Whether words similar to those of the question were read as well, as in languages other than English. */
  readonly hasAlike: boolean;
  /** Idf of a mask's terms. */
  weigh(mask: number): number;
}

/** What ranking reads beside the candidates. */
export interface RankingContext {
  readonly dictionary: Dictionary;
  readonly kinds: Uint16Array;
  readonly scratch: Scratch;
}

/** Candidates are read best first until this many words were read, so that long articles do not slow answers down. */
const MAX_WORDS_READ = 100_000;
/** The best this many candidates are read whatever they score. */
const READ_ANYWAY = 10;
/** Of the others, those that score less than this share of the best candidate are not read: they are hardly ever quoted. */
const LEAST_SHARE = 0.25;

/** By term of the question: how far behind it the next may stand for the two to count as a pair; 0 if they are not neighbours. */
const pairGaps = ({ terms }: QuestionPlan): Int8Array => {
  const gaps = new Int8Array(terms.length + 1);
  for (let at = 0; at + 1 < terms.length; at++) {
    const gap = terms[at + 1]!.position - terms[at]!.position;
    gaps[at] = gap > 0 && gap <= 2 ? gap + 1 : 0;
  }
  return gaps;
};

/** Fills the masks of an article's sentences from `base` on; returns that of its title. */
const markTerms = (
  { words, places }: Candidate,
  base: number,
  gaps: Int8Array,
  { masks, pairs, bits: { values: bits } }: Scratch,
): number => {
  const { tokens, titleLength, sentences } = words;
  const length = tokens.length;
  const count = sentenceCount(words);
  masks.fill(0, base, base + count);
  pairs.fill(0, base, base + count);
  let title = 0;
  let sentence = -1;
  const start = bodyStart(words);
  let next = start;
  let last = -2;
  let lastAt = 0;
  for (const at of places) {
    const bit = bits[tokens[at]! & TERM_BITS]!;
    if (at < titleLength) title |= 1 << bit;
    if (at < start) continue;
    while (at >= next) {
      sentence += 1;
      next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? length;
      last = -2;
    }
    masks[base + sentence]! |= 1 << bit;
    if (bit === last + 1 && at - lastAt <= gaps[last]!) pairs[base + sentence]! |= 1 << last;
    last = bit;
    lastAt = at;
  }
  return title;
};

/** Adds to the masks of an article's sentences what looks like a term of the question; returns that of the whole article. */
const readAlike = (
  { words, mask }: Candidate,
  base: number,
  { masks, alikeMasks, alike: { values: alike } }: Scratch,
): number => {
  const { tokens, sentences } = words;
  const count = sentenceCount(words);
  let all = mask;
  for (let sentence = 0; sentence < count; sentence++) {
    const to = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length;
    let own = masks[base + sentence]!;
    for (let at = sentences[sentence * SENTENCE_STRIDE + AT_TOKEN]!; at < to; at++) {
      const bit = alike[tokens[at]! & TERM_BITS]!;
      if (bit >= 0) own |= 1 << bit;
    }
    alikeMasks[base + sentence] = own;
    all |= own;
  }
  return all;
};

const readArticles = (
  candidates: readonly Candidate[],
  plan: QuestionPlan,
  scratch: Scratch,
  hasAlike: boolean,
): ReadArticle[] => {
  const gaps = pairGaps(plan);
  const articles: ReadArticle[] = [];
  const top = candidates[0]?.score || 1;
  let base = 0;
  let read = 0;
  for (const candidate of candidates) {
    const { words, day, score, mask, relevance } = candidate;
    const share = score / top;
    if (share < LEAST_SHARE && articles.length >= READ_ANYWAY) break;
    read += words.tokens.length;
    if (read > MAX_WORDS_READ && articles.length > 0) break;
    const sentences = sentenceCount(words);
    scratch.reserveSentences(base + sentences);
    const titleMask = markTerms(candidate, base, gaps, scratch);
    const alikeMask = hasAlike ? readAlike(candidate, base, scratch) : mask;
    articles.push({
      words,
      day,
      share,
      relevance: relevance / plan.totalIdf,
      base,
      sentences,
      titleMask,
      mask,
      alikeMask,
    });
    base += sentences;
  }
  return articles;
};

/** Reads candidates that were found by the terms of the plan. */
export const readCandidates = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  context: RankingContext,
): Reading => {
  const { scratch, dictionary } = context;
  // Words may have been read after the dictionary, and hold newer terms.
  const ids = Math.max(dictionary.size, ...candidates.map(({ words }) => words.idLimit));
  for (const marked of [scratch.bits, scratch.alike, scratch.slots, scratch.ranks]) marked.clear(ids);
  for (const [bit, term] of plan.terms.entries()) for (const id of term.ids) scratch.bits.mark(id, bit);
  for (const [bit, term] of plan.terms.entries())
    for (const id of term.alikeIds) if (scratch.bits.values[id]! < 0) scratch.alike.mark(id, bit);
  const weigh = bitWeights(plan.terms.map(({ idf }) => idf));
  const hasAlike = plan.language !== DEFAULT_LANGUAGE;
  return { ...context, plan, articles: readArticles(candidates, plan, scratch, hasAlike), hasAlike, weigh };
};
