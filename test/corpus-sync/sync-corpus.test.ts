import { existsSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SyncOptions, type SyncProgress, syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import type { CorpusReason } from '../../src/domain/corpus-reason.ts';
import { corpusRoots } from '../../src/intake/corpus/find-corpus-files.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { type CorpusFolder, LONG, openCorpusFolder, shelf } from './corpus-folder.ts';

const NOON = Date.UTC(2024, 2, 12, 12);

let folder: CorpusFolder;
let store: ArticleStore;
let now: number;
beforeEach(async () => {
  now = NOON;
  folder = openCorpusFolder();
  store = await openArticleStore(null);
});
afterEach(async () => {
  await store.close();
  folder.close();
});

const sync = (options: Partial<SyncOptions> = {}) =>
  syncCorpus(folder.roots, store, { clock: () => now, ...options });

const article = (title: string, over: object = {}) =>
  JSON.stringify({ title, body: `${title}. ${LONG}`, ...over });

/** More than a small file, most of it in a field that is not read, without address or id, the given lines last. */
const largeFile = (...lines: string[]): string =>
  [
    ...Array.from({ length: 800 }, (_, n) => article(`Filler ${n}`, { padding: LONG.repeat(20) })),
    ...lines,
  ].join('\n');

const unfilled = async () => (await shelf(store)).filter((line) => !line.includes('Filler'));

describe('syncCorpus', () => {
  test('the first load is backfill, what comes later is new', async () => {
    folder.write('a.json', article('A'));
    expect(await sync()).toMatchObject({ read: 1, gone: 0, problemCount: 0, loadedAtMs: NOON });
    folder.write('b.json', article('B'));
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A', '2 new B']);
  });

  test('new files of one article each are stored many at once', async () => {
    for (let n = 10; n < 40; n++) folder.write(`${n}.json`, article(`A${n}`));
    const found: number[] = [];
    await sync({ onProgress: ({ articles, filesDone }) => found.push(articles, filesDone) });
    expect(new Set(found)).toEqual(new Set([0, 30]));
    expect(await shelf(store)).toHaveLength(30);
    expect(await sync()).toMatchObject({ read: 0 });
  });

  test('an article that two new files hold stays until both are gone', async () => {
    folder.write('a.json', article('A', { id: 'x' }));
    folder.write('b.json', article('A', { id: 'x' }));
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A']);
    folder.remove('a.json');
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A']);
    folder.remove('b.json');
    await sync();
    expect(await shelf(store)).toEqual([]);
  });

  test('new files that were stored, but not noted when the bot was killed, bring nothing twice', async () => {
    await sync();
    for (let n = 10; n < 40; n++) folder.write(`${n}.json`, article(`A${n}`));
    await sync();
    const before = await shelf(store);
    for (const { path } of await store.manifest.files()) await store.manifest.delete(path);
    expect(await sync()).toMatchObject({ read: 30 });
    expect(await shelf(store)).toEqual(before);
  });

  test('a first load that was broken off is still a first load', async () => {
    for (let n = 0; n < 150; n++) folder.write(`${n}.json`, article(`A${n}`));
    const stop = new AbortController();
    const onProgress = ({ articles }: SyncProgress) => articles > 0 && stop.abort();
    await expect(sync({ signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
    expect((await shelf(store)).length).toBeLessThan(150);
    await sync();
    expect((await shelf(store)).filter((line) => line.includes(' backfill '))).toHaveLength(150);
  });

  describe('when the rules of reading have changed', () => {
    /** As a Dateline of older rules left it, which did not read `b.csv`. */
    const readByOldRules = async () => {
      folder.write('a.json', article('A'));
      await sync();
      folder.write('b.csv', `title,body\nB,"B. ${LONG}"\n`);
      now = Date.now() + 1_000;
      const files = await store.manifest.files();
      await store.manifest.put(files.map((file) => ({ ...file, reader: 1 })));
      await store.manifest.recordLoad(folder.path, now);
    };

    test('what they find in files that were there before is no news', async () => {
      await readByOldRules();
      expect(await sync()).toMatchObject({ read: 2 });
      expect(await shelf(store)).toEqual(['1 backfill A', '2 backfill B']);
      folder.write('c.csv', `title,body\nC,"C. ${LONG}"\n`);
      await sync();
      expect((await shelf(store)).at(-1)).toBe('3 new C');
    });

    test('a file that was changed or came since is news', async () => {
      await readByOldRules();
      now = 0;
      await store.manifest.recordLoad(folder.path, now);
      folder.write('a.json', `[${article('A')},${article('C')}]`);
      await sync();
      expect((await shelf(store)).map((line) => line.slice(2)).toSorted()).toEqual([
        'backfill A',
        'new B',
        'new C',
      ]);
    });

    test('a markdown file whose text became cleaner stays the article it was', async () => {
      folder.write('a.md', `# A\n\n**Bold** [words](https://example.org). ${LONG}`);
      await sync();
      const [before] = await store.after(0, { limit: 1 });
      const files = await store.manifest.files();
      await store.manifest.put(files.map((file) => ({ ...file, reader: 1 })));
      await sync();
      const after = await store.after(0, { limit: 10 });
      expect(after.map(({ seq, arrival }) => ({ seq, arrival }))).toEqual([
        { seq: before!.seq, arrival: 'backfill' },
      ]);
    });
  });

  test('another corpus folder is a first load again', async () => {
    folder.write('a.json', article('A'));
    await sync();
    renameSync(folder.path, `${folder.path}-2`);
    folder.write('b.json', article('B'));
    renameSync(folder.path, `${folder.path}-3`);
    renameSync(`${folder.path}-2`, folder.path);
    await syncCorpus(corpusRoots([`${folder.path}-3`]), store, { clock: () => NOON });
    expect(await shelf(store)).toEqual(['2 backfill B']);
  });

  test('unchanged files are not read again', async () => {
    folder.write('a.jsonl', [article('A'), '{bad', article('B')].join('\n'));
    await sync();
    expect(await sync()).toMatchObject({ read: 0, gone: 0, problemCount: 1 });
  });

  test('a file of the same size and time that was put in the place of another is read', async () => {
    folder.write('a.json', article('A'));
    utimesSync(join(folder.path, 'a.json'), 1, 1);
    await sync();
    folder.write('.b', article('B'));
    utimesSync(join(folder.path, '.b'), 1, 1);
    folder.rename('.b', 'a.json');
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill B']);
  });

  test('a changed article keeps its number, and its old text is gone', async () => {
    folder.write('a.json', article('A', { body: `Old words. ${LONG}` }));
    await sync();
    folder.write('a.json', article('A', { body: `Fresh words, more of them. ${LONG}` }));
    await sync();
    expect((await store.get(1))?.body).toMatch(/^Fresh words/);
    expect((await store.counts()).articles).toBe(1);
  });

  describe('articles of a list that have neither id nor address', () => {
    const list = (...articles: string[]) => `[${articles.join(',\n')}]`;
    const write = async (...articles: string[]) => {
      folder.write('a.json', list(...articles));
      await sync();
      return shelf(store);
    };
    const [A, B, C, D, N] = ['A', 'B', 'C', 'D', 'N'].map((title) => article(title)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    beforeEach(() => write(A, B, C));

    test('move on where one is put in, which is all that is new', async () => {
      expect(await write(N, A, B, C)).toEqual(['1 backfill A', '2 backfill B', '3 backfill C', '4 new N']);
      expect(await write(N, A, D, B, C)).toEqual([
        '1 backfill A',
        '2 backfill B',
        '3 backfill C',
        '4 new N',
        '5 new D',
      ]);
      expect((await store.get(1))?.body).toContain('A. The council');
      expect((await store.counts()).copies).toBe(0);
    });

    test('move up where one goes', async () => {
      expect(await write(B, C)).toEqual(['2 backfill B', '3 backfill C']);
      expect(await write(C, B)).toEqual(['2 backfill B', '3 backfill C']);
    });

    test('leave and come at the ends, as a list of the latest has it', async () => {
      expect(await write(B, C, D)).toEqual(['2 backfill B', '3 backfill C', '4 new D']);
      expect(await write(N, B, C)).toEqual(['2 backfill B', '3 backfill C', '5 new N']);
    });

    test('are still the same where their text changes, or their title, also beside others that move', async () => {
      const changed = article('B', { body: `B was corrected. ${LONG}` });
      expect(await write(N, A, changed, C)).toEqual([
        '1 backfill A',
        '2 backfill B',
        '3 backfill C',
        '4 new N',
      ]);
      expect((await store.get(2))?.body).toContain('B was corrected');
      const retitled = article('B, retitled', { body: `B was corrected. ${LONG}` });
      expect(await write(N, A, retitled, C)).toContain('2 backfill B, retitled');
    });

    test('stay where they are when a bad one is put in, and come back with it gone', async () => {
      expect(await write('1', A, B, C)).toEqual(['1 backfill A', '2 backfill B', '3 backfill C']);
      expect(await write(A, '{"title": "B"}', C)).toEqual(['1 backfill A', '3 backfill C']);
      expect(await write(A, B, C)).toEqual(['1 backfill A', '2 backfill B', '3 backfill C']);
    });

    test('do not mix with those of a file of a longer name, and two of one text stay two', async () => {
      folder.write('a.json@1.json', list(N, N));
      await sync();
      const { articles, copies } = await store.counts();
      expect([articles, copies]).toEqual([4, 1]);
      expect(await write(D, A, B, C)).toHaveLength(5);
      folder.write('a.json@1.json', list(N, B, N));
      await sync();
      expect(await store.counts()).toMatchObject({ articles: 5, copies: 2 });
    });
  });

  test('records that leave a file go, and so do removed files', async () => {
    folder.write('a.jsonl', [article('A', { id: 1 }), article('B', { id: 2 })].join('\n'));
    folder.write('c.json', article('C'));
    await sync();
    folder.write('a.jsonl', article('B', { id: 2 }));
    folder.remove('c.json');
    expect(await sync()).toMatchObject({ read: 1, gone: 1 });
    expect(await shelf(store)).toEqual(['2 backfill B']);
  });

  test('a small file that went does not wait for a large one that changed', async () => {
    folder.write('a.json', article('A'));
    await sync();
    folder.remove('a.json');
    folder.write('large.jsonl', largeFile());
    const seen: string[][] = [];
    const onProgress = async ({ articles }: SyncProgress) => {
      if (articles === 100) seen.push(await unfilled());
    };
    expect(await sync({ onProgress })).toMatchObject({ read: 1, gone: 1 });
    expect(seen).toEqual([[]]);
  });

  test('one that comes back meanwhile stays', async () => {
    folder.write('a.json', article('A'));
    await sync();
    folder.remove('a.json');
    folder.write('large.jsonl', largeFile());
    const onProgress = ({ articles }: SyncProgress) => {
      now += 1_000;
      if (articles === 100) folder.write('a.json', article('A'));
    };
    await sync({ onProgress });
    expect(await unfilled()).toEqual(['1 backfill A']);
  });

  test('a clock that is set back while a large file is read holds no small one up', async () => {
    folder.write('large.jsonl', largeFile());
    const seen: number[] = [];
    const onProgress = async ({ articles }: SyncProgress) => {
      now += articles < 400 ? 1_000 : -3_600_000;
      if (articles === 400) folder.write('a.json', article('A'));
      if (articles < 800) seen.push((await unfilled()).length);
    };
    await sync({ onProgress });
    expect(seen.at(-1)).toBe(1);
  });

  test('a renamed file brings no news', async () => {
    folder.write('a.json', article('A'));
    await sync();
    folder.rename('a.json', 'b.json');
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A']);
  });

  test('a renamed file that takes long to read brings no news either', async () => {
    folder.write('a.jsonl', Array.from({ length: 200 }, (_, n) => article(`A${n}`, { id: n })).join('\n'));
    await sync();
    const before = await shelf(store);
    folder.rename('a.jsonl', 'b.jsonl');
    await sync({ onProgress: () => (now += 1_000) });
    expect(await shelf(store)).toEqual(before);
  });

  test('nor do files that are moved one after the other while they are read', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `${n}.json`);
    for (const name of names) folder.write(`old/${name}`, article(name));
    await sync();
    const before = await shelf(store);
    for (const name of names) folder.write(`new/${name}`, article(name));
    const onProgress = ({ filesDone }: SyncProgress) => {
      now += 1_000;
      if (filesDone === 1 && existsSync(join(folder.path, 'old'))) folder.remove('old');
    };
    await sync({ onProgress });
    await sync();
    expect(await shelf(store)).toEqual(before);
  });

  test('nor do small files that are merged into a large one, and removed while that is read', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `${n}`);
    for (const name of names) folder.write(`${name}.jsonl`, article(name, { id: name }));
    await sync();
    const before = await shelf(store);
    folder.write('all.jsonl', largeFile(...names.map((name) => article(name, { id: name }))));
    const onProgress = ({ articles }: SyncProgress) => {
      now += 1_000;
      if (articles === 100) for (const name of names) folder.remove(`${name}.jsonl`);
    };
    await sync({ onProgress });
    await sync();
    expect(await unfilled()).toEqual(before);
  });

  test('nor do files that are gone before the one they are merged into is there', async () => {
    folder.write('a.json', article('A'));
    folder.write('b.json', article('B'));
    await sync();
    folder.remove('a.json');
    folder.remove('b.json');
    await sync();
    expect(await shelf(store)).toEqual([]);
    folder.write('all.jsonl', [article('B'), article('A')].join('\n'));
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A', '2 backfill B']);
  });

  test('nor does an article that moves from one large file to another that is read later', async () => {
    folder.write('a.jsonl', largeFile(article('A', { id: 'A' })));
    await sync();
    folder.write('a.jsonl', largeFile());
    folder.write('b.jsonl', largeFile(article('A', { id: 'A' })));
    await sync();
    expect(await unfilled()).toEqual(['801 backfill A']);
  });

  describe('a file whose text moves to another name, while it gets a new one itself', () => {
    const text = (title: string) => `${title} has begun. ${title}. ${LONG}`;
    const rotate = (to: string) => {
      folder.rename('latest.txt', to);
      folder.write('latest.txt', text('New'));
    };
    beforeEach(async () => {
      folder.write('latest.txt', text('Old'));
      await sync();
    });

    test.each(['2024-03-11.txt', 'older.txt'])('brings the new one alone as news: %s', async (name) => {
      rotate(name);
      await sync();
      expect(await shelf(store)).toEqual(['1 backfill Old has begun.', '3 new New has begun.']);
      expect(await store.get(1)).toMatchObject({ origin: `file:${name}`, body: text('Old') });
      expect(await store.get(3)).toMatchObject({ origin: 'file:latest.txt', body: text('New') });
      expect((await store.counts()).copies).toBe(0);
    });

    test('does so day after day, and where it was copied before it got the new one', async () => {
      rotate('day-1.txt');
      await sync();
      folder.write('day-2.txt', text('New'));
      await sync();
      folder.write('latest.txt', text('Newer'));
      await sync();
      expect(await shelf(store)).toEqual([
        '1 backfill Old has begun.',
        '3 new New has begun.',
        '5 new Newer has begun.',
      ]);
      expect(await store.get(3)).toMatchObject({ origin: 'file:day-2.txt' });
    });

    test('does so too where it is the copy', async () => {
      folder.write('archive/1.txt', text('First'));
      await sync();
      folder.write('now.txt', text('First'));
      await sync();
      folder.write('now.txt', text('Second'));
      await sync();
      expect(await shelf(store)).toEqual([
        '1 backfill Old has begun.',
        '2 new First has begun.',
        '4 new Second has begun.',
      ]);
      expect((await store.counts()).copies).toBe(0);
    });

    test('is still the same article where only its text is corrected', async () => {
      folder.write('copy.txt', text('Old'));
      await sync();
      folder.write('latest.txt', `${text('Old')} It was corrected.`);
      await sync();
      expect((await store.get(1))?.body).toMatch(/It was corrected\.$/);
      expect(await store.get(2)).toMatchObject({ origin: 'file:copy.txt', formerDuplicateOf: 1 });
    });
  });

  test('a file that goes and comes back brings no news', async () => {
    folder.write('a.json', article('A'));
    await sync();
    folder.remove('a.json');
    await sync();
    expect(await shelf(store)).toEqual([]);
    folder.write('a.json', article('A'));
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill A']);
  });

  test('an article that is put before others in a list is the only news', async () => {
    const list = (...titles: string[]) => titles.map((title) => article(title)).join('\n');
    const old = Array.from({ length: 60 }, (_, n) => `Old ${n}`);
    folder.write('a.jsonl', list(...old));
    await sync();
    folder.write('a.jsonl', list('New', ...old));
    await sync();
    expect((await shelf(store)).slice(58)).toEqual([
      '59 backfill Old 58',
      '60 backfill Old 59',
      '61 new New',
    ]);
    folder.write('a.jsonl', list('New', ...old.slice(1)));
    await sync();
    expect((await shelf(store)).slice(0, 2)).toEqual(['2 backfill Old 1', '3 backfill Old 2']);
  });

  test('articles of one title in a list are all there, and follow their texts', async () => {
    const briefing = (body: string) => article('Briefing', { body: `${body}. ${LONG}` });
    folder.write('a.jsonl', [briefing('One'), briefing('Two')].join('\n'));
    await sync();
    folder.write('a.jsonl', [briefing('One'), briefing('Two, corrected'), briefing('Three')].join('\n'));
    await sync();
    const bodies = (await store.after(0, { limit: 9 })).map(
      ({ seq, body }) => `${seq} ${body.split('. ')[0]}`,
    );
    expect(bodies).toEqual(['1 One', '2 Two, corrected', '3 Three']);
  });

  test('an article in two files stays until both are gone, with the text of the file that is left', async () => {
    const url = 'https://example.org/a';
    folder.write('a.json', article('First', { url }));
    folder.write('b.json', article('Second', { url }));
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill First']);
    folder.remove('a.json');
    await sync();
    expect(await shelf(store)).toEqual(['1 backfill Second']);
    folder.remove('b.json');
    await sync();
    expect(await shelf(store)).toEqual([]);
  });

  test('an id that comes twice in a file is reported, and the first is kept', async () => {
    folder.write('a.jsonl', [article('A', { id: 7 }), article('B', { id: 7 })].join('\n'));
    const { problems } = await sync();
    expect(problems).toEqual([{ file: 'a.jsonl', line: null, reason: { kind: 'id-twice', value: '7' } }]);
    expect(await shelf(store)).toEqual(['1 backfill A']);
  });

  test('what is wrong is reported with file and line, and everything else is there', async () => {
    folder.write('good.json', article('A'));
    folder.write('bad.jsonl', [article('B'), '{', article('C')].join('\n'));
    folder.write('empty.txt', '');
    const heard: string[] = [];
    const { problems, problemCount } = await sync({
      onProblem: ({ file, line }) => heard.push(`${file}:${line}`),
    });
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['bad.jsonl:2', 'empty.txt:null']);
    expect(heard).toEqual(['bad.jsonl:2', 'empty.txt:null']);
    expect(problemCount).toBe(2);
    expect(await shelf(store)).toHaveLength(3);
    folder.remove('empty.txt');
    expect((await sync()).problems.map(({ file }) => file)).toEqual(['bad.jsonl']);
  });

  test('thousands of problems are counted, the first of them reported', async () => {
    folder.write('bad.jsonl', '{\n'.repeat(3_000));
    const heard: CorpusReason[] = [];
    expect(await sync({ onProblem: ({ reason }) => heard.push(reason) })).toMatchObject({
      problemCount: 3_000,
    });
    expect(heard).toHaveLength(21);
    expect(heard[20]).toEqual({ kind: 'more', count: 2_980 });
  });

  test('a file that can no longer be read keeps its articles', async () => {
    folder.write('a.json', `[${article('A')},${article('B')}]`);
    await sync();
    folder.write('a.json', `[${article('A')},{"title": "B", "bo`);
    expect((await sync()).problemCount).toBe(2);
    expect(await shelf(store)).toEqual(['1 backfill A', '2 backfill B']);
  });

  test('a corpus folder out of reach removes nothing', async () => {
    folder.write('a.json', article('A'));
    await sync();
    renameSync(folder.path, `${folder.path}-away`);
    expect(await sync()).toMatchObject({ gone: 0, problems: [{ reason: { kind: 'absent' } }] });
    expect(await shelf(store)).toEqual(['1 backfill A']);
  });

  test('reports how far it is, in bytes, files and articles', async () => {
    folder.write('a.jsonl', Array.from({ length: 200 }, (_, n) => article(`A${n}`)).join('\n'));
    folder.write('b.json', article('B'));
    const told: SyncProgress[] = [];
    await sync({ onProgress: (progress) => told.push(progress) });
    expect(told[0]).toMatchObject({ files: 2, filesDone: 0, bytesDone: 0, articles: 0 });
    expect(told.at(-1)).toMatchObject({ files: 2, filesDone: 2, articles: 201 });
    expect(told.at(-1)?.bytesDone).toBe(told[0]?.bytes);
    expect(told.length).toBeGreaterThan(4);
  });

  test('leaves the thread free between batches', async () => {
    folder.write('a.jsonl', Array.from({ length: 2_000 }, (_, n) => article(`A${n}`)).join('\n'));
    // FairQueue of the event loop, not ticks of a clock: a fast machine has as many of them.
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await sync();
    isDone = true;
    expect(turns).toBeGreaterThan(20);
  });
});
