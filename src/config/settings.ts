/**
 * Every setting: its name, what it may be and what it is by default. `.env.example` explains each setting to operators; a
 * test holds it to this schema.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Retention } from '../domain/retention.ts';

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

const isWebAddress = (value: string): boolean => /^https?:\/\/\S+$/.test(value) && URL.canParse(value);

const webAddress = (expected: string) => z.string().refine(isWebAddress, expected);

/** Goes into a header of each request: letters that cannot stand there are encoded in an address, and refused elsewhere. */
const contact = z
  .string()
  .transform((value) => (isWebAddress(value) ? new URL(value).href : value))
  .refine(
    (value) => isWebAddress(value) || /^[!-?A-~]+@[!-?A-~]+$/.test(value),
    'a web address or an e-mail address in plain ASCII',
  );

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

export const ROLES: readonly Role[] = ['gateway', 'leader'];

const roles = z
  .string()
  .regex(
    /^(?:gateway|leader)(?:\s*,\s*(?:gateway|leader))*$/,
    'gateway, leader, or both separated by a comma',
  )
  .transform((value) => ROLES.filter((role) => value.includes(role)));

/** A variable that is absent or empty takes its default. */
export const settings = z.object({
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
  SEARCH_URL: webAddress('the address of an OpenSearch (https://user:password@host:9200)')
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
  DISCORD_API: webAddress('the http(s) address of a REST API that speaks like Discord’s')
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
  CONTACT: contact.nullable().default(null),
});

/** The settings, under the names operators know them by. Paths are absolute. */
export type Config = Readonly<z.output<typeof settings>>;

export type SettingName = keyof Config;

/** Every setting's name. */
export const SETTING_NAMES = Object.keys(settings.shape) as readonly SettingName[];

/** Values of these never appear in a message or a log. */
const SECRET_SETTINGS = ['DISCORD_TOKEN', 'API_KEY', 'DATABASE_URL', 'SEARCH_URL'] as const;

export const isSecret = (name: SettingName): boolean => SECRET_SETTINGS.some((secret) => secret === name);

/** The secrets among the settings, for the log to leave out. */
export const secretsOf = (config: Config): string[] => SECRET_SETTINGS.flatMap((name) => config[name] ?? []);
