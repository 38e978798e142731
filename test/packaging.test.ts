/** The packed Dateline, built as `npm pack` builds it and started in a folder of its own. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);

let dir: string;
let packed: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'dateline-packed-'));
  packed = path.join(dir, 'dist', 'src', 'start.js');
  await run(process.execPath, [path.join(ROOT, 'src/packaging/build-package.ts'), path.join(dir, 'dist')]);
  await symlink(path.join(ROOT, 'node_modules'), path.join(dir, 'node_modules'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const { PATH, NODE_COMPILE_CACHE } = process.env;
const env = { PATH, NODE_COMPILE_CACHE, SANDBOX_PORT: '0' };

/** Starts it in a new folder that holds these files; what it wrote until it was ready, or ended. */
const startIn = async (files: Readonly<Record<string, string>>) => {
  const cwd = await mkdtemp(path.join(dir, 'folder-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
    await writeFile(path.join(cwd, name), text);
  }
  const child = spawn(process.execPath, [packed], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let text = '';
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        text += part;
        if (/articles? (is|are) ready|No articles/.test(text)) resolve();
      });
  });
  await Promise.race([isReady, ended]);
  child.kill('SIGTERM');
  await ended;
  return { cwd, text };
};

describe('the packed Dateline', () => {
  it('puts the sample into an empty folder and starts on it, also where settings or an empty data folder are there', async () => {
    for (const files of [{}, { '.env': 'LOG_LEVEL=error\n', 'data/bot.lock': '' }]) {
      const { cwd, text } = await startIn(files);
      expect(text).toContain('A small sample of articles was put into the folder corpus');
      expect(text).toContain('14 articles are ready');
      expect(await readdir(cwd)).toContain('corpus');
    }
  });

  it('leaves a folder alone whose articles are named elsewhere', async () => {
    const { cwd, text } = await startIn({ '.env': '# mine\nCORPUS_DIR = /nowhere/articles\n' });
    expect(text).toContain('expected a folder of articles at /nowhere/articles');
    expect(existsSync(path.join(cwd, 'corpus'))).toBe(false);
  });

  it('keeps what was compiled for its next start', async () => {
    await run(process.execPath, [packed, '--help'], { env: { PATH } });
    expect(await readdir(path.join(dir, 'dist/node_modules/.cache/node'))).not.toEqual([]);
  });

  it('has every tool by its name, and calls them so', async () => {
    const { stdout: usage } = await run(process.execPath, [packed, '--help'], { env });
    expect(usage).toMatch(/^Usage: dateline\n/);
    const tools = [...usage.matchAll(/dateline (\w+)/g)].map(([, tool]) => tool!);
    expect(tools).toEqual(expect.arrayContaining(['ask', 'backup', 'db', 'feeds', 'restore', 'stories']));
    for (const tool of tools) {
      const { stdout } = await run(process.execPath, [packed, tool, '--help'], { env });
      expect(stdout).toContain(`dateline ${tool}`);
      expect(stdout).not.toContain('npm run');
    }
  });
});
