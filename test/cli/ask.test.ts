import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, runInTurn } from '../run-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let corpus: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-ask-'));
  corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  const articles = [
    {
      id: 'b-1',
      title: 'Old bridge in Harrowgate closed',
      url: 'https://example.org/bridge',
      source: 'The Example',
      published: '2024-03-12',
      body: 'It rained on Monday. The council of Harrowgate closed the old bridge on Tuesday. “Its arches are unsafe,” the mayor said.',
    },
    {
      id: 'b-2',
      title: 'Bridge to open again',
      source: 'Other News',
      published: '2024-04-20',
      body: 'The old bridge of Harrowgate opens again in May, engineers said. Repairs cost two million crowns.',
    },
  ];
  writeFileSync(join(corpus, 'a.jsonl'), articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  writeFileSync(join(corpus, 'broken.json'), '{"title": ');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly input?: string;
  readonly env?: object;
  /** Sends a signal, once, as soon as `when` holds. */
  readonly kill?: { readonly signal: NodeJS.Signals; readonly when: () => boolean };
}

/** Runs the command in a folder of its own, as an operator would. */
const ask = (args: readonly string[], { input = '', env = {}, kill }: RunOptions = {}): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'src/cli/ask.ts'), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const timer = setInterval(() => {
      if (kill?.when() !== true) return;
      child.kill(kill.signal);
      clearInterval(timer);
    }, 20);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });

/** All but one in one process, without settings. */
describe('a question', () => {
  const question = 'When was the old bridge closed?';
  const then = ['--as-of', '2024-04-15', '--json', 'Harrowgate bridge'];
  let [asJson, absent, strict, graceful, nowhere]: Ended[] = [];
  beforeAll(async () => {
    const asked = [['--json', question], ['zeppelin'], then, ['--grace-days', '5', ...then]];
    const lines = [...asked.map((args) => ['--corpus', corpus, ...args]), ['--corpus', 'nowhere', 'x']];
    [asJson, absent, strict, graceful, nowhere] = await runInTurn(
      lines.map((args) => ['src/cli/ask.ts', ...args]),
      { cwd: folder, env: {} },
    );
  });
  const excerptsOf = ({ stdout }: Ended) => JSON.parse(stdout).excerpts;

  test('is answered alike with the engine that the settings name', async () => {
    const { out } = await ask(['--corpus', corpus, '--json', question], {
      env: { SEARCH_ENGINE: 'minisearch' },
    });
    expect(JSON.parse(out).excerpts[0]).toEqual(excerptsOf(asJson!)[0]);
  });

  test('that nothing answers is said to be one', () => {
    expect(absent!.code).toBe(0);
    expect(absent!.stdout).toContain('Nothing was found.');
    expect(absent!.stdout).toContain('No article holds “zeppelin”.');
    expect(absent!.stdout).toMatch(/Looked through 2 articles from 2 sources, the newest of 20 April 2024/);
  });

  test('does not hear what was published after the clock, unless days of grace let it through', () => {
    const ids = (run: Ended) => excerptsOf(run).map(({ articleId }: { articleId: string }) => articleId);
    expect(ids(strict!)).toEqual(['b-1']);
    expect(ids(graceful!).sort()).toEqual(['b-1', 'b-2']);
  });

  test('of a corpus that is not there ends with a message and a code', () => {
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere!.stderr).toContain('There is no file or folder');
    expect(nowhere!.stderr).not.toContain('    at ');
  });
});

