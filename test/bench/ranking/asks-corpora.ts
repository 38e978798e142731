/**
 * In: all articles and a question as people type it. Out: what else to ask it of, to learn when an answer is sure: the same
 * articles without those that may answer, and a small corpus with one that does and without.
 */
import type { Archive } from '../../../src/answers/archive.ts';
import { FEW_ARTICLES } from '../../../src/answers/second-look.ts';
import type { SearchEngine } from '../../../src/search/search-engine.ts';
import { randomFrom } from '../../random.ts';
import { type Ask, placesHolding } from './asks.ts';
import type { TestArchive } from './open-test-archive.ts';
import { corpusOf, type Piece } from './small-corpora.ts';

/**
 * Small corpora that are drawn. Of 104 questions, first excerpts over one draw and another differ by up to six points.
 */
const DRAWS = 4;
/** Articles this near to the one that answers, in days, come first. */
const NEAR_DAYS = 7;

export interface Setting {
  readonly archive: Archive;
  /** The same without any article that may answer; null if that is not asked. */
  readonly without: Archive | null;
}

/** The engine with another way to find the best articles. */
const engineWith = (engine: SearchEngine, more: Partial<SearchEngine>): SearchEngine =>
  new Proxy(engine, {
    get: (target, name: keyof SearchEngine) => more[name] ?? target[name].bind(target),
  });

const withoutPlaces = ({ archive }: TestArchive, places: ReadonlySet<number>): Archive => {
  const best: SearchEngine['best'] = async (terms, must, request) => {
    const found = await archive.engine.best(terms, must, { ...request, limit: request.limit + places.size });
    return found.filter(({ seq }) => !places.has(seq - 1)).slice(0, request.limit);
  };
  return { ...archive, engine: engineWith(archive.engine, { best }) };
};

const smallArchive = (pieces: readonly Piece[], testArchive: TestArchive): Archive => {
  const { dictionary, archive } = corpusOf(pieces, testArchive);
  return {
    ...testArchive.archive,
    words: { ...archive.words, dictionary: async () => dictionary },
    engine: engineWith(testArchive.archive.engine, { best: archive.engine.best }),
  };
};

/** Places of the articles nearest in time to one of them, drawn by `random` within a fortnight. */
const drawOthers = (place: number, pieces: readonly Piece[], random: () => number): number[] => {
  const { day } = pieces[place]!;
  const far = (other: Piece): number =>
    day === null || other.day === null ? Number.POSITIVE_INFINITY : Math.abs(other.day - day);
  return pieces
    .map((piece, at) => ({ at, far: Math.max(NEAR_DAYS, far(piece)), drawn: random() }))
    .filter(({ at }) => at !== place)
    .sort((a, b) => a.far - b.far || a.drawn - b.drawn)
    .map(({ at }) => at);
};

/**
 * All articles, and small corpora with one of those at the places `answering`, drawn by `seed`, among others of its days; the
 * first of them without it as well.
 */
export const settingsOf = (
  ask: Ask,
  answering: readonly number[],
  seed: number,
  testArchive: TestArchive,
  pieces: readonly Piece[],
): Setting[] => {
  const { articles, plain, archive } = testArchive;
  const gone = new Set([...placesHolding(ask, articles, plain), ...answering]);
  const random = randomFrom(seed);
  const archiveOf = (places: readonly number[]): Archive =>
    smallArchive(
      places.map((place) => pieces[place]!),
      testArchive,
    );
  const small = Array.from({ length: answering.length === 0 ? 0 : DRAWS }, (_, draw): Setting => {
    const holder = answering[Math.floor(random() * answering.length)]!;
    const others = drawOthers(holder, pieces, random).slice(0, FEW_ARTICLES - 1);
    const without = others.filter((place) => !gone.has(place));
    return { archive: archiveOf([holder, ...others]), without: draw === 0 ? archiveOf(without) : null };
  });
  return [{ archive, without: withoutPlaces(testArchive, gone) }, ...small];
};
