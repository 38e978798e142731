/**
 * In: how often to kill the bot, and a seed. Out: what the sandbox saw, and what backups miss. The bot is a real process,
 * killed at random moments; around each kill its data folder is backed up.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { backUp } from '../../src/backup/back-up.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { randomFrom } from '../random.ts';
import type { BotPlace } from './bot-process.ts';
import { countMissing, type TakenBackup } from './check-backup.ts';
import { end, startProcess } from './start-process.ts';
import {
  countWrong,
  createWorkload,
  describeCounts,
  EDITED_BY_THEN_MS,
  type WorkloadCounts,
} from './workload.ts';

export interface ChaosOptions {
  /** At least this many kills. */
  readonly kills: number;
  readonly seed: number;
  /** Progress and the bot's own errors. */
  readonly say: (line: string) => void;
}

export interface ChaosReport extends WorkloadCounts {
  readonly kills: number;
  readonly backups: number;
  /** What had been posted when a backup began and is not in it, over all backups. */
  readonly missing: number;
}

/** At any time from the start on; often just when Discord has a digest and the bot does not know yet. */
export const waitForTheMoment = async (
  sandbox: Sandbox,
  ready: Promise<unknown>,
  random: () => number,
): Promise<void> => {
  if (random() < 0.1) return delay(random() * 1_500);
  await Promise.race([ready, delay(60_000)]);
  if (random() < 0.5) await delay(random() * 2_500);
  else {
    const posting = sandbox
      .nextRequest(({ method, route }) => method === 'POST' && route.startsWith('/channels/'))
      .catch(() => {});
    await Promise.race([posting, delay(4_000)]);
    await delay(random() * 20);
  }
};

/** Written before anything is subscribed. */
export const writeFirst = (corpusDir: string): Promise<void> =>
  writeFile(
    join(corpusDir, 'before.txt'),
    'This was here before anything was subscribed. It is never posted.',
  );

/** Runs until the bot was killed so often, then lets it finish and counts. */
export const runChaos = async ({ kills, seed, say }: ChaosOptions): Promise<ChaosReport> => {
  const random = randomFrom(seed);
  const dir = await mkdtemp(join(tmpdir(), 'dateline-chaos-'));
  const corpusDir = join(dir, 'corpus');
  await mkdir(corpusDir);
  const sandbox = await openSandbox({ random });
  const place: BotPlace = {
    corpusDir,
    dataDir: join(dir, 'data'),
    token: sandbox.token,
    api: sandbox.apiUrl,
  };
  const workload = createWorkload(sandbox, corpusDir, random);
  const backups: TakenBackup[] = [];
  let running: ChildProcess | null = null;
  const start = (aheadMs = 0) => {
    const { child, ready } = startProcess({ ...place, aheadMs }, say);
    running = child;
    return { child, ready };
  };
  try {
    await writeFirst(corpusDir);
    let bot = start();
    await bot.ready;
    await sandbox.commandsRegistered();
    await workload.begin();
    for (let kill = 1; kill <= kills; kill += 1) {
      await waitForTheMoment(sandbox, bot.ready, random);
      const posted = workload.posted();
      const file = join(dir, `${kill}.tar.gz`);
      const backingUp = backUp(place.dataDir, file);
      await delay(random() * 60);
      await end(bot.child, 'SIGKILL');
      await backingUp;
      backups.push({ file, posted });
      if (random() < 0.5) await workload.forget();
      bot = start();
      if (kill % 10 === 0) say(`${kill} kills, ${workload.counts().articles} articles`);
    }
    await workload.finish();
    await end(bot.child, 'SIGTERM');
    // An edit that a kill cut off waits for ten minutes, as does a second one.
    bot = start(EDITED_BY_THEN_MS);
    await workload.finishLater();
    await end(bot.child, 'SIGTERM');
    let missing = 0;
    for (const backup of backups) missing += await countMissing(backup);
    return { ...workload.counts(), kills, backups: backups.length, missing };
  } finally {
    workload.stop();
    if (running !== null) await end(running, 'SIGKILL');
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  }
};

export const describeChaos = (report: ChaosReport): string => {
  const [digests, events] = describeCounts(report);
  const { kills, backups, missing } = report;
  return `kills ${kills}, ${digests}; backups ${backups}, missing ${missing}; ${events}`;
};

/** How much went wrong: 0 for a bot that does everything exactly once. */
export const countChaos = (report: ChaosReport): number => countWrong(report) + report.missing;
