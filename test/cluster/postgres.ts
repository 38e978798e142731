/** A real PostgreSQL server for tests: Debian's own, in a temporary folder, on a Unix socket, gone when the tests are. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** The folder of the newest server's programs, or undefined if none is installed. */
const binaries = globSync('/usr/lib/postgresql/*/bin/postgres')
  .toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  .map((path) => dirname(path))
  .at(-1);

/** For `describe.skipIf`: these tests need `apt-get install postgresql`. */
export const lacksPostgres = binaries === undefined;

/** PostgreSQL refuses to run as root; its package brings a user of its own. */
export const serverUser = (): { uid: number; gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = /^postgres:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
};

/** What tests do with a server. */
export interface PostgresUser {
  /** Makes an empty database; its address. */
  createDatabase(): Promise<string>;
  /** Runs a statement as the owner of all, in no database of the tests. */
  administer(statement: string): Promise<void>;
  /** Ends every connection to the database of that address. */
  cutConnections(url: string): Promise<void>;
  /** Keeps the database of that address as it is; returns the way back to it, as of a failover to a standby that lags behind. */
  save(url: string): Promise<() => Promise<void>>;
  /** Those made here. */
  dropDatabases(): Promise<void>;
}

export interface TestPostgres extends PostgresUser {
  /** Its folder, by which `usePostgres` finds it from other processes. */
  readonly dir: string;
  /** Of the process whose children are the server's. */
  readonly pid: number;
  close(): Promise<void>;
}

/**
 * Stands between the tests and the server: when the tests end, however they do, its input ends, and so does the server, at
 * once, since nothing of its data is kept.
 */
const KEEPER = '"$0" "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server';

const USUAL_PORT = 5432;

/** What a server has beside what all have. */
export interface ServerOptions {
  /** It listens there, on this machine, as well. */
  readonly port?: number;
  /** As in postgresql.conf. */
  readonly settings?: readonly string[];
  /** Lines of pg_hba.conf, before those that let everyone in. */
  readonly access?: readonly string[];
  /** Puts files into the folder of its data. */
  readonly prepare?: (data: string) => void;
}

const startServer = async (
  dir: string,
  { port, settings: own = [], access = [], prepare = () => undefined }: ServerOptions,
) => {
  const user = serverUser();
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
  const data = join(dir, 'data');
  const init = ['-D', data, '-U', 'dateline', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'];
  await run(join(binaries!, 'initdb'), init, user);
  prepare(data);
  const hba = join(data, 'pg_hba.conf');
  writeFileSync(hba, `${access.join('\n')}\n${readFileSync(hba, 'utf8')}`);
  if (user.uid !== undefined)
    for (const file of readdirSync(data)) chownSync(join(data, file), user.uid, user.gid);
  const settings = [
    ...(port === undefined ? ['listen_addresses='] : ['listen_addresses=127.0.0.1', `port=${port}`]),
    `unix_socket_directories=${dir}`,
    'fsync=off',
    'max_connections=100',
    ...own,
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('sh', ['-c', KEEPER, join(binaries!, 'postgres'), ...args], {
    ...user,
    cwd: dir,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  const ended = once(server, 'exit');
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    server.stdin.end();
    await ended;
  };
  return { pid: server.pid!, stop };
};

export const usePostgres = (dir: string, port = USUAL_PORT): PostgresUser => {
  const urlOf = (name: string): string => `postgresql://dateline@${encodeURIComponent(dir)}:${port}/${name}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const made: string[] = [];
  const nameIn = (url: string): string => url.split('/').at(-1)!;
  const cutConnections = (url: string): Promise<void> =>
    administer(
      `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '${nameIn(url)}'`,
    );
  return {
    administer,
    cutConnections,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await administer(`CREATE DATABASE ${name}`);
      made.push(name);
      return urlOf(name);
    },
    async save(url) {
      const [name, saved] = [nameIn(url), `${nameIn(url)}_${made.length}`];
      await cutConnections(url);
      await administer(`CREATE DATABASE ${saved} TEMPLATE ${name}`);
      made.push(saved);
      return async () => {
        await administer(`DROP DATABASE ${name} WITH (FORCE)`);
        await administer(`CREATE DATABASE ${name} TEMPLATE ${saved}`);
      };
    },
    async dropDatabases() {
      for (const name of made.splice(0)) await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
};

export const startPostgres = async (options: ServerOptions = {}): Promise<TestPostgres> => {
  const dir = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  const { pid, stop } = await startServer(dir, options);
  return {
    ...usePostgres(dir, options.port),
    dir,
    pid,
    async close() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
