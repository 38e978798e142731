/** How a command of the terminal ends when it goes wrong: with a message on standard error and an exit code. */
import { DatelineError } from '../domain/errors.ts';

const FAILED = 1;
const USED_WRONGLY = 2;

const end = (message: string, code: number): void => {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exitCode = code;
};

/** Runs it; a `DatelineError` ends it with 2 if that is `invalid`, else with 1. @throws whatever else it throws. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    end(error.message, error.code === 'invalid' ? USED_WRONGLY : FAILED);
  }
};

/** What was typed cannot be understood. */
export class UsageError extends Error {}

/** Runs it; a `UsageError` ends it with 2, any other error with 1. The reader of its output may close the pipe early. */
export const runTool = async (tool: () => Promise<void>): Promise<void> => {
  process.stdout.on('error', () => process.exit(0));
  try {
    await tool();
  } catch (error) {
    end(
      error instanceof Error ? error.message : String(error),
      error instanceof UsageError ? USED_WRONGLY : FAILED,
    );
  }
};
