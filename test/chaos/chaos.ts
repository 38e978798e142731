/** `npm run chaos [-- --kills N --seed N]`: kills the bot again and again; ends with one line, and 1 unless all came once. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { describeChaos, runChaos } from './run-chaos.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(2 ** 31));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
say(`seed ${seed}`);
const report = await runChaos({ kills: Number(values.kills ?? 100), seed, say });
say(`${report.articles} articles, ${report.faults} requests that Discord failed or refused`);
process.stdout.write(`${describeChaos(report)}\n`);
process.exitCode = report.lost === 0 && report.duplicated === 0 ? 0 : 1;
