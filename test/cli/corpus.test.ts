import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../run-program.ts';

const SENTENCE = 'The council voted to close the old bridge until the spring, the mayor said on Tuesday.';

const folder = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const made = await mkdtemp(path.join(tmpdir(), 'corpus-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(made, name)), { recursive: true });
    await writeFile(path.join(made, name), text);
  }
  return made;
};

/** What it printed, line by line, and how it ended. */
const check = async (cwd: string, ...paths: string[]) => {
  const { stdout, code } = await runProgram('src/cli/corpus.ts', ['check', ...paths], { cwd });
  return {
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    code,
  };
};

test('check prints one article or problem per line, and keeps nothing', async () => {
  const made = await folder({
    'news/a.jsonl': `{"title":"A","url":"https://ann:secret@example.org/a","author":"Ann","date":"2024-03-12","body":"${SENTENCE.repeat(9)}"}\n{"bad\n`,
    'news/b.md': `# B\n\n${SENTENCE}`,
    'news/c.pdf': 'x',
    'news/servers/112233445566778899/d.md': `# D\n\n${SENTENCE}`,
    'news/.hidden': 'x',
  });
  expect(await check(made, 'news')).toEqual({
    code: 0,
    lines: [
      {
        file: 'a.jsonl',
        line: 1,
        server: null,
        title: 'A',
        url: 'https://example.org/a',
        source: 'example.org',
        published: '2024-03-12',
        author: 'Ann',
        language: 'en',
        characters: SENTENCE.length * 9,
        text: SENTENCE.repeat(9).slice(0, 200),
      },
      { file: 'a.jsonl', line: 2, problem: expect.stringContaining('bad JSON') },
      expect.objectContaining({ file: 'b.md', line: null, title: 'B', text: `B\n\n${SENTENCE}` }),
      { file: 'c.pdf', line: null, problem: expect.stringContaining('is not a kind of file that is read') },
    ].toSpliced(3, 0, expect.objectContaining({ title: 'D', server: '112233445566778899' })),
  });
  expect(await readdir(made)).toEqual(['news']);
});

test('check ends with 1 where nothing can be read, or a path is not there', async () => {
  const made = await folder({ 'a.md': SENTENCE, 'b.json': '{}' });
  expect(await check(made, 'b.json')).toMatchObject({ code: 1, lines: [{ file: 'b.json', line: 1 }] });
  const { code, lines } = await check(made, 'a.md', 'absent');
  expect({ code, files: lines.map(({ file }) => file) }).toEqual({ code: 1, files: ['a.md', 'absent'] });
});
