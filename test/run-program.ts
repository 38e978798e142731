/** Runs programs of the project to their end: each by itself, or many in one process. */
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

/**
 * As `runProgram`, one after the other in one process, which loads what they share once. For programs that end by
 * themselves and leave nothing running.
 */
export const runInTurn = async (
  lines: readonly (readonly [file: string, ...args: string[]])[],
  options: ProgramOptions = {},
): Promise<Ended[]> => {
  const { stdout, stderr } = await runProgram('test/run-in-turn.ts', [JSON.stringify(lines)], options);
  const errors = stderr.split('\0');
  return stdout
    .split('\0')
    .slice(0, -1)
    .map((text, at) => {
      const [, said = '', code] = /^(.*)\n(\d+)$/s.exec(errors[at]!) ?? [];
      return { code: Number(code), stdout: text, stderr: said };
    });
};
