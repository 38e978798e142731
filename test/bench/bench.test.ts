import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SystemFigures } from './compare/measure.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE = ['--articles', 'corpus', '--questions', 'test/bench/questions.jsonl'];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const bench = async (...args: readonly string[]): Promise<Ended> => {
  const command = ['test/bench/bench.ts', ...args];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, command, { cwd: ROOT })) };
  } catch (error) {
    return error as unknown as Ended;
  }
};

const SYSTEMS = ['Dateline', 'MiniSearch', 'MiniSearch, stemmed', 'SQLite FTS5', 'Orama'];

describe('npm run bench on the sample corpus', () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await bench(...SAMPLE, '--json');
  }, 60_000);

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
});

describe('npm run bench used wrongly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it.each([
    [['--questions', 'test/bench/questions.jsonl'], '--articles FILE is missing'],
    [['--articles', 'corpus'], '--questions FILE is missing'],
    [[...SAMPLE, '--fast'], "Unknown option '--fast'"],
    [
      ['--articles', 'nowhere.jsonl', '--questions', 'test/bench/questions.jsonl'],
      'there is no file nowhere.jsonl',
    ],
    [['--articles', 'corpus', '--questions', 'nowhere.jsonl'], 'there is no file nowhere.jsonl'],
  ])('says what is wrong with %j, and how it is right', async (args, message) => {
    const { code, stderr } = await bench(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/Expected .* such as|something like: npm run bench -- --articles/);
  });

  it('names the line that is no question', async () => {
    const questions = file(
      'questions.jsonl',
      '{"id":"1","question":"Who?","asOf":"2024-03-14","answers":["x"]}\n{"id":"2"}\n',
    );
    const { code, stderr } = await bench('--articles', 'corpus', '--questions', questions);
    expect(code).toBe(2);
    expect(stderr).toContain('questions.jsonl, line 2');
    expect(stderr).toContain('"answers":["Tuesday"]');
  });

  it('names the line that is no article', async () => {
    const articles = file('articles.jsonl', '{"title":"A bridge","body":"It reopened."}\n{"title":\n');
    const { code, stderr } = await bench('--articles', articles, '--questions', 'test/bench/questions.jsonl');
    expect(code).toBe(2);
    expect(stderr).toContain('articles.jsonl, line 2: bad JSON');
    expect(stderr).toContain('"title":"Bridge reopens"');
  });

  it('prints every option for --help', async () => {
    const { code, stdout } = await bench('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--articles FILE');
  });
});
