import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
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
  'flows/subscriptions',
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

/** What only computes: no threads, processes or clocks, and nothing that a file leaves to the next. To load it takes longest. */
const COMPUTING = ['answers', 'coverage', 'discord', 'domain', 'query', 'search', 'stories', 'text'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'each by itself',
          include: ['test/**/*.test.ts'],
          exclude: COMPUTING,
          globalSetup: ['test/openapi/global-setup.ts', 'test/cluster/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'computing', include: COMPUTING, isolate: false } },
    ],
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    // Two more than cores, since the files that begin first wait most of the time.
    maxWorkers: availableParallelism() + 2,
    // Not a measure of speed: a loaded machine may take its time, and only what hangs shall end here.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 120_000,
    // Chromium and killed processes now and then need a second try.
    retry: process.env.CI ? 1 : 0,
    expect: { poll: { timeout: 60_000 } },
  },
});
