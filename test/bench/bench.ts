/**
 * `npm run bench -- --articles FILE --questions FILE`: Dateline and its peers, one after the other, each in processes of
 * its own, on the same articles and questions; prints tables, or JSON.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOnSignal } from '../../src/cli/end-on-signal.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { BENCH_USAGE, parseBenchArguments } from './compare/bench-arguments.ts';
import { plotSizes } from './compare/plot-sizes.ts';
import { describeResult, runBench } from './compare/run-bench.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const run = async (): Promise<void> => {
  const args = parseBenchArguments(process.argv.slice(2));
  if (args.help) return print(BENCH_USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  endOnSignal(() => rm(folder, { recursive: true, force: true }));
  try {
    const result = await runBench(args, folder, say);
    if (args.plot !== null) await writeFile(args.plot, plotSizes(result.sizes));
    print(args.json ? JSON.stringify(result, null, 2) : describeResult(result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

await runCommand(run);
