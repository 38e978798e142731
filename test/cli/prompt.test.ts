import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import type { LoadProgress } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createPaint } from '../../src/cli/paint.ts';
import { runPrompt } from '../../src/cli/prompt.ts';
import { createLog } from '../../src/log.ts';

const SAMPLE = fileURLToPath(new URL('../../corpus', import.meta.url));

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A prompt over a backend that has just begun to load. */
const openPrompt = async (corpus: string) => {
  let hear: (progress: LoadProgress) => void = () => {};
  const backend = await openBackend(
    { corpus: [corpus], dataDir: null, watch: null },
    { clock: Date.now, log: createLog({ level: 'silent' }), onProgress: (progress) => hear(progress) },
  );
  closing.push(() => backend.close());
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const ended = runPrompt(backend, {
    input,
    output,
    paint: createPaint(output as unknown as NodeJS.WriteStream),
    answerOptions: () => ({ asOfMs: Date.UTC(2024, 2, 31) }),
    onProgress: (listener) => {
      hear = listener;
    },
  });
  const see = (text: string | RegExp) =>
    vi.waitFor(() => expect(shown).toMatch(text), { interval: 5, timeout: 60_000 });
  return { backend, input, ended, see };
};

test('answers one question after the other until an empty line', async () => {
  const { backend, input, ended, see } = await openPrompt(SAMPLE);
  await backend.loaded();
  input.write('Who must find those who fight for Ukraine?\n');
  await see('FSB');
  input.write('buffer zone\n');
  await see('Kremlin weighs a buffer zone');
  input.write('\n');
  await ended;
});

test('a question that cannot be read is reported, and the next one answered', async () => {
  const { backend, input, ended, see } = await openPrompt(SAMPLE);
  await backend.loaded();
  input.write(`${'word '.repeat(400)}\n`);
  await see(/at most 1,?000 characters/);
  input.end('Tyotkino\n');
  await see('Tyotkino after crossing');
  await ended;
});

test('answers while the corpus is being read, and shows how far that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-prompt-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const article = (n: number) =>
    JSON.stringify({ id: n, title: `Bridge ${n}`, body: `The bridge number ${n} was closed. `.repeat(40) });
  writeFileSync(join(folder, 'a.jsonl'), Array.from({ length: 2_000 }, (_, n) => article(n)).join('\n'));
  const { backend, input, ended, see } = await openPrompt(folder);
  input.write('bridge closed\n');
  await see(/Still reading the corpus: \d+% so far/);
  await backend.loaded();
  await see(/\[█+░+ \d+%\] ask> /);
  await see(/ask> $/);
  input.end();
  await ended;
});
