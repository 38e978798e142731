/**
 * In: environment variables, and a `.env` file behind them. Out: every setting, checked and typed. The only module
 * that reads the environment. `.env.example` explains each setting to operators; a test holds it to this schema.
 */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { z } from 'zod';
import { DatelineError } from './domain/errors.ts';
import { nearestName } from './domain/near-name.ts';
import type { Retention } from './domain/retention.ts';
import type { Shards } from './domain/shards.ts';

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

const numbers = (expected: string) =>
  z
    .string()
    .regex(/^\d{1,5}(\s*,\s*\d{1,5})*$/, expected)
    .transform((value) => value.split(',').map(Number));

const ports = numbers('port numbers separated by commas, such as 80,443').refine(
  (list) => list.every((item) => item >= 1 && item <= 65_535),
  'port numbers from 1 to 65535',
);

const KEPT_SYNTAX =
  'days, a number of articles, or both, such as "365 days", "100000 articles" or "365 days, 100000 articles"';

/** Reads `KEEP_ARTICLES`. */
const retention = z.string().transform((value, context): Retention => {
  const parts = /^(?:(\d{1,5}) days?)?(?:(?<=.) ?, ?(?=.))?(?:(\d{1,9}) articles?)?$/i.exec(value);
  const [days, articles] = [parts?.[1], parts?.[2]].map((part) => (part === undefined ? null : Number(part)));
  if (days === 0 || articles === 0 || (!days && !articles)) context.addIssue(KEPT_SYNTAX);
  return { days: days ?? null, articles: articles ?? null };
});

/** What a process does: `gateway` answers people, `leader` polls, posts and tidies. */
export type Role = 'gateway' | 'leader';

const ROLES: readonly Role[] = ['gateway', 'leader'];

const roles = z
  .string()
  .regex(
    /^(?:gateway|leader)(?:\s*,\s*(?:gateway|leader))*$/,
    'gateway, leader, or both separated by a comma',
  )
  .transform((value) => ROLES.filter((role) => value.includes(role)));

