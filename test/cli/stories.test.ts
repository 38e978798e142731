import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../run-program.ts';

const stories = (...args: string[]) => runProgram('src/cli/stories.ts', args);

const file = async (name: string, text: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'stories-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, name), text);
  return path.join(folder, name);
};

const parsed = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('of the sample, the capture of Tyotkino is one story of three outlets and the press conference one of two', async () => {
  const { stdout } = await stories('--corpus', 'corpus');
  const [capture, conference, ...others] = parsed(stdout);
  expect(capture.outlets).toHaveLength(3);
  for (const id of capture.articles) expect(id).toContain('tyotkino-captured');
  expect(conference.outlets).toHaveLength(2);
  for (const id of conference.articles) expect(id).toContain('kyiv-press-conference');
  expect(others.at(-1).articles).toHaveLength(1);
});

test('prints the ids that articles have, and reports what cannot be read', async () => {
  const body = 'The ferry Aurora struck the northern pier of Orl harbour on Monday, the port authority said.';
  const row = (id: string, source: string) =>
    JSON.stringify({ id, source, title: 'Ferry strikes pier in Orl harbour', date: '2026-03-02', body });
  const made = await file('news.jsonl', `${row('one', 'A')}\n{"bad\n${row('two', 'B')}\n`);
  const { stdout, stderr, code } = await stories('--corpus', made);
  expect(parsed(stdout)).toEqual([
    { articles: ['one', 'two'], title: 'Ferry strikes pier in Orl harbour', outlets: ['A', 'B'] },
  ]);
  expect(stderr).toContain('news.jsonl, line 2: bad JSON');
  expect(code).toBe(0);
});

test('says what was expected where a path is absent, nothing can be read, or nothing is asked', async () => {
  const absent = await stories('--corpus', '/absent/news.jsonl');
  expect(absent).toMatchObject({ code: 1, stdout: '' });
  expect(absent.stderr).toContain('There is no file or folder /absent/news.jsonl.');
  const empty = await stories('--corpus', await file('news.json', '{}'));
  expect(empty).toMatchObject({ code: 1, stdout: '' });
  expect(empty.stderr).toContain('No articles could be read.');
  expect(await stories()).toMatchObject({ code: 2, stderr: expect.stringContaining('Expected --corpus') });
  expect(await stories('news')).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
});
