/** A sandbox for a test whose every request is held to Discord's specification after the run. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/open-sandbox.ts';

/** Only a bot that never acknowledges fails: on a busy machine one that does may take longer than Discord's 3 s. */
const ACKNOWLEDGE_WITHIN_MS = 60_000;

/** Use `openSandbox` itself only where a test sends wrong requests on purpose. */
export function openTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const recordFile = join(inject('requestFolder'), `${randomUUID()}.jsonl`);
  return openSandbox({ recordFile, acknowledgeWithinMs: ACKNOWLEDGE_WITHIN_MS, ...options });
}
