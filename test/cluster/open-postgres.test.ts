import { Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresState } from '../../src/store/postgres/open-postgres-state.ts';
import { openPostgresDialect } from '../../src/store/postgres/postgres-dialect.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { useTestState } from './open-test-state.ts';
import { lacksPostgres } from './postgres.ts';

const tablesOf = async (db: StateDatabase): Promise<readonly string[]> => {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely'));
  return tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)).toSorted();
};

describe('an address of a database that cannot be used', () => {
  it('is refused where it is not one of PostgreSQL, in words that do not hold its password', async () => {
    const opening = openPostgresState('mysql://ada:secret@localhost/news');
    await expect(opening).rejects.toMatchObject({ code: 'invalid' });
    await expect(opening).rejects.toThrow(/DATABASE_URL.*Expected postgresql:\/\//);
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it('is refused where its password has signs that end an address, in words that do not hold it', async () => {
    for (const password of ['sec/ret', 'sec#ret', 'sec?ret', 'sec:ret@']) {
      const opening = openPostgresState(`postgresql://ada:${password}@localhost:port/news`);
      await expect(opening).rejects.toMatchObject({ code: 'invalid' });
      await expect(opening).rejects.toThrow(/as %2F/);
      await expect(opening).rejects.not.toThrow(/sec/);
    }
  });

  it('is said to have nothing listening where nothing does', async () => {
    const opening = openPostgresState('postgresql://ada:secret@127.0.0.1:1/news');
    await expect(opening).rejects.toMatchObject({ code: 'unavailable' });
    await expect(opening).rejects.toThrow(/nothing listens there/);
  });
});

describe.skipIf(lacksPostgres)('the state in PostgreSQL', () => {
  const { open, url, server } = useTestState();

  it('has the tables and columns of state.db', async () => {
    const embedded = await openStateDatabase(null);
    onTestFinished(() => embedded.destroy());
    expect(await tablesOf(await open())).toEqual(await tablesOf(embedded));
  });

  it('is made once where eight processes start at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, open));
    for (const db of all) expect(await db.selectFrom('subscription').selectAll().execute()).toEqual([]);
  });

  it('gives moments in milliseconds back as numbers, and refuses one that is none', async () => {
    const db = await open();
    const moment = Date.UTC(2026, 10, 29);
    await db.insertInto('guilds').values({ guild_id: 'g', left_ms: moment }).execute();
    expect((await db.selectFrom('guilds').selectAll().executeTakeFirst())?.left_ms).toBe(moment);
    await expect(sql`SELECT 9007199254740993::bigint`.execute(db)).rejects.toThrow('too large');
    expect((await sql<{ n: number }>`SELECT 1::bigint AS n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });

  it('gives bytes back as they were put in', async () => {
    const bytes = Buffer.from([0, 1, 127, 128, 255, 92, 120]);
    const { rows } = await sql<{ bytes: Buffer }>`SELECT ${bytes}::bytea AS bytes`.execute(await open());
    expect(rows[0]?.bytes.equals(bytes)).toBe(true);
  });

  it('plans once what is asked often, and goes on asking it where a newer build has added a column', async () => {
    const db = await open();
    const ask = async (): Promise<unknown> => [
      await db.selectFrom('guilds').select('guild_id').execute(),
      await db.selectFrom('guilds').selectAll().execute(),
    ];
    for (let time = 0; time < 10; time++) await ask();
    const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(
      db,
    );
    expect(rows.map(({ statement }) => statement)).toEqual(['select "guild_id" from "guilds"']);
    await sql`ALTER TABLE guilds ADD COLUMN later TEXT`.execute(db);
    expect(await ask()).toEqual([[], []]);
  });

  it('goes on after all of its connections were cut', async () => {
    const db = await open();
    await db.insertInto('guilds').values({ guild_id: 'g', left_ms: null }).execute();
    await server()!.cutConnections(url());
    // A query may still be given a connection that died; it says so, and none is given the same one again.
    const count = () => db.selectFrom('guilds').selectAll().execute();
    const failures: unknown[] = [];
    for (let tries = 0; tries < 10; tries++) await count().catch((error: unknown) => failures.push(error));
    for (const failure of failures) expect(failure).toMatchObject({ code: 'unavailable' });
    expect(failures.length).toBeLessThan(10);
    expect(await count()).toHaveLength(1);
  });

  it('fails a transaction whose connection is cut between two queries, and goes on', async () => {
    const db = await open();
    const cut = db.transaction().execute(async (tx) => {
      await tx.insertInto('guilds').values({ guild_id: 'g', left_ms: null }).execute();
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await server()!.administer(`SELECT pg_terminate_backend(${rows[0]?.pid}, 10000)`);
      await tx.selectFrom('guilds').selectAll().execute();
    });
    await expect(cut).rejects.toThrow(/PostgreSQL cannot be used/);
    expect(await db.selectFrom('guilds').selectAll().execute()).toEqual([]);
  });

  it('says that it leads to a standby where nothing can be written, and goes on when that is promoted', async () => {
    const db = await open();
    const name = new URL(url()).pathname.slice(1);
    const write = () => db.insertInto('guilds').values({ guild_id: 'g', left_ms: null }).execute();
    await server()!.administer(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    onTestFinished(() => server()!.administer(`ALTER DATABASE ${name} RESET default_transaction_read_only`));
    await server()!.cutConnections(url());
    await write().catch(() => undefined);
    await expect(write()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(write()).rejects.toThrow(/only allows reading.*primary/);
    await server()!.administer(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await server()!.cutConnections(url());
    await write().catch(() => undefined);
    await write().catch(() => undefined);
    expect(await db.selectFrom('guilds').selectAll().execute()).toHaveLength(1);
  });

  it('gives up a connection whose server no longer answers, and goes on with another', async () => {
    const db = await open();
    let pid = 0;
    onTestFinished(() => void process.kill(pid, 'SIGCONT'));
    const silent = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      pid = rows[0]!.pid;
      await sql`SELECT set_config(${'statement_timeout'}, ${'1'}, true)`.execute(tx);
      process.kill(pid, 'SIGSTOP');
      await tx.selectFrom('guilds').selectAll().execute();
    });
    await expect(silent).rejects.toMatchObject({ code: 'unavailable' });
    expect(await db.selectFrom('guilds').selectAll().execute()).toEqual([]);
  });

  it('names what is missing where the database is not there', async () => {
    await expect(openPostgresState(`${url()}-elsewhere`)).rejects.toThrow(
      /no database of that name.*DATABASE_URL/,
    );
  });

  it('refuses a database that a newer Dateline changed', async () => {
    await open();
    const db = new Kysely<{ kysely_migration: { name: string; timestamp: string } }>({
      dialect: openPostgresDialect(url()),
    });
    await db
      .insertInto('kysely_migration')
      .values({ name: '999-later', timestamp: new Date(0).toISOString() })
      .execute();
    await db.destroy();
    await expect(open()).rejects.toThrow(/newer Dateline \(999-later\)/);
  });

  it('keeps entries of feeds whose titles are longer than an index takes', async () => {
    const db = await open();
    const feed = { url: 'u', name: 'n', status: 'active', added_ms: 1, next_poll_ms: 1, failures: 0 };
    const { id } = await db
      .insertInto('feeds')
      .values({ ...feed, articles: 0, skip_hours: '[]' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const title = Array.from({ length: 9_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const nothing = { page: title, guid: title, fragment: null, text_key: null, published: null };
    const entry = { feed_id: id, key: 'k', article_key: 'a', fingerprint: 'f', note: '{}', title };
    const row = { ...entry, ...nothing, content_key: null, first_seen_ms: 1, seen_ms: 1 };
    await db.insertInto('feed_entries').values(row).execute();
    const found = db.selectFrom('feed_entries').select('key').where('title', '=', title);
    expect(await found.execute()).toEqual([{ key: 'k' }]);
  });
});
