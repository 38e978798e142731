import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProgram } from '../../run-program.ts';
import { reasonIn, runProcess } from '../compare/run-process.ts';
import { askSteadily } from './ask-steadily.ts';
import { openBuild } from './build.ts';
import { describeComparison } from './builds-table.ts';
import { type ComparisonResult, chooseQuestions, compareBuilds } from './compare-builds.ts';
import type { BuildFigures } from './measure-builds.ts';
import { peakMemory } from './peak-memory.ts';
import { plotBuilds } from './plot-builds.ts';
import { parseSizesArguments } from './sizes-arguments.ts';

const SAMPLE = ['--articles', 'corpus', '--questions', 'test/bench/questions.jsonl'];

const benchSizes = (env: Record<string, string>, ...args: readonly string[]) =>
  runProgram('test/bench/sizes.ts', args, { env });

const folder = mkdtempSync(join(tmpdir(), 'dateline-builds-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A checkout whose backend is the given source. */
const checkout = (name: string, backend: string): string => {
  const root = join(folder, name);
  mkdirSync(join(root, 'src/backend'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'src/log.ts'), 'export const createLog = () => null;');
  writeFileSync(join(root, 'src/backend/open-backend-threads.ts'), backend);
  return root;
};

/** Searches as slowly as it is given while articles arrive, and forgets all when it is closed. */
const slowBackend = (pauseMs: number): string => `
  import { readFileSync } from 'node:fs';
  let articles = 0;
  export const openBackendThreads = async ({ corpus, onProgress }) => {
    if (corpus.length > 0) articles = readFileSync(corpus[0], 'utf8').split('\\n').length - 1;
    onProgress({ indexed: articles, total: articles, bytesDone: 1, bytes: 1 });
    return {
      loaded: async () => undefined,
      status: async () => ({ articles, indexed: articles }),
      answer: async () => ({ progress: null }),
      add: async (drafts) => {
        const endMs = performance.now() + ${pauseMs};
        while (performance.now() < endMs);
        articles += drafts.length;
      },
      close: async () => undefined,
    };
  };`;

const BROKEN = `export const openBackendThreads = async ({ corpus }) => {
  console.error('Error: the disk is full');
  throw new Error('no backend today');
};`;

describe('npm run bench:sizes', () => {
  const json = join(folder, 'sizes.json');
  const plot = join(folder, 'sizes.svg');
  const temporary = join(folder, 'tmp');
  let ended: Ended;
  let result: ComparisonResult;
  beforeAll(async () => {
    mkdirSync(temporary);
    const builds = [checkout('slow', slowBackend(150)), `broken=${checkout('b', BROKEN)}`];
    ended = await benchSizes(
      { TMPDIR: temporary, TEMP: temporary },
      ...SAMPLE,
      ...[
        '--sizes',
        '20',
        '--rounds',
        '1',
        '--arriving',
        '6',
        '--after',
        '0',
        '--json',
        json,
        '--plot',
        plot,
      ],
      ...builds.flatMap((build) => ['--build', build]),
    );
    result = JSON.parse(readFileSync(json, 'utf8'));
  });

  const figuresOf = (name: string): BuildFigures =>
    result.sizes[0]!.builds.find(({ build }) => build === name)!;

  it('measures this build, and every other before it', () => {
    expect(ended.code, ended.stderr).toBe(0);
    expect(result.builds.map(({ name }) => name)).toEqual(['slow', 'broken', 'this build']);
    const { load, answer, failure } = figuresOf('this build');
    expect(failure).toBeNull();
    expect(load!.buildMs).toBeGreaterThan(0);
    expect(load!.diskBytes).toBeGreaterThan(10_000);
    expect(load!.peakBytes).toBeGreaterThan(50e6);
    expect(answer!.answerMs.p95).toBeGreaterThanOrEqual(answer!.answerMs.p50);
    expect(answer!.firstAnswerMs).toBeGreaterThan(answer!.answerMs.p50);
    expect(answer!.arrivals!.arriving.asked).toBeGreaterThan(0);
  });

  it('catches a pause while articles arrive', () => {
    const { arriving } = figuresOf('slow').answer!.arrivals!;
    expect(arriving.longestMs).toBeGreaterThan(100);
    expect(arriving.longestMs).toBe(arriving.longest[0]!.tookMs);
  });

  it('shows a build that fails with its reason, and goes on with the others', () => {
    expect(figuresOf('broken')).toMatchObject({ load: null, answer: null });
    expect(ended.stdout).toMatch(/\| index build, broken +\| +failed \|/);
    expect(ended.stdout).toContain(
      '- broken, 20 articles: loading: no backend today (Error: the disk is full)',
    );
  });

  it('prints each cost of each build and how this one compares, and draws it', () => {
    for (const row of ['answer p50, slow', 'disk, this build', 'index build, this build / slow'])
      expect(ended.stdout).toContain(`\n| ${row} `);
    const svg = readFileSync(plot, 'utf8');
    for (const label of ['this build', 'slow', 'Longest wait while articles arrive'])
      expect(svg).toContain(`>${label}<`);
  });

  it('says what it is doing, and leaves no file behind', () => {
    expect(ended.stderr).toContain('20 articles: slow: loading');
    expect(readdirSync(temporary)).toEqual([]);
  });
});

it('does not try a build with more articles than it failed to load, and tells of every step', async () => {
  const question = { id: '1', question: 'What reopened?', asOf: '2024-03-14', answers: ['x'] };
  const article = {
    id: '1',
    title: 'A bridge',
    url: null,
    source: 'news.example',
    published: null,
    body: 'It reopened.',
  };
  const heard: ComparisonResult[] = [];
  const result = await compareBuilds({
    builds: [
      await openBuild('broken', checkout('worse', BROKEN)),
      await openBuild('quick', checkout('quick', slowBackend(0))),
    ],
    articles: [article],
    questions: [question],
    sizes: [3, 5],
    rounds: 2,
    arriving: 1,
    afterMs: 0,
    limitMs: 60_000,
    maxOldSpaceMegabytes: null,
    folder: mkdtempSync(join(folder, 'steps-')),
    say: () => undefined,
    onResult: async (soFar) => void heard.push(soFar),
  });
  const failures = result.sizes.map(({ builds }) => builds.map(({ failure }) => failure));
  expect(failures).toEqual([
    [expect.stringContaining('no backend today'), null],
    ['not tried, since loading failed at 3 articles', null],
  ]);
  expect(heard.at(-1)!.sizes).toEqual(result.sizes);
  expect(heard[1]!.sizes[0]!.builds[1]).toMatchObject({
    load: { peakBytes: expect.any(Number) },
    answer: null,
  });
});

describe('npm run bench:sizes used wrongly', () => {
  it.each([
    [['--questions', 'q.jsonl'], '--articles FILE is missing'],
    [['--articles', 'a.jsonl'], '--questions FILE is missing'],
    [[...SAMPLE, '--sizes', '100,many'], '--sizes expects whole numbers from 1'],
    [[...SAMPLE, '--arriving', '0'], '--arriving expects whole numbers from 1'],
    [[...SAMPLE, '--limit', '0.5'], '--limit expects whole numbers from 1'],
    [[...SAMPLE, '--max-old-space-size', '2GB'], '--max-old-space-size expects whole numbers'],
    [[...SAMPLE, '--build', ''], '--build expects a folder'],
    [[...SAMPLE, '--build', 'a/old', '--build', 'b/old'], 'two builds are called "old"'],
    [[...SAMPLE, '--fast'], "Unknown option '--fast'"],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseSizesArguments(args)).toThrow(message);
  });

  it('ends with 2 before it measures where a file cannot be written', async () => {
    const json = join(folder, 'no-folder', 'sizes.json');
    const { code, stderr, stdout } = await benchSizes({}, ...SAMPLE, '--json', json);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^--json: .*sizes\.json cannot be written/);
  });

  it('refuses a folder that holds no build', async () => {
    await expect(openBuild('old', folder)).rejects.toThrow(/is no checkout of Dateline.*Expected a folder/s);
  });
});

