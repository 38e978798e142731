/** Files below `servers/<id>` are that server's own articles, and follow their files as everyone's do. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readByOthers, syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import type { CorpusProblems } from '../../src/domain/corpus-reason.ts';
import type { ArticleReader, ArticleStore } from '../../src/store/article-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { type CorpusFolder, LONG, openCorpusFolder } from './corpus-folder.ts';

const NORTH = '112233445566778899';
const SOUTH = '998877665544332211';
const NOON = Date.UTC(2024, 2, 12, 12);

let folder: CorpusFolder;
let store: ArticleStore;
beforeEach(async () => {
  folder = openCorpusFolder();
  store = await openArticleStore(null);
});
afterEach(async () => {
  await store.close();
  folder.close();
});

const sync = () => syncCorpus(folder.roots, store, { clock: () => NOON });
const article = (title: string, over: object = {}) =>
  JSON.stringify({ title, body: `${title}. ${LONG}`, ...over });
const inFolder = (server: string, name: string): string => `servers/${server}/${name}`;

/** `<seq> <arrival> <title>` of what is heard, copies left out. */
const heard = async (guildId: string | null): Promise<string[]> => {
  const reader: ArticleReader = store.hearing(guildId === null ? EVERYONE : { guildId, sources: null });
  return (await reader.after(0, { limit: 99 }))
    .filter(({ duplicateOf }) => duplicateOf === null)
    .map(({ seq, arrival, title }) => `${seq} ${arrival} ${title}`);
};

test('they are heard there alone, at first as backfill and later as news', async () => {
  folder.write('all.json', article('All'));
  folder.write(inFolder(NORTH, 'deep/own.json'), article('Own'));
  await sync();
  folder.write(inFolder(NORTH, 'later.json'), article('Later'));
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill All', '2 backfill Own', '3 new Later']);
  for (const other of [SOUTH, null]) expect(await heard(other)).toEqual(['1 backfill All']);
  folder.remove(inFolder(NORTH, 'deep'));
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill All', '3 new Later']);
});

test('a file that is renamed, merged or back is the article it was, and another server’s is another', async () => {
  folder.write(inFolder(NORTH, 'a.json'), article('A'));
  folder.write(inFolder(SOUTH, 'a.json'), article('A'));
  await sync();
  expect([await heard(NORTH), await heard(SOUTH)]).toEqual([['1 backfill A'], ['2 backfill A']]);
  folder.rename(inFolder(NORTH, 'a.json'), inFolder(NORTH, 'b.json'));
  await sync();
  expect([await heard(NORTH), await heard(SOUTH)]).toEqual([['1 backfill A'], ['2 backfill A']]);
  folder.remove(inFolder(NORTH, 'b.json'));
  await sync();
  expect([await heard(NORTH), await heard(SOUTH)]).toEqual([[], ['2 backfill A']]);
  folder.write(inFolder(NORTH, 'list.json'), `[${article('A')}, ${article('B')}]`);
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill A', '4 new B']);
  expect(await heard(null)).toEqual([]);
});

test('what everyone hears already is there once, and the server’s own when that goes', async () => {
  const url = 'https://example.org/a';
  folder.write('all.json', article('As told to all', { url }));
  folder.write(inFolder(NORTH, 'own.json'), article('As told in the north', { url }));
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill As told to all']);
  folder.remove('all.json');
  await sync();
  expect((await heard(NORTH)).map((line) => line.slice(2))).toEqual(['backfill As told in the north']);
  expect(await heard(null)).toEqual([]);
});

test('what everyone comes to hear later has everyone’s text there, and its own again when that goes', async () => {
  const url = 'https://example.org/a';
  folder.write(inFolder(NORTH, 'own.json'), article('As told in the north', { url }));
  await sync();
  folder.write('all.json', article('As told to all', { url }));
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill As told to all']);
  expect(await heard(null)).toEqual(['2 new As told to all']);
  folder.write('all.json', article('As told to all today', { url }));
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill As told to all today']);
  folder.remove('all.json');
  await sync();
  expect(await heard(NORTH)).toEqual(['1 backfill As told in the north']);
  expect(await heard(null)).toEqual([]);
});

test('a folder that is named for no server is reported, and read for nobody', async () => {
  folder.write('servers/north/a.json', article('A'));
  folder.write('servers/README.md', 'Folders of servers.');
  folder.write('servers/b.json', article('B'));
  const { problems } = await sync();
  expect(problems.map(({ file, reason }) => `${file} ${reason.kind}`)).toEqual([
    'servers/b.json no-server',
    'servers/north no-server',
  ]);
  expect(await heard(null)).toEqual([]);
});

test('what is wrong with its files is reported for that server alone', async () => {
  folder.write(inFolder(NORTH, 'bad.jsonl'), 'not JSON');
  folder.write('bad.jsonl', 'not JSON');
  const { problems, problemCount, ofServers } = await sync();
  expect([problemCount, problems.map(({ file }) => file)]).toEqual([1, ['bad.jsonl']]);
  expect(ofServers.get(NORTH)).toMatchObject({ problemCount: 1 });
});

test('they stay when the bot has left the server', async () => {
  folder.write(inFolder(NORTH, 'a.json'), article('A'));
  await sync();
  await store.forgetServer(NORTH, NOON);
  expect(await heard(NORTH)).toEqual(['1 backfill A']);
});

test('what is wrong with them is reported to that server alone, also by a process that did not read them', async () => {
  folder.write('all.json', 'no JSON');
  folder.write(inFolder(NORTH, 'own.json'), 'no JSON either');
  const files = ({ problems, ofServers }: CorpusProblems) =>
    [problems, ofServers.get(NORTH)?.problems].map((some) => some?.map(({ file }) => file));
  expect(files(await sync())).toEqual([['all.json'], [inFolder(NORTH, 'own.json')]]);
  expect(files(await readByOthers(folder.roots, store))).toEqual([
    ['all.json'],
    [inFolder(NORTH, 'own.json')],
  ]);
});
