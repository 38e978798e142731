/** Which publications a scope lets through, which of them is shown, and what stored queries and counts make of them. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYONE } from '../../src/domain/audience.ts';
import { all, EVERYTHING, inTitle, not, WHOLE_SCOPE } from '../../src/search/search-query.ts';
import {
  type Asking,
  asking,
  copyOf,
  day,
  inOrder,
  type OpenEngine,
  seqsOf,
  within,
  word,
  words,
  written,
} from './engine-corpus.ts';

export const describeScopes = (name: string, open: () => Promise<OpenEngine>): void => {
  let opened: OpenEngine;
  let ask: Asking;
  beforeEach(async () => {
    opened = await open();
    ask = asking(opened);
  });
  afterEach(() => opened.close());
  const count = (scope = WHOLE_SCOPE) => opened.engine.count(scope);

  describe(`${name}: days`, () => {
    const [EARLY, LATER, LATEST, UNKNOWN] = [1, 2, 3, 4];
    beforeEach(async () => {
      await ask.add(
        written('Early', 'A storm.', { published: '2024-03-01' }),
        written('Later', 'A storm.', { published: '2024-03-10T23:59:59Z' }),
        written('Latest', 'A storm.', { published: '2024-03-20' }),
        written('Unknown', 'A storm.', { published: null }),
      );
    });
    const between = (from: string | null, to: string | null) =>
      within({ within: { from: from === null ? null : day(from), to: to === null ? null : day(to) } });

    test('nothing later than the latest day passes; that day and unknown days do', async () => {
      const until = (date: string) => ask.find(word('storm'), within({ latestDay: day(date) }));
      expect(await until('2024-03-10')).toEqual([EARLY, LATER, UNKNOWN]);
      expect(await until('2024-03-09')).toEqual([EARLY, UNKNOWN]);
      expect(await until('2020-01-01')).toEqual([UNKNOWN]);
    });

    test('both ends of a range belong to it, and unknown days do not', async () => {
      expect(await ask.find(word('storm'), between('2024-03-01', '2024-03-10'))).toEqual([EARLY, LATER]);
      expect(await ask.find(word('storm'), between('2024-03-02', '2024-03-09'))).toEqual([]);
      expect(await ask.find(word('storm'), between('2024-03-10', '2024-03-01'))).toEqual([]);
    });

    test('a range may be open to either side, or to both', async () => {
      expect(await ask.find(word('storm'), between('2024-03-10', null))).toEqual([LATER, LATEST]);
      expect(await ask.find(word('storm'), between(null, '2024-03-10'))).toEqual([EARLY, LATER]);
      expect(await ask.find(word('storm'), between(null, null))).toEqual([EARLY, LATER, LATEST]);
    });

    test('a range and a latest day hold both', async () => {
      const scope = { ...between('2024-03-02', null), latestDay: day('2024-03-15') };
      expect(await ask.find(word('storm'), scope)).toEqual([LATER]);
    });

    test('days before 1970 are days', async () => {
      await ask.add(written('Old', 'A storm.', { published: '1969-12-31' }));
      expect(await ask.find(word('storm'), between(null, '1970-01-01'))).toEqual([5]);
      expect(await ask.find(word('storm'), within({ latestDay: -1 }))).toEqual([UNKNOWN, 5]);
    });

    test('a hit has its day, null if it is not known', async () => {
      const { hits } = await ask.pageOf(word('storm'));
      expect(hits.map((hit) => hit.day)).toEqual([
        day('2024-03-20'),
        day('2024-03-10'),
        day('2024-03-01'),
        null,
      ]);
    });
  });

  describe(`${name}: sources`, () => {
    beforeEach(async () => {
      await ask.add(
        written('One', 'A storm.', { source: 'Hill Wire' }),
        written('Two', 'A storm.', { source: 'WIRE of the Hills' }),
        written('Three', 'A storm.', { source: 'Border Post' }),
        written('Four', 'A storm.', { source: '50%_off "Daily" Ünited' }),
      );
    });
    const from = (...sources: string[]) => ask.find(word('storm'), within({ sources }));
    const without = (...excludedSources: string[]) => ask.find(word('storm'), within({ excludedSources }));

    test('a part of the name is enough, in whatever case the outlet writes itself', async () => {
      expect(await from('wire')).toEqual([1, 2]);
      expect(await from('hill wire')).toEqual([1]);
      expect(await from('hill')).toEqual([1, 2]);
      expect(await from('gazette')).toEqual([]);
    });

    test('any of several parts will do', async () => {
      expect(await from('border', 'hill wire')).toEqual([1, 3]);
    });

    test('sources may be left out, also of those asked for', async () => {
      expect(await without('wire')).toEqual([3, 4]);
      expect(await without('wire', 'border')).toEqual([4]);
      expect(
        await ask.find(word('storm'), within({ sources: ['wire'], excludedSources: ['hills'] })),
      ).toEqual([1]);
    });

    test('marks in a name are marks, not wildcards', async () => {
      expect(await from('50%_off')).toEqual([4]);
      expect(await from('"daily"')).toEqual([4]);
      expect(await from('ünited')).toEqual([4]);
      expect(await from('h%l')).toEqual([]);
      expect(await from('h_ll')).toEqual([]);
      expect(await from('*')).toEqual([]);
    });

    test('names of sources come lower-cased, each once', async () => {
      await ask.add(written('Five', 'A storm.', { source: 'HILL WIRE' }));
      expect((await opened.engine.sourceNames(EVERYONE)).toSorted()).toEqual(
        ['hill wire', 'wire of the hills', 'border post', '50%_off "daily" ünited'].toSorted(),
      );
    });

    test('a source is no longer named when its last article is gone', async () => {
      await ask.remove('Three');
      expect(await opened.engine.sourceNames(EVERYONE)).not.toContain('border post');
    });
  });

  describe(`${name}: authors`, () => {
    beforeEach(async () => {
      await ask.add(
        written('One', 'A storm.', { author: 'Lena Moor' }),
        written('Two', 'A storm.', { author: 'José Ünal and Lena Moor' }),
        written('Three', 'A storm.', { author: '50%_off' }),
        written('Four', 'A storm.', { author: null }),
      );
    });
    const by = (...authors: string[]) => ask.find(word('storm'), within({ authors }));

    test('a part of the name is enough, whatever its case and accents; any of several will do', async () => {
      expect(await by('moor')).toEqual([1, 2]);
      expect(await by('jose unal')).toEqual([2]);
      expect(await by('jose', '50%')).toEqual([2, 3]);
      expect(await by('h%l')).toEqual([]);
    });

    test('authors may be left out; an unknown one is none of them', async () => {
      expect(await ask.find(word('storm'), within({ excludedAuthors: ['moor'] }))).toEqual([3, 4]);
      const scope = within({ authors: ['moor'], excludedAuthors: ['jose'] });
      expect(await ask.find(word('storm'), scope)).toEqual([1]);
      expect(await count(scope)).toMatchObject({ articles: 1 });
      expect(seqsOf(await ask.best('storm', scope))).toEqual([1]);
      expect(await opened.engine.percolate(word('storm'), scope, { after: 0, through: 9 })).toEqual([1]);
    });

    test('a copy passes by its own author', async () => {
      const flood = written('Flood', 'The dam held.', { author: 'Ida Wolf' });
      await ask.add(flood, copyOf(flood, 'Hill Wire', { author: 'Lena Moor' }));
      expect(await ask.shown(word('dam'), within({ authors: ['moor'] }))).toEqual([[5, 6]]);
      expect(await ask.shown(word('dam'), within({ authors: ['wolf'] }))).toEqual([[5, 5]]);
    });
  });

  describe(`${name}: a text of several outlets`, () => {
    const storm = written('Storm', 'A storm broke the dam.', {
      source: 'Border Post',
      published: '2024-03-10',
    });
    /** Its address keeps its number, whatever becomes of its text. */
    const flood = written('Flood', 'The dam held.', {
      source: 'Hill Wire',
      published: '2024-03-18',
      url: 'https://example.org/flood',
    });
    const [ARTICLE, HILL, COAST, OTHER] = [1, 2, 3, 4];
    beforeEach(async () => {
      await ask.add(
        storm,
        copyOf(storm, 'Hill Wire', { published: '2024-03-05' }),
        copyOf(storm, 'Coast News', { published: null }),
        flood,
      );
    });

    test('is found once, and shown as its article has it', async () => {
      expect(await ask.shown(word('storm'))).toEqual([[ARTICLE, ARTICLE]]);
      expect((await ask.pageOf(EVERYTHING)).total).toBe(2);
    });

    test('is found by the title that any of its outlets gives it, as long as that carries it', async () => {
      const told = written(
        'Council meets',
        `The council met on Tuesday. ${'Nothing was decided. '.repeat(20)}`,
      );
      await ask.add(told, copyOf(told, 'River Gazette', { title: 'No zeppelin for the pier' }));
      const [found] = await ask.find(word('zeppelin'));
      expect(await ask.find(inOrder('zeppelin for the pier'))).toEqual([found]);
      expect(await ask.find(all([word('zeppelin'), word('council'), word('decided')]))).toEqual([found]);
      expect(await ask.find(inTitle(word('zeppelin')))).toEqual([found]);
      expect(await ask.find(inOrder('meets no zeppelin'))).toEqual([]);
      expect(await opened.engine.percolate(word('zeppelin'), WHOLE_SCOPE, { seqs: [found! + 1] })).toEqual([
        found! + 1,
      ]);
      await ask.remove('Council meets in River Gazette');
      expect(await ask.find(word('zeppelin'))).toEqual([]);
      expect(await ask.find(word('council'))).toEqual([found]);
    });

    test('is shown as the first outlet that passes has it', async () => {
      expect(await ask.shown(word('storm'), within({ sources: ['hill'] }))).toEqual([[ARTICLE, HILL]]);
      expect(await ask.shown(word('storm'), within({ excludedSources: ['border'] }))).toEqual([
        [ARTICLE, HILL],
      ]);
      expect(await ask.shown(word('storm'), within({ excludedSources: ['border', 'hill'] }))).toEqual([
        [ARTICLE, COAST],
      ]);
      expect(await ask.shown(word('storm'), within({ sources: ['coast', 'hill'] }))).toEqual([
        [ARTICLE, HILL],
      ]);
      expect(await ask.shown(word('storm'), within({ sources: ['gazette'] }))).toEqual([]);
    });

    test('passes by the day of any publication, which is the day it is shown with', async () => {
      const early = within({ latestDay: day('2024-03-07') });
      const { hits } = await ask.pageOf(word('storm'), early);
      expect(hits).toEqual([{ seq: ARTICLE, shown: HILL, day: day('2024-03-05'), score: 0 }]);
      const before = await ask.pageOf(word('storm'), within({ latestDay: day('2024-03-01') }));
      expect(before.hits).toEqual([{ seq: ARTICLE, shown: COAST, day: null, score: 0 }]);
    });

    test('passes only where one publication is of that source and of that day', async () => {
      const days = { from: day('2024-03-09'), to: null };
      expect(await ask.find(word('storm'), within({ sources: ['hill'], within: days }))).toEqual([]);
      expect(await ask.find(word('storm'), within({ sources: ['border'], within: days }))).toEqual([ARTICLE]);
    });

    test('is ordered by the day it is shown with', async () => {
      await ask.add(written('Rain', 'Rain.', { source: 'Hill Wire', published: '2024-03-07' }));
      const order = async (scope = WHOLE_SCOPE) => seqsOf((await ask.pageOf(EVERYTHING, scope)).hits);
      expect(await order()).toEqual([OTHER, ARTICLE, 5]);
      expect(await order(within({ sources: ['hill'] }))).toEqual([OTHER, 5, ARTICLE]);
    });

    test('is among the best for the outlet that copied it', async () => {
      const [hit, ...others] = await ask.best('storm', within({ sources: ['coast'] }));
      expect(hit).toMatchObject({ seq: ARTICLE, shown: COAST, day: null });
      expect(others).toEqual([]);
    });

    test('counts once, with every outlet whose publication passes', async () => {
      expect(await count()).toEqual({ articles: 2, sources: 3, newest: day('2024-03-18') });
      expect(await count(within({ excludedSources: ['hill'] }))).toEqual({
        articles: 1,
        sources: 2,
        newest: day('2024-03-10'),
      });
      expect(await count(within({ sources: ['coast'] }))).toEqual({ articles: 1, sources: 1, newest: null });
      expect(await count(within({ sources: ['gazette'] }))).toEqual({
        articles: 0,
        sources: 0,
        newest: null,
      });
      expect(await count(within({ latestDay: day('2024-03-07') }))).toEqual({
        articles: 1,
        sources: 2,
        newest: day('2024-03-05'),
      });
    });

    test('all outlets are named', async () => {
      expect((await opened.engine.sourceNames(EVERYONE)).toSorted()).toEqual([
        'border post',
        'coast news',
        'hill wire',
      ]);
    });

    test('a copy that goes is not shown any more', async () => {
      await ask.remove('Storm in Hill Wire');
      expect(await ask.find(word('storm'), within({ sources: ['hill'] }))).toEqual([]);
      expect(await ask.shown(word('storm'), within({ excludedSources: ['border'] }))).toEqual([
        [ARTICLE, COAST],
      ]);
    });

    test('stays found when the outlet that had it first no longer brings it', async () => {
      await ask.find(EVERYTHING);
      await ask.remove('Storm');
      const { hits, total } = await ask.pageOf(word('storm'));
      expect(total).toBe(1);
      expect((await opened.store.get(hits[0]!.shown))?.source).toBe('Hill Wire');
      expect(await ask.find(word('storm'), within({ sources: ['border'] }))).toEqual([]);
      expect(await ask.find(word('storm'), within({ sources: ['coast'] }))).toEqual(seqsOf(hits));
      expect((await count()).articles).toBe(2);
    });

    test('a copy whose text changes is an article of its own', async () => {
      await ask.find(EVERYTHING);
      await ask.add({
        ...storm,
        key: 'Storm in Hill Wire',
        source: 'Hill Wire',
        body: 'A tornado, they say.',
      });
      expect(await ask.find(word('tornado'))).toEqual([HILL]);
      expect(await ask.shown(word('dam'), within({ sources: ['hill'] }))).toEqual([[OTHER, OTHER]]);
      expect((await count()).articles).toBe(3);
    });

    test('an article whose text becomes that of another is a copy of it', async () => {
      await ask.find(EVERYTHING);
      await ask.add({ ...flood, title: storm.title, body: storm.body });
      expect(await ask.find(word('held'))).toEqual([]);
      expect(await ask.find(EVERYTHING)).toEqual([ARTICLE]);
      const late = within({ within: { from: day('2024-03-15'), to: null } });
      expect(await ask.shown(word('storm'), late)).toEqual([[ARTICLE, OTHER]]);
      await ask.add(flood);
      expect(await ask.find(word('held'))).toEqual([OTHER]);
      expect(await ask.find(word('storm'), late)).toEqual([]);
    });

    test('its copies follow when the text of the article itself changes', async () => {
      await ask.find(EVERYTHING);
      await ask.add({ ...storm, body: 'Nothing happened.' });
      expect(await ask.shown(word('broke'))).toEqual([[HILL, HILL]]);
      expect(await ask.shown(word('broke'), within({ sources: ['coast'] }))).toEqual([[HILL, COAST]]);
      expect(await ask.find(word('happened'))).toEqual([ARTICLE]);
      await ask.add(storm);
      expect(await ask.shown(word('broke'))).toEqual([[ARTICLE, ARTICLE]]);
      expect(await ask.shown(word('broke'), within({ sources: ['coast'] }))).toEqual([[ARTICLE, COAST]]);
    });

    describe('for a stored query', () => {
      const percolate = (query = word('dam'), scope = WHOLE_SCOPE, after = 0, through = 99) =>
        opened.engine.percolate(query, scope, { after, through });

      test('every publication in the range counts, by its own number', async () => {
        expect(await percolate()).toEqual([ARTICLE, HILL, COAST, OTHER]);
        expect(await percolate(word('storm'), WHOLE_SCOPE, HILL, OTHER)).toEqual([COAST]);
        expect(await percolate(word('storm'), WHOLE_SCOPE, 0, HILL)).toEqual([ARTICLE, HILL]);
        expect(await percolate(word('storm'), WHOLE_SCOPE, OTHER, OTHER)).toEqual([]);
        expect(await percolate(word('storm'), WHOLE_SCOPE, OTHER, 0)).toEqual([]);
      });

      test('publications may be given one by one, in any order; what there is not is left out', async () => {
        const of = (...seqs: number[]) => opened.engine.percolate(word('storm'), WHOLE_SCOPE, { seqs });
        expect(await of(OTHER, COAST, ARTICLE)).toEqual([ARTICLE, COAST]);
        expect(await of(COAST, COAST, 77, -1, 0)).toEqual([COAST]);
        expect(await of()).toEqual([]);
      });

      test('each publication passes by its own source and day', async () => {
        expect(await percolate(word('dam'), within({ sources: ['hill'] }))).toEqual([HILL, OTHER]);
        expect(await percolate(word('dam'), within({ latestDay: day('2024-03-06') }))).toEqual([HILL, COAST]);
        expect(await percolate(word('dam'), within({ excludedSources: ['hill', 'coast'] }))).toEqual([
          ARTICLE,
        ]);
      });

      test('the whole tree is held against them', async () => {
        expect(await percolate(EVERYTHING)).toEqual([ARTICLE, HILL, COAST, OTHER]);
        expect(await percolate(all([word('dam'), not(word('storm'))]))).toEqual([OTHER]);
        expect(await percolate(inOrder('the dam'))).toEqual([ARTICLE, HILL, COAST, OTHER]);
        expect(await percolate(inOrder('dam held'))).toEqual([OTHER]);
        expect(await percolate(word('volcano'))).toEqual([]);
      });

      test('hundreds of numbers may be given', async () => {
        const seqs = Array.from({ length: 2000 }, (_, at) => at + COAST);
        expect(await opened.engine.percolate(word('dam'), WHOLE_SCOPE, { seqs })).toEqual([COAST, OTHER]);
      });
    });
  });

  describe(`${name}: few among many`, () => {
    test('a source with three articles among 1,200 is found by the most common words', async () => {
      // More rows than engines read of common words in a scope that is not narrow.
      const many = 1_200;
      const articles = Array.from({ length: many }, (_, at) =>
        written(`Meeting ${at}`, `The council said the vote of group ${at} was close.`, {
          published: '2024-03-20',
        }),
      );
      const few = [300, 600, 900];
      for (const at of few)
        articles[at] = { ...articles[at]!, source: 'Hill Wire', published: at === 300 ? null : '2001-01-01' };
      const seqs = await ask.add(...articles);
      const wanted = few.map((at) => seqs[at]!);
      const scope = within({ sources: ['hill'] });
      expect(
        seqsOf(await ask.best('the council said', scope, EVERYTHING, 40)).toSorted((a, b) => a - b),
      ).toEqual(wanted);
      expect(await ask.find(words('the council said'), scope)).toEqual(wanted);
      expect(await ask.find(EVERYTHING, scope)).toEqual(wanted);
      const old = within({ within: { from: null, to: day('2010-01-01') } });
      expect(seqsOf(await ask.best('council vote', old)).toSorted((a, b) => a - b)).toEqual(wanted.slice(1));
      const must = await ask.best('the council said', WHOLE_SCOPE, inOrder('group 1134 was'));
      expect(seqsOf(must)).toEqual([seqs[1134]]);
      expect((await ask.pageOf(word('council'))).total).toBe(many);
    });
  });
};
