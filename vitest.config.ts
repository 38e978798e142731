import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/openapi/global-setup.ts'],
    // Not a measure of speed: a loaded machine may take its time, and only what hangs shall end here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
