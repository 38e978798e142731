/** `npm run -s feeds -- …`: the feeds on the terminal. In: a command and its arguments. Out: lines to print. */
import { readFile, stat } from 'node:fs/promises';
import { loadConfig } from '../config/read-config.ts';
import { clusterOf } from '../config/settings-together.ts';
import type { Feed } from '../domain/feed.ts';
import { isoMinute } from '../domain/iso-time.ts';
import { describeProblem } from '../domain/reading-problem.ts';
import { checkDocument, type FeedCheck } from '../feeds/check-feed.ts';
import { createEveryonesFeeds } from '../feeds/everyones-feeds.ts';
import { createFeedList, type FeedList } from '../feeds/feed-list.ts';
import type { FeedSources } from '../feeds/feed-tools.ts';
import { openFeedSources } from '../feeds/open-feeds.ts';
import { STARTER_LANGUAGES, starterFeeds } from '../feeds/starter-feeds.ts';
import { openParser } from '../intake/parsing/open-parser.ts';
import { tell } from '../language/message.ts';
import type { SharedFeed } from '../store/feed-server-store.ts';
import { openState } from '../store/open-state.ts';
import { extractPages } from './extract-pages.ts';
import { parseFiles } from './parse-files.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { runTool, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run -s feeds -- <command> [--json]
  add ADDRESS [NAME]            add a feed, or the feed of a site
  list                          the feeds, when they were last read and are polled next
  remove|pause|resume WHICH     by number, address or name
  check ADDRESS|FILE            what polling it would bring, step by step
  import ADDRESS|FILE           add the feeds of an OPML list
  starter [LANGUAGE]            add public news feeds to start with, in all languages or in one:
                                ${STARTER_LANGUAGES.join(', ')}
  export                        the feeds as an OPML list
  servers                       the feeds that only servers have, and which servers
  parse FILE…                   what is in each feed file, one line of JSON per file
  page FILE… [--address URL]    what is extracted from each web page, one line of JSON per file
