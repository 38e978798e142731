/** `npm run chaos [-- --cluster --kills N --seed N]`: kills the bot again and again; ends with one line, and 1 unless all came once. */
import { randomInt } from 'node:crypto';
import { lacksOpenSearch } from '../cluster/opensearch.ts';
import { lacksPostgres } from '../cluster/postgres.ts';
import { readNumbers } from '../read-numbers.ts';
import { countChaos, describeChaos, runChaos } from './run-chaos.ts';
import { countClusterChaos, describeClusterChaos, runClusterChaos } from './run-cluster-chaos.ts';

const MAX_SEED = 2 ** 31 - 1;

const USAGE = `Kills the bot again and again while articles come and go, and counts what the sandbox got.

  npm run chaos

  --cluster          two leaders and three gateways on PostgreSQL and OpenSearch, which are started for it; processes are
                     held up as well, connections cut, and OpenSearch held up
  --kills N          how often it, or one of them, is killed, default 100
  --seed N           the same seed makes the same trouble; by default another one each time, which is printed
  --help             prints this

Ends with 0 if every article was posted exactly once, every event stands in one post that names both its outlets, and
what the second outlet added stands in its thread; at least a quarter of the events must have such an addition. In a
cluster, another leader must also have taken over within 15 s each time, and whatever reached a working gateway must
have been acknowledged within 3 s. Otherwise it ends with 1.
`;

const options = readNumbers(
  USAGE,
  {
    kills: { min: 1, max: 100_000, otherwise: 100 },
    seed: { min: 0, max: MAX_SEED, otherwise: randomInt(MAX_SEED) },
  },
  ['cluster'],
);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const run = async () => {
  if (!process.argv.includes('--cluster')) {
    const report = await runChaos({ ...options, say });
    return { report, line: describeChaos(report), wrong: countChaos(report) };
  }
  if (lacksPostgres || lacksOpenSearch)
    throw new Error(
      'Install PostgreSQL (apt-get install postgresql), and OpenSearch (npm run opensearch:fetch).',
    );
  const report = await runClusterChaos({ ...options, say });
  say(`the longest time without a leader: ${Math.round(Math.max(0, ...report.takeoversMs))} ms`);
  return { report, line: describeClusterChaos(report), wrong: countClusterChaos(report) };
};

say(`seed ${options.seed}`);
const { report, line, wrong } = await run();
say(`${report.articles} articles, ${report.faults} requests that Discord failed or refused`);
process.stdout.write(`${line}\n`);
const isProof = report.developments * 4 > report.events;
if (!isProof) say('Too few events developed to prove anything of developments: the machine may be too busy.');
process.exitCode = wrong === 0 && isProof ? 0 : 1;
