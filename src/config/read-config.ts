/**
 * In: environment variables, and a `.env` file behind them. Out: every setting, checked and typed. Nothing else reads
 * settings from the environment.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { DatelineError } from '../domain/errors.ts';
import { describeUnknown } from './near-settings.ts';
import { type Config, isSecret, SETTING_NAMES, type SettingName, settings } from './settings.ts';
import { checkTogether } from './settings-together.ts';

const MAX_SHOWN_CHARS = 60;

const shown = (name: SettingName, value: string): string => {
  if (isSecret(name)) return `something else (${value.length} characters, not shown)`;
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
};

/**
 * Reads the settings from variables. Empty ones count as absent; other variables are ignored.
 * @throws DatelineError `invalid` that names every problem: the name, what was expected and, except for secrets, what
 * was given.
 */
export const readConfig = (variables: Readonly<Record<string, string | undefined>>): Config => {
  const given = SETTING_NAMES.flatMap((name) => {
    const value = variables[name]?.trim();
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const values = new Map<SettingName, string>(given);
  const result = settings.safeParse(Object.fromEntries(values));
  if (result.success) {
    checkTogether(result.data);
    return result.data;
  }
  const problems = new Map(result.error.issues.map((issue) => [issue.path[0] as SettingName, issue.message]));
  const lines = [...problems].map(
    ([name, expected]) => `- ${name}: expected ${expected}; got ${shown(name, values.get(name) ?? '')}`,
  );
  throw new DatelineError(
    'invalid',
    `These settings cannot be used:\n${lines.join('\n')}\nCorrect them in .env or in the environment; .env.example explains each.`,
  );
};

/**
 * Reads the settings from the environment and, behind it, from the `.env` file of the working directory.
 * @throws DatelineError `invalid`, see `readConfig`, or if `.env` is there but cannot be read.
 */
export const loadConfig = (): Config => readConfig({ ...readDotenv('.env'), ...process.env });

/** What in `.env` and the environment looks like a setting and is not one, one sentence each; see `describeUnknown`. */
export const unknownSettings = (): string[] =>
  describeUnknown(Object.keys(readDotenv('.env')), Object.keys(process.env));

const readDotenv = (file: string): Record<string, string> => {
  try {
    return parseDotenv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new DatelineError('invalid', `The file ${resolve(file)} cannot be read. Check who may read it.`, {
      cause: error,
    });
  }
};
