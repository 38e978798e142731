/** In: a command line of one file's name. Out: the name, or how the command is used. */
import { resolve } from 'node:path';
import { HELP, readArguments } from './read-arguments.ts';
import { UsageError } from './run-command.ts';

/** The file's whole path; null if help is asked for. @throws UsageError for anything else. */
export const readFileArgument = (usage: string): string | null => {
  const { values, positionals } = readArguments(usage, { options: { help: HELP }, allowPositionals: true });
  if (values.help) return null;
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageError(`Expected the name of one file, got ${positionals.length}.\n\n${usage}`);
  return resolve(file);
};
