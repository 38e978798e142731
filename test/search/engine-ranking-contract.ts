/** What comes first, in what order pages come, and how many there are: only orders on which any sane engine agrees. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  all,
  any,
  EVERYTHING,
  inTitle,
  not,
  type SearchTerm,
  WHOLE_SCOPE,
} from '../../src/search/search-query.ts';
import {
  type Asking,
  asking,
  inOrder,
  type OpenEngine,
  seqsOf,
  TODAY,
  within,
  word,
  words,
  written,
} from './engine-corpus.ts';

const ORDERS = ['relevance', 'newest', 'oldest'] as const;
/** Words of an article that are not what it is about. */
const FILLER = 'People talked about many other things on that long grey day in the small town by the sea.';

export const describeRanking = (name: string, open: () => Promise<OpenEngine>): void => {
  let opened: OpenEngine;
  let ask: Asking;
  beforeEach(async () => {
    opened = await open();
    ask = asking(opened);
    // Others, so that no word of the tests is in half of the articles.
    await ask.add(
      ...Array.from({ length: 20 }, (_, at) =>
        written(`Filler ${at}`, `${FILLER} Note ${at}.`, { published: '2023-06-01', source: 'Filler' }),
      ),
    );
  });
  afterEach(() => opened.close());
  const rank = async (...parameters: Parameters<Asking['best']>) => seqsOf(await ask.best(...parameters));

  describe(`${name}: the best`, () => {
    test('hold more of the words, and rarer ones', async () => {
      const [both, rare] = await ask.add(
        written('Both', `The ferry struck a bridge. ${FILLER}`),
        written('Rare', `The ferry came late. ${FILLER}`),
        written('Common', `A bridge is closed. ${FILLER}`),
        ...Array.from({ length: 6 }, (_, at) => written(`More ${at}`, `A bridge, number ${at}. ${FILLER}`)),
      );
      expect((await rank('ferry bridge')).slice(0, 2)).toEqual([both, rare]);
    });

    test('hold any of the words', async () => {
      const added = await ask.add(
        written('One', 'A ferry.'),
        written('Two', 'A tram.'),
        written('Three', 'A car.'),
      );
      expect((await rank('ferry tram volcano')).toSorted((a, b) => a - b)).toEqual(added.slice(0, 2));
    });

    test('count every word where few articles pass, however common it is elsewhere', async () => {
      const from = { source: 'Gazette' };
      const [, about] = await ask.add(
        written('Late', `${FILLER} A ferry was late. ${FILLER} ${FILLER}`, from),
        written('Harbour, harbour', 'The harbour opens: a harbour for all of the harbour.', from),
        written('Tram', 'A tram was late.', { source: 'Courier' }),
      );
      const [harbour, ...rare] = await ask.searchTerms('harbour ferry tram');
      const request = { scope: within({ sources: ['gazette'] }), asOfDay: TODAY, limit: 1 };
      const terms = [...rare, { ...harbour!, frequency: 9_000 }];
      expect(seqsOf(await opened.engine.best(terms, EVERYTHING, request))).toEqual([about]);
    });

    test('may hold any form of a word', async () => {
      const added = await ask.add(
        written('One', 'A ferry.'),
        written('Two', 'A tram.'),
        written('Three', 'A car.'),
      );
      const either = await ask.searchTerm('tram', 'ferri');
      const found = await opened.engine.best([either], EVERYTHING, {
        scope: WHOLE_SCOPE,
        asOfDay: TODAY,
        limit: 10,
      });
      expect(seqsOf(found).toSorted((a, b) => a - b)).toEqual(added.slice(0, 2));
    });

    test('are none for words nobody wrote, for no words and for words without forms', async () => {
      expect(await rank('volcano')).toEqual([]);
      const none: SearchTerm[] = [{ forms: [], frequency: 0, idf: 3 }];
      const request = { scope: WHOLE_SCOPE, asOfDay: TODAY, limit: 10 };
      expect(await opened.engine.best([], EVERYTHING, request)).toEqual([]);
      expect(await opened.engine.best(none, EVERYTHING, request)).toEqual([]);
    });

    test('say the word more often where they are equally long', async () => {
      const [once, often] = await ask.add(
        written('One', 'ferry alpha beta gamma delta epsilon'),
        written('Two', 'ferry ferry ferry alpha beta gamma'),
      );
      expect(await rank('ferry')).toEqual([often, once]);
    });

    test('are shorter where they say the word as often, be it by one word of sixty', async () => {
      const sixty = 'word '.repeat(60);
      const [shorter, longer] = await ask.add(
        written('One', `ferry ${sixty}`),
        written('Two', `ferry ${sixty} more`),
      );
      expect(await rank('ferry')).toEqual([shorter, longer]);
    });

    test('hold one rare word rather than two common ones', async () => {
      const [, rare] = await ask.add(
        ...Array.from({ length: 12 }, (_, at) =>
          at === 1
            ? written('Rare', `A ferry came late to us. ${FILLER}`)
            : written(`More ${at}`, `Harbour and market, number ${at}. ${FILLER}`),
        ),
      );
      expect((await rank('harbour market ferry'))[0]).toBe(rare);
    });

    test('have the word in the title rather than in the body, be it twice there', async () => {
      const added = await ask.add(
        written('Ferry news', `A vessel came late, said a man. ${FILLER}`),
        written('Morning news', `A ferry came late, said a man. ${FILLER}`),
        written('Evening news', `A ferry came late, a ferry left. ${FILLER}`),
        written('Ferry notes', `A vessel came late, said a boy. ${FILLER}`),
      );
      const found = await rank('ferry');
      expect(found.slice(0, 2).toSorted((a, b) => a - b)).toEqual([added[0], added[3]]);
      expect(found.slice(2)).toEqual([added[2], added[1]]);
    });

    test('are fresh where two say the same, and an unknown day counts as long ago', async () => {
      const text = `A drone fell on the field. ${FILLER}`;
      const [old, fresh, unknown, today] = await ask.add(
        written('Drone one', text, { published: '2021-01-01' }),
        written('Drone two', `${text} Xylo.`, { published: '2024-03-01' }),
        written('Drone three', `${text} Yarrow.`, { published: null }),
        written('Drone four', `${text} Zinnia.`, { published: '2024-03-21' }),
      );
      const found = await rank('drone');
      expect(found.slice(0, 2)).toEqual([today, fresh]);
      expect(found.slice(2).toSorted((a, b) => a! - b!)).toEqual([old, unknown]);
    });

    test('may be old where they match far better', async () => {
      const [old, fresh] = await ask.add(
        written('Ferry strikes bridge pillar', 'The ferry struck the pillar of the bridge.', {
          published: '2015-01-01',
        }),
        written('Morning news', `A bridge is mentioned. ${FILLER}`, { published: '2024-03-21' }),
      );
      expect(await rank('ferry bridge pillar')).toEqual([old, fresh]);
    });

    test('are no fresher for being published after the day asked for', async () => {
      const [good, future] = await ask.add(
        written('Ferry strikes bridge pillar', 'The ferry struck the pillar of the bridge.', {
          published: '2024-03-21',
        }),
        written('Morning news', `A bridge is mentioned. ${FILLER}`, { published: '2099-01-01' }),
      );
      expect(await rank('ferry bridge pillar')).toEqual([good, future]);
    });

    test('count recency from the day asked for', async () => {
      const text = `A drone fell on the field. ${FILLER}`;
      const [first, second] = await ask.add(
        written('Drone one', text, { published: '2021-01-01' }),
        written('Drone two', `${text} Xylo.`, { published: '2020-11-01' }),
      );
      const terms = await ask.searchTerms('drone');
      const scope = within({ latestDay: TODAY });
      const found = await opened.engine.best(terms, EVERYTHING, {
        scope,
        asOfDay: Math.floor(Date.UTC(2021, 0, 2) / 86_400_000),
        limit: 10,
      });
      expect(seqsOf(found)).toEqual([first, second]);
      expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
    });

    test('have finite scores above 0, in falling order', async () => {
      await ask.add(
        written('One', 'A ferry.'),
        written('Two', `Ferry. ${FILLER}`, { published: '2030-01-01' }),
      );
      const scores = (await ask.best('ferry town')).map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
    });

    test('match what they must', async () => {
      const [ferry, tram] = await ask.add(
        written('Ferry', 'The ferry is late today.'),
        written('Tram', 'The tram is late today, the ferry is not.'),
      );
      expect(await rank('ferry', WHOLE_SCOPE, inOrder('late today'))).toEqual([ferry, tram]);
      expect(await rank('ferry', WHOLE_SCOPE, word('tram'))).toEqual([tram]);
      expect(await rank('ferry', WHOLE_SCOPE, not(word('tram')))).toEqual([ferry]);
      expect(await rank('ferry', WHOLE_SCOPE, inTitle(word('ferry')))).toEqual([ferry]);
      expect(await rank('ferry', WHOLE_SCOPE, any([]))).toEqual([]);
      expect(await rank('volcano', WHOLE_SCOPE, word('tram'))).toEqual([]);
    });

    test('are no more than asked for', async () => {
      await ask.add(...Array.from({ length: 5 }, (_, at) => written(`Boat ${at}`, `Ferry number ${at}.`)));
      expect(await rank('ferry', WHOLE_SCOPE, EVERYTHING, 3)).toHaveLength(3);
      expect(await rank('ferry', WHOLE_SCOPE, EVERYTHING, 0)).toEqual([]);
      expect(await rank('ferry', WHOLE_SCOPE, EVERYTHING, 99)).toHaveLength(5);
      const all = await rank('ferry', WHOLE_SCOPE, EVERYTHING, 99);
      expect(await rank('ferry', WHOLE_SCOPE, EVERYTHING, 2)).toEqual(all.slice(0, 2));
    });
  });

  describe(`${name}: pages`, () => {
    const days = ['2024-03-10', null, '2024-03-15', '2023-01-01', null, '2024-03-12', '1969-01-01'];
    let added: number[];
    beforeEach(async () => {
      added = await ask.add(
        ...days.map((published, at) => written(`Ferry ${at}`, `A ferry. Trip ${at}.`, { published })),
      );
    });

    test('come newest or oldest first, unknown days last in both', async () => {
      const known = (order: 'newest' | 'oldest') =>
        ask
          .pageOf(word('ferry'), WHOLE_SCOPE, order)
          .then(({ hits }) => seqsOf(hits).map((seq) => days[added.indexOf(seq)]));
      const ascending = ['1969-01-01', '2023-01-01', '2024-03-10', '2024-03-12', '2024-03-15'];
      expect(await known('oldest')).toEqual([...ascending, null, null]);
      expect(await known('newest')).toEqual([...ascending.toReversed(), null, null]);
    });

    test('have no scores where they come by day', async () => {
      const { hits } = await ask.pageOf(word('ferry'), WHOLE_SCOPE, 'oldest');
      expect(new Set(hits.map(({ score }) => score))).toEqual(new Set([0]));
    });

    test('come by relevance times recency', async () => {
      const [dull, good] = await ask.add(
        written('Dull', `Somebody saw a catamaran. ${FILLER}`, { published: '2010-01-01' }),
        written('Catamaran wins', 'The catamaran won again.', { published: '2024-03-21' }),
      );
      const { hits } = await ask.pageOf(word('catamaran'), WHOLE_SCOPE, 'relevance');
      expect(seqsOf(hits)).toEqual([good, dull]);
      expect(hits[0]!.score).toBeGreaterThan(hits[1]!.score);
    });

    test.each(ORDERS)('hold each article once, with the same total on each (%s)', async (order) => {
      const seen: number[] = [];
      for (let offset = 0; offset < days.length; offset += 3) {
        const { hits, total } = await ask.pageOf(word('ferry'), WHOLE_SCOPE, order, { offset, limit: 3 });
        expect(total).toBe(days.length);
        expect(hits).toHaveLength(Math.min(3, days.length - offset));
        seen.push(...seqsOf(hits));
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(added);
      expect(seen).toEqual(seqsOf((await ask.pageOf(word('ferry'), WHOLE_SCOPE, order)).hits));
    });

    test.each(ORDERS)('are empty beyond the end, with the total (%s)', async (order) => {
      for (const offset of [7, 8, 5000])
        expect(await ask.pageOf(word('ferry'), WHOLE_SCOPE, order, { offset, limit: 5 })).toEqual({
          hits: [],
          total: 7,
        });
    });

    test.each(ORDERS)('of no hits give the total alone (%s)', async (order) => {
      expect(await ask.pageOf(word('ferry'), WHOLE_SCOPE, order, { limit: 0 })).toEqual({
        hits: [],
        total: 7,
      });
    });

    test.each(ORDERS)('of what no word describes hold everything (%s)', async (order) => {
      expect((await ask.pageOf(EVERYTHING, WHOLE_SCOPE, order)).hits).toHaveLength(27);
      const others = await ask.pageOf(not(word('ferry')), WHOLE_SCOPE, order);
      expect([others.total, others.hits.length]).toEqual([20, 20]);
      expect(others.hits.every(({ score }) => Number.isFinite(score))).toBe(true);
    });

    test('count exactly what the scope lets through', async () => {
      expect(
        (await ask.pageOf(EVERYTHING, within({ sources: ['filler'] }), 'newest', { limit: 1 })).total,
      ).toBe(20);
      expect((await ask.pageOf(word('ferry'), within({ sources: ['filler'] }))).total).toBe(0);
      expect((await ask.pageOf(word('ferry'), within({ within: { from: 0, to: null } }))).total).toBe(4);
    });
  });

  describe(`${name}: pages by weight`, () => {
    const term = (form: string, idf: number): SearchTerm => ({ forms: [form], frequency: 3, idf });
    const TERMS = [term('alpha', 4), term('beta', 3), term('gamma', 3)];
    let added: number[];
    beforeEach(async () => {
      added = await ask.add(
        written('A', 'alpha', { published: '2024-03-01' }),
        written('B', 'beta', { published: '2024-03-02' }),
        written('C', 'alpha beta', { published: '2024-03-03' }),
        written('D', 'beta gamma', { published: '2024-03-04' }),
        written('E', 'alpha beta gamma', { published: null }),
      );
    });
    const pageOf = (
      terms: readonly SearchTerm[],
      share: number,
      {
        must = EVERYTHING,
        scope = WHOLE_SCOPE,
        order = 'newest' as (typeof ORDERS)[number],
        limit = 99,
        offset = 0,
      } = {},
    ) => opened.engine.pageByWeight(terms, share, must, scope, { order, offset, limit, asOfDay: TODAY });
    const titles = async (...parameters: Parameters<typeof pageOf>) =>
      seqsOf((await pageOf(...parameters)).hits)
        .map((seq) => 'ABCDE'[added.indexOf(seq)])
        .toSorted()
        .join('');

    test('hold terms of that share of the whole idf', async () => {
      expect(await titles(TERMS, 1)).toBe('E');
      expect(await titles(TERMS, 0.999)).toBe('E');
      expect(await titles(TERMS, 0.7)).toBe('CE');
      expect(await titles(TERMS, 0.6)).toBe('CDE');
      expect(await titles(TERMS, 0.61)).toBe('CE');
      expect(await titles(TERMS, 0.4)).toBe('ACDE');
      expect(await titles(TERMS, 0.3)).toBe('ABCDE');
    });

    test('hold one of the terms at least', async () => {
      expect(await titles(TERMS, 0)).toBe('ABCDE');
      expect((await pageOf(TERMS, 0)).total).toBe(5);
      expect((await pageOf([], 0)).total).toBe(0);
    });

    test('rounding leaves none out', async () => {
      const tenths = [term('alpha', 0.1), term('beta', 0.2), term('gamma', 0.3)];
      expect(await titles(tenths, 1)).toBe('E');
      expect(await titles(tenths.toReversed(), 1)).toBe('E');
      expect(await titles([term('alpha', 0.3), term('beta', 0.1), term('gamma', 0.2)], 0.5)).toBe('ACDE');
    });

    test('a term that nobody wrote weighs all the same', async () => {
      const terms = [...TERMS, { forms: [], frequency: 0, idf: 10 }];
      expect(await titles(terms, 1)).toBe('');
      expect(await titles(terms, 0.5)).toBe('E');
    });

    test('any form of a term counts, and two forms count once', async () => {
      const terms = [{ forms: ['alpha', 'beta'], frequency: 7, idf: 1 }, term('gamma', 1)];
      expect(await titles(terms, 0.5)).toBe('ABCDE');
      expect(await titles(terms, 1)).toBe('DE');
    });

    test('match what they must, and pass the scope', async () => {
      expect(await titles(TERMS, 0.3, { must: not(word('alpha')) })).toBe('BD');
      expect(await titles(TERMS, 0.3, { must: inOrder('alpha beta') })).toBe('CE');
      expect(await titles(TERMS, 0.3, { must: all([words('alpha'), not(word('gamma'))]) })).toBe('AC');
      expect(await titles(TERMS, 0.3, { scope: within({ within: { from: 0, to: null } }) })).toBe('ABCD');
      expect(await titles(TERMS, 0.3, { scope: within({ sources: ['filler'] }) })).toBe('');
    });

    test('come in each order, page by page, with the total', async () => {
      const order = async (by: (typeof ORDERS)[number]) =>
        seqsOf((await pageOf(TERMS, 0.4, { order: by })).hits).map((seq) => 'ABCDE'[added.indexOf(seq)]);
      expect(await order('newest')).toEqual(['D', 'C', 'A', 'E']);
      expect(await order('oldest')).toEqual(['A', 'C', 'D', 'E']);
      expect((await order('relevance')).toSorted()).toEqual(['A', 'C', 'D', 'E']);
      const page = await pageOf(TERMS, 0.4, { offset: 1, limit: 2 });
      expect([seqsOf(page.hits), page.total]).toEqual([[added[2], added[0]], 4]);
      expect(await pageOf(TERMS, 0.4, { offset: 9 })).toEqual({ hits: [], total: 4 });
      expect(await pageOf(TERMS, 0.4, { limit: 0 })).toEqual({ hits: [], total: 4 });
    });

    test('come by relevance with what holds all terms before what holds one', async () => {
      const [all, one] = await ask.add(
        written('All', 'kilo lima mike'),
        written('One', `kilo. ${FILLER}`, { published: '2001-01-01' }),
      );
      const terms = [term('kilo', 1), term('lima', 1), term('mike', 1)];
      expect(seqsOf((await pageOf(terms, 0.3, { order: 'relevance' })).hits)).toEqual([all, one]);
    });
  });
};
