import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOUR_MS } from '../../src/domain/durations.ts';
import { joinCluster } from '../../src/join-cluster.ts';
import { createLog } from '../../src/log.ts';
import { lacksPostgres } from './postgres.ts';
import { useServer } from './use-servers.ts';

describe.skipIf(lacksPostgres)('a process that waits to lead', () => {
  const server = useServer();

  it('ends quietly where it is withdrawn while it begins to', async () => {
    const databaseUrl = (await server()?.createDatabase()) ?? '';
    const dataDir = mkdtempSync(join(tmpdir(), 'dateline-join-'));
    const log = createLog({ level: 'fatal', secrets: [], write: () => undefined });
    const lost: Error[] = [];
    const enter = () =>
      joinCluster({ databaseUrl, dataDir, now: Date.now }, log, (error) => lost.push(error));
    const leader = await enter();
    const next = await enter();
    try {
      await leader.stand(async () => undefined);
      const begun = Promise.withResolvers<void>();
      const ended = Promise.withResolvers<void>();
      await next.stand(() => {
        begun.resolve();
        return ended.promise;
      });
      await leader.close();
      await begun.promise;
      const withdrawn = next.withdraw();
      ended.reject(new DOMException('This operation was aborted', 'AbortError'));
      await withdrawn;
      expect(lost).toEqual([]);
    } finally {
      await next.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('is warned how far its clock is from that of the database', async () => {
    const databaseUrl = (await server()?.createDatabase()) ?? '';
    const dataDir = mkdtempSync(join(tmpdir(), 'dateline-join-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const said: string[] = [];
    const log = createLog({ level: 'warn', secrets: [], write: (line) => said.push(line) });
    for (const apartMs of [0, -HOUR_MS, HOUR_MS]) {
      const now = (): number => Date.now() + apartMs;
      await (await joinCluster({ databaseUrl, dataDir, now }, log, () => undefined)).close();
    }
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/clock of this machine is 3\d\d\d s behind PostgreSQL's/);
    expect(said[1]).toMatch(/3\d\d\d s ahead of PostgreSQL's.*time server/);
  });
});
