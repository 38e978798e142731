/** The whole bot as a process of its own, to be killed: in: where things are, as JSON in its argument; out: `ready`. */
import { commands } from '../../commands/index.ts';
import { readConfig } from '../../src/config.ts';
import { openDeskThread } from '../../src/desk/open-desk-thread.ts';
import { createLog } from '../../src/log.ts';
import { startBot } from '../../src/start-bot.ts';

export interface BotPlace {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly token: string;
  readonly api: string;
}

const { corpusDir, dataDir, token, api } = JSON.parse(process.argv[2]!) as BotPlace;
const config = readConfig({ CORPUS_DIR: corpusDir, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const logOptions = { level: 'error', secrets: [token] } as const;
const log = createLog(logOptions);
const desk = await openDeskThread({ corpus: [corpusDir], dataDir, watch: 'events', log, logOptions });
void desk.loaded().catch((err: unknown) => log.error({ err }, 'loading stopped'));
const bot = await startBot({
  config,
  desk,
  commands,
  log,
  token,
  api,
  now: Date.now,
  onLost: (err) => log.fatal({ err }),
});
process.on('SIGTERM', () => void bot.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
