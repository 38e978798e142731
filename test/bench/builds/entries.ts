import { join } from 'node:path';

/**
 * Where a build opens its two threads, newest name first, and what the function is called. Builds before November 2026
 * called it a desk.
 */
export const ENTRIES = [
  { file: join('src', 'backend', 'open-backend-threads.ts'), name: 'openBackendThreads' },
  { file: join('src', 'desk', 'open-desk-thread.ts'), name: 'openDeskThread' },
] as const;
