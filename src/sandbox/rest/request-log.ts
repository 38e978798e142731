/** Every REST request the sandbox took, for tests to look at and to wait for, and as a file of JSON lines if wished. */
import { appendFileSync } from 'node:fs';

export interface RequestRecord {
  method: string;
  /** Template as in Discord's specification; the plain path if no route fits. */
  route: string;
  path: string;
  query: string;
  /** The JSON body, or `payload_json`; undefined without a body. */
  body: unknown;
  /** Names of uploaded files. */
  files: string[];
  /** What the sandbox answered; 0 if it cut the connection. */
  status: number;
  /** Sandbox time in milliseconds at which it was answered. */
  at: number;
}

/** The newest requests kept in memory; a file keeps all of them. */
const KEPT_REQUESTS = 50_000;

export interface RequestLog {
  add(record: RequestRecord): void;
  /** Oldest first. */
  all(): readonly RequestRecord[];
  subscribe(listener: (record: RequestRecord) => void): () => void;
}

/** With `file`, each request is appended to it as one line. */
export function createRequestLog(file?: string): RequestLog {
  const records: RequestRecord[] = [];
  const listeners = new Set<(record: RequestRecord) => void>();
  return {
    add(record) {
      records.push(record);
      if (records.length > KEPT_REQUESTS) records.splice(0, KEPT_REQUESTS / 10);
      if (file) appendFileSync(file, `${JSON.stringify(record)}\n`);
      for (const listener of [...listeners]) listener(record);
    },
    all: () => records,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
