/** `npm run -s corpus -- check PATH…`: what would be read from files and folders. Nothing is stored. */
import { existsSync } from 'node:fs';
import { checkCorpus } from './check-corpus.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { runTool, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run -s corpus -- check PATH…
  Prints what would be read from each file or folder: one line of JSON per article
  (file, line, server: the id of the only server that has it, title, url, source,
  published, author, language, characters, and text: its first 200 characters),
  and one per problem (file, line, problem).
  File names are relative to the path. Nothing is stored.
  Exit codes: 0 articles were read; 1 none could be, or a path does not exist; 2 usage.
`;

const print = (text: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments(USAGE, { options: { help: HELP }, allowPositionals: true });
  if (values.help) return void process.stdout.write(USAGE);
  const [command, ...paths] = positionals;
  if (command !== undefined && command !== 'check')
    throw new UsageError(`There is no command ${command}.\n\n${USAGE}`);
  if (command === undefined || paths.length === 0) throw new UsageError(USAGE);
  const absent = paths.filter((path) => !existsSync(path));
  let articles = 0;
  for await (const found of checkCorpus(paths)) {
    if ('title' in found) articles++;
    await print(JSON.stringify(found));
  }
  if (articles === 0 || absent.length > 0) process.exitCode = 1;
};

await runTool(main);
