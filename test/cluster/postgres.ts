/** A real PostgreSQL server for tests: Debian's own, in a temporary folder, on a Unix socket, gone when the tests are. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
const serverUser = (): { uid: number; gid: number } | Record<string, never> => {
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

const startServer = async (dir: string) => {
  const user = serverUser();
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
  const data = join(dir, 'data');
  const init = ['-D', data, '-U', 'dateline', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'];
  await run(join(binaries!, 'initdb'), init, user);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${dir}`,
    'fsync=off',
    'max_connections=100',
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

export const usePostgres = (dir: string): PostgresUser => {
  const urlOf = (name: string): string => `postgresql://dateline@${encodeURIComponent(dir)}/${name}`;
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
  return {
    administer,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await administer(`CREATE DATABASE ${name}`);
      made.push(name);
      return urlOf(name);
    },
    cutConnections: (url) =>
      administer(
        `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '${url.split('/').at(-1)}'`,
      ),
    async dropDatabases() {
      for (const name of made.splice(0)) await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
};

export const startPostgres = async (): Promise<TestPostgres> => {
  const dir = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  const { pid, stop } = await startServer(dir);
  return {
    ...usePostgres(dir),
    dir,
    pid,
    async close() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
