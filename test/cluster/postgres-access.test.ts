/** What an operator reads if PostgreSQL, or a pooler before it, does not let Dateline in. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresState } from '../../src/store/postgres/open-postgres-state.ts';
import { lacksPostgres, serverUser, startPostgres, type TestPostgres } from './postgres.ts';

const lacksOpenssl = spawnSync('openssl', ['version']).status !== 0;
const POOLER = '/usr/sbin/pgbouncer';

const makeCertificate = (data: string): void => {
  const files = ['-keyout', join(data, 'server.key'), '-out', join(data, 'server.crt')];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=db.example'];
  execFileSync('openssl', ['req', ...kind, ...files], { stdio: 'ignore' });
  chmodSync(join(data, 'server.key'), 0o600);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe.skipIf(lacksPostgres || lacksOpenssl)('a PostgreSQL that does not let everyone in', () => {
  let server: TestPostgres;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    server = await startPostgres({
      port,
      settings: ['ssl=on'],
      access: [
        'host all ada 127.0.0.1/32 scram-sha-256',
        'hostssl all grace 127.0.0.1/32 trust',
        'host all grace 127.0.0.1/32 reject',
      ],
      prepare: makeCertificate,
    });
    await server.administer("CREATE ROLE ada LOGIN PASSWORD 'right'");
    await server.administer('CREATE ROLE grace LOGIN');
  });
  afterAll(() => server.close());

  const opening = (user: string, settings = '', place = `127.0.0.1:${port}`): Promise<unknown> =>
    openPostgresState(`postgresql://${user}@${place}/postgres${settings}`);

  it.each([
    ['its password is wrong', 'ada:secret', '', /refuses the password/],
    ['a password is wanted', 'ada', '', /asks for a password/],
    ['its name is unknown', 'bob:secret', '', /refuses this user/],
    ['it has to encrypt', 'grace', '', /unencrypted connection.*sslmode=verify-full/],
    ['nobody vouches for the server', 'grace', '?sslmode=verify-full', /not trusted.*sslrootcert=FILE/],
    ['it may not make tables', 'grace', '?sslmode=no-verify', /this user may not do that/],
  ])('says what to do where %s', async (_, user, settings, expected) => {
    const failing = opening(user, settings);
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    await expect(failing).rejects.toThrow(expected);
    await expect(failing).rejects.not.toThrow(/secret/);
  });

  it('says that the file of the authority is not there', async () => {
    await expect(opening('grace', '?sslmode=verify-full&sslrootcert=/nowhere.pem')).rejects.toThrow(
      /\/nowhere\.pem, which is not there/,
    );
  });

  describe.skipIf(!existsSync(POOLER))('behind PgBouncer', () => {
    const startPooler = async (mode: string): Promise<string> => {
      const [dir, listens] = [join(server.dir, mode), await freePort()];
      mkdirSync(dir);
      const settings = join(dir, 'pgbouncer.ini');
      writeFileSync(
        settings,
        `[databases]
postgres = host=127.0.0.1 port=${port} user=dateline
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listens}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
`,
      );
      const user = serverUser();
      if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
      const pooler = spawn(POOLER, [settings], { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
      onTestFinished(async () => {
        pooler.kill('SIGKILL');
        await once(pooler, 'exit');
      });
      for await (const said of pooler.stderr) if (String(said).includes('process up')) break;
      return `127.0.0.1:${listens}`;
    };

    it('is used where each client has a connection of its own', async () => {
      const db = await openPostgresState(`postgresql://dateline@${await startPooler('session')}/postgres`);
      expect(await db.selectFrom('guilds').selectAll().execute()).toEqual([]);
      await db.destroy();
    });

    it('is refused where clients share connections: two gateways would answer at once', async () => {
      const place = await startPooler('transaction');
      await expect(opening('dateline', '', place)).rejects.toThrow(/pool_mode = session/);
    });
  });
});
