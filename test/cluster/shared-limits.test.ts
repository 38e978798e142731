/** What holds for an application holds however many processes it has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Permit, permitOf } from '../../src/discord/person-limits.ts';
import { openSharedLimits, type SharedLimits } from '../../src/shared-limits.ts';
import { type ClusterDatabase, openClusterTables } from '../../src/store/postgres/open-cluster-tables.ts';
import { takeToken } from '../../src/store/postgres/person-buckets.ts';
import { countTurns, takeTurn } from '../../src/store/postgres/shared-turns.ts';
import { openVoterKey } from '../../src/store/voter-key.ts';
import { lacksPostgres } from './postgres.ts';
import { useServer } from './use-servers.ts';

/** Long against what a busy machine takes for a query. */
const SESSIONS = { name: 'session 0', apartMs: 60_000 };
const REQUESTS = { name: 'requests', apartMs: 190 };
const BUCKET = { burst: 3, refillMs: 3_600_000 };

describe.skipIf(lacksPostgres)('of all processes together', () => {
  const server = useServer();
  let databases: ClusterDatabase[] = [];
  let dataDir = '';
  beforeEach(async () => {
    const url = (await server()?.createDatabase()) ?? '';
    databases = await Promise.all([1, 2].map(() => openClusterTables(url)));
    dataDir = mkdtempSync(join(tmpdir(), 'dateline-'));
  });
  afterEach(async () => {
    await Promise.all(databases.map((db) => db.destroy()));
    rmSync(dataDir, { recursive: true });
  });
  const openBoth = (): Promise<SharedLimits[]> =>
    Promise.all(databases.map((db) => openSharedLimits(db, dataDir)));

  it('sessions are started some time apart in each queue', async () => {
    const [one, other] = databases as [ClusterDatabase, ClusterDatabase];
    const turns = [one, other, one].map((db) => takeTurn(db, SESSIONS));
    const [first, second, third] = (await Promise.all(turns)).toSorted((a, b) => a - b);
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(30_000);
    expect(third! - second!).toBeGreaterThan(30_000);
    expect(await takeTurn(other, { ...SESSIONS, name: 'session 1' })).toBe(0);
  });

  it('digests make room for what people do, wherever they do it, and for no more than a second of it', async () => {
    const [gateway, leader] = databases as [ClusterDatabase, ClusterDatabase];
    await takeTurn(leader, REQUESTS);
    await countTurns(gateway, REQUESTS, 5);
    expect(await takeTurn(leader, REQUESTS)).toBeGreaterThan(200);
    await countTurns(gateway, REQUESTS, 1_000);
    const waitMs = await takeTurn(leader, REQUESTS);
    expect(waitMs).toBeGreaterThan(200);
    expect(waitMs).toBeLessThan(2_000);
  });

  it('a person asks so many times in a row, whichever process answers, and again after a while', async () => {
    const [one, other] = databases as [ClusterDatabase, ClusterDatabase];
    const take = async (db: ClusterDatabase, person = 'ada'): Promise<Permit> => {
      const { tokens, refusals } = await takeToken(db, person, BUCKET);
      return permitOf(tokens, refusals);
    };
    for (const db of [one, other, one]) expect(await take(db)).toEqual({ allowed: true });
    expect(await take(other)).toMatchObject({ allowed: false, told: false });
    expect(await take(one)).toMatchObject({ allowed: false, told: true });
    expect(await take(one, 'ben')).toEqual({ allowed: true });
    await sql`UPDATE person_limit SET at = at - interval '1 hour'`.execute(one);
    expect(await take(other)).toEqual({ allowed: true });
    expect(await take(one)).toMatchObject({ allowed: false, told: false });
  });

  it('what a person asked is forgotten when the limit is over, and never says who it was', async () => {
    const [limits] = await openBoth();
    await limits!.personLimits.take('ada');
    const rows = async () =>
      (await sql<{ person: string }>`SELECT person FROM person_limit`.execute(databases[0]!)).rows;
    expect((await rows()).map(({ person }) => person)).toEqual([expect.not.stringContaining('ada')]);
    await sql`UPDATE person_limit SET at = at - interval '1 hour'`.execute(databases[0]!);
    await limits!.forgetOld();
    expect(await rows()).toEqual([]);
  });

  it('those who vote are hidden by one key: a new one, or that of the data folder', async () => {
    const kept = openVoterKey(dataDir);
    const [one, other] = await openBoth();
    expect(one!.voterKey).toEqual(kept);
    expect(other!.voterKey).toEqual(kept);
    await sql`DELETE FROM secret`.execute(databases[0]!);
    rmSync(join(dataDir, 'voter.key'));
    const [made, same] = await openBoth();
    expect(made!.voterKey).toHaveLength(32);
    expect(made!.voterKey.equals(same!.voterKey)).toBe(true);
    expect(made!.voterKey.equals(kept)).toBe(false);
  });
});
