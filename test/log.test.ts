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
