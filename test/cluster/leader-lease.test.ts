/** Who leads, and who answers for a shard: one process, whatever is killed, stopped or cut off. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatelineError } from '../../src/domain/errors.ts';
import { holdNames } from '../../src/store/postgres/hold-names.ts';
import { takeLeaderLease } from '../../src/store/postgres/leader-lease.ts';
import { type ClusterDatabase, openClusterTables } from '../../src/store/postgres/open-cluster-tables.ts';
import { lacksPostgres } from './postgres.ts';
import { useServer } from './use-servers.ts';

const unheard = (error?: DatelineError): never => {
  throw error ?? new Error('not expected');
};

describe.skipIf(lacksPostgres)('in one database', () => {
  const server = useServer();
  let url = '';
  let db: ClusterDatabase;
  beforeEach(async () => {
    url = (await server()?.createDatabase()) ?? '';
    db = await openClusterTables(url);
  });
  afterEach(() => db.destroy());
  const cutConnections = () => server()!.cutConnections(url);
  /** As after it was not renewed for so long. */
  const expire = () => sql`UPDATE lease SET until = clock_timestamp() - interval '1 s'`.execute(db);

  describe('the leader', () => {
    it('is one of those who want to be', async () => {
      const all = await Promise.all(Array.from({ length: 5 }, () => takeLeaderLease(db, unheard)));
      const leading = all.filter((lease) => lease !== null);
      expect(leading).toHaveLength(1);
      await leading[0]!.confirm();
      await leading[0]!.release();
    });

    it('is followed by the next at once where it lets go', async () => {
      await (await takeLeaderLease(db, unheard))!.release();
      const next = await takeLeaderLease(db, unheard);
      expect(next!.wasFree).toBe(true);
      await next!.release();
    });

    it('may do nothing more once another took over, and learns of it', async () => {
      const lost = Promise.withResolvers<DatelineError>();
      const stopped = await takeLeaderLease(db, lost.resolve);
      await expire();
      const next = await takeLeaderLease(db, unheard);
      expect(next!.wasFree).toBe(false);
      await expect(stopped!.confirm()).rejects.toThrow(/no longer leads/);
      expect((await lost.promise).code).toBe('unavailable');
      await stopped!.release();
      await next!.confirm();
      await next!.release();
    });

    it('goes on after its connections were cut, and after a time without the database in which nobody took over', async () => {
      const lease = await takeLeaderLease(db, unheard);
      await cutConnections();
      await expect
        .poll(() =>
          lease!.confirm().then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      await expire();
      await lease!.confirm();
      expect(await takeLeaderLease(db, unheard)).toBeNull();
      await lease!.release();
    });
  });

  describe('a name', () => {
    const quietly = { onWaiting: () => undefined, onLost: unheard };

    it('is had by one process, and by one that waits for it as soon as that has ended', async () => {
      const letGo = await holdNames(url, ['shard'], quietly);
      const waits = Promise.withResolvers<void>();
      const next = holdNames(url, ['shard'], { onWaiting: waits.resolve, onLost: unheard });
      await waits.promise;
      await letGo();
      await (await next)();
    });

    it('is not had without the others that are wanted with it', async () => {
      const letGo = await holdNames(url, ['shard 1'], quietly);
      const waits = Promise.withResolvers<void>();
      const both = holdNames(url, ['shard 0', 'shard 1'], { onWaiting: waits.resolve, onLost: unheard });
      await waits.promise;
      await letGo();
      await (await both)();
    });

    it('is lost to one who was quicker after the connection was cut', async () => {
      const lost = Promise.withResolvers<void>();
      const letGo = await holdNames(url, ['shard'], { ...quietly, onLost: lost.resolve });
      await cutConnections();
      const letOtherGo = await holdNames(url, ['shard'], quietly);
      await lost.promise;
      await letGo();
      await letOtherGo();
    });

    it('is taken from a process that is stopped, and from none that works', async () => {
      const letGo = await holdNames(url, ['shard 0'], quietly);
      const [isHeld, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      // What the database sees of such a process: a connection with the lock on which nothing happens.
      const stopped = db.connection().execute(async (connection) => {
        await sql`SELECT pg_advisory_lock(hashtextextended('shard 1', 0))`.execute(connection);
        isHeld.resolve();
        await mayEnd.promise;
        await sql`SELECT 1`.execute(connection);
      });
      await isHeld.promise;
      const giveUp = new AbortController();
      const working = holdNames(url, ['shard 0'], { ...quietly, signal: giveUp.signal });
      const letOtherGo = await holdNames(url, ['shard 1'], quietly);
      mayEnd.resolve();
      await expect(stopped).rejects.toThrow();
      giveUp.abort();
      await expect(working).rejects.toMatchObject({ name: 'AbortError' });
      await letOtherGo();
      await letGo();
    }, 30_000);

    it('is waited for no longer than wanted', async () => {
      const letGo = await holdNames(url, ['shard'], quietly);
      const ending = new AbortController();
      const waiting = holdNames(url, ['shard'], {
        onWaiting: () => ending.abort(),
        onLost: unheard,
        signal: ending.signal,
      });
      await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      await letGo();
    });

    it('cannot be had where the database is not there', async () => {
      await expect(holdNames('postgresql://ada@127.0.0.1:1/news', ['shard'], quietly)).rejects.toThrow(
        /nothing listens/,
      );
    });
  });
});
