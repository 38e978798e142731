/**
 * `npm run bench:feeds`: polls 1,000 feeds of 50 entries from a loopback server into a real archive, then polls them
 * again unchanged. Prints articles a second, requests, memory and event-loop delay.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { openBackendThreads } from '../../src/backend/open-backend-threads.ts';
import { openFeeds } from '../../src/feeds/open-feeds.ts';
import { privateNetwork } from '../../src/intake/fetch/network-policy.ts';
import { createLog } from '../../src/log.ts';
import { createFeedStore } from '../../src/store/feed-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { readNumbers } from '../read-numbers.ts';
import type { FeedsServerCounts, FeedsServerData } from './feeds-server.ts';

const HOSTS = 50;
const USAGE = `Measures the polling of feeds from a loopback server: once when all is new, and once unchanged.

  npm run bench:feeds

  --feeds N          feeds polled, default 1000
  --entries N        entries in each, default 50
  --help             prints this
`;

const { feeds: feedCount, entries: entryCount } = readNumbers(USAGE, {
  feeds: { min: 1, max: 100_000, otherwise: 1_000 },
  entries: { min: 1, max: 10_000, otherwise: 50 },
});

const settings = {
  FULL_TEXT: true,
  ALLOW_PRIVATE_NETWORK: false,
  FEED_PORTS: [80, 443],
  FEEDS_PER_SERVER: 25,
  CONTACT: null,
};
const dataDir = await mkdtemp(join(tmpdir(), 'bench-feeds-'));
const workerData: FeedsServerData = { hosts: HOSTS, entries: entryCount };
const server = new Worker(new URL('./feeds-server.ts', import.meta.url), { workerData });
const [origins] = (await once(server, 'message')) as [string[]];

const served = async (): Promise<FeedsServerCounts> => {
  server.postMessage('counts');
  const [counts] = await once(server, 'message');
  return counts;
};

const log = createLog({ level: 'warn', secrets: [] });
const backend = await openBackendThreads({
  corpus: [],
  dataDir,
  watch: null,
  log,
  logOptions: { level: 'warn', secrets: [] },
});
const db = await openStateDatabase(dataDir);
let nowMs = Date.parse('2026-02-01T00:00:00Z');
const feeds = openFeeds({
  settings,
  db,
  now: () => nowMs,
  network: privateNetwork,
  add: backend.add,
  share: backend.share,
  letHear: backend.letHear,
  onFailing: ({ name, problem }) => console.error(`failing: ${name}: ${problem}`),
  onError: (error) => console.error(error),
});
const store = createFeedStore(db);
for (let index = 0; index < feedCount; index++)
  await store.add(`${origins[index % HOSTS]}/${index}`, `feed ${index}`, nowMs);

/** Polls all feeds once and says what it cost. */
const measure = async (name: string) => {
  const before = await served();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  let rssPeak = 0;
  const watch = setInterval(() => {
    rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
  }, 100);
  const outcomes = await feeds.poller.pollDue();
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  delay.disable();
  const after = await served();
  const articles = outcomes.reduce((sum, { added }) => sum + added, 0);
  console.log(
    JSON.stringify({
      round: name,
      feeds: outcomes.length,
      failed: outcomes.filter(({ kind }) => kind === 'failed').length,
      articles,
      seconds: Number(seconds.toFixed(1)),
      articlesPerSecond: Math.round(articles / seconds),
      feedsPerSecond: Math.round(outcomes.length / seconds),
      requests: after.requests - before.requests,
      conditional: after.conditional - before.conditional,
      unchanged: after.unchanged - before.unchanged,
      rssPeakMb: Math.round(rssPeak / 2 ** 20),
      heapUsedMb: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
      eventLoopDelayMs: {
        p50: Number((delay.percentile(50) / 1e6).toFixed(1)),
        p99: Number((delay.percentile(99) / 1e6).toFixed(1)),
        max: Number((delay.max / 1e6).toFixed(1)),
      },
    }),
  );
};

await measure('first');
nowMs += 24 * 3_600_000;
await measure('unchanged');

await feeds.close();
await backend.close();
await db.destroy();
await server.terminate();
await rm(dataDir, { recursive: true, force: true });
