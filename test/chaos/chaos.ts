/** `npm run chaos [-- --kills N --seed N]`: kills the bot again and again; ends with one line, and 1 unless all came once. */
import { randomInt } from 'node:crypto';
import { readNumbers } from '../read-numbers.ts';
import { countWrong, describeChaos, runChaos } from './run-chaos.ts';

const MAX_SEED = 2 ** 31 - 1;

const USAGE = `Kills the bot again and again while articles come and go, and counts what a loopback Discord got.

  npm run chaos

  --kills N          how often it is killed, default 100
  --seed N           the same seed makes the same trouble; by default another one each time, which is printed
  --help             prints this

Ends with 1 unless every article was posted exactly once, and every event in one post that names both its outlets,
and what the second added in its thread.
`;

const { kills, seed } = readNumbers(USAGE, {
  kills: { min: 1, max: 100_000, otherwise: 100 },
  seed: { min: 0, max: MAX_SEED, otherwise: randomInt(MAX_SEED) },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
say(`seed ${seed}`);
const report = await runChaos({ kills, seed, say });
say(`${report.articles} articles, ${report.faults} requests that Discord failed or refused`);
process.stdout.write(`${describeChaos(report)}\n`);
process.exitCode = countWrong(report) === 0 ? 0 : 1;
