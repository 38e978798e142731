/** The command line of a developer's script. In: its usage and options, all whole numbers. Out: the numbers by name. */
import { parseArgs } from 'node:util';

export interface NumberOption {
  readonly min: number;
  readonly max: number;
  /** Its value if it is not given. */
  readonly otherwise: number;
}

const USED_WRONGLY = 2;

/** Thrown for a command line that is wrong; its message says how. */
class UsageError extends Error {}

const readNumber = (name: string, text: string, { min, max }: NumberOption): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageError(`--${name} expects a whole number from ${min} to ${max}; got "${text}".`);
  return value;
};

const parse = (names: readonly string[], flags: readonly string[]) => {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

const end = (stream: NodeJS.WriteStream, text: string, code: number): never => {
  stream.write(text);
  process.exit(code);
};

/**
 * Reads the options of a command, each a number. `flags` are allowed too; whoever calls looks for them in `process.argv`.
 * `--help` prints the usage and ends the process. A mistake is printed with the usage and ends it with exit code 2.
 */
export const readNumbers = <Name extends string>(
  usage: string,
  options: Readonly<Record<Name, NumberOption>>,
  flags: readonly string[] = [],
): Readonly<Record<Name, number>> => {
  const entries = Object.entries<NumberOption>(options);
  try {
    const values: Record<string, unknown> = parse(Object.keys(options), flags);
    if (values.help === true) end(process.stdout, usage, 0);
    const read = entries.map(([name, option]) => [
      name,
      values[name] === undefined ? option.otherwise : readNumber(name, String(values[name]), option),
    ]);
    return Object.fromEntries(read);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return end(process.stderr, `${error.message}\n\n${usage}`, USED_WRONGLY);
  }
};
