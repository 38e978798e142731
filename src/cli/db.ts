/** `npm run -s db -- move`: takes what a data folder holds to PostgreSQL, or back. */
import { loadConfig } from '../config/read-config.ts';
import { clusterOf } from '../config/settings-together.ts';
import { DatelineError } from '../domain/errors.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';
import { openBar } from './progress-bar.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { runTool, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run -s db -- move [--back]
  Copies all that DATA_DIR holds (articles, what they are searched by, feeds,
  subscriptions, what was posted) to the PostgreSQL of DATABASE_URL, which must
  be empty, and fills the OpenSearch of SEARCH_URL from there; with --back, from
  there into DATA_DIR, which must hold no databases.
  Stop every Dateline on both sides first. What was copied stays where it was.
  After a kill, the same command continues where it stopped.
  Exit codes: 0 done; 1 it could not be done; 2 usage.
`;

/** What is to be reported of it. Without it everything is moved all the same. */
const fill = async (cluster: ClusterAddresses): Promise<string> => {
  const { fillSearch } = await import('../store/postgres/fill-search.ts');
  const bar = openBar('Filling OpenSearch {bar} {percentage}%');
  try {
    await fillSearch(cluster, (share) => bar.update(share, 0));
    return 'OpenSearch holds all articles.';
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return `${error.message}\nThe bot fills it after its start: what is not there yet is not found, and digests wait.`;
  } finally {
    bar.close();
  }
};

const move = async (isBack: boolean): Promise<void> => {
  const config = loadConfig();
  const cluster = clusterOf(config);
  if (cluster === null)
    throw new DatelineError(
      'invalid',
      'Expected DATABASE_URL and SEARCH_URL, the databases to move to or from; got neither. Set both.',
    );
  const { moveData } = await import('../store/move/move-data.ts');
  const bar = openBar('Moving {bar} {percentage}% · {count} rows');
  const { DATA_DIR: dataDir } = config;
  const moved = await moveData({
    direction: isBack ? 'to-folder' : 'to-cluster',
    dataDir,
    databaseUrl: cluster.databaseUrl,
    onProgress: ({ copied, total }) => bar.update(total === 0 ? 1 : copied / total, copied),
  }).finally(() => bar.close());
  const articles = moved.articles.toLocaleString('en');
  const next = isBack
    ? 'Take DATABASE_URL and SEARCH_URL out of the settings, then start the bot: npm start\nWhat is in PostgreSQL is used no longer. Never start a bot on both.'
    : `${await fill(cluster)}\nNow start the bot: npm start\nThe articles.db and state.db of DATA_DIR are used no longer.\nNever start a bot on both.`;
  process.stdout.write(
    `${moved.wasContinued ? 'Went on with an earlier move. ' : ''}Moved: ${articles} articles, ${moved.subscriptions} subscriptions, and all that belongs to them.\n${next}\n`,
  );
};

await runTool(async () => {
  const { values, positionals } = readArguments(USAGE, {
    options: { help: HELP, back: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(USAGE);
  if (positionals.length !== 1 || positionals[0] !== 'move')
    throw new UsageError(`Expected move, got ${positionals.join(' ') || 'nothing'}.\n\n${USAGE}`);
  await move(values.back ?? false);
});
