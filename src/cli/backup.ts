/** `npm run -s backup -- FILE`: puts the data folder into one file, while the bot runs or not. */
import { stat } from 'node:fs/promises';
import { backUp } from '../backup/back-up.ts';
import { loadConfig } from '../config/read-config.ts';
import { readFileArgument } from './file-argument.ts';
import { refuseCluster } from './refuse-cluster.ts';
import { runTool } from './run-command.ts';

const USAGE = `Usage: npm run -s backup -- FILE
  Saves all of DATA_DIR in FILE, a compressed archive (.tar.gz). The bot may be running.
  FILE must not exist yet. The settings in .env and the corpus folder are not saved.
  Exit codes: 0 done; 1 it could not be made; 2 usage.
`;

const MEGABYTE = 1_000_000;

await runTool(async () => {
  const file = readFileArgument(USAGE);
  if (file === null) return void process.stdout.write(USAGE);
  const config = loadConfig();
  refuseCluster(config);
  const names = await backUp(config.DATA_DIR, file);
  const { size } = await stat(file);
  process.stdout.write(
    `${file} holds ${names.join(', ')} (${(size / MEGABYTE).toFixed(1)} MB).\nTo put it back into an empty DATA_DIR: npm run -s restore -- ${file}\n`,
  );
});
