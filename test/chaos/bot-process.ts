/** The whole bot as a process of its own, to be killed: in: where things are, as JSON in its argument; out: `ready`. */
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startBot } from '../../src/start-bot.ts';

export interface BotPlace {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly token: string;
  readonly api: string;
  /** How far its clock is ahead; 0 unless given. */
  readonly aheadMs?: number;
}

const { corpusDir, dataDir, token, api, aheadMs = 0 } = JSON.parse(process.argv[2]!) as BotPlace;
const config = readConfig({
  CORPUS_DIR: corpusDir,
  CORPUS_WATCH: 'events',
  DATA_DIR: dataDir,
  DISCORD_TOKEN: token,
  LOG_LEVEL: 'error',
});
const log = createLog({ level: 'error', secrets: [token] });
const bot = await startBot({
  config,
  commands,
  log,
  token,
  api,
  now: () => Date.now() + aheadMs,
  onLost: (err) => log.fatal({ err }),
});
// Never left behind by a parent that ended without ending it.
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => void bot.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
