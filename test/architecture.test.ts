/** The folder tree is the architecture: what each part may import, from the ground up. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** For each part, the parts below it that it may use. Every part may use `language`, and `log`'s type: they need nothing. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  language: [],
  domain: [],
  log: [],
  config: ['domain'],
  text: ['domain'],
  query: ['domain', 'text'],
  search: ['domain', 'text', 'scheduling'],
  store: ['domain', 'text', 'search'],
  answers: ['domain', 'text', 'query', 'search', 'store'],
  intake: ['domain', 'text'],
  scheduling: [],
  'corpus-sync': ['domain', 'intake', 'scheduling', 'store'],
  stories: ['domain', 'text'],
  coverage: ['domain', 'text', 'query', 'search', 'store', 'answers', 'stories'],
  backend: ['domain', 'answers', 'coverage', 'search', 'intake', 'corpus-sync', 'store'],
  feeds: ['domain', 'text', 'intake', 'scheduling', 'store', 'config'],
  digests: ['domain', 'text', 'query', 'scheduling', 'search', 'store', 'stories'],
  alerts: ['domain', 'backend', 'digests', 'scheduling', 'store'],
  hearing: ['domain', 'backend', 'store'],
  app: ['domain', 'config', 'backend', 'store', 'feeds', 'digests', 'alerts', 'hearing'],
  discord: ['domain', 'text', 'query', 'scheduling', 'app', 'digests', 'feeds', 'alerts'],
  commands: ['domain', 'query', 'store', 'feeds', 'digests', 'discord', 'app'],
  sandbox: ['http'],
  http: ['domain'],
  api: ['domain', 'app', 'http'],
  metrics: ['domain', 'app', 'discord', 'http'],
  backup: ['domain', 'store'],
  doctor: ['domain', 'config', 'search', 'store', 'intake', 'discord'],
  cli: [
    'domain',
    'text',
    'query',
    'config',
    'backend',
    'store',
    'intake',
    'feeds',
    'backup',
    'doctor',
    'stories',
  ],
  packaging: [],
};

/** Files at the top of `src` that start and wire the parts: they may use any. */
const WIRING = [
  'main',
  'start-bot',
  'join-cluster',
  'shared-limits',
  'start-notes',
  'report-failing',
  'forget-left-guilds',
];

const partOf = (path: string): string => {
  const [top, second = ''] = path.split('/');
  return top === 'src' ? second.replace(/\.ts$/, '') : top!;
};

const slashed = (path: string): string => path.replaceAll(sep, '/');

const files = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: ROOT })
  .map(slashed)
  .filter((file) => !file.includes('/page/'));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+\.ts)'/g)].map(
    ([, target]) => slashed(relative(ROOT, join(ROOT, dirname(file), target!))),
  );

describe('the architecture', () => {
  it('lets each part import only what lies below it', () => {
    const wrong = files.flatMap((file) => {
      const part = partOf(file);
      if (WIRING.includes(part)) return [];
      const allowed = MAY_USE[part];
      if (allowed === undefined) return [`${file} is of no part that MAY_USE lists`];
      return importsOf(file)
        .filter((target) => ![part, 'log', 'language', ...allowed].includes(partOf(target)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no circles: whatever a file imports can be read without it', () => {
    const imports = new Map(files.map((file) => [file, importsOf(file)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      const start = path.indexOf(file);
      if (start >= 0) circles.push([...path.slice(start), file].join(' → '));
      if (start >= 0 || done.has(file)) return;
      for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('shows answers the store by its interface alone', () => {
    const seen = files
      .filter((file) => file.startsWith('src/answers/'))
      .flatMap(importsOf)
      .filter((target) => target.startsWith('src/store/'));
    expect([...new Set(seen)]).toEqual(['src/store/article-store.ts']);
  });

  it('names node:sqlite in one module', () => {
    const naming = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("'node:sqlite'"));
    expect(naming).toEqual(['src/store/sqlite-dialect.ts']);
  });

  it('names pg in one module', () => {
    const naming = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'pg'"));
    expect(naming).toEqual(['src/store/postgres/postgres-dialect.ts']);
  });

  it('names the client of OpenSearch in one module', () => {
    const naming = files.filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes("from '@opensearch-project/opensearch'"),
    );
    expect(naming).toEqual(['src/search/opensearch/opensearch-client.ts']);
  });

  it('loads the clients of a cluster where there is one, not with what starts', () => {
    const loads = (file: string): string[] =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          /^(?:import|export)(?! type)[^;']*from '(\.[^']+\.ts)'/gm,
        ),
      ].map(([, target]) => slashed(relative(ROOT, join(ROOT, dirname(file), target!))));
    const loaded = new Set([
      'src/main.ts',
      ...files.filter((file) => /^src\/(?:cli\/|backend\/\S+-worker)/.test(file)),
    ]);
    for (const file of loaded) for (const target of loads(file)) loaded.add(target);
    expect(loaded).toContain('src/store/sqlite-dialect.ts');
    const clients = ['src/store/postgres/postgres-dialect.ts', 'src/search/opensearch/opensearch-client.ts'];
    expect(clients.filter((client) => loaded.has(client))).toEqual([]);
  });

  it('reads the environment in the configuration alone', () => {
    const reading = files.filter((file) => /process\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(reading).toEqual(['src/config/read-config.ts']);
  });
});
