/** Runs a program of the project by itself, to its end. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** The project unless given. */
  readonly cwd?: string;
  /** That of the tests unless given; with it, nothing of theirs but what Node needs. */
  readonly env?: Readonly<Record<string, string>>;
}

/** `file` from the project's folder on, such as `src/cli/ask.ts`. */
export const runProgram = (
  file: string,
  args: readonly string[] = [],
  { cwd = ROOT, env }: ProgramOptions = {},
): Promise<Ended> => {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { cwd, env: env ? { PATH, NODE_COMPILE_CACHE, ...env } : process.env, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, file), ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
};
