import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { memoryFolder } from './test/memory-folder.ts';

// Tests start threads and processes by the hundred, which all load the same modules: they are compiled once.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');
// What they keep, they keep for a moment.
process.env.TMPDIR = memoryFolder();

/** What takes longest begins first, so that nothing runs alone at the end. */
const LONGEST = [
  'chaos/chaos',
  'chaos/alerts',
  'cluster/opensearch-engine',
  'main',
  'cluster/postgres-articles',
  'backend/backend',
  'browser/page',
  'scripts',
  'cluster/move',
  'intake/parsing',
  'flows/reliability',
  'cluster/cluster-bot',
  'cluster/roles',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return rank < 0 ? LONGEST.length : rank;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

/** What works mostly in threads and processes of its own, or depends on how soon a busy one gets to it: one process per file. */
const APART = [
  'test/*.test.ts',
  'test/{backend,backup,browser,chaos,cli,cluster,corpus-sync,scheduling}/**/*.test.ts',
  'test/flows/{reliability,votes}.test.ts',
  'test/intake/parsing.test.ts',
];

/** Of every file. By `extends`, each project would run `globalSetup` as well. */
const each: TestProjectInlineConfiguration['test'] = {
  restoreMocks: true,
  // Node reads TypeScript by itself, and keeps it compiled.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // Not a measure of speed: a loaded machine may take its time, and only what hangs shall end here.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Chromium and killed processes now and then need a second try.
  retry: process.env.CI ? 1 : 0,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    globalSetup: ['test/openapi/global-setup.ts', 'test/cluster/global-setup.ts'],
    projects: [
      { test: { ...each, name: 'apart', include: APART } },
      {
        test: {
          ...each,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: APART,
          // To load what they test takes longer than most of them.
          isolate: false,
        },
      },
    ],
    sequence: { sequencer: LongestFirst },
    // Two more than cores, since the files that begin first wait most of the time.
    maxWorkers: availableParallelism() + 2,
    teardownTimeout: 120_000,
  },
});
