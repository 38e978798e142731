/** `npm start`: settings → app → Discord or the sandbox → timers; closed in reverse order at a signal. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endOnSignal } from './cli/end-on-signal.ts';
import { createPaint } from './cli/paint.ts';
import { openProgressBar } from './cli/progress-bar.ts';
import { loadConfig, unknownSettings } from './config/read-config.ts';
import { type Config, secretsOf } from './config/settings.ts';
import { DatelineError } from './domain/errors.ts';
import { cannotListen } from './http/listen.ts';
import { requireCorpus } from './intake/corpus/require-corpus.ts';
import { createLog, type Logger } from './log.ts';
import type { Sandbox } from './sandbox/open-sandbox.ts';
import type { Bot } from './start-bot.ts';
import { leaderNote, loadedNote, onlineNote, sandboxNote } from './start-notes.ts';
import { makePrivateFile } from './store/data-folder.ts';
import { lockDataFolder } from './store/lock-data-folder.ts';

const paint = createPaint(process.stdout);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** One of the sample's articles: without it nothing answers a question about it. */
const OF_THE_SAMPLE = join('2024-03', 'tyotkino-captured-ledger.md');

/** The first things a visitor of the page is offered. */
const examplesFor = ({ CORPUS_DIR }: Config) => [
  existsSync(join(CORPUS_DIR, OF_THE_SAMPLE))
    ? { command: 'ask', options: { question: 'Which groups took part in the raid on Tyotkino?' } }
    : { command: 'ask', options: {} },
  { command: 'latest', options: {} },
  { command: 'digest', options: {} },
  { command: 'feeds starter', options: {} },
];

const startSandbox = async (config: Config, log: Logger): Promise<Sandbox> => {
  const { SANDBOX_HOST: host, SANDBOX_PORT: port, DATA_DIR } = config;
  // A bot with a token never loads it.
  const { openSandbox } = await import('./sandbox/open-sandbox.ts');
  const historyFile = join(DATA_DIR, 'sandbox.jsonl');
  makePrivateFile(historyFile);
  try {
    return await openSandbox({
      host,
      port,
      examples: examplesFor(config),
      historyFile,
      onHistoryFailure: (err) =>
        log.error(
          { err },
          `${historyFile} cannot be read or written, so messages will be missing after a restart. Make room on the disk, let Dateline read and write the file, or move it away.`,
        ),
    });
  } catch (error) {
    throw cannotListen(
      { host, port, name: 'The sandbox' },
      error,
      'Set SANDBOX_HOST and SANDBOX_PORT to a free address, or SANDBOX_PORT=0 for any free port.',
    );
  }
};

/** Ends the process with a sentence for the operator; what is no `DatelineError` goes to the log whole. */
const fail = (error: unknown, log: Logger | null): never => {
  if (error instanceof DatelineError) process.stderr.write(`${error.message}\n`);
  else if (log !== null) log.fatal({ err: error }, 'Dateline has to stop');
  else throw error;
  process.exit(1);
};

const showLoading = async ({ app }: Bot, config: Config, ended: AbortSignal): Promise<void> => {
  await app.backend.loaded();
  const status = await app.backend.status();
  if (!ended.aborted) print(loadedNote(status, config.CORPUS_DIR, paint));
};

const liveNote = ({ discord }: Bot): string => {
  if (discord === null) return leaderNote(paint);
  const { client, inviteUrl } = discord;
  return onlineNote(client.user.tag, client.guilds.cache.size, inviteUrl, paint);
};

const start = async (config: Config, log: Logger): Promise<void> => {
  for (const problem of unknownSettings()) process.stderr.write(`${paint.warning(problem)}\n`);
  requireCorpus(config.CORPUS_DIR);
  const bar = openProgressBar();
  const opened: (() => Promise<void> | void)[] = [() => bar.close()];
  // In a cluster several processes may share it: nothing is in it but a key.
  if (config.DATABASE_URL === null || config.DISCORD_TOKEN === null)
    opened.push(lockDataFolder(config.DATA_DIR));
  const ended = endOnSignal(async () => {
    for (const close of opened.toReversed()) await close();
  });
  const sandbox = config.DISCORD_TOKEN === null ? await startSandbox(config, log) : null;
  if (sandbox !== null) opened.push(() => sandbox.close());
  // Most of the code: what is wrong so far is said without it.
  const [{ startBot }, { commands }] = await Promise.all([
    import('./start-bot.ts'),
    import('../commands/index.ts'),
  ]);
  const starting = startBot({
    config,
    commands,
    log,
    token: config.DISCORD_TOKEN ?? sandbox!.token,
    api: sandbox?.apiUrl ?? config.DISCORD_API,
    now: Date.now,
    random: Math.random,
    signal: ended,
    onProgress: bar.update,
    onLost: (error) => fail(error, log),
  });
  opened.push(() => starting.then((bot) => bot.close()));
  const bot = await starting;
  print(sandbox === null ? liveNote(bot) : sandboxNote(sandbox.url, paint));
  if (bot.apiUrl !== null) print(paint.quiet(`API: ${bot.apiUrl}, MCP: ${bot.apiUrl}/mcp`));
  if (bot.metricsUrl !== null)
    print(paint.quiet(`Metrics: ${bot.metricsUrl}/metrics, health: ${bot.metricsUrl}/health`));
  await showLoading(bot, config, ended).finally(() => bar.close());
};

const USAGE = `Usage: npm start
  Starts the bot, with DISCORD_TOKEN in Discord, without it in the sandbox. Settings come from .env and the environment.
  On the terminal, each with --help: npm run -s ask, npm run -s feeds, npm run -s corpus, npm run -s stories,
  npm run -s doctor, npm run -s backup, npm run -s restore, npm run -s db
`;

/** Prints how it is used if that is asked; what else was typed after `npm start --` would be ignored in silence. */
const readArguments = (args: readonly string[]): void => {
  if (args.length === 0) return;
  if (args.every((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  throw new DatelineError(
    'invalid',
    `npm start takes no arguments, but got ${args.map((arg) => JSON.stringify(arg)).join(' ')}. Settings come from .env and the environment. Questions are asked with npm run -s ask, feeds managed with npm run -s feeds.`,
  );
};

const run = async (): Promise<void> => {
  let log: Logger | null = null;
  try {
    readArguments(process.argv.slice(2));
    const config = loadConfig();
    log = createLog({ level: config.LOG_LEVEL, secrets: secretsOf(config) });
    process.on('uncaughtException', (error) => fail(error, log));
    await start(config, log);
  } catch (error) {
    if (process.exitCode === undefined) fail(error, log);
  }
};

await run();
