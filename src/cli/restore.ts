/** `npm run -s restore -- FILE`: puts back into the data folder what `backup` saved, once all of it was checked. */
import { restore } from '../backup/restore.ts';
import { loadConfig } from '../config/read-config.ts';
import { readFileArgument } from './file-argument.ts';
import { refuseCluster } from './refuse-cluster.ts';
import { runTool } from './run-command.ts';

const USAGE = `Usage: npm run -s restore -- FILE
  Puts what npm run -s backup saved in FILE back into DATA_DIR, which must hold no databases.
  Each database is checked completely first; if one is damaged, nothing is changed.
  Exit codes: 0 done; 1 it could not be restored; 2 usage.
`;

await runTool(async () => {
  const file = readFileArgument(USAGE);
  if (file === null) return void process.stdout.write(USAGE);
  const config = loadConfig();
  refuseCluster(config);
  const { DATA_DIR } = config;
  const names = await restore(file, DATA_DIR);
  process.stdout.write(
    `Checked and put back into ${DATA_DIR}: ${names.join(', ')}.\nNow start the bot: npm start\n`,
  );
});
