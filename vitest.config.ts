import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests start threads and processes by the hundred, which all load the same modules: they are compiled once.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/openapi/global-setup.ts'],
    // One for each core: most of the time is spent waiting for processes, pages and pauses.
    maxWorkers: '100%',
    // Not a measure of speed: a loaded machine may take its time, and only what hangs shall end here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
