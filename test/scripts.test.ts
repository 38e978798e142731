/** What the scripts of `package.json` do with a command line that only asks, or that nobody can understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, ROOT, runInTurn } from './run-program.ts';

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

const refused = [
  ['test/bench/feeds.ts', '--feeds', 'none'],
  ['test/bench/digests.ts', '--channels', '-1'],
  ['test/chaos/chaos.ts', '--kills', '0'],
] as const;

/** What each command line came to, by its words. */
const ended = new Map<string, Ended>();
const run = (...line: readonly string[]): Ended => ended.get(line.join(' '))!;

beforeAll(async () => {
  const lines: [string, ...string[]][] = [
    ...withArguments.flatMap(([, file]): [string, ...string[]][] => [
      [file, '--help'],
      [file, '--nonsuch', '7'],
    ]),
    ...refused.map(([file, option, value]): [string, string] => [file, `${option}=${value}`]),
  ];
  const all = await runInTurn(lines);
  for (const [at, line] of lines.entries()) ended.set(line.join(' '), all[at]!);
});

describe.each(withArguments)('npm run %s', (name, file) => {
  it('prints how it is used, and does nothing else', () => {
    const { code, stdout, stderr } = run(file, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`npm run (-s )?${name}`));
  });

  it('says plainly that there is no such option', () => {
    const { code, stdout, stderr } = run(file, '--nonsuch', '7');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--nonsuch');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

it.each(refused)('%s %s %s is refused with what was expected', (file, option, value) => {
  const { code, stderr } = run(file, `${option}=${value}`);
  expect(code).toBe(2);
  expect(stderr).toContain(`${option} expects a whole number`);
  expect(stderr).toContain(`"${value}"`);
});
