/** `npm run -s stories -- --corpus PATH`: which articles tell the same event, a line of JSON a story. Nothing is kept. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords } from '../domain/corpus-reason.ts';
import { type GroupedStory, groupCorpus } from './group-corpus.ts';
import { runTool, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run -s stories -- --corpus PATH [--corpus PATH…]
  Groups the articles of files and folders into stories, each the articles that
  tell one event, and prints a line of JSON a story: articles (their ids; without
  one the address, else file:line), title and outlets. The stories that most
  outlets tell come first, then the newest; articles that stand alone come last.
  What cannot be read is told on standard error. Nothing is kept.
  Exit codes: 0 articles were read; 1 none could be, or a path is not there; 2 usage.
`;

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${text}\n`, () => resolve()));

const readArguments = () => {
  const options = {
    corpus: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
};

const main = async (): Promise<void> => {
  const { corpus = [], help } = readArguments();
  if (help) return write(process.stdout, USAGE);
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
