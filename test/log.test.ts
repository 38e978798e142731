import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

const TOKEN = 'abc.def.ghi';

const logged = (
  run: (log: ReturnType<typeof createLog>) => void,
  level: 'warn' | 'silent' | 'debug' = 'debug',
) => {
  const lines: string[] = [];
  run(createLog({ level, secrets: [TOKEN], write: (line) => lines.push(line) }));
  return lines;
};

test('each line is one JSON object with its time, level, message and fields', () => {
  const [line] = logged((log) => log.warn({ file: 'a.json', line: 17 }, 'not read'));
  expect(JSON.parse(line!)).toMatchObject({ level: 40, file: 'a.json', line: 17, msg: 'not read' });
  expect(JSON.parse(line!).time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('is quiet below its level', () => {
  expect(logged((log) => log.info('started'), 'warn')).toEqual([]);
  expect(logged((log) => log.fatal('gone'), 'silent')).toEqual([]);
});

test('an error keeps its message, code and cause', () => {
  const [line] = logged((log) =>
    log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed'),
  );
  expect(line).toContain('outer');
  expect(line).toContain('inner');
});

test('a token never gets in, as a field or inside a text', () => {
  const lines = logged((log) => {
    log.info(
      { token: TOKEN, request: { headers: { authorization: `Bot ${TOKEN}` } } },
      `login with ${TOKEN}`,
    );
    log.error({ err: new Error(`refused: ${TOKEN}`) }, 'login');
    log.child({ token: TOKEN }).info('child');
  });
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain(TOKEN);
});

test('a secret of quotation marks and backslashes never gets in, escaped as JSON has it', () => {
  const secret = String.raw`pass"word\\1`;
  const lines: string[] = [];
  const log = createLog({ level: 'info', secrets: [secret], write: (line) => lines.push(line) });
  log.info({ sent: `key=${secret}` }, 'asked');
  expect(JSON.parse(lines[0]!).sent).toBe('key=[secret]');
});

/** Gives a program a terminal, on Linux. */
const SCRIPT = '/usr/bin/script';

test.skipIf(!existsSync(SCRIPT))(
  'a worker writes lines for people on a terminal, as the main thread does',
  async () => {
    const log = fileURLToPath(new URL('../src/log.ts', import.meta.url));
    const program = `
    const { Worker, isMainThread } = require('node:worker_threads');
    import('${log}').then(({ createLog }) => {
      createLog({ level: 'warn' }).warn({ file: 'a.json' }, isMainThread ? 'from the thread' : 'from the worker');
      if (isMainThread) new Worker(process.env.PROGRAM, { eval: true });
    });`;
    const { stdout } = await promisify(execFile)(
      SCRIPT,
      ['-qec', `"${process.execPath}" -e "$PROGRAM"`, '/dev/null'],
      { env: { PROGRAM: program, PATH: process.env.PATH } },
    );
    const lines = stripVTControlCharacters(stdout);
    expect(lines).toMatch(/WARN: from the thread\s+file: "a\.json"/);
    expect(lines).toMatch(/WARN: from the worker\s+file: "a\.json"/);
  },
);
