/** `npm run -s feeds -- …`: reads feeds on the terminal. In: a command and its arguments. Out: lines to print. */
import { openParser } from '../intake/parsing/open-parser.ts';
import { parseFiles } from './parse-files.ts';

const USAGE = `Usage:
  feeds parse FILE…    what is in each feed file, one JSON line a file
`;

const print = (text: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));

const parse = async (files: readonly string[]): Promise<void> => {
  const parser = openParser({ workers: 2 });
  for await (const parsed of parseFiles(files, parser, Date.now())) await print(JSON.stringify(parsed));
  await parser.close();
};

process.stdout.on('error', () => process.exit(0));
const [command, ...args] = process.argv.slice(2);
if (command === 'parse' && args.length > 0) await parse(args);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
