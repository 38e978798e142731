import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalArticle, EvalQuestion } from '../eval-data.ts';
import { makeCase, makeWindowGroup } from './make-cases.ts';
import { openTestArchive, type TestArchive } from './open-test-archive.ts';

const article = (place: number, title: string, body: string): EvalArticle => ({
  id: String(place),
  title,
  url: null,
  source: 'harbour.example',
  published: '2024-05-02',
  body,
});

const ARTICLES = [
  article(
    1,
    'Ferry line names a captain',
    'The Lanner ferry has a new captain. She is called Orsolya Vitez.',
  ),
  article(2, 'Ferry tickets', 'Tickets for the Lanner ferry cost 12 crowns. The captain gave no reason.'),
  article(3, 'Rain ahead', 'It will rain in the hills tomorrow.'),
  article(4, 'Market day', 'Apples are cheap this week.'),
];

const ASKED: EvalQuestion = {
  id: '1',
  question: 'Who is the new captain of the Lanner ferry?',
  asOf: '2024-05-03',
  answers: ['Orsolya Vitez'],
};

describe('a question that ranking is learned from', () => {
  let testArchive: TestArchive;
  beforeAll(async () => {
    testArchive = await openTestArchive(ARTICLES);
  });
  afterAll(() => testArchive.close());

  it('finds the articles about it, and without those that answer it the others', async () => {
    const { candidates, unanswerable } = await makeCase(ASKED, testArchive);
    expect(candidates.map(({ words }) => words.seq)).toEqual([1, 2]);
    expect(unanswerable?.candidates.map(({ words }) => words.seq)).toEqual([2]);
  });

  it('marks the words of an accepted answer right, and no others', async () => {
    const { termGroup } = await makeCase(ASKED, testArchive);
    expect(termGroup.right.filter((mark) => mark === 1)).toHaveLength(2);
    expect(termGroup.count).toBeGreaterThan(4);
  });

  it('marks the passages that hold an accepted answer right', async () => {
    const group = makeWindowGroup(await makeCase(ASKED, testArchive), { nearIdf: 1 }, testArchive);
    expect(group.right).toContain(1);
    expect(group.right).toContain(0);
    expect(group.rows).toHaveLength(group.count * group.columns.length);
  });

  it('looks at nothing published long after the question', async () => {
    const early = await makeCase({ ...ASKED, asOf: '2024-04-01' }, testArchive);
    expect(early.candidates).toEqual([]);
  });

  it('refuses articles that are not all different', async () => {
    const twice = [ARTICLES[0]!, ARTICLES[0]!];
    await expect(openTestArchive(twice)).rejects.toThrow('Expected 2 different articles; the store has 1.');
  });
});
