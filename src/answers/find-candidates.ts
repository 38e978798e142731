/**
 * In: the terms of a question and what may be shown. Out: the articles worth reading closely, best first. The engine finds
 * them by their rarest terms; then all terms count, by the articles' own words, so the cheaper search costs no quality.
 */
import { B, K1 } from '../search/bm25.ts';
import type { ArticleWords, Dictionary } from '../search/forward-index.ts';
import { type BestRequest, type Hit, recencyOf, type SearchEngine } from '../search/search-engine.ts';
import type { Day, SearchQuery } from '../search/search-query.ts';
import { bodyStart } from '../search/sentence-table.ts';
import { TERM_BITS } from '../search/token.ts';
import type { Archive } from './archive.ts';
import type { PlanTerm } from './plan-question.ts';
import type { Scratch } from './ranking/scratch.ts';

export interface Candidate extends Omit<Hit, 'seq'> {
  readonly words: ArticleWords;
  /** The terms that the article holds, as bits in their order. */
  readonly mask: number;
  /** Where among its tokens the terms stand, in order. */
  readonly places: Uint32Array;
  /** BM25 over all terms with a bonus for words in the title. The score is this times recency. */
  readonly relevance: number;
}

/** A title is short and says what an article is about. */
const TITLE_BONUS = 0.6;
/** Articles scored again for each that is wanted. More bring 0.2 points among the first three and five excerpts, and take longer. */
const SCORED_EACH = 1.5;
/** Of those beyond as many as are wanted, the ones that the engine scores below this share of the best hardly ever rise among them. */
const LEAST_SHARE = 0.35;

/** What a word that looks like a term counts as. */
const ALIKE = 0.4;
/** Ids of such words are marked with the bit of their term and this: one look shows both. Terms have smaller bits. */
const ALIKE_BITS = 32;

/** What one article is counted in: by term, and as many places as the longest has words. */
interface Room {
  readonly counts: Float64Array;
  readonly places: Uint32Array;
}

const scoreWords = (
  words: ArticleWords,
  terms: readonly PlanTerm[],
  { bits: { values: bits } }: Scratch,
  averageLength: number,
  { counts, places }: Room,
): Pick<Candidate, 'mask' | 'places' | 'relevance'> => {
  const { tokens } = words;
  const start = bodyStart(words);
  const length = tokens.length;
  counts.fill(0);
  let held = 0;
  let mask = 0;
  let inTitle = 0;
  for (let at = 0; at < length; at++) {
    const bit = bits[tokens[at]! & TERM_BITS]!;
    if (bit < 0) continue;
    if (bit >= ALIKE_BITS) {
      counts[bit - ALIKE_BITS]! += ALIKE;
      continue;
    }
    counts[bit]! += 1;
    places[held++] = at;
    mask |= 1 << bit;
    if (at < start) inTitle |= 1 << bit;
  }
  const saturation = K1 * (1 - B + (B * length) / averageLength);
  let relevance = 0;
  for (let bit = 0; bit < terms.length; bit++) {
    const count = counts[bit]!;
    const weight = (count * (K1 + 1)) / (count + saturation) + ((inTitle >>> bit) & 1 ? TITLE_BONUS : 0);
    relevance += terms[bit]!.idf * weight;
  }
  return { mask, places: places.slice(0, held), relevance };
};

/** Marks the terms' bits for every id that the articles hold. */
const markTerms = (
  terms: readonly PlanTerm[],
  articles: readonly ArticleWords[],
  { size }: Dictionary,
  { bits }: Scratch,
): void => {
  // Words may have been read after the dictionary, and hold newer terms.
  bits.clear(articles.reduce((most, { idLimit }) => Math.max(most, idLimit), size));
  for (const [bit, { ids }] of terms.entries()) for (const id of ids) bits.mark(id, bit);
  const isTerm = (id: number): boolean => bits.values[id]! >= 0 && bits.values[id]! < ALIKE_BITS;
  for (const [bit, { alikeIds }] of terms.entries())
    for (const id of alikeIds) if (!isTerm(id)) bits.mark(id, ALIKE_BITS + bit);
};

/** The hits with their words and scores over all terms, best first. Those without words are left out. */
const scoreAgain = async (
  hits: readonly Hit[],
  terms: readonly PlanTerm[],
  asOfDay: Day,
  dictionary: Dictionary,
  { words, scratch }: Pick<Archive, 'words' | 'scratch'>,
): Promise<Candidate[]> => {
  const bySeq = new Map(hits.map((hit) => [hit.seq, hit]));
  const read = await words.words([...bySeq.keys()]);
  markTerms(terms, read, dictionary, scratch);
  const longest = read.reduce((length, { tokens }) => Math.max(length, tokens.length), 0);
  const room: Room = { counts: new Float64Array(terms.length), places: new Uint32Array(longest) };
  return read
    .map((article): Candidate => {
      const { shown, day } = bySeq.get(article.seq)!;
      const scored = scoreWords(article, terms, scratch, dictionary.averageLength, room);
      const { mask, places, relevance } = scored;
      return {
        words: article,
        shown,
        day,
        mask,
        places,
        relevance,
        score: relevance * recencyOf(day, asOfDay),
      };
    })
    .sort((a, b) => b.score - a.score || b.words.seq - a.words.seq);
};

/** The `limit` best articles that hold any of the terms, pass the scope and match `must`. */
export const findCandidates = async (
  terms: readonly PlanTerm[],
  must: SearchQuery,
  { scope, asOfDay, limit }: BestRequest,
  dictionary: Dictionary,
  archive: Pick<Archive, 'words' | 'scratch'> & { readonly engine: Pick<SearchEngine, 'best'> },
): Promise<Candidate[]> => {
  const request = { scope, asOfDay, limit: Math.ceil(limit * SCORED_EACH) };
  const found = await archive.engine.best(terms, must, request);
  const hits = found.filter(({ score }, at) => at < limit || score >= LEAST_SHARE * found[0]!.score);
  return (await scoreAgain(hits, terms, asOfDay, dictionary, archive)).slice(0, limit);
};
