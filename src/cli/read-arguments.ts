/** In: what a tool of the terminal may be given. Out: what was typed. @throws UsageError, with the usage, for anything else. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './run-command.ts';

/** The option every tool has. */
export const HELP = { type: 'boolean', short: 'h' } as const;

export const readArguments = <const Config extends ParseArgsConfig>(usage: string, config: Config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
};
