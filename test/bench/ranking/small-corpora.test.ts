import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalArticle, EvalQuestion } from '../eval-data.ts';
import { makeSmallCases } from './make-small-cases.ts';
import { openTestArchive, type TestArchive } from './open-test-archive.ts';
import { corpusOf, drawCorpus, type Piece, readPieces } from './small-corpora.ts';

const article = (place: number, published: string, body: string): EvalArticle => ({
  id: `a${place}`,
  title: `Harbour notes, part ${place}`,
  url: null,
  source: 'harbour.example',
  published,
  body,
});

const ARTICLES = [
  article(1, '2024-05-02', 'The new captain of the Lanner ferry is Orsolya Vitez.'),
  article(2, '2024-05-03', 'A ticket for the Lanner ferry costs 12 crowns. The captain gave no reason.'),
  article(3, '2024-05-04', 'It will rain in the hills.'),
  article(4, '2024-01-04', 'Orsolya Vitez was seen at the market in winter.'),
  article(5, '2024-06-20', 'The ferry has a captain, and it is Orsolya Vitez still.'),
];

const ASKED: EvalQuestion = {
  id: '1',
  question: 'Who is the new captain of the Lanner ferry?',
  asOf: '2024-05-03',
  answers: ['Orsolya Vitez'],
  articles: ['a1'],
};

describe('small corpora', () => {
  let testArchive: TestArchive;
  let pieces: Piece[];
  beforeAll(async () => {
    testArchive = await openTestArchive(ARTICLES);
    pieces = await readPieces(testArchive);
  });
  afterAll(() => testArchive.close());

  it('hold an article known to answer and the nearest others, nothing of after the question', () => {
    for (const seed of [1, 2, 3, 4]) {
      const [answering, ...others] = drawCorpus(ASKED, 3, seed, testArchive, pieces)!;
      expect(answering).toBe(0);
      expect(others.sort()).toEqual([1, 2]);
      expect(drawCorpus(ASKED, 9, seed, testArchive, pieces)).not.toContain(4);
    }
  });

  it('are drawn from any article with the answer where none is named, and not at all where none has it', () => {
    const unnamed = { ...ASKED, articles: undefined };
    expect([0, 3]).toContain(drawCorpus(unnamed, 1, 7, testArchive, pieces)![0]);
    expect(drawCorpus({ ...ASKED, answers: ['Nobody'] }, 3, 7, testArchive, pieces)).toBeNull();
  });

  it('count words and lengths of their own articles alone', async () => {
    const { dictionary } = corpusOf([pieces[0]!, pieces[1]!], testArchive);
    const ids = await dictionary.ids(['ferri', 'rain']);
    expect(dictionary.articles).toBe(2);
    expect(dictionary.frequency(ids.get('ferri')!)).toBe(2);
    expect(dictionary.frequency(ids.get('rain')!)).toBe(0);
  });

  it('are asked with the answering articles and without them', async () => {
    const [asked] = await makeSmallCases([ASKED], [3], testArchive);
    expect(asked!.candidates.map(({ words }) => words.seq).sort()).toEqual([1, 2]);
    expect(asked!.unanswerable!.candidates.map(({ words }) => words.seq)).toEqual([2]);
    expect(asked!.unanswerable!.plan.missing).toEqual([]);
  });
});
