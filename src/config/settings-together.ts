/** Settings that mean something only with others: roles, shards and the databases that processes share. */
import { hostname } from 'node:os';
import { DatelineError } from '../domain/errors.ts';
import type { Shards } from '../domain/shards.ts';
import { type Config, ROLES } from './settings.ts';

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

/** @throws DatelineError `invalid` if one is set without another that it needs. */
export const checkTogether = (config: Config): void => {
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
