/** A sandbox for a test whose every request is held to Discord's specification after the run. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/open-sandbox.ts';

/** Use `openSandbox` itself only where a test sends wrong requests on purpose. */
export function openTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return openSandbox({ recordFile: join(inject('requestFolder'), `${randomUUID()}.jsonl`), ...options });
}
