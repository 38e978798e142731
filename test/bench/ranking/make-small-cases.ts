/** In: questions. Out: each as asked of small corpora that hold an answer, and of the same without those that do. */
import { type EvalQuestion, holdsAnswer } from '../eval-data.ts';
import { type Case, makeCase } from './make-cases.ts';
import type { TestArchive } from './open-test-archive.ts';
import { corpusOf, drawCorpus, type Piece, readPieces } from './small-corpora.ts';

const makeSmallCase = async (
  asked: EvalQuestion,
  drawn: readonly number[],
  pieces: readonly Piece[],
  testArchive: TestArchive,
): Promise<Case> => {
  const holds = (place: number): boolean => holdsAnswer(testArchive.plain[place]!, asked.answers);
  const all = drawn.map((place) => pieces[place]!);
  const others = drawn.filter((place) => !holds(place)).map((place) => pieces[place]!);
  return makeCase(asked, testArchive, corpusOf(all, testArchive), corpusOf(others, testArchive));
};

/** Questions that no article answers are left out. A size is reached if there are that many articles. */
export const makeSmallCases = async (
  asked: readonly EvalQuestion[],
  sizes: readonly number[],
  testArchive: TestArchive,
): Promise<Case[]> => {
  const pieces = await readPieces(testArchive);
  const cases: Case[] = [];
  for (const size of sizes) {
    for (const [at, question] of asked.entries()) {
      const drawn = drawCorpus(question, size, at * sizes.length + size, testArchive, pieces);
      if (drawn !== null)
        cases.push({ ...(await makeSmallCase(question, drawn, pieces, testArchive)), size });
    }
  }
  return cases;
};
