import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../run-program.ts';

const run = (...args: string[]) => runProgram('src/cli/feeds.ts', args);

const folder = async (): Promise<string> => {
  const made = await mkdtemp(path.join(tmpdir(), 'feeds-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};

test('parse prints one line per file and goes on past those it cannot read', async () => {
  const made = await folder();
  const files = {
    good: '<rss><channel><title>Good</title><item><guid>1</guid><title>One</title><link>http://a.example/1</link><pubDate>12 Mar 2024</pubDate><author>Ann</author><description>Text</description></item></channel></rss>',
    bad: 'no feed',
    last: '{"version":"https://jsonfeed.org/version/1.1","title":"Last","items":[]}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(made, name), text);
  const paths = ['good', 'bad', 'missing', 'last'].map((name) => path.join(made, name));
  const { stdout } = await run('parse', ...paths, made);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      file: paths[0],
      ok: true,
      kind: 'rss',
      title: 'Good',
      entries: [
        {
          id: '1',
          title: 'One',
          url: 'http://a.example/1',
          published: '2024-03-12',
          author: 'Ann',
          text: 'Text',
        },
      ],
      error: null,
    },
    {
      file: paths[1],
      ok: false,
      kind: null,
      title: null,
      entries: [],
      error: expect.stringContaining('expected a feed'),
    },
    { file: paths[2], ok: false, kind: null, title: null, entries: [], error: 'there is no such file' },
    { file: paths[3], ok: true, kind: 'json', title: 'Last', entries: [], error: null },
    {
      file: made,
      ok: false,
      kind: null,
      title: null,
      entries: [],
      error: 'expected a file, got a folder or device',
    },
  ]);
});

test('page prints what is extracted of a web page, or why nothing is', async () => {
  const made = await folder();
  const [good, empty] = [path.join(made, 'good.html'), path.join(made, 'empty.html')];
  const paragraph =
    '<p>The harbour was closed for a day, the harbour master said, and opened again at noon.</p>';
  await writeFile(
    good,
    `<html lang="en"><head><title>Harbour closed | Quay News</title></head><body><article><h1>Harbour closed</h1><img src="/a.jpg">${paragraph.repeat(4)}</article></body></html>`,
  );
  await writeFile(empty, '<html><body></body></html>');
  const { stdout } = await run('page', good, '--address', 'https://quay.example/2025/09/05/harbour');
  expect(JSON.parse(stdout)).toEqual({
    file: good,
    ok: true,
    error: null,
    title: 'Harbour closed',
    author: null,
    published: '2025-09-05',
    imageUrl: 'https://quay.example/a.jpg',
    language: 'en',
    siteName: null,
    text: expect.stringContaining('opened again at noon.'),
  });
  const failed = await run('page', empty, path.join(made, 'none.html'));
  expect(failed.code).toBe(1);
  expect(
    failed.stdout
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).error),
  ).toEqual(['no article was found on it', 'there is no such file']);
  expect(await run('page', good, '--address', 'quay')).toMatchObject({ code: 2 });
});

test('--help says how it is used', async () => {
  expect(await run('--help')).toMatchObject({ stdout: expect.stringContaining('parse FILE…'), stderr: '' });
});

test('without a command it says how it is used', async () => {
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('parse FILE…') });
});

test('a command or file that is not there is named', async () => {
  expect(await run('frobnicate')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no command frobnicate\.\n\nUsage:/),
  });
  for (const name of ['nope.opml', './nope', '/nowhere/list'])
    expect(await run('import', name)).toMatchObject({
      code: 1,
      stderr: `There is no file ${name}.\n`,
    });
});
