/** What every `ArticleStore` has to do, whatever it keeps the articles in. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { articleDraft } from '../article-draft.ts';

const NOON = Date.UTC(2024, 2, 12, 12);
const LONG = 'The council met on Tuesday and voted to close the old bridge until the spring. '
  .repeat(4)
  .trim();

export const draft = (key: string, over: Partial<ArticleDraft> = {}): ArticleDraft =>
  articleDraft({ key, title: `Title of ${key}`, body: `${key}. ${LONG}`, ...over });

export const describeArticleStore = (name: string, open: () => Promise<ArticleStore>): void => {
  let store: ArticleStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const add = async (...drafts: ArticleDraft[]) =>
    (await store.add(drafts, 'new', NOON)).map(({ outcome, seq }) => `${outcome} ${seq}`);

  describe(`${name}: adding`, () => {
    test('an article comes back as it was given, with its place, arrival and time', async () => {
      const given = draft('k', {
        givenId: '7',
        tags: ['a', 'b'],
        url: 'https://example.org/x',
        author: 'A. Writer',
      });
      await store.add([given], 'backfill', NOON);
      expect(await store.get(1)).toEqual({
        ...given,
        seq: 1,
        arrival: 'backfill',
        addedAtMs: NOON,
        changedAtMs: NOON,
        duplicateOf: null,
        formerDuplicateOf: null,
      });
    });

    test('is numbered in the order given, over calls', async () => {
      expect(await add(draft('b'), draft('a'))).toEqual(['added 1', 'added 2']);
      expect(await add(draft('c'))).toEqual(['added 3']);
      expect((await store.getMany([3, 99, 1])).map(({ key }) => key)).toEqual(['c', 'b']);
      expect((await store.refs([3, 99, 1])).map(({ seq, title }) => [seq, title])).toEqual([
        [3, 'Title of c'],
        [1, 'Title of b'],
      ]);
    });

    test('the same article again is unchanged; with any difference it is changed and keeps its number', async () => {
      await add(draft('k'));
      expect(await add(draft('k'))).toEqual(['unchanged 1']);
      expect(await add(draft('k', { title: 'Another' }))).toEqual(['changed 1']);
      expect(await add(draft('k', { title: 'Another', body: 'New text.' }))).toEqual(['changed 1']);
      expect(await store.get(1)).toMatchObject({ title: 'Another', body: 'New text.' });
      expect((await store.counts()).articles).toBe(1);
    });

    test('a change keeps the first arrival and time of adding', async () => {
      await store.add([draft('k')], 'backfill', NOON);
      await store.add([draft('k', { body: 'New text.' })], 'new', NOON + 5);
      expect(await store.get(1)).toMatchObject({
        arrival: 'backfill',
        addedAtMs: NOON,
        changedAtMs: NOON + 5,
      });
    });

    test('a key repeated within one call counts once, the first time', async () => {
      expect(await add(draft('k', { title: 'First' }), draft('k', { title: 'Second' }))).toEqual([
        'added 1',
        'unchanged 1',
      ]);
      expect(await store.get(1)).toMatchObject({ title: 'First' });
    });

    test("another origin's version of a known article changes nothing", async () => {
      await add(draft('k'));
      expect(await add(draft('k', { origin: 'feed:1', body: 'A summary.' }))).toEqual(['unchanged 1']);
      expect((await store.get(1))?.body).toContain('council');
    });

    test('nothing given is nothing done', async () => {
      expect(await add()).toEqual([]);
    });

    test('more in one call than fit into a batch', async () => {
      const many = Array.from({ length: 1_100 }, (_, n) => draft(`k${n}`));
      expect(new Set(await add(...many)).size).toBe(1_100);
      expect((await store.counts()).articles).toBe(1_100);
    });
  });

  describe(`${name}: addresses`, () => {
    test('are kept without user names and passwords, and the article is the same with and without', async () => {
      const url = 'https://me:secret@wire.example/a?b=1';
      const given = draft('a', { url, imageUrl: url, givenId: url });
      await add(given);
      const stored = 'https://wire.example/a?b=1';
      expect(await store.get(1)).toMatchObject({ url: stored, imageUrl: stored, givenId: stored });
      expect(await add({ ...given, url: stored })).toEqual(['unchanged 1']);
      expect(await store.findByUrl(url)).toMatchObject([{ seq: 1 }]);
    });

    const FIELDS = ['givenId', 'title', 'url', 'source', 'author', 'body', 'imageUrl'] as const;

    test.each(FIELDS)('as %s is kept without the login it may hold', async (field) => {
      await add(draft('a', { [field]: 'https://me:secret@wire.example/a' }));
      expect(await store.get(1)).toMatchObject({ key: 'a', [field]: 'https://wire.example/a' });
    });

    test('in an id with a space are kept without their login, too', async () => {
      await add(draft('a', { givenId: 'https://me:secret@wire.example/a b' }));
      expect(await store.get(1)).toMatchObject({ givenId: 'https://wire.example/a%20b' });
    });

    test('within a text are kept as they stand', async () => {
      const body = 'https://me:secret@wire.example/a is the address that was shown in the report.';
      await add(draft('a', { body }));
      expect(await store.get(1)).toMatchObject({ body });
    });
  });

  describe(`${name}: copies`, () => {
    const body = LONG;

    test('the same text under another key is a copy, whatever its case and white space', async () => {
      await add(draft('a', { body }));
      const copy = draft('b', {
        body: body.toUpperCase().replace('COUNCIL MET', 'COUNCIL\n MET'),
        source: 'Other',
      });
      expect(await add(copy, draft('c'))).toEqual(['duplicate 1', 'added 3']);
      expect(await store.counts()).toMatchObject({ articles: 2, copies: 1 });
      expect(await store.get(2)).toMatchObject({ key: 'b', duplicateOf: 1 });
    });

    test('"also in" names them from either side', async () => {
      await add(draft('a', { body }), draft('b', { body, source: 'Other', givenId: 'b-1' }));
      expect(await store.copiesOf(1)).toMatchObject([{ seq: 2, source: 'Other', articleId: 'b-1' }]);
      expect(await store.copiesOf(2)).toMatchObject([{ seq: 1, articleId: 'a' }]);
      expect(await store.copiesOf(3)).toEqual([]);
    });

    test('short texts are copies only where the titles agree too', async () => {
      const short = { body: 'Watch the video.' };
      expect(await add(draft('a', short), draft('b', short))).toEqual(['added 1', 'added 2']);
      expect(await add(draft('c', { ...short, title: 'Title of A' }))).toEqual(['duplicate 1']);
    });

    test('a copy whose original goes takes over its number and arrival', async () => {
      await store.add([draft('a', { body })], 'backfill', NOON);
      await add(draft('b', { body, source: 'Other' }), draft('c', { body }));
      await store.remove(['a'], NOON);
      expect(await store.get(1)).toMatchObject({
        key: 'b',
        source: 'Other',
        duplicateOf: null,
        arrival: 'backfill',
      });
      expect(await store.get(2)).toBeNull();
      expect(await store.get(3)).toMatchObject({ key: 'c', duplicateOf: 1, arrival: 'new' });
      expect(await add(draft('a', { body }))).toEqual(['duplicate 1']);
    });

    test('an original and its copies that go together leave nothing behind', async () => {
      await add(draft('a', { body }), draft('b', { body }), draft('c', { body, origin: 'file:c.md' }));
      await store.retain('file:a.jsonl', new Set(), NOON);
      expect(await store.get(1)).toMatchObject({ key: 'c' });
      expect(await store.retain('file:c.md', new Set(), NOON)).toEqual({ removed: 1, newOwners: [] });
      expect(await store.counts()).toMatchObject({ articles: 0, copies: 0 });
    });

    test('hundreds of originals and their copies that go together leave nothing behind', async () => {
      const twice = Array.from({ length: 120 }, (_, n) => ({ body: `${body} ${n}.` }));
      await add(
        ...twice.map((text, n) => draft(`a${n}`, text)),
        ...twice.map((text, n) => draft(`b${n}`, text)),
      );
      await store.retain('file:a.jsonl', new Set(['a7']), NOON);
      expect(await store.counts()).toMatchObject({ articles: 1, copies: 0 });
      expect((await store.after(0, { limit: 9 })).map(({ key }) => key)).toEqual(['a7']);
    });

    test('an original that changes frees its copies', async () => {
      await add(draft('a', { body }), draft('b', { body }));
      expect(await add(draft('a', { body: `${body} More.` }))).toEqual(['changed 1']);
      expect(await store.get(2)).toMatchObject({ duplicateOf: null, formerDuplicateOf: 1, arrival: 'new' });
      await store.remove(['a'], NOON);
      expect(await store.outletsOf([1])).toEqual([
        {
          seq: 1,
          author: null,
          source: 'The Example',
          published: '2024-03-12',
          addedAtMs: expect.any(Number),
        },
      ]);
    });

    test('knows when the first article of a source came', async () => {
      await store.add([draft('a', { source: 'Hill Wire' }), draft('b', {})], 'backfill', 1_000);
      await store.add([draft('c', { source: 'Hill Wire' })], 'new', 2_000);
      expect(await store.firstOf(['Hill Wire', 'Border Post'], 0)).toEqual(new Map([['Hill Wire', 1_000]]));
      const [later] = await store.after(2, { limit: 1 });
      const found = await store.firstOf(['Hill Wire'], later!.seq);
      expect(found).toEqual(new Map([['Hill Wire', 1_000]]));
      await store.remove(['a'], NOON);
      expect(await store.firstOf(['Hill Wire'], 0)).toEqual(new Map([['Hill Wire', 2_000]]));
    });

    test('knows which article came first since a moment, and which arrived as news', async () => {
      expect(await store.firstSince(0)).toBe(1);
      await store.add([draft('a', {}), draft('b', {})], 'backfill', 1_000);
      await store.add([draft('c', {}), draft('d', {})], 'new', 2_000);
      await store.add([draft('e', {})], 'new', 3_000);
      const firsts = [0, 1_000, 1_001, 2_000, 2_001, 3_000, 3_001].map((ms) => store.firstSince(ms));
      expect(await Promise.all(firsts)).toEqual([1, 1, 3, 3, 5, 5, 6]);
      expect(await store.newAmong([5, 1, 3])).toEqual([3, 5]);
    });

    test('knows all who told a text, removed ones too, and whom a former copy was told by', async () => {
      await add(draft('a', { body }), draft('b', { body }), draft('c', { body }), draft('d', { body }));
      await store.remove(['b'], NOON);
      await add(draft('a', { body: `${body} More.` }));
      expect(await store.numbersOfTexts([1, 3, 4])).toEqual(
        new Map([
          [1, [1]],
          [3, [1, 2, 3, 4]],
          [4, [1, 2, 3, 4]],
        ]),
      );
    });

    test('a change can make a copy of an article', async () => {
      await add(draft('a', { body }), draft('b'));
      expect(await add(draft('b', { body }))).toEqual(['duplicate 1']);
      expect(await add(draft('b', { body }))).toEqual(['unchanged 2']);
    });
  });

  describe(`${name}: removing`, () => {
    test('a removed article is gone everywhere, and its number is not used again', async () => {
      await add(draft('a', { url: 'https://example.org/a' }), draft('b'));
      expect(await store.remove(['a', 'b', 'absent'], NOON)).toBe(2);
      expect(await store.get(1)).toBeNull();
      expect(await store.getMany([1, 2])).toEqual([]);
      expect(await store.findByUrl('https://example.org/a')).toEqual([]);
      expect(await store.findByTitle('Title of a')).toEqual([]);
      expect(await store.after(0, { limit: 9 })).toEqual([]);
      expect(await store.latest({ count: 9 })).toEqual([]);
      expect(await store.sources()).toEqual([]);
      expect(await store.counts()).toMatchObject({ articles: 0, lastSeq: 2 });
      expect(await add(draft('c'))).toEqual(['added 3']);
    });

    test('takes along what had changed in its text', async () => {
      await add(draft('k'));
      await add(draft('k', { body: `${LONG} The mayor resigned.` }));
      expect(await store.textChanges({ limit: 9 })).toHaveLength(1);
      await store.remove(['k'], NOON);
      await add(draft('k', { body: `${LONG} The mayor resigned.` }));
      expect(await store.textChanges({ limit: 9 })).toEqual([]);
    });

    test('one that comes back gets its number and arrival back, so that nobody is told twice', async () => {
      await store.add([draft('a')], 'backfill', NOON);
      await store.remove(['a'], NOON);
      expect(await add(draft('a', { title: 'Again' }))).toEqual(['added 1']);
      expect(await store.get(1)).toMatchObject({ title: 'Again', arrival: 'backfill' });
    });

    test('so does a text that comes back under another name, once', async () => {
      await store.add([draft('a', { body: LONG })], 'backfill', NOON);
      await store.remove(['a'], NOON);
      expect(await add(draft('b', { body: LONG }), draft('c', { body: LONG }))).toEqual([
        'added 1',
        'duplicate 1',
      ]);
      expect(await store.get(1)).toMatchObject({ key: 'b', body: LONG, arrival: 'backfill' });
      expect(await add(draft('a', { body: LONG }), draft('b', { body: LONG }))).toEqual([
        'duplicate 1',
        'unchanged 1',
      ]);
      expect(await store.counts()).toMatchObject({ articles: 1, copies: 2 });
    });

    test('a name that comes back with its text takes it before another name does', async () => {
      await add(draft('a', { body: LONG }));
      await store.remove(['a'], NOON);
      expect(await add(draft('b', { body: LONG }), draft('a', { body: LONG }))).toEqual([
        'duplicate 1',
        'added 1',
      ]);
    });

    test('a name that comes back with another text is news where its article has another name by now', async () => {
      await store.add([draft('a', { body: LONG })], 'backfill', NOON);
      await store.remove(['a'], NOON);
      await add(draft('b', { body: LONG }));
      expect(await add(draft('a'))).toEqual(['added 2']);
      expect(await store.get(2)).toMatchObject({ arrival: 'new' });
    });

    test('a text that stays under another name has its number, though both names bring other texts at once', async () => {
      await add(draft('latest', { body: LONG }), draft('archive', { body: LONG }));
      const corrected = draft('archive', { body: `${LONG} It was corrected.` });
      expect(await add(draft('latest', { title: 'News' }), corrected)).toEqual(['added 3', 'changed 1']);
      expect(await store.get(1)).toMatchObject({ key: 'archive', body: corrected.body });
      expect(await store.get(2)).toBeNull();
      expect(await add(corrected)).toEqual(['unchanged 1']);
    });

    test('an origin keeps what it still brings', async () => {
      await add(draft('a'), draft('b'), draft('c', { origin: 'file:other.md' }));
      expect(await store.retain('file:a.jsonl', new Set(['b']), NOON)).toEqual({ removed: 1, newOwners: [] });
      expect((await store.getMany([1, 2, 3])).map(({ key }) => key)).toEqual(['b', 'c']);
    });

    test('what two origins bring goes with the last of them, and the newOwner speaks for it', async () => {
      await add(draft('a'));
      await add(draft('a', { origin: 'file:b.jsonl', title: "B's title" }));
      expect(await store.retain('file:a.jsonl', new Set(), NOON)).toEqual({
        removed: 0,
        newOwners: ['file:b.jsonl'],
      });
      expect(await add(draft('a', { origin: 'file:b.jsonl', title: "B's title" }))).toEqual(['changed 1']);
      expect(await store.retain('file:b.jsonl', new Set(), NOON)).toEqual({ removed: 1, newOwners: [] });
      expect(await store.get(1)).toBeNull();
    });
  });

  describe(`${name}: expiring`, () => {
    const everything = { after: Number.MAX_SAFE_INTEGER, seqs: [] };
    const old = (key: string, published: string | null) => draft(key, { published });
    const left = async () => (await store.after(0, { limit: 99 })).map(({ key }) => key);

    test('removes what was published, or else added, before the days that are kept', async () => {
      await store.add([old('undated', null)], 'new', NOON);
      await add(old('a', '2024-03-01'), old('b', '2024-03-02T08:00:00Z'), old('c', '2024-03-12'));
      expect(await store.expire({ days: 10, articles: null }, everything, NOON)).toBe(1);
      expect(await left()).toEqual(['undated', 'b', 'c']);
      expect(await store.expire({ days: 10, articles: null }, everything, NOON + 11 * 86_400_000)).toBe(3);
    });

    test('keeps the newest of a number, each text once', async () => {
      await add(old('a', '2024-03-01'), old('b', '2024-03-05'), old('c', '2024-03-03'));
      await add(draft('copy', { published: '2024-03-04', body: draft('b').body, source: 'Other' }));
      expect(await store.expire({ days: null, articles: 2 }, everything, NOON)).toBe(1);
      expect(await left()).toEqual(['b', 'c', 'copy']);
    });

    test('by either limit', async () => {
      await add(old('a', '2024-02-01'), old('b', '2024-03-05'), old('c', '2024-03-03'));
      expect(await store.expire({ days: 30, articles: 1 }, everything, NOON)).toBe(2);
      expect(await left()).toEqual(['b']);
    });

    test('leaves what is needed, and the copies of its text', async () => {
      const body = draft('a').body;
      await add(
        old('a', '2024-01-01'),
        draft('copy', { body, published: '2024-01-01' }),
        old('b', '2024-01-01'),
      );
      await add(old('later', '2024-01-01'));
      const keep = { days: 30, articles: null };
      expect(await store.expire(keep, { after: 3, seqs: [1] }, NOON)).toBe(1);
      expect(await left()).toEqual(['a', 'copy', 'later']);
      expect(await store.expire(keep, everything, NOON)).toBe(3);
    });

    test('what has gone does not come back, by its key or its text, changed or not', async () => {
      await add(old('a', '2024-01-01'), old('b', '2024-03-12'));
      await store.expire({ days: 30, articles: null }, everything, NOON);
      expect(await add(old('a', '2024-01-01'))).toEqual(['unchanged 1']);
      expect(await add(draft('a', { title: 'Changed', body: 'Another text.' }))).toEqual(['unchanged 1']);
      expect(await add(draft('renamed', { body: draft('a').body, origin: 'feed:1' }))).toEqual([
        'unchanged 1',
      ]);
      expect(await left()).toEqual(['b']);
      expect(await store.retain('feed:1', new Set(['renamed']), NOON)).toEqual({ removed: 0, newOwners: [] });
      expect(await add(draft('c'))).toEqual(['added 3']);
    });

    test('hundreds at once, with copies among them, and search finds none of them', async () => {
      const drafts = Array.from({ length: 300 }, (_, n) =>
        draft(`n${n}`, { published: '2024-01-01', body: draft(`n${n % 200}`).body }),
      );
      await add(...drafts, draft('stays'));
      expect(await store.expire({ days: 30, articles: null }, everything, NOON)).toBe(300);
      expect(await left()).toEqual(['stays']);
      expect(await store.counts()).toMatchObject({ articles: 1, copies: 0 });
    });
  });

  describe(`${name}: finding`, () => {
    test('by address, however it is spelled', async () => {
      await add(draft('a', { url: 'https://example.org/news/1' }));
      const found = await store.findByUrl('https://EXAMPLE.org/news/1/?utm_source=x#top');
      expect(found.map(({ key }) => key)).toEqual(['a']);
      expect(await store.findByUrl('not an address')).toEqual([]);
    });

    test('by title, whatever its case, the newest added first', async () => {
      await add(draft('a', { title: 'Élections à Kyiv' }), draft('b', { title: 'élections  À KYIV' }));
      expect((await store.findByTitle('ÉLECTIONS à kyiv')).map(({ key }) => key)).toEqual(['b', 'a']);
    });

    test('what came after a number, in order of adding, other arrivals left out', async () => {
      await store.add([draft('old')], 'backfill', NOON);
      await add(
        draft('a', { published: '2020-01-01' }),
        draft('b', { body: LONG }),
        draft('c', { body: LONG }),
        draft('d'),
      );
      const keys = async (seq: number, limit: number) =>
        (await store.after(seq, { limit, arrival: 'new' })).map(({ key }) => key);
      expect(await keys(0, 9)).toEqual(['a', 'b', 'c', 'd']);
      expect(await keys(2, 1)).toEqual(['b']);
      expect((await store.after(0, { limit: 1 })).map(({ key }) => key)).toEqual(['old']);
    });

    test('the latest by date of publication, unknown dates last', async () => {
      await add(
        draft('none', { published: null }),
        draft('day', { published: '2024-03-12' }),
        draft('noon', { published: '2024-03-12T12:00:00Z', source: 'Žurnāls' }),
        draft('old', { published: '2023-01-01' }),
      );
      const keys = async (options: Parameters<ArticleStore['latest']>[0]) =>
        (await store.latest(options)).map(({ key }) => key);
      expect(await keys({ count: 9 })).toEqual(['noon', 'day', 'old', 'none']);
      expect(await keys({ count: 9, before: '2024-03-12' })).toEqual(['old', 'none']);
      expect(await keys({ count: 9, sources: ['žURN'] })).toEqual(['noon']);
      expect(await keys({ count: 9, sources: ['absent'] })).toEqual([]);
      expect(await keys({ count: 1, sources: ['absent', 'examp', 'Žurn'] })).toEqual(['noon']);
    });

    test('the latest from a source that carries what another told first, each text once', async () => {
      await add(
        draft('a', { body: LONG }),
        draft('b', { body: LONG, source: 'Other', published: '2024-03-14' }),
        draft('c', { body: LONG, source: 'Other', published: '2024-03-15' }),
        draft('d', { source: 'Other', published: '2024-03-13' }),
      );
      const keys = async (...sources: string[]) =>
        (await store.latest({ count: 9, sources })).map(({ key }) => key);
      expect(await keys('other')).toEqual(['b', 'd']);
      expect(await keys('other', 'example')).toEqual(['d', 'a']);
      expect(await keys()).toEqual(['d', 'a']);
    });

    test('sources with how many articles they told and the newest', async () => {
      await add(
        draft('a', { source: 'X' }),
        draft('b', { source: 'X', published: null }),
        draft('c', { source: 'Y' }),
      );
      expect(await store.sources()).toEqual([
        { source: 'X', articles: 2, newest: '2024-03-12' },
        { source: 'Y', articles: 1, newest: '2024-03-12' },
      ]);
    });

    test('a text that several sources tell counts for each of them, once', async () => {
      await add(
        draft('a', { source: 'X', body: LONG }),
        draft('b', { source: 'X', body: LONG }),
        draft('c', { source: 'Y', body: LONG }),
        draft('d', { source: 'Y' }),
      );
      expect((await store.sources()).map(({ source, articles }) => [source, articles])).toEqual([
        ['Y', 2],
        ['X', 1],
      ]);
      expect((await store.counts()).articles).toBe(2);
    });
  });

  describe(`${name}: changes`, () => {
    const since = async (revision: number, limit = 99) =>
      (await store.changesSince(revision, limit)).map(
        ({ seq, article }) => `${seq} ${article === null ? 'gone' : (article.duplicateOf ?? article.title)}`,
      );

    test('each article once, with its latest state, in the order of change', async () => {
      await add(draft('a'), draft('b'), draft('c'));
      const { revision } = await store.counts();
      expect(await since(revision)).toEqual([]);
      await add(draft('a', { title: 'Changed' }), draft('d'));
      await store.remove(['b'], NOON);
      expect(await since(revision)).toEqual(['1 Changed', '4 Title of d', '2 gone']);
      expect(await since(0)).toEqual(['3 Title of c', '1 Changed', '4 Title of d', '2 gone']);
    });

    test('in steps, until nothing comes', async () => {
      await add(draft('a'), draft('b'), draft('c'));
      const first = await store.changesSince(0, 2);
      expect(first.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await since(first[1]!.revision, 2)).toEqual(['3 Title of c']);
    });

    test('a copy says of what until it becomes an article of its own', async () => {
      await add(draft('a', { body: LONG }), draft('b', { body: LONG }), draft('c', { body: LONG }));
      expect(await since(0)).toEqual(['1 Title of a', '2 1', '3 1']);
      let { revision } = await store.counts();
      await store.remove(['a'], NOON);
      expect(await since(revision)).toEqual(['1 Title of b', '2 gone']);
      ({ revision } = await store.counts());
      await add(draft('b'));
      expect(await since(revision)).toEqual(['1 Title of b', '3 Title of c']);
    });
  });

  describe(`${name}: what was read of the corpus`, () => {
    const file = {
      path: 'a/b.md',
      size: 12,
      mtimeMs: 1.5,
      ctimeMs: 2.5,
      reader: 1,
      records: 1,
      problemCount: 1,
    };
    const problems = [{ file: 'a/b.md', line: 3, reason: { kind: 'no-body' } as const }];

    test('is kept by path, replaced and forgotten', async () => {
      await store.manifest.put([{ ...file, problems }]);
      expect(await store.manifest.files()).toEqual([{ ...file, problems }]);
      await store.manifest.put([{ ...file, size: 13, problems: [], problemCount: 0 }]);
      expect(await store.manifest.files()).toEqual([{ ...file, size: 13, problems: [], problemCount: 0 }]);
      await store.manifest.delete('a/b.md');
      expect(await store.manifest.files()).toEqual([]);
    });

    test('a corpus knows when it was last read to its end', async () => {
      expect(await store.manifest.lastLoadMs('/corpus')).toBeNull();
      await store.manifest.recordLoad('/corpus', NOON);
      await store.manifest.recordLoad('/corpus', NOON + 1);
      expect(await store.manifest.lastLoadMs('/corpus')).toBe(NOON + 1);
      expect(await store.manifest.lastLoadMs('/other')).toBeNull();
    });
  });
};