describe('the arguments of npm run bench:sizes', () => {
  it('are the sizes of the documentation unless others are given, in ascending order', () => {
    expect(parseSizesArguments(SAMPLE).sizes).toEqual([5000, 26_000, 100_000, 300_000]);
    expect(parseSizesArguments([...SAMPLE, '--sizes', '30,10,30']).sizes).toEqual([10, 30]);
  });

  it('name a build, or take the name of its folder', () => {
    const { builds } = parseSizesArguments([...SAMPLE, '--build', '../old', '--build', 'then=../a=b']);
    expect(builds).toEqual([
      { name: 'old', folder: '../old' },
      { name: 'then', folder: '../a=b' },
    ]);
  });
});

describe('questions', () => {
  const question = (id: number) => ({
    id: `${id}`,
    question: `${'Why '.repeat(id)}?`,
    asOf: '2024-03-14',
    answers: ['x'],
  });

  it('that are measured were not asked before', () => {
    const { warmUp, asked, shortest } = chooseQuestions(
      Array.from({ length: 900 }, (_, at) => question(900 - at)),
    );
    expect([warmUp.length, asked.length]).toEqual([200, 200]);
    expect(new Set([...warmUp, ...asked].map((each) => each.question)).size).toBe(400);
    expect(shortest.question).toBe('Why ?');
  });

  it('may be one alone', () => {
    const { warmUp, asked } = chooseQuestions([question(3)]);
    expect([warmUp.length, asked.length]).toEqual([0, 1]);
  });
});

