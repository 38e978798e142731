/** What a query means is the same to a search, a question and a stored query, on every engine: one table for all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/answers/archive.ts';
import { matchQueries } from '../../src/answers/match-queries.ts';
import { searchArticles } from '../../src/answers/search-articles.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { createMinisearchEngine } from '../../src/search/minisearch-engine.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { draft } from '../store/article-store-contract.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2026-03-21');

const PHONES = 'AT&T bought towers';
const JUNCTION = 'Trains stop at T junction';
const ZONE = 'A no-fly zone is asked for';
const ANSWER = 'They said no. Fly zone was the name of the club';
const HARBOUR = 'Harbour fees rise in Port Ellis';
const ABROAD = 'Port Ellis seen from abroad';

const ARTICLES = [
  draft('phones', { title: PHONES, body: 'The company AT&T pays in cash.', published: '2026-03-10' }),
  draft('junction', { title: JUNCTION, body: 'They wait at T junction.', published: '2026-03-11' }),
  draft('zone', { title: ZONE, body: 'Ministers discuss the no-fly zone.', published: '2026-03-12' }),
  draft('answer', { title: ANSWER, body: 'It has closed.', published: '2026-03-13' }),
  draft('harbour', {
    title: HARBOUR,
    body: 'Café owners protest.',
    published: '2026-03-14',
    source: 'Herald',
  }),
  draft('abroad', { title: ABROAD, body: 'A visit.', published: null, source: 'Overseas Wire' }),
];

const CASES: readonly (readonly [query: string, titles: readonly string[]])[] = [
  ['"AT&T"', [PHONES]],
  ['"T junction"', [JUNCTION]],
  ['"no-fly zone"', [ZONE]],
  ['"no. Fly zone"', [ANSWER]],
  ['zone -club', [ZONE]],
  ['zone -"no-fly"', []],
  ['"cafe owners"', [HARBOUR]],
  ['"afe owners"', []],
  ['"Port Ellis"', [HARBOUR, ABROAD]],
  ['"Port Ellis" source:herald', [HARBOUR]],
  ['"Port Ellis" -source:herald', [ABROAD]],
  ['"Port Ellis" source:herald source:overseas', [HARBOUR, ABROAD]],
  ['"Port Ellis" after:2026-03-01', [HARBOUR]],
  ['"Port Ellis" before:2026-03-01', []],
  ['junction after:2026-03-11 before:2026-03-11', [JUNCTION]],
  ['harbours', [HARBOUR]],
];

let store: SqliteArticleStore;
let archives: Record<string, Archive>;
beforeAll(async () => {
  store = await openArticleStore(null);
  await store.add(ARTICLES, 'new', NOW);
  const archive = openArchive(store);
  archives = { SQLite: archive, MiniSearch: { ...archive, engine: createMinisearchEngine(store) } };
});
afterAll(() => store.close());

describe.each(['SQLite', 'MiniSearch'])('on %s', (engine) => {
  it.each(CASES)('%s', async (text, titles) => {
    const archive = archives[engine]!;
    const found = await searchArticles(text, { asOfMs: NOW }, archive);
    expect(found.articles.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    const [stored] = await matchQueries([parseQuery(text, NOW)], { after: 0, through: 99 }, archive);
    const matched = await store.refs(stored!);
    expect(matched.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  });
});
