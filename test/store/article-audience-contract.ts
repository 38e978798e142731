/** What every `ArticleStore` has to do with articles that are some servers' own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import type { ArticleReader, ArticleStore } from '../../src/store/article-store.ts';
import { draft } from './article-store-contract.ts';

const NOON = Date.UTC(2024, 2, 12, 12);

export const describeAudiences = (name: string, open: () => Promise<ArticleStore>): void => {
  let store: ArticleStore;
  let everyone: ArticleReader;
  let north: ArticleReader;
  let south: ArticleReader;
  beforeEach(async () => {
    store = await open();
    everyone = store.hearing(EVERYONE);
    north = store.hearing({ guildId: 'north', sources: null });
    south = store.hearing({ guildId: 'south', sources: null });
  });
  afterEach(() => store.close());

  const add = async (servers: readonly string[] | null, ...drafts: ArticleDraft[]) =>
    (await store.add(drafts, 'new', NOON, servers)).map(({ outcome, seq }) => `${outcome} ${seq}`);
  const own = (key: string, over: Partial<ArticleDraft> = {}): ArticleDraft =>
    draft(key, { origin: 'feed:7', ...over });
  const keys = async (reader: ArticleReader) => (await reader.after(0, { limit: 99 })).map(({ key }) => key);

  describe(`${name}: articles of servers`, () => {
    test('are there for these servers alone, whatever is asked', async () => {
      const fields = { source: 'North Post', url: 'https://example.org/own', author: 'A. Writer' };
      await add(null, draft('all'));
      await add(['north'], own('own', fields));
      expect(await keys(north)).toEqual(['all', 'own']);
      for (const reader of [everyone, south]) {
        expect(await keys(reader)).toEqual(['all']);
        expect(await reader.get(2)).toBeNull();
        expect(await reader.getMany([1, 2])).toHaveLength(1);
        expect(await reader.refs([2])).toEqual([]);
        expect(await reader.outletsOf([2])).toEqual([]);
        expect(await reader.findByUrl('https://example.org/own')).toEqual([]);
        expect(await reader.findByTitle('Title of own')).toEqual([]);
        expect((await reader.latest({ count: 9 })).map(({ key }) => key)).toEqual(['all']);
        expect(await reader.latest({ count: 9, sources: ['north'] })).toEqual([]);
        expect((await reader.sources()).map(({ source }) => source)).not.toContain('North Post');
        expect(await reader.newAmong([1, 2])).toEqual([1]);
        expect(await reader.counts()).toMatchObject({ articles: 1, copies: 0 });
      }
      expect(await north.counts()).toMatchObject({ articles: 2, copies: 0 });
      expect(await store.serversWithOwn()).toEqual(new Set(['north']));
    });

    test('tell others nothing of how their texts changed', async () => {
      await add(['north'], own('own', { body: 'The bridge is closed. It opens in May.' }));
      await add(['north'], own('own', { body: 'The bridge is closed. It opens in June.' }));
      expect(await north.textChanges({ limit: 9 })).toHaveLength(1);
      expect(await south.textChanges({ limit: 9 })).toEqual([]);
    });

    test('are no copies to those who do not hear them', async () => {
      const { body } = draft('a');
      await add(['north'], own('a', { body, source: 'North Post' }));
      await add(['south'], own('b', { body, source: 'South Post', origin: 'feed:8' }));
      await add(null, draft('c', { body, source: 'Wire' }));
      await add(null, draft('d', { body, source: 'Press' }));
      const copies = async (reader: ArticleReader, seq: number) =>
        (await reader.copiesOf(seq)).map(({ source }) => source);
      expect(await copies(everyone, 3)).toEqual(['Press']);
      expect(await copies(north, 3)).toEqual(['North Post', 'Press']);
      expect(await copies(south, 2)).toEqual(['Wire', 'Press']);
      expect((await north.get(3))?.duplicateOf).toBe(1);
      expect((await everyone.get(3))?.duplicateOf).toBeNull();
      expect((await everyone.get(4))?.duplicateOf).toBe(3);
      expect((await south.numbersOfTexts([2])).get(2)).toEqual([2, 3, 4]);
    });

    test('are other articles than what other feeds bring under their keys', async () => {
      expect(await add(['north'], own('k', { title: 'As told in the north' }))).toEqual(['added 1']);
      expect(await add(['south'], own('k', { title: 'As told in the south', origin: 'feed:8' }))).toEqual([
        'added 2',
      ]);
      expect(await add(null, draft('k', { title: 'As told to all' }))).toEqual(['added 3']);
      expect(await keys(everyone)).toEqual(['k']);
      expect(await add(['north'], own('k', { title: 'Once more', origin: 'feed:9' }))).toEqual([
        'unchanged 3',
      ]);
    });

    test('have everyone’s text once everyone hears them, and are posted to nobody again', async () => {
      await add(['north'], own('k', { title: 'As told in the north', body: 'In the north.' }));
      await add(null, draft('k', { title: 'As told to all', body: 'To all.' }));
      expect(await north.get(1)).toMatchObject({ key: 'k', title: 'As told to all', body: 'To all.' });
      expect(await north.get(2)).toMatchObject({ duplicateOf: 1 });
      expect((await north.numbersOfTexts([2])).get(2)).toEqual([1, 2]);
      await add(null, draft('k', { title: 'As told to all', body: 'To all, again.' }));
      expect(await north.get(1)).toMatchObject({ body: 'To all, again.' });
      expect(await north.counts()).toMatchObject({ articles: 1, copies: 1 });
      expect(await everyone.counts()).toMatchObject({ articles: 1, copies: 0 });
      expect(await north.findByTitle('As told in the north')).toEqual([]);
    });

    test('tell nothing of what was before a server came to hear them', async () => {
      await store.add([own('a', { body: 'The bridge is closed. It opens in May.' })], 'new', NOON, ['north']);
      await store.add([own('a', { body: 'The bridge is closed. It opens in June.' })], 'new', NOON + 1, [
        'north',
      ]);
      await store.letHear('feed:7', ['a'], 'south', NOON + 2);
      await store.add([own('a', { body: 'The bridge is closed. It opens in July.' })], 'new', NOON + 3, [
        'north',
        'south',
      ]);
      expect(await north.textChanges({ limit: 9 })).toHaveLength(2);
      expect(await south.textChanges({ limit: 9 })).toHaveLength(1);
      expect(await north.get(1)).toMatchObject({ addedAtMs: NOON, changedAtMs: NOON + 3 });
      expect(await south.get(1)).toMatchObject({ addedAtMs: NOON + 2, changedAtMs: NOON + 3 });
    });

    test('are no news to a server that comes to hear of them later', async () => {
      await add(['north'], own('a'), own('b'));
      expect(await store.letHear('feed:7', ['a', 'b', 'c'], 'south', NOON)).toBe(2);
      await add(['north', 'south'], own('b'), own('c'));
      const arrivals = async (reader: ArticleReader) =>
        (await reader.after(0, { limit: 9 })).map(({ key, arrival }) => `${key} ${arrival}`);
      expect(await arrivals(north)).toEqual(['a new', 'b new', 'c new']);
      expect(await arrivals(south)).toEqual(['a backfill', 'b backfill', 'c new']);
      expect((await south.after(0, { limit: 9, arrival: 'new' })).map(({ key }) => key)).toEqual(['c']);
      expect(await south.newAmong([1, 2, 3])).toEqual([3]);
    });

    test('become everyone’s, and stay news to those who heard them as news', async () => {
      await add(['north'], own('a'), own('b'));
      await add(null, draft('b', { title: 'Already there' }));
      await store.share('feed:7', NOON);
      expect((await everyone.after(0, { limit: 9 })).map(({ key, arrival }) => `${key} ${arrival}`)).toEqual([
        'a backfill',
        'b new',
      ]);
      expect((await north.get(1))?.arrival).toBe('new');
    });

    test('are removed when the last server that hears them is forgotten', async () => {
      await add(['north', 'south'], own('a'));
      await add(['north'], own('b'));
      await store.forgetServer('north', NOON);
      expect(await keys(north)).toEqual([]);
      expect(await keys(south)).toEqual(['a']);
      expect((await store.counts()).articles).toBe(1);
      expect(await store.serversWithOwn()).toEqual(new Set(['south']));
    });

    test('do not take over the number of a text that was removed, nor leave theirs to others', async () => {
      const { body } = draft('a');
      await add(['north'], own('a', { body }));
      await add(null, draft('b', { body }));
      await store.remove(['b'], NOON);
      expect(await keys(everyone)).toEqual([]);
      expect((await north.after(0, { limit: 9 })).map(({ seq }) => seq)).toEqual([1]);
      await store.remove(['feed:7 a'], NOON);
      expect(await add(null, draft('c', { body }))).toEqual(['added 2']);
    });
  });

  describe(`${name}: chosen sources`, () => {
    test('are all that is there, by their whole names', async () => {
      const { body } = draft('a');
      await add(null, draft('a', { body, source: 'Hill Wire' }), draft('b', { body, source: 'Wire' }));
      await add(null, draft('c', { source: 'Post' }));
      const chosen = store.hearing({ guildId: null, sources: ['wire'] });
      expect(await keys(chosen)).toEqual(['b']);
      expect((await chosen.latest({ count: 9 })).map(({ key }) => key)).toEqual(['b']);
      expect((await chosen.get(2))?.duplicateOf).toBeNull();
      expect((await chosen.sources()).map(({ source, articles }) => `${source} ${articles}`)).toEqual([
        'Wire 1',
      ]);
      expect(await chosen.copiesOf(2)).toEqual([]);
      expect(await chosen.counts()).toMatchObject({ articles: 1, copies: 0 });
    });
  });
};
