/** Which articles a query tree matches, and that it is the articles of this moment. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYONE } from '../../src/domain/audience.ts';
import {
  all,
  any,
  EVERYTHING,
  inTitle,
  not,
  phrase,
  type SearchQuery,
  term,
  WHOLE_SCOPE,
} from '../../src/search/search-query.ts';
import {
  type Asking,
  asking,
  inOrder,
  type OpenEngine,
  TODAY,
  word,
  words,
  written,
} from './engine-corpus.ts';

const inBody = (query: SearchQuery): SearchQuery => ({ kind: 'field', field: 'body', query });
const NOWHERE = any([]);

export const describeMatching = (name: string, open: () => Promise<OpenEngine>): void => {
  let opened: OpenEngine;
  let ask: Asking;
  beforeEach(async () => {
    opened = await open();
    ask = asking(opened);
  });
  afterEach(() => opened.close());

  describe(`${name}: query trees`, () => {
    const BRIDGE = 1;
    const FERRY = 2;
    const TRAM = 3;
    beforeEach(async () => {
      await ask.add(
        written('Old bridge closes', 'The council closed the river crossing. Boats wait.'),
        written('Ferry returns', 'The old ferry crosses the river again, said the council.'),
        written('Tram line opens', 'A tram runs past the bridge.'),
      );
    });
    const find = (query: SearchQuery) => ask.find(query);

    test('a term stands in the title or in the body', async () => {
      expect(await find(word('bridge'))).toEqual([BRIDGE, TRAM]);
      expect(await find(word('tram'))).toEqual([TRAM]);
      expect(await find(word('volcano'))).toEqual([]);
    });

    test('a phrase stands in that order, with nothing in between', async () => {
      expect(await find(inOrder('the old ferry'))).toEqual([FERRY]);
      expect(await find(inOrder('ferry old'))).toEqual([]);
      expect(await find(inOrder('the ferry'))).toEqual([]);
      expect(await find(inOrder('old bridge'))).toEqual([BRIDGE]);
    });

    test('a phrase runs on over the end of a sentence', async () => {
      expect(await find(inOrder('crossing boats'))).toEqual([BRIDGE]);
    });

    test('a phrase does not run from the title into the body', async () => {
      expect(await find(inOrder('closes the council'))).toEqual([]);
      expect(await find(inOrder('returns the'))).toEqual([]);
    });

    test('a phrase may repeat its words, be one word or stand at either end', async () => {
      await ask.add(
        written('Twice', 'They had had enough.'),
        written('Once', 'They had enough and enough had they.'),
      );
      expect(await find(inOrder('had had'))).toEqual([4]);
      expect(await find(inOrder('had had had'))).toEqual([]);
      expect(await find(inOrder('had they'))).toEqual([5]);
      expect(await find(inOrder('enough'))).toEqual([4, 5]);
      expect(await find(inOrder('they had'))).toEqual([4, 5]);
    });

    test('a phrase of no terms holds nowhere', async () => {
      expect(await find(phrase([]))).toEqual([]);
      expect(await find(not(phrase([])))).toEqual([BRIDGE, FERRY, TRAM]);
    });

    test('a phrase of hundreds of words is found, and one word more is not', async () => {
      const long = Array.from({ length: 300 }, (_, at) => `number${at}`).join(' ');
      await ask.add(written('List', `They said ${long}`));
      expect(await find(inOrder(long))).toEqual([4]);
      expect(await find(inOrder(`${long} more`))).toEqual([]);
    });

    test('`all` wants every part, wherever each stands', async () => {
      expect(await find(words('old river'))).toEqual([BRIDGE, FERRY]);
      expect(await find(words('old river ferry'))).toEqual([FERRY]);
      expect(await find(words('old volcano'))).toEqual([]);
    });

    test('`all` of nothing is every article', async () => {
      expect(await find(EVERYTHING)).toEqual([BRIDGE, FERRY, TRAM]);
      expect(await find(all([EVERYTHING, word('tram')]))).toEqual([TRAM]);
    });

    test('`any` wants one part', async () => {
      expect(await find(any([word('ferry'), word('tram')]))).toEqual([FERRY, TRAM]);
      expect(await find(any([word('ferry'), word('volcano')]))).toEqual([FERRY]);
    });

    test('`any` of nothing is no article', async () => {
      expect(await find(NOWHERE)).toEqual([]);
      expect(await find(all([word('tram'), NOWHERE]))).toEqual([]);
      expect(await find(any([word('tram'), NOWHERE]))).toEqual([TRAM]);
    });

    test('`not` is every other article', async () => {
      expect(await find(not(word('bridge')))).toEqual([FERRY]);
      expect(await find(not(word('volcano')))).toEqual([BRIDGE, FERRY, TRAM]);
      expect(await find(not(EVERYTHING))).toEqual([]);
      expect(await find(not(NOWHERE))).toEqual([BRIDGE, FERRY, TRAM]);
      expect(await find(not(not(word('ferry'))))).toEqual([FERRY]);
    });

    test('`not` leaves out a phrase, and keeps those that hold its words apart', async () => {
      expect(await find(not(inOrder('old ferry')))).toEqual([BRIDGE, TRAM]);
      expect(await find(all([word('bridge'), not(inOrder('old bridge'))]))).toEqual([TRAM]);
    });

    test('`all` may hold nothing but `not`s', async () => {
      expect(await find(all([not(word('ferry'))]))).toEqual([BRIDGE, TRAM]);
      expect(await find(all([not(word('ferry')), not(word('tram'))]))).toEqual([BRIDGE]);
    });

    test('`any` may hold `not`s', async () => {
      expect(await find(any([word('ferry'), not(word('bridge'))]))).toEqual([FERRY]);
      expect(await find(any([word('tram'), not(word('bridge'))]))).toEqual([FERRY, TRAM]);
      expect(await find(any([not(word('ferry')), not(word('tram'))]))).toEqual([BRIDGE, FERRY, TRAM]);
    });

    test('`not` reaches over `all` and `any`', async () => {
      expect(await find(not(words('old river')))).toEqual([TRAM]);
      expect(await find(not(any([word('ferry'), word('tram')])))).toEqual([BRIDGE]);
      expect(await find(not(all([not(word('ferry')), not(word('tram'))])))).toEqual([FERRY, TRAM]);
    });

    test('a field keeps a term to that part', async () => {
      expect(await find(inTitle(word('bridge')))).toEqual([BRIDGE]);
      expect(await find(inBody(word('bridge')))).toEqual([TRAM]);
      expect(await find(inTitle(word('council')))).toEqual([]);
    });

    test('a field keeps a phrase to that part', async () => {
      expect(await find(inTitle(inOrder('old bridge')))).toEqual([BRIDGE]);
      expect(await find(inBody(inOrder('old bridge')))).toEqual([]);
      expect(await find(inBody(inOrder('old ferry')))).toEqual([FERRY]);
    });

    test('a field keeps everything below it to that part', async () => {
      expect(await find(inTitle(words('old bridge')))).toEqual([BRIDGE]);
      expect(await find(inBody(words('old council')))).toEqual([FERRY]);
      expect(await find(inTitle(any([word('tram'), inOrder('ferry returns')])))).toEqual([FERRY, TRAM]);
      expect(await find(inTitle(not(word('bridge'))))).toEqual([FERRY, TRAM]);
      expect(await find(inTitle(all([word('old'), not(word('council'))])))).toEqual([BRIDGE]);
      expect(await find(inTitle(EVERYTHING))).toEqual([BRIDGE, FERRY, TRAM]);
      expect(await find(inTitle(NOWHERE))).toEqual([]);
    });

    test('within both parts at once there is nothing to find', async () => {
      expect(await find(inTitle(inBody(word('tram'))))).toEqual([]);
      expect(await find(inTitle(inTitle(word('tram'))))).toEqual([TRAM]);
    });

    test('fields and `not` work within each other', async () => {
      expect(await find(all([word('bridge'), not(inTitle(word('bridge')))]))).toEqual([TRAM]);
      expect(await find(all([inTitle(word('old')), inBody(word('council'))]))).toEqual([BRIDGE]);
    });

    test('a query may have hundreds of parts or levels', async () => {
      const wide = Array.from({ length: 500 }, (_, at) => word(`absent${at}`));
      expect(await find(any([...wide, word('tram')]))).toEqual([TRAM]);
      expect(await find(all([...wide.map(not), word('tram')]))).toEqual([TRAM]);
      let deep: SearchQuery = word('tram');
      for (let level = 0; level < 100; level++)
        deep = level % 2 === 0 ? any([word('ferry'), deep]) : all([word('the'), deep]);
      expect(await find(deep)).toEqual([FERRY, TRAM]);
    });
  });

  describe(`${name}: the articles of this moment`, () => {
    test('with nothing in the store nothing is found and nothing fails', async () => {
      const terms = [{ forms: ['bridg'], frequency: 0, idf: 1 }];
      const request = { order: 'relevance', offset: 0, limit: 10, asOfDay: TODAY } as const;
      const { engine } = opened;
      expect(await engine.best(terms, EVERYTHING, { scope: WHOLE_SCOPE, asOfDay: TODAY, limit: 10 })).toEqual(
        [],
      );
      expect(await engine.page(EVERYTHING, WHOLE_SCOPE, request)).toEqual({ hits: [], total: 0 });
      expect(await engine.page(not(term('bridg')), WHOLE_SCOPE, request)).toEqual({ hits: [], total: 0 });
      expect(await engine.pageByWeight(terms, 0.5, EVERYTHING, WHOLE_SCOPE, request)).toEqual({
        hits: [],
        total: 0,
      });
      expect(await engine.percolate(EVERYTHING, WHOLE_SCOPE, { after: 0, through: 9 })).toEqual([]);
      expect(await engine.percolate(EVERYTHING, WHOLE_SCOPE, { seqs: [1, 2] })).toEqual([]);
      expect(await engine.count(WHOLE_SCOPE)).toEqual({ articles: 0, sources: 0, newest: null });
      expect(await engine.sourceNames(EVERYONE)).toEqual([]);
    });

    test('an article added later is found from then on', async () => {
      await ask.add(written('First', 'A bridge.'));
      expect(await ask.find(word('bridge'))).toEqual([1]);
      await ask.add(written('Second', 'Another bridge.'));
      expect(await ask.find(word('bridge'))).toEqual([1, 2]);
    });

    test('an article that changes is found by its new words alone', async () => {
      await ask.add(written('Report', 'The old bridge.'), written('Other', 'A ferry.'));
      expect(await ask.find(inOrder('old bridge'))).toEqual([1]);
      await ask.add(written('Report', 'The new tunnel.'));
      expect(await ask.find(any([word('bridge'), word('old'), inOrder('old bridge')]))).toEqual([]);
      expect(await ask.find(inOrder('new tunnel'))).toEqual([1]);
      expect(await ask.find(not(word('tunnel')))).toEqual([2]);
    });

    test('an article whose title, day or source alone changes is found by the new ones', async () => {
      await ask.add(written('Report', 'A bridge.'));
      await ask.find(EVERYTHING);
      await ask.add(
        written('Tunnel', 'A bridge.', { key: 'Report', source: 'Hill Wire', published: '2024-01-02' }),
      );
      expect(await ask.find(inTitle(word('report')))).toEqual([]);
      expect(await ask.find(inTitle(word('tunnel')))).toEqual([1]);
      expect(await opened.engine.sourceNames(EVERYONE)).toEqual(['hill wire']);
      const { hits } = await ask.pageOf(EVERYTHING);
      expect(hits[0]!.day).toBe(Date.UTC(2024, 0, 2) / 86_400_000);
    });

    test('an article that goes is not found, and is again when it comes back', async () => {
      const report = written('Report', 'The old bridge.');
      await ask.add(report, written('Other', 'A bridge too.'));
      expect(await ask.find(word('bridge'))).toEqual([1, 2]);
      await ask.remove('Report');
      expect(await ask.find(word('bridge'))).toEqual([2]);
      expect(await ask.find(EVERYTHING)).toEqual([2]);
      expect(await opened.engine.percolate(EVERYTHING, WHOLE_SCOPE, { after: 0, through: 9 })).toEqual([2]);
      await ask.add(report);
      expect(await ask.find(word('bridge'))).toEqual([1, 2]);
      expect(await ask.find(inOrder('old bridge'))).toEqual([1]);
    });

    test('an article that came and went between two questions leaves no trace', async () => {
      await ask.find(EVERYTHING);
      await ask.add(written('Report', 'The old bridge.'));
      await ask.remove('Report');
      expect(await ask.find(EVERYTHING)).toEqual([]);
      expect(await opened.engine.sourceNames(EVERYONE)).toEqual([]);
    });

    test('questions asked at once are all answered from what is there', async () => {
      await ask.add(written('First', 'A bridge.'), written('Second', 'A ferry.'));
      const [bridges, ferries, everything, names] = await Promise.all([
        ask.find(word('bridge')),
        ask.find(word('ferry')),
        ask.find(EVERYTHING),
        opened.engine.sourceNames(EVERYONE),
      ]);
      expect({ bridges, ferries, everything, names }).toEqual({
        bridges: [1],
        ferries: [2],
        everything: [1, 2],
        names: ['border post'],
      });
    });
  });
};