describe('asking steadily', () => {
  it('sees a pause as one wait, since no question is asked before the last is answered', async () => {
    let nowMs = 0;
    const left = [5, 5, 400, 5];
    const ask = async (): Promise<void> => {
      nowMs += left.shift()!;
    };
    const sleep = async (ms: number): Promise<void> => {
      nowMs += ms;
    };
    const waits = await askSteadily(ask, () => left.length === 0, { now: () => nowMs, sleep });
    expect(waits).toEqual([
      { atMs: 0, tookMs: 5 },
      { atMs: 20, tookMs: 5 },
      { atMs: 40, tookMs: 400 },
      { atMs: 440, tookMs: 5 },
    ]);
  });

  it('counts from when a question was due, so that a pause between two is seen', async () => {
    let nowMs = 0;
    const ask = async (): Promise<void> => {
      nowMs += 1;
    };
    const sleep = async (): Promise<void> => {
      nowMs += 119;
    };
    const waits = await askSteadily(ask, () => nowMs > 200, { now: () => nowMs, sleep });
    expect(waits.map(({ tookMs }) => tookMs)).toEqual([1, 101]);
  });

  it('fails as an answer does', async () => {
    await expect(
      askSteadily(
        () => Promise.reject(new Error('gone')),
        () => false,
      ),
    ).rejects.toThrow('gone');
  });
});

it('peak memory counts what was held, not what is', () => {
  const before = peakMemory();
  // Other tests of this process may have held more than it holds now.
  const bytes = before - process.memoryUsage.rss() + 300e6;
  let held: Buffer | null = Buffer.alloc(bytes, 1);
  expect(held.length).toBe(bytes);
  held = null;
  expect(peakMemory() - before).toBeGreaterThan(100e6);
});

