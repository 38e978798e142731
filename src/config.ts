/**
 * In: environment variables, and a `.env` file behind them. Out: every setting, checked and typed. The only module
 * that reads the environment. `.env.example` explains each setting to operators; a test holds it to this schema.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { z } from 'zod';
import { DatelineError } from './domain/errors.ts';
import { nearestName } from './domain/near-name.ts';
import type { Retention } from './domain/retention.ts';

/** A schema whose one problem message is what was expected. */
const wholeNumber = (min: number, max: number, expected: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

const yesOrNo = z.stringbool({
  truthy: ['true', 'yes', 'on', '1'],
  falsy: ['false', 'no', 'off', '0'],
  error: 'true or false',
});

const path = z.string().transform((value) => resolve(value));

const host = z.string().regex(/^\S+$/, 'a host name or an IP address');

const port = wholeNumber(0, 65_535, 'a port number from 0 (any free one) to 65535');

const ports = z
  .string()
  .regex(/^\d{1,5}(\s*,\s*\d{1,5})*$/, 'port numbers separated by commas, such as 80,443')
  .transform((value) => value.split(',').map(Number))
  .refine((list) => list.every((item) => item >= 1 && item <= 65_535), 'port numbers from 1 to 65535');

const KEPT_SYNTAX =
  'days, a number of articles, or both, such as "365 days", "100000 articles" or "365 days, 100000 articles"';

/** Reads `KEEP_ARTICLES`. */
const retention = z.string().transform((value, context): Retention => {
  const parts = /^(?:(\d{1,5}) days?)?(?:(?<=.) ?, ?(?=.))?(?:(\d{1,9}) articles?)?$/i.exec(value);
  const [days, articles] = [parts?.[1], parts?.[2]].map((part) => (part === undefined ? null : Number(part)));
  if (days === 0 || articles === 0 || (!days && !articles)) context.addIssue(KEPT_SYNTAX);
  return { days: days ?? null, articles: articles ?? null };
});

/** Every setting. A variable that is absent or empty takes its default. */
const settings = z.object({
  CORPUS_DIR: path.default(resolve('corpus')),
  CORPUS_WATCH: oneOf(['auto', 'events', 'polling', 'off']).default('auto'),
  DATA_DIR: path.default(resolve('data')),
  SEARCH_ENGINE: oneOf(['sqlite', 'minisearch']).default('sqlite'),
  LOG_LEVEL: oneOf(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn'),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'a bot token from the Discord Developer Portal (three parts joined by dots)',
    )
    .nullable()
    .default(null),
  DISCORD_API: z
    .string()
    .regex(/^https?:\/\/\S+$/, 'the http(s) address of a REST API that speaks like Discord’s')
    .nullable()
    .default(null),
  SANDBOX_HOST: host.default('127.0.0.1'),
  SANDBOX_PORT: port.default(8787),
  API_HOST: host.default('127.0.0.1'),
  API_PORT: port.nullable().default(null),
  API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,200}$/, 'a secret of 32 to 200 letters, digits and signs, without spaces')
    .nullable()
    .default(null),
  METRICS_HOST: host.default('127.0.0.1'),
  METRICS_PORT: port.nullable().default(null),
  READ_LIMIT: wholeNumber(
    0,
    1_000_000,
    'a number of characters from 1 to 1000000, or 0 for whole articles',
  ).default(0),
  FEEDBACK: yesOrNo.default(true),
  KEEP_ARTICLES: retention.nullable().default(null),
  RETENTION_DAYS: wholeNumber(1, 3_650, 'a number of days from 1 to 3650').default(30),
  FEEDS_FILE: path.nullable().default(null),
  FEED_MANAGERS: oneOf(['owner', 'admins']).default('owner'),
  FEED_PORTS: ports.default([80, 443]),
  FULL_TEXT: yesOrNo.default(true),
  ALLOW_PRIVATE_NETWORK: yesOrNo.default(false),
  CONTACT: z
    .string()
    .regex(/^(https?:\/\/\S+|[^\s@]+@[^\s@]+)$/, 'an e-mail address or a web address')
    .nullable()
    .default(null),
});

/** The settings, under the names operators know them by. Paths are absolute. */
export type Config = Readonly<z.output<typeof settings>>;

export type SettingName = keyof Config;

/** Every setting's name, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(settings.shape) as readonly SettingName[];

/** Values of these never appear in a message or a log. */
const SECRET_SETTINGS: ReadonlySet<SettingName> = new Set(['DISCORD_TOKEN', 'API_KEY']);

const MAX_SHOWN_CHARS = 60;

const shown = (name: SettingName, value: string): string => {
  if (SECRET_SETTINGS.has(name)) return `something else (${value.length} characters, not shown)`;
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
};

/**
 * Reads the settings from variables. Empty ones count as absent; other variables are ignored.
 * @throws DatelineError `invalid` that tells every problem: the name, what was expected and what came (but for
 * secrets).
 */
export const readConfig = (variables: Readonly<Record<string, string | undefined>>): Config => {
  const given = SETTING_NAMES.flatMap((name) => {
    const value = variables[name]?.trim();
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const values = new Map<SettingName, string>(given);
  const result = settings.safeParse(Object.fromEntries(values));
  if (result.success) {
    const { API_PORT, API_KEY } = result.data;
    if (API_PORT === null || API_KEY !== null) return result.data;
    throw new DatelineError(
      'invalid',
      'API_PORT is set without API_KEY. Set API_KEY to a secret of 32 characters or more, such as `openssl rand -hex 32` prints, or leave both out.',
    );
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
 * @throws DatelineError `invalid`, see `readConfig`, or where `.env` is there but cannot be read.
 */
export const loadConfig = (): Config => readConfig({ ...readDotenv('.env'), ...process.env });

/** Longer names are no settings. */
const MAX_NAME_CHARS = 60;

const firstWord = (name: string): string => name.toUpperCase().split('_')[0]!;

/**
 * `written` are the names in `.env`, of which any that share a setting's prefix are reported; of the environment, only
 * near misses are.
 */
export const describeUnknown = (written: readonly string[], environment: readonly string[]): string[] => {
  const settings: readonly string[] = SETTING_NAMES;
  const known = new Set(settings);
  const beginnings = new Set(settings.map(firstWord));
  const names = [...new Set([...written, ...environment])];
  return names
    .filter((name) => !known.has(name) && name.length <= MAX_NAME_CHARS)
    .flatMap((name) => {
      const meant = nearestName(name, settings);
      if (meant !== null) return `${name} is not a setting. Is ${meant} meant?`;
      const isOurs = written.includes(name) && name.includes('_') && beginnings.has(firstWord(name));
      return isOurs ? `${name} in .env is not a setting. .env.example lists them all.` : [];
    });
};

/** What in `.env` and the environment looks like a setting and is none, a sentence each; see `describeUnknown`. */
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
