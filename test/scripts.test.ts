/** What the scripts of `package.json` do with a command line that only asks, or that nobody can understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runProgram } from './run-program.ts';

const run = (file: string, ...args: readonly string[]) => runProgram(file, args);

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const withArguments = Object.entries(scripts).flatMap(([name, command]): [string, string][] => {
  const [, file] = /^node (\S+\.ts)$/.exec(command) ?? [];
  return file === undefined || name === 'prepack' ? [] : [[name, file]];
});

it('are those that take arguments', () => {
  expect(withArguments.map(([name]) => name)).toEqual(
    expect.arrayContaining(['ask', 'feeds', 'bench', 'bench:feeds', 'bench:digests', 'learn', 'chaos']),
  );
});

describe.each(withArguments)('npm run %s', (name, file) => {
  it('prints how it is used, and does nothing else', async () => {
    const { code, stdout, stderr } = await run(file, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`npm run (-s )?${name}`));
  });

  it('says plainly that there is no such option', async () => {
    const { code, stdout, stderr } = await run(file, '--nonsuch', '7');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--nonsuch');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

it.each([
  ['test/bench/feeds.ts', '--feeds', 'none'],
  ['test/bench/digests.ts', '--channels', '-1'],
  ['test/chaos/chaos.ts', '--kills', '0'],
])('%s %s %s is refused with what was expected', async (file, option, value) => {
  const { code, stderr } = await run(file, `${option}=${value}`);
  expect(code).toBe(2);
  expect(stderr).toContain(`${option} expects a whole number`);
  expect(stderr).toContain(`"${value}"`);
});
