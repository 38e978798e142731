/**
 * In: how often to kill a process of a cluster, and a seed. Out: what the sandbox saw. Two leaders and three gateways, each
 * with a shard of its own, share a PostgreSQL and an OpenSearch. Processes are killed and held up, the database's
 * connections are cut, and OpenSearch is held up, while articles come and people ask.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { isInShards } from '../../src/domain/shards.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { type ClusterDatabase, openClusterTables } from '../../src/store/postgres/open-cluster-tables.ts';
import { startOpenSearch, type TestOpenSearch } from '../cluster/opensearch.ts';
import { startPostgres } from '../cluster/postgres.ts';
import { randomFrom } from '../random.ts';
import type { BotPlace } from './bot-process.ts';
import { type ChaosOptions, waitForTheMoment, writeFirst } from './run-chaos.ts';
import { type Supervised, supervise } from './supervised.ts';
import {
  countWrong,
  createWorkload,
  describeCounts,
  EDITED_BY_THEN_MS,
  type WorkloadCounts,
} from './workload.ts';

export interface ClusterChaosReport extends WorkloadCounts {
  readonly kills: number;
  /** Processes and OpenSearch held up, and connections cut. */
  readonly others: number;
  /** How long the cluster was without a leader each time one was killed or held up, and another could take over. */
  readonly takeoversMs: readonly number[];
  /** What people did that reached a gateway which worked all the time, and how much of it was not acknowledged. */
  readonly asked: number;
  readonly unanswered: number;
}

const SHARDS = 3;
const TAKEOVER_WITHIN_MS = 15_000;
/** Discord waits three seconds. */
const ACKNOWLEDGED_BY_MS = 3_200;

interface Gateway {
  readonly process: Supervised;
  readonly shard: number;
}

/** Servers until each shard has one; the page's is among them. */
const serversOfShards = (sandbox: Sandbox): readonly { readonly id: string }[] => {
  const servers = [sandbox.guild];
  const isMissing = (shard: number): boolean =>
    !servers.some(({ id }) => isInShards(id, { ids: [shard], count: SHARDS }));
  while ([0, 1, 2].some(isMissing)) {
    sandbox.clock.advance(1);
    servers.push(sandbox.addGuild(`Server ${servers.length}`));
  }
  return servers;
};

/** People who ask all the time, in servers of every shard. */
const ask = (sandbox: Sandbox, gateways: readonly Gateway[]) => {
  const counts = { asked: 0, unanswered: 0 };
  const people = serversOfShards(sandbox).map((guild) => ({
    person: sandbox.addPerson('Reader', [], guild),
    channel: sandbox.addChannel('questions', { guild }),
  }));
  const gatewayOf = (guildId: string): Supervised =>
    gateways.find(({ shard }) => isInShards(guildId, { ids: [shard], count: SHARDS }))!.process;
  const stop = sandbox.world.changes.subscribe((change) => {
    if (change.kind !== 'interaction-created' || change.interaction.guildId === undefined) return;
    const { interaction } = change;
    const gateway = gatewayOf(change.interaction.guildId);
    const working = gateway.workingSince();
    setTimeout(() => {
      if (working === null || gateway.workingSince() !== working) return;
      counts.asked += 1;
      if (interaction.ackMs === undefined) counts.unanswered += 1;
    }, ACKNOWLEDGED_BY_MS);
  });
  let turn = 0;
  const timer = setInterval(() => {
    const { person, channel } = people[turn++ % people.length]!;
    const asked =
      turn % 2 === 0
        ? person.slash(channel, 'latest')
        : person.slash(channel, 'ask', { question: 'What gave way?' });
    asked.catch(() => undefined);
  }, 1_500);
  return {
    counts,
    stop: () => {
      clearInterval(timer);
      stop();
    },
  };
};

/** Looks all the time who leads, as the lease says. */
const watchLeader = (db: ClusterDatabase) => {
  let pid: number | null = null;
  const look = async (): Promise<void> => {
    const { rows } = await sql<{ holder: string }>`SELECT holder FROM lease`.execute(db);
    const [lease] = rows;
    pid = lease === undefined ? null : Number(lease.holder.split(' ')[1]);
  };
  const timer = setInterval(() => void look().catch(() => undefined), 200);
  return { pid: () => pid, stop: () => clearInterval(timer) };
};

/** In a new order each time, each blow comes round; those of the one list while those of the other do. */
const LEADER_BLOWS = ['kill leader', 'kill standby', 'stop leader', 'cut connections'] as const;
const OTHER_BLOWS = ['kill gateway', 'stop gateway', 'stop search'] as const;

type Blow = (typeof LEADER_BLOWS)[number] | (typeof OTHER_BLOWS)[number];

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

export interface ClusterChaosOptions extends ChaosOptions {
  /** An OpenSearch that nobody else holds up; one of its own if absent. */
  readonly openSearch?: () => Promise<Omit<TestOpenSearch, 'pid'>>;
}

