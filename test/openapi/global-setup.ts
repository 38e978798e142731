/** Gives every test's sandbox a folder to write its requests to; after the last test, holds all of them to the specification. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createValidator, hasSpecification, readRecords } from './validate-requests.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for recorded requests. */
    requestFolder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-requests-'));
  project.provide('requestFolder', folder);
  return () => {
    try {
      judge(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

function judge(folder: string): void {
  const records = readRecords(folder);
  if (!hasSpecification()) {
    console.log(
      `\n SKIPPED  Discord's OpenAPI specification is absent: ${records.length} requests not validated.\n`,
    );
    return;
  }
  const faults = records.flatMap(createValidator());
  for (const fault of faults.slice(0, 10)) {
    console.error(
      `${fault.method} ${fault.route}: ${fault.problem}\n${JSON.stringify(fault.body).slice(0, 2000)}\n`,
    );
  }
  if (faults.length > 0)
    throw new Error(`${faults.length} of ${records.length} requests break Discord's specification.`);
  console.log(`\n ${records.length} recorded requests keep to Discord's OpenAPI specification.\n`);
}
