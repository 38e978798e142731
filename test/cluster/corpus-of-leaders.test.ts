/** Leaders on different machines may have different folders: what one of them lacks is not gone. */
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openIntake } from '../../src/backend/open-intake.ts';
import { syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { createLog } from '../../src/log.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { type CorpusFolder, LONG, openCorpusFolder, shelf } from '../corpus-sync/corpus-folder.ts';
import { useTestArticles } from './open-test-articles.ts';
import { lacksPostgres } from './postgres.ts';

const article = (title: string) => JSON.stringify({ title, body: `${title}. ${LONG}` });

describe.skipIf(lacksPostgres)('a leader whose corpus folder is not the one last read', () => {
  const { open } = useTestArticles();
  let store: ArticleStore;
  let last: CorpusFolder;
  let other: CorpusFolder;
  const read = ({ roots }: CorpusFolder) => syncCorpus(roots, store, { clock: Date.now });
  const titles = async () => (await shelf(store)).map((line) => line.split(' ').at(-1)).toSorted();
  beforeEach(async () => {
    if (lacksPostgres) return;
    store = await open();
    [last, other] = [openCorpusFolder(), openCorpusFolder()];
    for (const name of ['a', 'b']) last.write(`${name}.json`, article(name.toUpperCase()));
    await read(last);
  });
  afterEach(() => {
    last.close();
    other.close();
  });

  it('removes nothing, says so, and reads what is new there', async () => {
    other.write('c.json', article('C'));
    const { problems } = await read(other);
    expect(problems[0]?.reason).toMatchObject({ text: expect.stringContaining('lacks 2 files') });
    expect(await titles()).toEqual(['A', 'B', 'C']);
  });

  it('does not read older files in the place of those that were read', async () => {
    other.write('a.json', article('Old'));
    other.write('b.json', article('B'));
    utimesSync(join(other.path, 'a.json'), 0, 0);
    await read(other);
    expect(await titles()).toEqual(['A', 'B']);
  });

  it('takes it for the same once it has every file, and then follows what goes away there', async () => {
    for (const name of ['a', 'b']) other.write(`${name}.json`, article(name.toUpperCase()));
    expect((await read(other)).problems).toEqual([]);
    other.remove('a.json');
    await read(other);
    expect(await titles()).toEqual(['B']);
  });

  it('is the one that last read it where files went away while nobody led', async () => {
    last.remove('a.json');
    await read(last);
    expect(await titles()).toEqual(['B']);
  });
});

describe.skipIf(lacksPostgres)('a leader whose database is away for a moment', () => {
  const { open } = useTestArticles();

  it('reads the corpus as soon as it is back', async () => {
    const folder = openCorpusFolder();
    onTestFinished(() => folder.close());
    folder.write('a.json', article('A'));
    const store = await open();
    const { files } = store.manifest;
    const away = new DatelineError('unavailable', 'PostgreSQL cannot be used: the connection was cut.');
    let failures = 0;
    Object.assign(store.manifest, {
      files: () => (++failures === 1 ? Promise.reject(away) : files()),
    });
    const searchable = Object.assign(store, {
      openEngine: () => ({ words: { dictionary: async () => ({ articles: 0 }) } }),
    });
    const intake = await openIntake(
      {
        corpus: [folder.path],
        watch: null,
        waitForRoom: true,
        cluster: { databaseUrl: 'postgresql://db/news', searchUrl: 'http://search' },
      },
      searchable as never,
      { clock: Date.now, log: createLog({ level: 'silent' }), onProgress: () => undefined },
    );
    onTestFinished(() => intake.close());
    await intake.loaded();
    expect(await intake.status()).toMatchObject({ articles: 1, problems: [] });
  });
});
