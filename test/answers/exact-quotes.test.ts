/** Whatever is asked, what is shown is what the articles say: every excerpt of a large run, held to its article. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Archive } from '../../src/answers/archive.ts';
import { syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { corpusRoots } from '../../src/intake/corpus/find-corpus-files.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { sentences } from '../../src/text/sentences.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');
const CORPUS = join(import.meta.dirname, '..', '..', 'corpus');

let store: SqliteArticleStore;
let archive: Archive;
let articles: StoredArticle[];
beforeAll(async () => {
  store = await openArticleStore(null);
  await syncCorpus(corpusRoots([CORPUS]), store, { clock: () => NOW });
  articles = await store.after(0, { limit: 100 });
  archive = openArchive(store);
});
afterAll(() => store.close());

const bodyOf = (seq: number): string => articles.find((article) => article.seq === seq)!.body;

/** Every sentence of the corpus, as a question, in part, with its words in another order, and in quotation marks. */
const questions = (): string[] =>
  articles.flatMap(({ title, body }) => [
    title,
    ...sentences(body, 'en')
      .map(({ start, end }) => body.slice(start, end).replaceAll(/["“”]/g, ''))
      .flatMap((sentence) => {
        const words = sentence.split(/\s+/);
        return [
          sentence,
          words.toReversed().join(' '),
          words.slice(0, 3).join(' '),
          `"${words.slice(0, 4).join(' ')}"`,
        ];
      }),
  ]);

const checkExcerpts = ({ excerpts }: Pick<Answer, 'excerpts'>, question: string): void => {
  expect(excerpts.length, question).toBeLessThanOrEqual(5);
  for (const { seq, text, start, end, best, matches } of excerpts) {
    const body = bodyOf(seq);
    expect(text, question).toBe(body.slice(start, end));
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text).toBe(text.trim());
    expect(best.start >= start && best.end <= end && best.end > best.start, question).toBe(true);
    expect(
      start === 0 || /[.!?…:”"’)]\s*$|\n\s*$/.test(body.slice(0, start)),
      `${question}: starts amid a sentence`,
    ).toBe(true);
    for (const [at, match] of matches.entries()) {
      expect(match.start >= (matches[at - 1]?.end ?? start) && match.end <= end, question).toBe(true);
    }
  }
  for (const [at, excerpt] of excerpts.entries()) {
    const same = excerpts.filter(({ seq }) => seq === excerpt.seq);
    expect(same.length, question).toBeLessThanOrEqual(4);
    const overlapping = excerpts
      .slice(at + 1)
      .filter((other) => other.seq === excerpt.seq && other.start < excerpt.end && excerpt.start < other.end);
    expect(overlapping, question).toEqual([]);
  }
};

describe('every answer', () => {
  it('quotes whole sentences exactly as they stand in the article, at most four pieces of one, never overlapping', async () => {
    const asked = questions();
    expect(asked.length).toBeGreaterThan(300);
    for (const question of asked) {
      checkExcerpts(await answerQuestion(question, { asOfMs: NOW }, archive), question);
    }
  });

  it('finds the article a title or a sentence was taken from', async () => {
    for (const { seq, title, body, source, duplicateOf } of articles) {
      const [longest] = sentences(body, 'en').sort((a, b) => b.end - b.start - (a.end - a.start));
      const sentence = body.slice(longest!.start, longest!.end).replaceAll(/["“”]/g, '');
      for (const question of [title.replaceAll(/["“”]/g, ''), sentence]) {
        const { excerpts } = await answerQuestion(question, { asOfMs: NOW }, archive);
        expect(excerpts[0]?.seq, question).toBe(duplicateOf ?? seq);
        const narrowed = await answerQuestion(`${question} source:"${source}"`, { asOfMs: NOW }, archive);
        const [first] = narrowed.excerpts;
        expect([first?.seq, first?.source], question).toEqual([seq, source]);
        expect(body.slice(first!.start, first!.end), question).toBe(first!.text);
      }
    }
  });

  it.each(['', ' ', '?', '"', '""', '-', '🎉', '\u202e', 'a', 'the of and', '((((', '\\', 'source:"', '-"'])(
    'to %j is an answer or a clear refusal',
    async (nonsense) => {
      const answer = await answerQuestion(nonsense, { asOfMs: NOW }, archive).catch((error: Error) => error);
      if (answer instanceof Error) expect(answer).toMatchObject({ name: 'DatelineError' });
      else
        expect(answer.excerpts.length === 0 || answer.verdict !== 'answered' || /\p{L}/u.test(nonsense)).toBe(
          true,
        );
    },
  );
});
