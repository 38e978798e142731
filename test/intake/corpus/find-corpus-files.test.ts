import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { corpusRoots, findCorpusFiles } from '../../../src/intake/corpus/find-corpus-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'text');
  }
};

const find = async (...paths: string[]) => {
  const found = await findCorpusFiles(corpusRoots(paths.map((path) => join(folder, path))));
  return { ...found, names: found.files.map(({ name }) => name) };
};

test('finds what holds articles in all folders, by name', async () => {
  put(
    'corpus/b.md',
    'corpus/2024/March/a.TXT',
    'corpus/2024/x.jsonl.gz',
    'corpus/a.json',
    'corpus/Thumbs.db',
    'corpus/draft.md~',
    'corpus/README.pdf',
  );
  put('corpus/.git/config.json', 'corpus/.hidden.md');
  expect(await find('corpus')).toMatchObject({
    names: ['2024/March/a.TXT', '2024/x.jsonl.gz', 'a.json', 'b.md'],
    problems: [],
    isComplete: true,
  });
});

test('reports every file it does not read', async () => {
  put('corpus/report.pdf', 'corpus/photo.jpg', 'corpus/mail.eml', 'corpus/NOTES', 'corpus/a.md');
  const { names, problems } = await find('corpus');
  expect(names).toEqual(['a.md']);
  expect(problems.map(({ file }) => file).toSorted()).toEqual([
    'NOTES',
    'mail.eml',
    'photo.jpg',
    'report.pdf',
  ]);
  expect(problems[0]?.reason).toMatchObject({
    kind: 'unknown-kind',
    endings: expect.stringMatching(/\.jsonl, .* \+ \.gz$/),
  });
});

test('of many files of a kind in a folder a few are named, with how many more there are', async () => {
  put(...Array.from({ length: 40 }, (_, n) => `corpus/pictures/${n}.png`), 'corpus/pictures/a.pdf');
  const { problems } = await find('corpus');
  expect(problems).toHaveLength(6);
  expect(problems.filter(({ reason }) => reason.kind === 'unknown-kinds')).toMatchObject([
    { reason: { more: 35, ending: '.png' } },
  ]);
});

test('reports a name that is not UTF-8', async () => {
  put('corpus/a.md');
  writeFileSync(
    Buffer.concat([Buffer.from(join(folder, 'corpus', 'caf')), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]),
    'text',
  );
  const { names, problems, isComplete } = await find('corpus');
  expect(names).toEqual(['a.md']);
  expect(problems.map(({ reason }) => reason)).toEqual([{ kind: 'odd-name' }]);
  expect(isComplete).toBe(true);
});

test('a single file is a corpus', async () => {
  put('a.jsonl');
  expect((await find('a.jsonl')).names).toEqual(['a.jsonl']);
});

test('several roots keep their files apart', async () => {
  put('one/a.md', 'two/a.md', 'x/two/a.md', 'b.txt');
  expect((await find('one', 'two', 'x/two', 'b.txt')).names).toEqual([
    'one/a.md',
    'two/a.md',
    'two~2/a.md',
    'b.txt',
  ]);
});

test('a link out of the folder is reported and not followed; one to what is found anyway is left out', async () => {
  put('secret/private.md', 'corpus/a.md');
  symlinkSync(join(folder, 'secret'), join(folder, 'corpus', 'out'));
  symlinkSync(join(folder, 'secret/private.md'), join(folder, 'corpus', 'out.md'));
  symlinkSync('a.md', join(folder, 'corpus', 'same.md'));
  symlinkSync('.', join(folder, 'corpus', 'loop'));
  symlinkSync('gone.md', join(folder, 'corpus', 'dangling.md'));
  const { names, problems } = await find('corpus');
  expect(names).toEqual(['a.md']);
  expect(problems.map(({ file, reason }) => `${file} ${reason.kind}`)).toEqual([
    'dangling.md dead-link',
    'out outside-link',
    'out.md outside-link',
  ]);
});

test('files that a container mounts as links into a hidden folder are found', async () => {
  put('corpus/..2024_03/a.md');
  symlinkSync('..2024_03', join(folder, 'corpus', '..data'));
  symlinkSync('..data/a.md', join(folder, 'corpus', 'a.md'));
  expect((await find('corpus')).names).toEqual(['a.md']);
});

test('a corpus that is itself a link is followed', async () => {
  put('real/a.md');
  symlinkSync(join(folder, 'real'), join(folder, 'corpus'));
  expect((await find('corpus')).names).toEqual(['a.md']);
});

test('a folder that is not there is reported', async () => {
  expect(await find('absent')).toMatchObject({
    names: [],
    problems: [{ file: 'absent', line: null, reason: { kind: 'absent' } }],
    isComplete: false,
  });
});
