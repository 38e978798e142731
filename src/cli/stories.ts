/** `npm run -s stories -- --corpus PATH`: which articles report the same event, one line of JSON per story. Nothing is stored. */
import { existsSync } from 'node:fs';
import { inWords } from '../domain/corpus-reason.ts';
import { type GroupedStory, groupCorpus } from './group-corpus.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { runTool, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run -s stories -- --corpus PATH [--corpus PATH…]
  Groups the articles of files and folders into stories, the articles that report
  one event, and prints one line of JSON per story: articles (by their ids, without
  one by their addresses, else as file:line), title and outlets. The stories of most
  outlets come first, then the newest; single articles come last.
  What cannot be read is reported on standard error. Nothing is stored.
  Exit codes: 0 articles were read; 1 none could be, or a path does not exist; 2 usage.
`;

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${text}\n`, () => resolve()));

const main = async (): Promise<void> => {
  const { corpus = [], help } = readArguments(USAGE, {
    options: { corpus: { type: 'string', multiple: true }, help: HELP },
  }).values;
  if (help) return void process.stdout.write(USAGE);
  if (corpus.length === 0) throw new UsageError(`Expected --corpus with a file or folder.\n\n${USAGE}`);
  const absent = corpus.filter((path) => !existsSync(path));
  for (const path of absent) await write(process.stderr, `There is no file or folder ${path}.`);
  const stories: readonly GroupedStory[] = await groupCorpus(corpus, (problem) => {
    const { file, line, reason } = inWords(problem);
    return write(process.stderr, `${file}${line === null ? '' : `, line ${line}`}: ${reason}`);
  });
  for (const story of stories) await write(process.stdout, JSON.stringify(story));
  if (stories.length === 0) await write(process.stderr, 'No articles could be read.');
  if (stories.length === 0 || absent.length > 0) process.exitCode = 1;
};

await runTool(main);
