import { expect, it } from 'vitest';
import { runProgram } from '../run-program.ts';

const COLUMNS = 120;

it.each(['ask', 'backup', 'corpus', 'db', 'doctor', 'feeds', 'restore', 'stories'])(
  'npm run %s says how it is used, in lines that fit, and ends with one line break',
  async (tool) => {
    const asked = await runProgram(`src/cli/${tool}.ts`, ['--help']);
    const wrong = await runProgram(`src/cli/${tool}.ts`, ['--no-such-option']);
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    for (const text of [asked.stdout, wrong.stderr]) {
      expect(text).toContain(`npm run -s ${tool}`);
      expect(text).toMatch(/\S\n$/);
    }
    expect(asked.stdout.split('\n').filter((line) => line.length > COLUMNS)).toEqual([]);
  },
);