export const runClusterChaos = async ({
  kills,
  seed,
  say,
  openSearch = startOpenSearch,
}: ClusterChaosOptions): Promise<ClusterChaosReport> => {
  const random = randomFrom(seed);
  const dir = await mkdtemp(join(tmpdir(), 'dateline-chaos-'));
  const corpusDir = join(dir, 'corpus');
  await mkdir(corpusDir);
  await writeFirst(corpusDir);
  const [postgres, search] = await Promise.all([startPostgres(), openSearch()]);
  const databaseUrl = await postgres.createDatabase();
  const db = await openClusterTables(databaseUrl);
  const sandbox = await openSandbox({ random });
  const workload = createWorkload(sandbox, corpusDir, random);
  const leading = watchLeader(db);
  let processes: readonly Supervised[] = [];
  const place = (settings: Readonly<Record<string, string>>, aheadMs = 0): BotPlace => ({
    corpusDir,
    dataDir: join(dir, 'data'),
    token: sandbox.token,
    api: sandbox.apiUrl,
    aheadMs,
    settings: { DATABASE_URL: databaseUrl, SEARCH_URL: search.url, ...settings },
  });
  const startAll = () => {
    const leaders = [1, 2].map((n) => supervise(`leader ${n}`, place({ ROLES: 'leader' }), say));
    const gateways = Array.from({ length: SHARDS }, (_, shard): Gateway => {
      const settings = { ROLES: 'gateway', SHARDS: String(shard), SHARD_COUNT: String(SHARDS) };
      return { shard, process: supervise(`gateway ${shard}`, place(settings), say) };
    });
    processes = [...leaders, ...gateways.map(({ process }) => process)];
    return { leaders, gateways };
  };
  const endAll = (signal: NodeJS.Signals) => Promise.all(processes.map((one) => one.close(signal)));
  const allReady = (some = processes) => Promise.all(some.map((one) => one.ready()));
  const takeoversMs: number[] = [];

  /** Resolves when another than `former` leads, or when that took far too long. It is timed if another could all the time. */
  const anotherLeads = async (former: number, standby: Supervised): Promise<void> => {
    const working = standby.workingSince();
    const startMs = performance.now();
    const sinceMs = (): number => performance.now() - startMs;
    while (leading.pid() === former && sinceMs() < 2 * TAKEOVER_WITHIN_MS) await delay(50);
    if (working !== null && standby.workingSince() === working) takeoversMs.push(sinceMs());
  };

  try {
    const { leaders, gateways } = startAll();
    await allReady();
    await sandbox.commandsRegistered();
    const people = ask(sandbox, gateways);
    await workload.begin();
    const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const strike = async (blow: Blow): Promise<void> => {
      const leader = leaders.find(({ pid }) => pid() === leading.pid()) ?? leaders[0]!;
      const standby = leaders.find((one) => one !== leader)!;
      if (blow === 'kill leader') {
        const former = leader.pid()!;
        await leader.kill(random() * 12_000);
        const taken = anotherLeads(former, standby);
        if (random() < 0.5) await workload.forget();
        await taken;
      } else if (blow === 'stop leader') {
        const isLong = random() < 0.7;
        const during = async (): Promise<void> => {
          if (!isLong) return delay(random() * 8_000);
          await anotherLeads(leader.pid()!, standby);
          if (random() < 0.5) await workload.forget();
          await delay(random() * 3_000);
        };
        await leader.stop(during());
      } else if (blow === 'kill standby') await standby.kill(random() * 3_000);
      else if (blow === 'kill gateway') await some(gateways).process.kill(random() * 3_000);
      else if (blow === 'stop gateway') await some(gateways).process.stop(delay(random() * 6_000));
      else if (blow === 'cut connections')
        await postgres.administer(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dateline'",
        );
      else {
        search.stop();
        await delay(1_000 + random() * 8_000);
        search.goOn();
      }
    };
    let [killed, others] = [0, 0];
    const strikeAll = async (blows: readonly Blow[], concerned: readonly Supervised[]): Promise<void> => {
      for (const blow of shuffled(blows, random)) {
        const ready = random() < 0.8 ? allReady(concerned) : delay(500);
        await waitForTheMoment(sandbox, ready, random);
        say(blow);
        await strike(blow);
        if (blow.startsWith('kill')) killed += 1;
        else others += 1;
      }
    };
    const answering = gateways.map(({ process }) => process);
    while (killed < kills) {
      await Promise.all([strikeAll(LEADER_BLOWS, leaders), strikeAll(OTHER_BLOWS, answering)]);
      say(`${killed} kills, ${workload.counts().articles} articles`);
    }
    await allReady();
    people.stop();
    await workload.finish();
    await endAll('SIGTERM');
    // Nobody asks any more.
    processes = [supervise('last leader', place({ ROLES: 'leader' }, EDITED_BY_THEN_MS), say)];
    await allReady();
    await workload.finishLater();
    await endAll('SIGTERM');
    return { ...workload.counts(), kills: killed, others, takeoversMs, ...people.counts };
  } finally {
    workload.stop();
    leading.stop();
    await endAll('SIGKILL');
    await db.destroy();
    await sandbox.close();
    await Promise.all([postgres.close(), search.close()]);
    await rm(dir, { recursive: true, force: true });
  }
};

const late = ({ takeoversMs }: ClusterChaosReport): number =>
  takeoversMs.filter((ms) => ms > TAKEOVER_WITHIN_MS).length;

export const describeClusterChaos = (report: ClusterChaosReport): string => {
  const [digests, events] = describeCounts(report);
  const { kills, others, takeoversMs, asked, unanswered } = report;
  return [
    `kills ${kills}, other trouble ${others}, ${digests}`,
    `takeovers ${takeoversMs.length}, late ${late(report)}`,
    `asked ${asked}, unanswered ${unanswered}`,
    events,
  ].join('; ');
};

export const countClusterChaos = (report: ClusterChaosReport): number =>
  countWrong(report) + late(report) + report.unanswered;
