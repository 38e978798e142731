/** What a query means is the same to a search, a question and a stored query, on every engine: one table for all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Archive } from '../../src/answers/archive.ts';
import { explainMismatch, matchQueries } from '../../src/answers/match-queries.ts';
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
const FERRY = 'Ferry waits in Kyiv';
const FLOOD = 'Floods close the ferry line';
const WHEAT = 'Wheat deal signed';
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
  draft('ferry', {
    title: FERRY,
    body: 'The ferries were named in rain.',
    published: '2026-03-15',
    author: 'Léna Moor',
  }),
  draft('flood', {
    title: FLOOD,
    body: 'Odesa sends boats. The flooded wheat deal is off.',
    published: '2026-03-16',
    author: 'Ida Wolf, Lena Moor',
  }),
  draft('wheat', {
    title: WHEAT,
    body: 'A flood of wheat comes. Nobody asked Kyiv on Jan. 6.',
    published: '2026-03-17',
    author: 'Ida Wolf',
  }),
  draft('abroad', { title: ABROAD, body: 'A visit.', published: null, source: 'Overseas Wire' }),
];

const CASES: readonly (readonly [query: string, titles: readonly string[]])[] = [
  ['"AT&T"', [PHONES]],
  ['AT & T', [PHONES]],
  ['wheat kiev', [WHEAT]],
  ['title:kiew', [FERRY]],
  ['"Odessa"', []],
  ['odessa -Kiev', [FLOOD]],
  ['wheat january', [WHEAT]],
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
  ['kyiv OR odesa', [FERRY, FLOOD, WHEAT]],
  ['ferry kyiv OR odesa', [FERRY, FLOOD]],
  ['kyiv OR odesa ferry', [FERRY, FLOOD]],
  ['kyiv or ferry', [FERRY]],
  ['ferry OR (wheat signed)', [FERRY, FLOOD, WHEAT]],
  ['(ferry kyiv) OR (wheat signed)', [FERRY, WHEAT]],
  ['(kyiv OR odesa) -rain', [FLOOD, WHEAT]],
  ['kyiv OR odesa -rain', [FLOOD, WHEAT]],
  ['(kyiv OR odesa) -(rain OR signed)', [FLOOD]],
  ['(kyiv OR odesa) -(rain named)', [FLOOD, WHEAT]],
  ['kyiv OR odesa OR harbour OR zeppelin', [FERRY, FLOOD, WHEAT, HARBOUR]],
  ['(((kyiv OR (odesa ferry))))', [FERRY, FLOOD, WHEAT]],
  ['(kyiv OR odesa', [FERRY, FLOOD, WHEAT]],
  ['kyiv OR odesa)', [FERRY, FLOOD, WHEAT]],
  ['(wheat deal) signed', [WHEAT]],
  ['() wheat OR signed OR', [WHEAT, FLOOD]],
  ['OR wheat signed', [WHEAT]],
  ['title:ferry', [FERRY, FLOOD]],
  ['title:ferries', [FERRY, FLOOD]],
  ['title:kyiv', [FERRY]],
  ['title:(kyiv OR wheat)', [FERRY, WHEAT]],
  ['title:(kyiv ferry)', [FERRY]],
  ['title:(ferry', [FERRY, FLOOD]],
  ['title:"ferry line"', [FLOOD]],
  ['title:"ferries"', []],
  ['kyiv -title:ferry', [WHEAT]],
  ['kyiv -title:(ferry OR wheat)', []],
  ['flood', [FLOOD, WHEAT]],
  ['"flood"', [WHEAT]],
  ['"floods"', [FLOOD]],
  ['"flood" OR "ferries"', [FERRY, WHEAT]],
  ['"flood" OR boats', [FLOOD, WHEAT]],
  ['title:("flood" OR kyiv)', [FERRY]],
  ['"wheat deal" OR "named in rain"', [FERRY, FLOOD, WHEAT]],
  ['author:moor', [FERRY, FLOOD]],
  ['author:"lena moor" kyiv', [FERRY]],
  ['author:moor -author:wolf', [FERRY]],
  ['author:moor OR author:wolf', [FERRY, FLOOD, WHEAT]],
  ['wheat -author:moor', [WHEAT]],
  ['source:herald OR source:overseas ellis', [HARBOUR, ABROAD]],
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
  const depth = 9;
  const NESTED = `${'(ferry OR '.repeat(depth)}kyiv${' -(rain OR snow))'.repeat(depth)}`;
  const MANY = `${Array.from({ length: 110 }, (_, n) => `w${n}`).join(' OR ')} OR ferry`;
  it.each([MANY, NESTED, `-(${MANY})`, `title:(${MANY})`, `("no-fly zone" OR ${MANY})`])(
    'takes as long a query as can be typed',
    async (text) => {
      const archive = archives[engine]!;
      const { total } = await searchArticles(text, { asOfMs: NOW }, archive);
      const [stored] = await matchQueries([parseQuery(text, NOW)], { after: 0, through: 99 }, archive);
      expect([total, total > 0]).toEqual([stored!.length, true]);
      expect((await answerQuestion(text, { asOfMs: NOW }, archive)).verdict).not.toBe('none');
    },
  );

  it('says that no author is called so', async () => {
    const asked = searchArticles('ferry author:nobody', { asOfMs: NOW }, archives[engine]!);
    await expect(asked).rejects.toThrow('No article names an author called “nobody”.');
  });

  it.each(CASES)('%s', async (text, titles) => {
    const archive = archives[engine]!;
    const found = await searchArticles(text, { asOfMs: NOW }, archive);
    expect(found.articles.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    const [stored] = await matchQueries([parseQuery(text, NOW)], { after: 0, through: 99 }, archive);
    const matched = await store.refs(stored!);
    expect(matched.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    for (const { seq, title } of await store.after(0, { limit: 99 })) {
      const mismatch = await explainMismatch(parseQuery(text, NOW), seq, archive);
      expect([title, mismatch === null]).toEqual([title, titles.includes(title)]);
    }
    const answer = await answerQuestion(text, { asOfMs: NOW }, archive);
    // Plain words of a question need not all be there, but the best excerpt holds them.
    expect([...titles, undefined]).toContain(answer.excerpts[0]?.title);
    expect(answer.excerpts.length > 0).toBe(titles.length > 0);
    const strict = { ...parseQuery(text, NOW), ungrouped: '' };
    const [allowed] = await matchQueries([strict], { after: 0, through: 99 }, archive);
    expect(allowed).toEqual(expect.arrayContaining(answer.excerpts.map(({ seq }) => seq)));
  });
});
