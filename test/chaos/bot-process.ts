/**
 * The whole bot as a process of its own, to be killed. In: where things are, as JSON in its argument. Out: `ready` once it is
 * started, and `leads` once it is done with taking over from another.
 */
import { flushCompileCache } from 'node:module';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { createLog } from '../../src/log.ts';
import { startBot } from '../../src/start-bot.ts';

export interface BotPlace {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly token: string;
  readonly api: string;
  /** How far its clock is ahead; 0 unless given. */
  readonly aheadMs?: number;
  /** Others than a data folder needs. */
  readonly settings?: Readonly<Record<string, string>>;
}

const ERROR = 50;

const {
  corpusDir,
  dataDir,
  token,
  api,
  aheadMs = 0,
  settings = {},
} = JSON.parse(process.argv[2]!) as BotPlace;
const config = readConfig({
  CORPUS_DIR: corpusDir,
  CORPUS_WATCH: 'events',
  DATA_DIR: dataDir,
  DISCORD_TOKEN: token,
  LOG_LEVEL: 'error',
  ...settings,
});
const log = createLog({
  level: 'warn',
  secrets: [token],
  write: (line) => {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    if (msg === 'this process leads now') process.stdout.write('leads\n');
    if (level >= ERROR) process.stderr.write(line);
  },
});
const bot = await startBot({
  config,
  commands,
  log,
  token,
  api,
  now: () => Date.now() + aheadMs,
  random: Math.random,
  onLost: (err) => {
    log.fatal({ err });
    process.exit(1);
  },
});
// Never left behind by a parent that ended without ending it.
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => void bot.close().then(() => process.exit(0)));
// It may never end by itself, when Node would keep it.
flushCompileCache();
process.stdout.write('ready\n');
