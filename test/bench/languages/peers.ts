/** Search libraries beside Dateline, each in memory with one of its ways to cut a text into words. */
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { bestWindow, lowerCase, wordsOf } from '../compare/best-window.ts';
import { QUOTES } from '../compare/contender.ts';
import type { EvalArticle } from '../eval-data.ts';

/** The windows of 600 characters it quotes for a question, best first, at most five. */
export type Ask = (question: string) => string[];

export interface Peer {
  readonly name: string;
  open(articles: readonly EvalArticle[], language: string): Ask;
}

const segmentWords =
  (language: string) =>
  (text: string): { word: string; index: number }[] => {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    return Array.from(segmenter.segment(text))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment, index }) => ({ word: segment, index }));
  };

/** The windows of the articles with most of the question's words, which are cut alike for every peer. */
const quote = (bodies: readonly string[], question: string, language: string): string[] => {
  const findWords = segmentWords(language);
  const wanted = wordsOf(question, lowerCase, findWords);
  return bodies.map((body) => bestWindow(body, wanted, lowerCase, findWords));
};

const miniSearch = (
  name: string,
  tokenizer: (language: string) => ((text: string) => string[]) | null,
): Peer => ({
  name,
  open(articles, language) {
    const tokenize = tokenizer(language);
    const index = new MiniSearch({ fields: ['title', 'body'], ...(tokenize && { tokenize }) });
    index.addAll(articles.map(({ title, body }, id) => ({ id, title, body })));
    return (question) => {
      const found = index.search(question).slice(0, QUOTES);
      return quote(
        found.map(({ id }) => articles[id as number]!.body),
        question,
        language,
      );
    };
  },
});

/** Trigrams match from three characters on; a question is cut into all of its own. */
const trigramsOf = (question: string): string[] => {
  const letters = [
    ...question
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  ];
  return letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''));
};

const fts5 = (name: string, tokenize: string, partsOf: (question: string) => Iterable<string>): Peer => ({
  name,
  open(articles, language) {
    const db = new DatabaseSync(':memory:');
    db.exec(`CREATE VIRTUAL TABLE article USING fts5(title, body, tokenize = '${tokenize}')`);
    const insert = db.prepare('INSERT INTO article (rowid, title, body) VALUES (?, ?, ?)');
    for (const [at, { title, body }] of articles.entries()) insert.run(at, title, body);
    const search = db.prepare(
      `SELECT rowid AS at FROM article WHERE article MATCH ? ORDER BY rank LIMIT ${QUOTES}`,
    );
    return (question) => {
      const match = [...new Set(partsOf(question))].map((part) => `"${part}"`).join(' OR ');
      const found = match === '' ? [] : (search.all(match) as { at: number }[]);
      return quote(
        found.map(({ at }) => articles[at]!.body),
        question,
        language,
      );
    };
  },
});

export const PEERS: readonly Peer[] = [
  miniSearch('MiniSearch', () => null),
  miniSearch('MiniSearch, Intl.Segmenter', (language) => {
    const findWords = segmentWords(language);
    return (text) => findWords(text).map(({ word }) => word);
  }),
  fts5('FTS5, unicode61', 'unicode61', (question) => wordsOf(question, lowerCase)),
  fts5('FTS5, trigram', 'trigram', trigramsOf),
];
