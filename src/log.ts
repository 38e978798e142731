/** In: a level. Out: the log, on standard error: lines for people on a terminal, JSON elsewhere, secrets left out. */
import { isatty } from 'node:tty';
import { destination, type Level, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

/** Names of fields whose values are secret, up to two levels deep in a logged object. */
const SECRET_FIELDS = ['token', 'authorization', 'Authorization'];

const STANDARD_ERROR = 2;

export interface LogOptions {
  readonly level: Level | 'silent';
  /** Strings that never get into the log, whatever they are part of: see `secretsOf` of the settings. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard error by default. */
  readonly write?: (line: string) => void;
}

/** `line` with every secret replaced. */
const withoutSecrets = (line: string, secrets: readonly string[]): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);

/**
 * A structured log. Written synchronously, so that nothing is lost when the process ends. Give errors as `err`:
 * `log.error({ err }, 'what failed')`.
 */
export const createLog = ({ level, secrets = [], write }: LogOptions): Logger => {
  const out =
    write !== undefined
      ? { write }
      : // Not `process.stderr.isTTY`, which a worker's own standard error does not know.
        isatty(STANDARD_ERROR)
        ? pretty({
            destination: STANDARD_ERROR,
            sync: true,
            ignore: 'pid,hostname',
            translateTime: 'SYS:HH:MM:ss',
          })
        : destination({ dest: STANDARD_ERROR, sync: true });
  // A line is JSON, in which quotation marks and backslashes are escaped.
  const hidden = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[secret]',
      },
    },
    { write: (line: string) => void out.write(withoutSecrets(line, hidden)) },
  );
};
