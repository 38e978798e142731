/** In: a command line of one file's name. Out: the name, or how the command is used. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './run-command.ts';

/** The file's whole path; null if help is asked for. @throws UsageError for anything else. */
export const readFileArgument = (usage: string): string | null => {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return null;
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0)
      throw new Error(`Expected the name of one file, got ${positionals.length}.`);
    return resolve(file);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
};
