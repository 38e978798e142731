/** Out: the most memory this process has held. */
import { readFileSync } from 'node:fs';

/**
 * Peak resident memory of this process and its threads, bytes. Linux gives it for the running program; elsewhere the
 * peak of `getrusage` stands in (which on Linux would count what the parent held when it started this process).
 */
export const peakMemory = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))!;
  return Number(kilobytes) * 1024;
};