/** Every setting. A variable that is absent or empty takes its default. */
const settings = z.object({
  CORPUS_DIR: path.default(resolve('corpus')),
  CORPUS_WATCH: oneOf(['auto', 'events', 'polling', 'off']).default('auto'),
  DATA_DIR: path.default(resolve('data')),
  SEARCH_ENGINE: oneOf(['sqlite', 'minisearch']).default('sqlite'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/\S+$/,
      'the address of a PostgreSQL database (postgresql://user:password@host:5432/name)',
    )
    .nullable()
    .default(null),
  SEARCH_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, 'the address of an OpenSearch (https://user:password@host:9200)')
    .nullable()
    .default(null),
  ROLES: roles.default([...ROLES]),
  SHARDS: numbers('numbers of shards separated by commas, such as 0,1').nullable().default(null),
  SHARD_COUNT: wholeNumber(1, 10_000, 'a number of shards from 1 to 10000').nullable().default(null),
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
  FEEDS_PER_SERVER: wholeNumber(0, 10_000, 'a number of feeds from 0 to 10000').default(25),
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

/** Every setting's name. */
export const SETTING_NAMES = Object.keys(settings.shape) as readonly SettingName[];

/** Values of these never appear in a message or a log. */
const SECRET_SETTINGS = ['DISCORD_TOKEN', 'API_KEY', 'DATABASE_URL', 'SEARCH_URL'] as const;

const isSecret = (name: SettingName): boolean => SECRET_SETTINGS.some((secret) => secret === name);

/** The secrets among the settings, for the log to leave out. */
export const secretsOf = (config: Config): string[] => SECRET_SETTINGS.flatMap((name) => config[name] ?? []);

const MAX_SHOWN_CHARS = 60;

const shown = (name: SettingName, value: string): string => {
  if (isSecret(name)) return `something else (${value.length} characters, not shown)`;
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
};

/** A process with one role needs others, and they need a place that all of them share. */
const checkRoles = ({ ROLES: chosen, DATABASE_URL, SEARCH_URL, DISCORD_TOKEN }: Config): void => {
  if (chosen.length === ROLES.length) return;
  const lacks = (what: string, because: string): DatelineError =>
    new DatelineError(
      'invalid',
      `ROLES=${chosen.join(',')} is set without ${what}. ${because} Set what is missing, or leave ROLES out: then one process does everything.`,
    );
  if (DATABASE_URL === null && SEARCH_URL === null)
    throw lacks('DATABASE_URL and SEARCH_URL', 'Processes with different roles work on one database.');
  if (DISCORD_TOKEN === null) throw lacks('DISCORD_TOKEN', 'Each process would open a sandbox of its own.');
};

const checkShards = ({ SHARDS, SHARD_COUNT, DATABASE_URL }: Config): void => {
  if (SHARD_COUNT === null && SHARDS !== null)
    throw new DatelineError(
      'invalid',
      'SHARDS is set without SHARD_COUNT. Set SHARD_COUNT to the number of shards of all processes together, or leave both out.',
    );
  if (SHARD_COUNT === null) return;
  const beyond = SHARDS?.find((id) => id >= SHARD_COUNT);
  if (beyond !== undefined)
    throw new DatelineError(
      'invalid',
      `SHARDS names shard ${beyond}, but with SHARD_COUNT=${SHARD_COUNT} they are 0 to ${SHARD_COUNT - 1}.`,
    );
  if (DATABASE_URL === null)
    throw new DatelineError(
      'invalid',
      'SHARD_COUNT is set without DATABASE_URL and SEARCH_URL. Processes that share the servers among them work on one database. Set both, or leave SHARDS and SHARD_COUNT out: one process then opens all the shards that Discord asks for.',
    );
};

/**
 * What this process answers for; null: every server. Without `SHARDS`, the shard is the number at the end of the host's
 * name, as a StatefulSet of Kubernetes gives it.
 * @throws DatelineError `invalid` if that is not one of the shards.
 */
export const shardsOf = (
  { SHARDS, SHARD_COUNT: count }: Pick<Config, 'SHARDS' | 'SHARD_COUNT'>,
  hostName = hostname(),
): Shards | null => {
  if (count === null) return null;
  const ordinal = /-(\d{1,5})$/.exec(hostName)?.[1];
  const ids = SHARDS ?? (ordinal === undefined ? [] : [Number(ordinal)]);
  if (ids.length > 0 && ids.every((id) => id < count)) return { ids, count };
  throw new DatelineError(
    'invalid',
    `SHARD_COUNT=${count} is set without SHARDS, and the host name ${hostName} does not end in the number of a shard (-0 to -${count - 1}). Set SHARDS to those this process answers for, such as 0,1.`,
  );
};

/** Settings that mean nothing without each other. */
const checkTogether = (config: Config): void => {
  const { API_PORT, API_KEY, DATABASE_URL, SEARCH_URL } = config;
  if (API_PORT !== null && API_KEY === null)
    throw new DatelineError(
      'invalid',
      'API_PORT is set without API_KEY. Set API_KEY to a secret of 32 characters or more, such as `openssl rand -hex 32` prints, or leave both out.',
    );
  checkRoles(config);
  checkShards(config);
  if ((DATABASE_URL === null) === (SEARCH_URL === null)) return;
  const [given, missing] =
    DATABASE_URL === null ? ['SEARCH_URL', 'DATABASE_URL'] : ['DATABASE_URL', 'SEARCH_URL'];
  throw new DatelineError(
    'invalid',
    `${given} is set without ${missing}. Articles are kept in PostgreSQL (DATABASE_URL) and found by OpenSearch (SEARCH_URL): set both, or leave both out.`,
  );
};

/** Where articles and state are kept beyond this machine; null if they are in the data folder. */
export const clusterOf = ({
  DATABASE_URL,
  SEARCH_URL,
}: Pick<Config, 'DATABASE_URL' | 'SEARCH_URL'>): { databaseUrl: string; searchUrl: string } | null =>
  DATABASE_URL === null || SEARCH_URL === null ? null : { databaseUrl: DATABASE_URL, searchUrl: SEARCH_URL };

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
      if (meant !== null) return `${name} is not a setting. Did you mean ${meant}?`;
      const isOurs = written.includes(name) && name.includes('_') && beginnings.has(firstWord(name));
      return isOurs ? `${name} in .env is not a setting. .env.example lists them all.` : [];
    });
};

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
