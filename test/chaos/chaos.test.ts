import { expect, it, onTestFailed } from 'vitest';
import { lacksOpenSearch } from '../cluster/opensearch.ts';
import { lacksPostgres } from '../cluster/postgres.ts';
import { useSearchNode } from '../cluster/use-servers.ts';
import { openPassage } from './open-passage.ts';
import { describeChaos, runChaos } from './run-chaos.ts';
import { describeClusterChaos, runClusterChaos } from './run-cluster-chaos.ts';

// In one file, so that they do not run at once: each keeps a machine busy.

/** Longer than such a run takes on a machine that is busy with others as well, waits at its end included. */
const TIMEOUT_MS = 15 * 60_000;

const node = useSearchNode();

/** Shown if the test fails, also for lack of time. */
const notes = (): ((line: string) => void) => {
  const lines: string[] = [];
  onTestFailed(() => console.error(lines.join('\n')));
  return (line) => lines.push(`${new Date().toISOString()} ${line}`);
};

it('a bot killed again and again posts every article once, and its backups miss nothing', {
  timeout: TIMEOUT_MS,
}, async () => {
  const report = await runChaos({ kills: 4, seed: 26, say: notes() });
  expect(describeChaos(report)).toMatch(
    /^kills 4, deliveries \d+, lost 0, duplicated 0; backups 4, missing 0; events \d+, lost 0, duplicated 0; developments \d+, lost 0, duplicated 0$/,
  );
  expect(report.events).toBeGreaterThan(2);
  expect(report.deliveries).toBeGreaterThan(3);
});

it.skipIf(lacksPostgres || lacksOpenSearch)(
  'a cluster whose processes die posts every article once, goes on and answers meanwhile',
  { timeout: TIMEOUT_MS },
  async () => {
    const report = await runClusterChaos({
      kills: 3,
      seed: 26,
      say: notes(),
      openSearch: () => openPassage(node()),
    });
    expect(describeClusterChaos(report)).toMatch(
      /^kills 3, other trouble 4, deliveries \d+, lost 0, duplicated 0; takeovers \d+, late \d+; asked \d+, unanswered \d+; events \d+, lost 0, duplicated 0; developments \d+, lost 0, duplicated 0$/,
    );
    expect(report.deliveries).toBeGreaterThan(3);
    expect(report.asked).toBeGreaterThan(3);
    // Where tests share a few cores, some of Discord's three seconds and of the leaders' fifteen are theirs;
    // `npm run chaos -- --cluster` wants all.
    expect(report.unanswered).toBeLessThan(report.asked / 4);
  },
);