With --json, what is printed is JSON. A running bot polls what was added within a minute.
`;

const print = (text: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));

const when = (ms: number | null): string => (ms === null ? 'never' : isoMinute(ms));

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const describe = (feed: Feed): string => {
  const state =
    feed.status !== 'active' ? feed.status : feed.failures > 0 ? `failing (${feed.failures} in a row)` : 'ok';
  const next = feed.status === 'active' ? `, next ${when(feed.nextPollMs)}` : '';
  const problem = feed.problem === null ? '' : `\n   ${tell(describeProblem(feed.problem))}`;
  return `${feed.id}  ${feed.name}  ${feed.url}\n   ${state}, ${count(feed.articles, 'article')}, last read ${when(feed.lastSuccessMs)}${next}${problem}`;
};

/** With the servers that have it, by their ids, and what they call it. */
const describeShared = ({ feed, servers }: SharedFeed): string => {
  const told = servers.map(
    ({ id, name, isPaused }) =>
      `${id}${name === null ? '' : ` as ${JSON.stringify(name)}`}${isPaused ? ', paused there' : ''}`,
  );
  return `${describe(feed)}\n   of ${count(servers.length, 'server')}: ${told.join('; ')}`;
};

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Opens the feeds over the data folder for one command. */
const withSources = async <T>(use: (sources: FeedSources) => Promise<T>): Promise<T> => {
  const config = loadConfig();
  const db = await openState(config.DATA_DIR, clusterOf(config));
  const { sources, close } = openFeedSources({ settings: config, db, now: Date.now });
  try {
    return await use(sources);
  } finally {
    await close();
    await db.destroy();
  }
};

/** Everyone's. */
const withList = <T>(use: (list: FeedList) => Promise<T>): Promise<T> =>
  withSources((sources) => use(createFeedList(sources, createEveryonesFeeds(sources))));

const checkFile = async (path: string): Promise<FeedCheck> => {
  const parser = openParser();
  try {
    return await checkDocument(await readFile(path), { parse: parser.parse, now: Date.now });
  } finally {
    await parser.close();
  }
};

const check = async (target: string): Promise<FeedCheck> => {
  const result = (await isFile(target))
    ? await checkFile(target)
    : await withList((list) => list.check(target));
  if (!result.ok) process.exitCode = 1;
  return result;
};

const parse = async (files: readonly string[]): Promise<void> => {
  const parser = openParser({ workers: 2 });
  for await (const parsed of parseFiles(files, parser, Date.now())) await print(JSON.stringify(parsed));
  await parser.close();
};

const extract = async (files: readonly string[], address: string): Promise<void> => {
  if (address !== '' && !/^https?:\/\/./i.test(address))
    throw new UsageError(`--address: expected an address of the web, got ${address}.\n\n${USAGE}`);
  const parser = openParser();
  for await (const page of extractPages(files, address, parser, Date.now())) {
    if (!page.ok) process.exitCode = 1;
    await print(JSON.stringify(page));
  }
  await parser.close();
};

interface Said {
  /** Printed with `--json`. */
  readonly value: unknown;
  readonly text: string;
}

const changed = (feed: Feed, verb: string): Said => ({
  value: feed,
  text: `${verb}: ${feed.id}  ${feed.name}`,
});

/** The name of a file with a list of feeds: no address of the web begins or ends like this. */
const LIST_FILE = /^(?:[./~]|[^/]*\.(?:opml|xml)$)/i;

/** The commands that print one result, by name. `target` is the first argument. */
const COMMANDS: Readonly<Record<string, (target: string, name?: string) => Promise<Said>>> = {
  add: async (target, name) => {
    const { feed, isNew, parsed } = await withList((list) => list.add(target, name));
    const text = `${isNew ? 'Added' : 'Known already'}: ${describe(feed)}\n   ${count(parsed.entries.length, 'entry', 'entries')} now`;
    return { value: { ...feed, isNew }, text };
  },
  list: async () => {
    const feeds = await withList((list) => list.list());
    return {
      value: feeds,
      text: feeds.map(describe).join('\n') || 'No feeds yet. Add one: npm run -s feeds -- add ADDRESS',
    };
  },
  remove: async (target) => changed(await withList((list) => list.remove(target)), 'Removed'),
  pause: async (target) => changed(await withList((list) => list.pause(target)), 'Paused'),
  resume: async (target) => changed(await withList((list) => list.resume(target)), 'Resumed'),
  check: async (target) => {
    const result = await check(target);
    return { value: result, text: result.steps.join('\n') };
  },
  import: async (target) => {
    const hasFile = await isFile(target);
    if (!hasFile && LIST_FILE.test(target)) throw new Error(`There is no file ${target}.`);
    const result = await withList(async (list) =>
      hasFile ? list.importList(await readFile(target)) : list.importListFrom(target),
    );
    const refused = result.refused.map(({ url, reason }) => `\nRefused ${url}: ${reason}`).join('');
    return {
      value: result,
      text: `Added ${count(result.added.length, 'feed')}, ${result.known} known already${refused}`,
    };
  },
  starter: async (target) => {
    if (target !== '' && !STARTER_LANGUAGES.includes(target))
      throw new UsageError(`Expected one of the languages ${STARTER_LANGUAGES.join(', ')}; got ${target}.`);
    const result = await withList((list) => list.addListed(starterFeeds(target || null, null)));
    return {
      value: result,
      text: `Added ${count(result.added.length, 'feed')}, ${result.known} known already. Whether each can be reached shows in the list once it was read.`,
    };
  },
  servers: async () => {
    const feeds = await withSources(({ servers }) => servers.all());
    return { value: feeds, text: feeds.map(describeShared).join('\n') || 'No server has feeds of its own.' };
  },
  export: async () => {
    const opml = await withList((list) => list.exportList());
    return { value: { opml }, text: opml };
  },
};

const WITHOUT_TARGET = new Set(['list', 'export', 'starter', 'servers']);

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments(USAGE, {
    options: { json: { type: 'boolean' }, address: { type: 'string' }, help: HELP },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(USAGE);
  const [command = '', target, ...rest] = positionals;
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (command === 'parse' && target !== undefined) return parse([target, ...rest]);
  if (values.address !== undefined && command !== 'page')
    throw new UsageError(`--address: only page takes it.\n\n${USAGE}`);
  if (command === 'page' && target !== undefined) return extract([target, ...rest], values.address ?? '');
  if (command !== '' && run === undefined && command !== 'parse' && command !== 'page')
    throw new UsageError(`There is no command ${command}.\n\n${USAGE}`);
  if (run === undefined || (target === undefined && !WITHOUT_TARGET.has(command)))
    throw new UsageError(USAGE);
  const { value, text } = await run(target ?? '', rest.length > 0 ? rest.join(' ') : undefined);
  return print(values.json ? JSON.stringify(value) : text);
};

await runTool(main);
