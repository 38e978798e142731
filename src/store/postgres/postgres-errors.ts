/** In: an error of PostgreSQL or of the way to it. Out: a message that says what to do. */
import { DatelineError } from '../../domain/errors.ts';

const CUT = 'the connection was cut. It is made anew with the next query';
const NOT_REACHED = 'it is not reached. Check the network, or correct host and port in DATABASE_URL';
const IN_EACH_OTHERS_WAY = 'others changed the same at that moment. Try again';

/** What the server's or the system's error codes ask of an operator (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct host and port in DATABASE_URL',
  ECONNRESET: CUT,
  EPIPE: CUT,
  ENOENT: 'its socket is not there. Start PostgreSQL, or correct the host in DATABASE_URL',
  ENOTFOUND: 'its host is not known. Correct the host in DATABASE_URL',
  EAI_AGAIN: 'its host cannot be looked up. Check the network and its name server',
  EHOSTUNREACH: NOT_REACHED,
  ENETUNREACH: NOT_REACHED,
  ETIMEDOUT: 'it does not answer. Check the network, or correct host and port in DATABASE_URL',
  '08P01':
    'it, or a pooler before it, refuses how Dateline connects. Let Dateline connect to PostgreSQL itself, or have the pooler keep one connection for each of its clients (session mode)',
  '25006':
    'it only allows reading, as a standby does. Correct DATABASE_URL to lead to the primary, or wait until this one is promoted',
  '25P03': 'a transaction stood still for too long, as when the process was held up. It is made anew',
  '28P01': 'it refuses the password. Correct user and password in DATABASE_URL',
  '28000': 'it refuses this user. Correct the user in DATABASE_URL, or permit it in pg_hba.conf',
  '3D000': 'there is no database of that name. Make it with createdb, or correct the name in DATABASE_URL',
  '40001': IN_EACH_OTHERS_WAY,
  '40P01': IN_EACH_OTHERS_WAY,
  '42501': 'this user may not do that. Make it the owner of the database',
  '53100': 'its disk is full. Free some space',
  '53200': 'it has too little memory. Give it more, or lower max_connections',
  '53300': 'it has no connection left. Raise max_connections, or start fewer processes',
  '57014': 'it took too long to answer. Try again when it has less to do',
  '57P01': 'it was stopped. The connection is made anew when it is back',
  '57P02': 'it crashed and starts again. The connection is made anew when it is back',
  '57P03': 'it is still starting. Try again in a moment',
  '57P05': CUT,
  '58030': 'it cannot read or write its disk. Look at its log',
  XX001: 'its data is damaged. Look at its log, and restore a dump',
  XX002: 'an index of it is damaged. Look at its log, and run REINDEX DATABASE',
};

/** What has no code of its own, by its words. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /no encryption/,
    'it refuses this user, or an unencrypted connection. Correct the user, add ?sslmode=verify-full to DATABASE_URL, or permit it in pg_hba.conf',
  ],
  [
    /certificate|altnames/i,
    'its certificate is not trusted. Name the file of the authority that issued it (?sslmode=verify-full&sslrootcert=FILE in DATABASE_URL), and use the host that it was issued for',
  ],
  [/does not support SSL/, 'it does not encrypt. Take sslmode out of DATABASE_URL, or set ssl = on there'],
  [/client password must be/, 'it asks for a password. Add it to DATABASE_URL'],
  [/timeout/i, REMEDIES.ETIMEDOUT!],
  [/connection terminated|not queryable|Client has encountered/i, CUT],
];

const remedyOf = (error: unknown): string | undefined => {
  const { code = '', message, severity } = error as { code?: string; message: string; severity?: string };
  // What the server says, always of some severity, may hold any word of a statement or a name.
  if (severity !== undefined && code !== '28000') return REMEDIES[code];
  return SAID.find(([pattern]) => pattern.test(message))?.[1] ?? REMEDIES[code];
};

/** Errors with a remedy as a `DatelineError` (`unavailable`); any other as it was. */
const explained = (error: unknown): unknown => {
  const remedy = remedyOf(error);
  if (remedy === undefined) return error;
  return new DatelineError('unavailable', `PostgreSQL cannot be used: ${remedy}.`, { cause: error });
};

/** The work, with errors that have a remedy as a `DatelineError` (`unavailable`). */
export const explaining = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw explained(error);
  }
};