describe('a process of the benchmark', () => {
  const script = (name: string, source: string): URL => {
    writeFileSync(join(folder, name), source);
    return pathToFileURL(join(folder, name));
  };

  it('is ended where it takes too long', async () => {
    const hanging = script('hanging.mjs', 'setInterval(() => process.send({ progress: process.pid }), 20);');
    let pid = 0;
    const onProgress = (progress: number): void => {
      pid = progress;
    };
    await expect(runProcess(hanging, {}, { limitMs: 1000, onProgress })).rejects.toThrow(
      'did not end within 1 s',
    );
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('that dies is told of with the last it said', async () => {
    const dying = script('dying.mjs', "console.error('Error: no memory left'); process.exitCode = 9;");
    await expect(runProcess(dying, {}, { isQuiet: true })).rejects.toThrow(
      'ended early (9). (Error: no memory left)',
    );
  });

  it('that cannot be started is told of', async () => {
    const execPath = join(folder, 'no-node');
    await expect(runProcess(script('any.mjs', ''), {}, { execPath })).rejects.toThrow('could not be started');
  });
});

describe('the reason why a process failed', () => {
  it.each([
    [
      'of the log',
      'noise\n{"level":60,"err":{"type":"Error","message":"reached its \\"limit\\"","stack":"…"}}\n',
      'reached its',
    ],
    [
      'of Node',
      '<--- Last few GCs --->\nFATAL ERROR: heap out of memory\n 1: 0xb',
      'FATAL ERROR: heap out of memory',
    ],
    ['of a program', '    at x\nTypeError: no such thing\n\nNode.js v26', 'TypeError: no such thing'],
    ['in its last line', 'first\nKilled\n\n', 'Killed'],
  ])('is read %s', (_, said, reason) => {
    expect(reasonIn(said)).toContain(reason);
  });

  it('is unknown where it said nothing', () => {
    expect(reasonIn(' \n')).toBeNull();
  });
});

describe('tables of builds', () => {
  const figures = (build: string, p50: number, peakBytes: number): BuildFigures => ({
    build,
    load: { buildMs: 1000, closeMs: 1, peakBytes, diskBytes: 5e6 },
    answer: { firstAnswerMs: 300, answerMs: { p50, p95: 3 * p50, p99: 4 * p50 }, peakBytes, arrivals: null },
    failure: null,
  });
  const failed: BuildFigures = { build: 'old', load: null, answer: null, failure: 'loading: too <large>' };
  const result: ComparisonResult = {
    machine: { processor: 'p', cores: 2, memoryBytes: 8e9, system: 'linux', node: 'v26' },
    questions: 200,
    arriving: 10,
    afterMs: 60_000,
    builds: [
      { name: 'old', commit: 'abc' },
      { name: 'new', commit: null },
    ],
    empty: [figures('old', 1, 100e6), figures('new', 1, 80e6)],
    sizes: [
      { articles: 100, builds: [figures('old', 4, 300e6), figures('new', 2, 70e6)] },
      { articles: 1000, builds: [failed, figures('new', 8, 130e6)] },
    ],
  };
  const row = (title: string): string[] => {
    const line = describeComparison(result)
      .split('\n')
      .find((each) => each.startsWith(`| ${title} `));
    return line!
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  };

  it('show both builds, their ratio, and how a cost grows', () => {
    expect(row('answer p50, old')).toEqual(['4.0 ms', 'failed', '–']);
    expect(row('answer p50, new')).toEqual(['2.0 ms', '8.0 ms', '4.0 ×']);
    expect(row('answer p50, new / old')).toEqual(['0.50 ×', '–', '–']);
  });

  it('count memory above the empty corpus of the same build, and compare none that is below it', () => {
    expect(row('peak memory, loading, new')).toEqual(['-10 MB', '50 MB', '–']);
    expect(row('peak memory, loading, new / old')).toEqual(['–', '–', '–']);
  });

  it('tell why something failed', () => {
    expect(describeComparison(result)).toContain('- old, 1,000 articles: loading: too <large>');
  });

  it('are drawn without what failed', () => {
    const svg = plotBuilds({ ...result, builds: [{ name: 'a <b>', commit: null }, result.builds[1]!] });
    expect(svg).toContain('>a &lt;b><');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
