import { expect, it } from 'vitest';
import { describeChaos, runChaos } from './run-chaos.ts';

it('a bot killed again and again posts every article once, and its backups miss nothing', {
  timeout: 360_000,
}, async () => {
  const lines: string[] = [];
  const report = await runChaos({ kills: 4, seed: 26, say: (line) => lines.push(line) });
  expect(describeChaos(report), lines.join('\n')).toMatch(
    /^kills 4, deliveries \d+, lost 0, duplicated 0; backups 4, missing 0; events \d+, lost 0, duplicated 0; developments \d+, lost 0, duplicated 0$/,
  );
  expect(report.events).toBeGreaterThan(2);
  expect(report.deliveries).toBeGreaterThan(3);
});
