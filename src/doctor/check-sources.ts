/** In: the corpus folder and the feeds. Out: whether articles come from somewhere, and what does not. */
import { inWords } from '../domain/corpus-reason.ts';
import { serverOfFile } from '../domain/corpus-server.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Feed } from '../domain/feed.ts';
import { describeProblem } from '../domain/reading-problem.ts';
import { corpusRoots, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import { requireCorpus } from '../intake/corpus/require-corpus.ts';
import { tell } from '../language/message.ts';
import { ailing, type Check, well } from './check.ts';

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

/** Lists the files and reads none. `known`: the servers the bot is in; empty if none is known. */
export const checkCorpus = async (corpusDir: string, known: ReadonlySet<string>): Promise<Check> => {
  const name = 'Corpus';
  try {
    requireCorpus(corpusDir);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return ailing(name, 'problem', error.message, 'The bot does not start until then.');
  }
  const { files, problems } = await findCorpusFiles(corpusRoots([corpusDir]));
  const servers = Map.groupBy(files, ({ name: file }) => serverOfFile(file));
  const own = [...servers].flatMap(([server, some]) =>
    server === null ? [] : [`; ${counted(some.length, 'file')} of these for the server ${server} alone`],
  );
  const found = `${counted(files.length, 'file')} of articles in ${corpusDir}${own.join('')}`;
  const strangers = [...servers.keys()].filter((server) => server !== null && !known.has(server));
  const [first] = problems;
  if (first !== undefined)
    return ailing(
      name,
      'warning',
      `${found}; ${counted(problems.length, 'file or folder')} cannot be read. ${first.file}: ${inWords(first).reason}`,
      'npm run -s corpus -- check PATH tells of each.',
    );
  if (known.size > 0 && strangers.length > 0)
    return ailing(
      name,
      'warning',
      `${found}. The bot is in no server with the id ${strangers.join(', ')}`,
      'Correct the name of the folder, or add the bot to that server: nobody hears these articles until then.',
    );
  if (files.length === 0)
    return ailing(name, 'note', found, 'Put some there, or add feeds: npm run -s feeds -- add ADDRESS.');
  return well(name, found);
};

/** `ofServers`: those that only servers have. */
export const checkFeeds = (everyones: readonly Feed[], ofServers: readonly Feed[]): Check => {
  const name = 'Feeds';
  const feeds = [...everyones, ...ofServers];
  if (feeds.length === 0)
    return ailing(
      name,
      'note',
      'there are none',
      'To have new articles come by themselves: /feeds starter in Discord, or npm run -s feeds.',
    );
  const failing = feeds.filter(({ status, failures }) => status === 'active' && failures > 0);
  const asleep = feeds.filter(({ status }) => status !== 'active');
  const own = ofServers.length === 0 ? '' : ` (${ofServers.length} of servers alone)`;
  const found = `${counted(feeds.length, 'feed')}${own}, ${failing.length} failing, ${asleep.length} paused or retired`;
  if (failing.length === 0) return well(name, found);
  const worst = failing.toSorted((a, b) => b.failures - a.failures).slice(0, 3);
  const told = worst.map(
    ({ name: feed, problem }) =>
      `${feed}: ${problem === null ? 'no reason is known' : tell(describeProblem(problem))}`,
  );
  return ailing(
    name,
    'warning',
    `${found}. ${told.join('; ')}`,
    'They are tried again by themselves. npm run -s feeds -- check ADDRESS tells each step.',
  );
};
