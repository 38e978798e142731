/**
 * In: all articles and a question. Out: small corpora to ask it of: an article known to answer it and others of the same
 * days, with frequencies and lengths of their own. The first weeks of every bot look like this.
 */
import type { Archive } from '../../../src/answers/archive.ts';
import type { ArticleWords, Dictionary } from '../../../src/search/forward-index.ts';
import type { BestRequest, Hit } from '../../../src/search/search-engine.ts';
import { type Day, dayOf, passesScope, type SearchTerm } from '../../../src/search/search-query.ts';
import { TERM_BITS } from '../../../src/search/token.ts';
import { randomFrom } from '../../random.ts';
import { type EvalQuestion, GRACE_DAYS, holdsAnswer } from '../eval-data.ts';
import type { TestArchive } from './open-test-archive.ts';

/** Articles this near to the one that answers, in days, come first. */
const NEAR_DAYS = 7;

/** An article as small corpora are made of it. */
export interface Piece {
  readonly words: ArticleWords;
  readonly day: Day | null;
  readonly source: string;
  readonly author: null;
  /** Its term ids, sorted, each once. */
  readonly ids: Uint32Array;
}

/** What finding and ranking read of some of the articles. */
export interface Corpus {
  readonly dictionary: Dictionary;
  readonly archive: Pick<Archive, 'words' | 'scratch'> & { readonly engine: Pick<Archive['engine'], 'best'> };
}

/** The pieces of all articles, by place. */
export const readPieces = async ({ articles, archive }: TestArchive): Promise<Piece[]> => {
  const words = await archive.words.words(articles.map((_, place) => place + 1));
  return words.map((read) => {
    const { published, source } = articles[read.seq - 1]!;
    const ids = new Set(Array.from(read.tokens, (token) => token & TERM_BITS));
    return { words: read, day: dayOf(published), source, author: null, ids: Uint32Array.from(ids).sort() };
  });
};

/** The place of a number in a sorted array; -1 if it is not there. */
const placeIn = (sorted: Uint32Array, wanted: number): number => {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted ? from : -1;
};

/** How many of the pieces hold each id. */
const countHolders = (pieces: readonly Piece[]): Dictionary['frequency'] => {
  const all = new Uint32Array(pieces.reduce((sum, { ids }) => sum + ids.length, 0));
  let end = 0;
  for (const { ids } of pieces) {
    all.set(ids, end);
    end += ids.length;
  }
  all.sort();
  const ids: number[] = [];
  const counts: number[] = [];
  for (const id of all) {
    if (ids.at(-1) === id) counts[counts.length - 1]! += 1;
    else {
      ids.push(id);
      counts.push(1);
    }
  }
  const sorted = Uint32Array.from(ids);
  const held = Uint16Array.from(counts);
  return (id) => held[placeIn(sorted, id)] ?? 0;
};

/** The pieces as a corpus of their own. Term ids stay those of the archive. */
export const corpusOf = (pieces: readonly Piece[], { context, archive }: TestArchive): Corpus => {
  const tokens = pieces.reduce((sum, { words }) => sum + words.tokens.length, 0);
  const bySeq = new Map(pieces.map(({ words }) => [words.seq, words]));
  const best = async (
    terms: readonly SearchTerm[],
    _: unknown,
    { scope }: BestRequest,
  ): Promise<readonly Hit[]> => {
    const ids = [...(await context.dictionary.ids(terms.flatMap(({ forms }) => forms))).values()];
    return pieces
      .filter((piece) => passesScope(scope, piece) && ids.some((id) => placeIn(piece.ids, id) >= 0))
      .map(({ words: { seq }, day }) => ({ seq, shown: seq, day, score: 0 }));
  };
  return {
    dictionary: {
      ...context.dictionary,
      articles: pieces.length,
      averageLength: pieces.length === 0 ? 0 : tokens / pieces.length,
      frequency: countHolders(pieces),
    },
    archive: {
      engine: { best },
      scratch: archive.scratch,
      words: {
        dictionary: archive.words.dictionary,
        words: async (seqs) => seqs.map((seq) => bySeq.get(seq)!),
      },
    },
  };
};

/** Whether a question may be answered from an article of that day. */
const isInTime = (day: Day | null, asOfDay: Day): boolean => day === null || day <= asOfDay + GRACE_DAYS;

const distance = (day: Day | null, other: Day): number =>
  day === null ? Number.POSITIVE_INFINITY : Math.abs(day - other);

/**
 * Places of articles for a corpus of `size`: one that is known to answer the question, then others of the same fortnight,
 * drawn by `seed`; where these are too few, the next nearest. Null if none may answer it.
 */
export const drawCorpus = (
  { asOf, answers, articles: known = [] }: EvalQuestion,
  size: number,
  seed: number,
  { articles, plain }: TestArchive,
  pieces: readonly Piece[],
): number[] | null => {
  const asOfDay = dayOf(asOf)!;
  const wanted = new Set(known);
  const places = pieces.flatMap(({ day }, place) => (isInTime(day, asOfDay) ? [place] : []));
  const holding = (some: readonly number[]): number[] =>
    some.filter((place) => holdsAnswer(plain[place]!, answers));
  const named = holding(places.filter((place) => wanted.has(articles[place]!.id)));
  const from = named.length > 0 ? named : holding(places);
  const random = randomFrom(seed);
  if (from.length === 0) return null;
  const answering = from[Math.floor(random() * from.length)]!;
  const day = pieces[answering]!.day ?? asOfDay;
  const others = places
    .filter((place) => place !== answering)
    .map((place) => ({ place, far: Math.max(NEAR_DAYS, distance(pieces[place]!.day, day)), at: random() }))
    .sort((a, b) => a.far - b.far || a.at - b.at);
  return [answering, ...others.slice(0, size - 1).map(({ place }) => place)];
};
