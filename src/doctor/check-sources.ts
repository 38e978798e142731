/** In: the corpus folder and the feeds. Out: whether articles come from somewhere, and what does not. */
import { DatelineError } from '../domain/errors.ts';
import type { Feed } from '../domain/feed.ts';
import { corpusRoots, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import { requireCorpus } from '../intake/corpus/require-corpus.ts';
import { ailing, type Check, well } from './check.ts';

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

/** Lists the files and reads none. */
export const checkCorpus = async (corpusDir: string): Promise<Check> => {
  const name = 'Corpus';
  try {
    requireCorpus(corpusDir);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return ailing(name, 'problem', error.message, 'The bot does not start until then.');
  }
  const { files, problems } = await findCorpusFiles(corpusRoots([corpusDir]));
  const found = `${counted(files.length, 'file')} of articles in ${corpusDir}`;
  const [first] = problems;
  if (first !== undefined)
    return ailing(
      name,
      'warning',
      `${found}; ${counted(problems.length, 'file or folder')} cannot be read. ${first.file}: ${first.reason}`,
      'npm run -s corpus -- check PATH tells of each.',
    );
  if (files.length === 0)
    return ailing(name, 'note', found, 'Put some there, or add feeds: npm run -s feeds -- add ADDRESS.');
  return well(name, found);
};

export const checkFeeds = (feeds: readonly Feed[]): Check => {
  const name = 'Feeds';
  if (feeds.length === 0)
    return ailing(
      name,
      'note',
      'there are none',
      'To have new articles come by themselves: /feeds starter in Discord, or npm run -s feeds.',
    );
  const failing = feeds.filter(({ status, failures }) => status === 'active' && failures > 0);
  const asleep = feeds.filter(({ status }) => status !== 'active');
  const found = `${counted(feeds.length, 'feed')}, ${failing.length} failing, ${asleep.length} paused or retired`;
  if (failing.length === 0) return well(name, found);
  const worst = failing.toSorted((a, b) => b.failures - a.failures).slice(0, 3);
  const told = worst.map(({ name: feed, problem }) => `${feed}: ${problem ?? 'no reason is known'}`);
  return ailing(
    name,
    'warning',
    `${found}. ${told.join('; ')}`,
    'They are tried again by themselves. npm run -s feeds -- check ADDRESS tells each step.',
  );
};
