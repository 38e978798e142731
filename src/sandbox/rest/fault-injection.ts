/** What a test or the page asked the sandbox to do wrong, in; for each request, the fault it meets, if any, out. */

import type { FormErrors } from './api-error.ts';

/** A fault and the requests it befalls. */
export interface Fault {
  /** HTTP method; any when absent. */
  method?: string;
  /** Route template as in Discord's specification, such as `/channels/{channel_id}/messages`; any when absent. */
  route?: string;
  /** Answer with this status: 429, 500, 502, 503 … */
  status?: number;
  /** With 429: what `retry_after` says; 1 s unless given. */
  retryAfterMs?: number;
  /** Discord's error code of the body, such as 50013. */
  code?: number;
  /** What the body says of the faults in a form, by path. */
  errors?: FormErrors;
  /** Answer with this instead of JSON of Discord's, as a firewall or a proxy on the way does. */
  page?: { readonly type: string; readonly text: string };
  /** Cut the connection instead of answering. */
  hangUp?: boolean;
  /** Wait this long before doing anything. */
  delayMs?: number;
  /** `after`: the request is carried out and only its answer is lost. `before`, unless given: it is not. */
  when?: 'before' | 'after';
  /** How many requests it befalls; all until stopped, unless given. */
  times?: number;
  /** Share of the fitting requests it befalls, from 0 to 1. */
  probability?: number;
}

export interface FaultInjection {
  /** Adds a fault; the earliest that fits wins. Returns the way to stop it. */
  add(fault: Fault): () => void;
  /** Stops all. */
  clear(): void;
  /** The fault this request meets; each call counts. */
  meet(method: string, route: string): Fault | undefined;
  /** Those still active. */
  list(): Fault[];
}

export function createFaultInjection(random: () => number): FaultInjection {
  const active = new Map<object, { fault: Fault; left: number }>();
  return {
    add(fault) {
      const key = {};
      active.set(key, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
      return () => active.delete(key);
    },
    clear: () => active.clear(),
    meet(method, route) {
      for (const [key, entry] of active) {
        const { fault } = entry;
        if ((fault.method ?? method) !== method || (fault.route ?? route) !== route) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        entry.left -= 1;
        if (entry.left <= 0) active.delete(key);
        return fault;
      }
      return undefined;
    },
    list: () => [...active.values()].map((entry) => entry.fault),
  };
}
