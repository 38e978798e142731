/** `npm run -s doctor`: looks at all that a bot needs, and says in plain words what to do. */
import type { Check } from '../doctor/check.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { createPaint } from './paint.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { runTool } from './run-command.ts';

const USAGE = `Usage: npm run -s doctor
  Checks the settings, the form of the token, the permissions that are asked for,
  the disk, the databases (completely), the corpus, the feeds and the clock. The bot
  may be running. Nothing is fetched.
  Exit codes: 0 nothing keeps the bot from its work; 1 something does; 2 usage.
`;

const SIGNS = { well: '✓', note: '·', warning: '!', problem: '✗' } as const;

const paint = createPaint(process.stdout);

const describe = ({ name, state, found, remedy }: Check): string => {
  const line = `${SIGNS[state]} ${paint.title(name)}: ${found}`;
  const isBad = state === 'warning' || state === 'problem';
  return `${isBad ? paint.warning(line) : line}${remedy === null ? '' : `\n  → ${remedy}`}\n`;
};

await runTool(async () => {
  if (readArguments(USAGE, { options: { help: HELP } }).values.help) return void process.stdout.write(USAGE);
  for await (const check of runDoctor(Date.now)) {
    process.stdout.write(describe(check));
    if (check.state === 'problem') process.exitCode = 1;
  }
});
