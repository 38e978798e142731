import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProgram } from '../run-program.ts';
import { parseBenchArguments } from './compare/bench-arguments.ts';
import type { SystemFigures } from './compare/measure.ts';
import { prepareArticles, prepareQuestions } from './compare/prepare.ts';
import { describeResult } from './compare/run-bench.ts';

const SAMPLE = ['--articles', 'corpus', '--questions', 'test/bench/questions.jsonl'];

const bench = (...args: readonly string[]) => runProgram('test/bench/bench.ts', args);

const SYSTEMS = ['Dateline', 'MiniSearch', 'MiniSearch, stemmed', 'SQLite FTS5', 'Orama'];

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run bench on the sample corpus', () => {
  const plot = join(folder, 'sizes.svg');
  let ended: Ended;
  beforeAll(async () => {
    ended = await bench(
      ...SAMPLE,
      '--json',
      '--rounds',
      '1',
      '--load',
      '30',
      '--sizes',
      '12,24',
      '--plot',
      plot,
    );
  });

  const systems = (): SystemFigures[] => JSON.parse(ended.stdout).systems;

  it('measures Dateline and every peer over all articles and questions', () => {
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ articles: 14, questions: 12 });
    expect(systems().map(({ system }) => system)).toEqual(SYSTEMS);
  });

  it('has Dateline quote an answer first for each question, and mostly in its best sentence', () => {
    const dateline = systems()[0]!;
    expect(dateline).toMatchObject({ excerptAt1: 1, articleAt1: 1 });
    expect(dateline.sentenceAt1).toBeGreaterThan(0.5);
  });

  it('has every peer find most of the answers, so none is used wrongly', () => {
    for (const { system, excerptAt1, excerptAt3, articleAt5 } of systems()) {
      expect([system, excerptAt3]).toEqual([system, 1]);
      expect(excerptAt1).toBeGreaterThan(0.8);
      expect(articleAt5).toBe(1);
    }
  });

  it('gives every system times and memory', () => {
    for (const { system, answerMs, searchMs, buildMs, warmStartMs, memoryBytes } of systems()) {
      expect(answerMs.p50).toBeGreaterThan(0);
      expect(answerMs.p95).toBeGreaterThanOrEqual(answerMs.p50);
      expect(answerMs.p99).toBeGreaterThanOrEqual(answerMs.p95);
      if (system === 'Dateline') expect(searchMs).toBeNull();
      else expect(searchMs!.p50).toBeGreaterThan(0);
      expect(Math.min(buildMs, warmStartMs)).toBeGreaterThan(0);
      expect(memoryBytes).toBeGreaterThan(1_000_000);
    }
  });

  it('has Dateline answer every question while articles are added', () => {
    const { load } = JSON.parse(ended.stdout);
    expect(load.added).toBe(30);
    expect(load.answered).toBeGreaterThanOrEqual(50);
    expect(load.slowestMs).toBeGreaterThanOrEqual(load.answerMs.p99);
    expect(load.loopDelayP99Ms).toBeGreaterThan(0);
  });

  it('measures smaller and larger corpora, tells how each cost grows, and draws it', () => {
    const { sizes, growth } = JSON.parse(ended.stdout);
    expect(sizes.map(({ articles }: { articles: number }) => articles)).toEqual([12, 24]);
    expect(growth.map(({ system }: { system: string }) => system)).toEqual(SYSTEMS.toSpliced(2, 1));
    for (const { answer, build, warmStart, memory } of growth)
      for (const exponent of [answer, build, warmStart, memory]) expect(exponent).toBeTypeOf('number');
    const svg = readFileSync(plot, 'utf8');
    for (const label of ['Answer, median', 'Warm start', 'Memory', 'SQLite FTS5'])
      expect(svg).toContain(`>${label}<`);
  });

  it('tells all of it in tables that name every system', () => {
    const tables = describeResult(JSON.parse(ended.stdout));
    for (const system of SYSTEMS) expect(tables.split(`\n| ${system} `).length - 1).toBe(3);
    expect(tables).toMatch(/excerpt@1 .* best sentence@1 .* article@1 /);
    expect(tables).toMatch(/\| Dateline +\| +1\.000 \|/);
    expect(tables).toMatch(/\| index build, MiniSearch +\|/);
  });
});

describe('npm run bench used wrongly', () => {
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('ends with 2 and an example', async () => {
    const { code, stderr } = await bench('--articles', 'corpus');
    expect(code).toBe(2);
    expect(stderr).toContain('--questions FILE is missing');
    expect(stderr).toContain('npm run bench -- --articles corpus --questions test/bench/questions.jsonl');
  });

  it('prints every option for --help', async () => {
    const { code, stdout } = await bench('--help');
    expect(code).toBe(0);
    for (const option of ['--articles', '--questions', '--rounds', '--load', '--sizes', '--plot', '--json'])
      expect(stdout).toContain(`\n  ${option} `);
  });

  it.each([
    [['--questions', 'test/bench/questions.jsonl'], '--articles FILE is missing'],
    [[...SAMPLE, '--load', 'some'], '--load expects whole numbers from 0'],
    [[...SAMPLE, '--sizes', '100,5'], '--sizes expects whole numbers from 10'],
    [[...SAMPLE, '--sizes', '100'], 'give two sizes'],
    [[...SAMPLE, '--plot', 'sizes.svg'], '--plot draws what --sizes measures'],
    [[...SAMPLE, '--fast'], "Unknown option '--fast'"],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseBenchArguments(args)).toThrow(message);
  });

  it('names a file that is not there', async () => {
    await expect(prepareArticles('nowhere.jsonl')).rejects.toThrow(
      /no file nowhere\.jsonl.*Expected one article per line/,
    );
    expect(() => prepareQuestions('nowhere.jsonl')).toThrow(
      /no file nowhere\.jsonl.*Expected one question per line/,
    );
  });

  it('names the line that is no question', () => {
    const good = '{"id":"1","question":"Who?","asOf":"2024-03-14","answers":["x"]}';
    const read = (line: string) => () => prepareQuestions(file('questions.jsonl', `${good}\n${line}\n`));
    expect(read('{"id":')).toThrow(/questions\.jsonl, line 2: not JSON.*"answers":\["Tuesday"\]/s);
    expect(read('{"id":"2"}')).toThrow(/line 2: question: /);
    expect(read(good.replace('2024-03-14', 'Monday'))).toThrow('asOf: expected a day such as 2024-03-14');
  });

  it('names the line that is no article', async () => {
    const articles = file('articles.jsonl', '{"title":"A bridge","body":"It reopened."}\n{"title":\n');
    await expect(prepareArticles(articles)).rejects.toThrow(
      /articles\.jsonl, line 2: bad JSON.*"title":"Bridge reopens"/s,
    );
  });
});
