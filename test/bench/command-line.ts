/** What the command lines of the benchmarks have in common: how they are read, and how a mistake is reported. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DatelineError } from '../../src/domain/errors.ts';

/** `script` as npm runs it, `example` a whole command line. */
export const commandLine = (script: string, example: string) => {
  const wrong = (message: string): DatelineError =>
    new DatelineError(
      'invalid',
      `${message}\nExpected something like: ${example}\nnpm run ${script} -- --help lists what there is.`,
    );
  const wholeNumber = (option: string, text: string, from: number, to: number): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    throw wrong(`${option} expects whole numbers from ${from} to ${to}; got "${text}".`);
  };
  return {
    /** The error `invalid` with the message, the example and where to read more. */
    wrong,
    /** @throws DatelineError `invalid`, as the others do. */
    parse: <Options extends NonNullable<ParseArgsConfig['options']>>(
      args: readonly string[],
      options: Options,
    ) => {
      try {
        return parseArgs({ args: [...args], options }).values;
      } catch (error) {
        throw wrong((error as Error).message);
      }
    },
    wholeNumber,
    /** Numbers of articles, each once, ascending. */
    sizes: (text: string, from: number, to: number): number[] =>
      [...new Set(text.split(',').map((size) => wholeNumber('--sizes', size.trim(), from, to)))].sort(
        (a, b) => a - b,
      ),
  };
};
