/**
 * `npm run bench:sizes -- --articles FILE --questions FILE [--build FOLDER]…`: what this build and others cost with more
 * and more articles, each measured in processes of its own; prints a table.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOnSignal } from '../../src/cli/end-on-signal.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { openBuild } from './builds/build.ts';
import { describeComparison } from './builds/builds-table.ts';
import { type ComparisonResult, compareBuilds } from './builds/compare-builds.ts';
import { plotBuilds } from './builds/plot-builds.ts';
import { parseSizesArguments, SIZES_USAGE, THIS_BUILD } from './builds/sizes-arguments.ts';
import { prepareArticles, prepareQuestions } from './compare/prepare.ts';

const ROOT = join(import.meta.dirname, '../..');

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Of the last minute; a process that waits for a core makes every time longer. */
const warnIfBusy = (): void => {
  const [load] = loadavg() as [number];
  if (load < availableParallelism() / 2) return;
  say(
    `The machine is busy (load ${load.toFixed(1)}, ${availableParallelism()} cores): times will come out longer than on a quiet one.`,
  );
};

/** @throws DatelineError `invalid`, before anything is measured in vain. */
const checkWritable = async (option: string, file: string | null): Promise<void> => {
  if (file === null) return;
  await writeFile(file, '', { flag: 'a' }).catch((error: Error) => {
    throw new DatelineError('invalid', `${option}: ${file} cannot be written: ${error.message}`);
  });
};

const run = async (): Promise<void> => {
  const args = parseSizesArguments(process.argv.slice(2));
  if (args.help) return void process.stdout.write(SIZES_USAGE);
  const { sizes, rounds, arriving, limitMinutes, maxOldSpaceMegabytes, json, plot } = args;
  const named = [...args.builds, { name: THIS_BUILD, folder: ROOT }];
  const builds = await Promise.all(named.map(({ name, folder }) => openBuild(name, folder)));
  await checkWritable('--json', json);
  await checkWritable('--plot', plot);
  const questions = prepareQuestions(args.questions);
  warnIfBusy();
  say('reading the articles');
  const articles = await prepareArticles(args.articles);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  endOnSignal(() => rm(folder, { recursive: true, force: true }));
  const onResult = async (result: ComparisonResult): Promise<void> => {
    if (json !== null) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
  };
  try {
    const limits = { rounds, limitMs: limitMinutes * 60_000, maxOldSpaceMegabytes };
    const given = { builds, articles, questions, sizes, arriving, afterMs: args.afterSeconds * 1000 };
    const result = await compareBuilds({ ...given, ...limits, folder, say, onResult });
    if (plot !== null) await writeFile(plot, plotBuilds(result));
    print(describeComparison(result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

await runCommand(run);