describe('ask', () => {
  test('prints the answer with marked words and its source', async () => {
    const { code, out, err } = await ask(['--corpus', corpus, 'When was the old bridge closed?']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^1\. The council of Harrowgate closed the old bridge on Tuesday\.\n {3}Old bridge in Harrowgate closed\n/,
    );
    expect(out).toContain('The Example · 12 March 2024 · https://example.org/bridge');
    expect(out).toMatch(/\*closed\* the \*old\* \*bridge\*/);
    expect(out).toMatch(/Looked through 2 articles from 2 sources/);
    expect(out).not.toContain('\u001b');
    // What could not be read is reported beside it, and nothing is kept of a corpus from the command line.
    expect(err).toMatch(/"file":"broken.json","line":1,"reason":"bad JSON/);
    expect(readdirSync(folder)).toEqual(['corpus']);
  });

  test('colours come where they are asked for', async () => {
    const { out } = await ask(['--corpus', corpus, 'bridge'], { env: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001b[');
    expect(out).not.toContain('*');
  });

  test('--batch goes on from the question before, and says what it understood', async () => {
    const input = [
      '{"id": 1, "previous": "who closed the bridge in harrowgate", "question": "why did they do it?"}',
      '{"id": 2, "question": "any news about harrowgate since 1 March 2024"}',
      '{"id": 3, "question": "zeppelin raffle"}',
      '{"id": 4, "question": "thanks, you are the best!"}',
    ].join('\n');
    const { out } = await ask(['--corpus', corpus, '--batch', '-'], { input });
    const [why, news, absent, thanks] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(why).toMatchObject({ question: 'why did they do it?', intent: 'reason' });
    expect(why.excerpts[0].text).toContain('Harrowgate');
    expect(news).toMatchObject({ intent: 'latest', since: '2024-03-01' });
    expect(absent).toMatchObject({ verdict: 'none' });
    expect(thanks).toMatchObject({ verdict: 'none', intent: 'talk', asked: 'talk', excerpts: [] });
  });

  test('--batch answers line by line, in order, and goes on after a bad one', async () => {
    const input = [
      '{"id": 7, "question": "When was the bridge in Harrowgate closed?", "asOf": "2024-03-20"}',
      'nonsense',
      '',
      '{"question": "without an id"}',
      '{"id": "c", "question": "x", "asOf": "soon"}',
      '{"id": "d", "question": " "}',
      '{"id": "last", "question": "zeppelin"}',
    ].join('\r\n');
    const { code, out } = await ask(['--corpus', corpus, '--batch', '-'], { input });
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, line }) => line ?? id)).toEqual([7, 2, 4, 5, 6, 'last']);
    const [first] = lines;
    expect(Object.keys(first)).toEqual([
      'id',
      'question',
      'tookMs',
      'verdict',
      'confidence',
      'intent',
      'asked',
      'since',
      'excerpts',
      'missing',
    ]);
    const [excerpt] = first.excerpts;
    expect(Object.keys(excerpt)).toEqual([
      'articleId',
      'title',
      'source',
      'url',
      'published',
      'start',
      'end',
      'text',
      'best',
      'score',
    ]);
    expect(excerpt).toMatchObject({
      articleId: 'b-1',
      published: '2024-03-12',
      best: { start: expect.any(Number) },
    });
    expect(excerpt.text).toContain('closed the old bridge');
    expect(lines[1]).toEqual({ id: null, error: expect.stringMatching(/^not JSON/), line: 2 });
    expect(lines.at(-1)).toMatchObject({ excerpts: [], missing: ['zeppelin'] });
  });

  test('without one, the configured corpus is asked and kept in DATA_DIR', async () => {
    const { out } = await ask(['--json', 'bridge'], { env: { DATA_DIR: 'kept' } });
    expect(JSON.parse(out).excerpts.length).toBeGreaterThan(0);
    expect(readdirSync(join(folder, 'kept'))).toContain('articles.db');
    rmSync(join(folder, 'kept'), { recursive: true });
  });

  test.each([
    [[], {}, 2, 'Expected a question'],
    [['--batch', 'corpus'], {}, 2, '--batch expects a file of questions'],
    [['x'], { LOG_LEVEL: 'loud' }, 2, '- LOG_LEVEL: expected one of silent'],
  ])('%j ends with a message and a code', async (args, env, code, message) => {
    const run = await ask(args, { env });
    expect(run).toMatchObject({ code, out: '' });
    expect(run.err).toContain(message);
    expect(run.err).not.toContain('    at ');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it in order while the corpus is being read', async (signal, code) => {
    const big = join(folder, 'big');
    mkdirSync(big, { recursive: true });
    const article = (n: number) =>
      JSON.stringify({ id: n, title: `${n}`, body: `The bridge number ${n}. `.repeat(300) });
    writeFileSync(join(big, 'a.jsonl'), Array.from({ length: 8_000 }, (_, n) => article(n)).join('\n'));
    const log = join(folder, 'stopped', 'articles.db-wal');
    const isLoading = () => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
    const run = await ask(['bridge'], {
      env: { CORPUS_DIR: big, DATA_DIR: 'stopped' },
      kill: { signal, when: isLoading },
    });
    expect(run).toEqual({ code, out: '', err: '' });
    rmSync(join(folder, 'stopped'), { recursive: true });
  });

  test('a damaged database is reported, and left alone', async () => {
    mkdirSync(join(folder, 'damaged'));
    writeFileSync(join(folder, 'damaged', 'articles.db'), 'not a database '.repeat(500));
    const run = await ask(['x'], { env: { DATA_DIR: 'damaged' } });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/is not a database\. Nothing was changed\. Restore it from a backup/);
    rmSync(join(folder, 'damaged'), { recursive: true });
  });
});
