import { beforeAll, expect, it } from 'vitest';
import { type Ended, runInTurn } from '../run-program.ts';

const COLUMNS = 120;
const TOOLS = ['ask', 'backup', 'corpus', 'db', 'doctor', 'feeds', 'restore', 'stories'];

/** Two of each tool. */
let ended: Ended[];
beforeAll(async () => {
  ended = await runInTurn(
    TOOLS.flatMap((tool) =>
      ['--help', '--no-such-option'].map((option) => [`src/cli/${tool}.ts`, option] as const),
    ),
  );
});

it.each(TOOLS)('npm run %s says how it is used, in lines that fit, and ends with one line break', (tool) => {
  const at = TOOLS.indexOf(tool) * 2;
  const [asked, wrong] = [ended[at]!, ended[at + 1]!];
  expect([asked.code, asked.stderr]).toEqual([0, '']);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  for (const text of [asked.stdout, wrong.stderr]) {
    expect(text).toContain(`npm run -s ${tool}`);
    expect(text).toMatch(/\S\n$/);
  }
  expect(asked.stdout.split('\n').filter((line) => line.length > COLUMNS)).toEqual([]);
});
