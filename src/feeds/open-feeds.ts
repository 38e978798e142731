/** In: the settings, the database and the way into the store. Out: the feeds, listed, checked and polled. */
import { readFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };
import type { Config } from '../config/settings.ts';
import { DatelineError } from '../domain/errors.ts';
import type { ArticleStep, Feed } from '../domain/feed.ts';
import { type NetworkPolicy, privateNetwork, publicNetwork } from '../intake/fetch/network-policy.ts';
import { openFetcher, userAgent } from '../intake/fetch/open-fetcher.ts';
import { openParser } from '../intake/parsing/open-parser.ts';
import { createFeedServerStore } from '../store/feed-server-store.ts';
import { createFeedStore } from '../store/feed-store.ts';
import type { StateDatabase } from '../store/state-tables.ts';
import { createEveryonesFeeds } from './everyones-feeds.ts';
import { explainArrival } from './explain-arrival.ts';
import { createFeedList, type FeedList, type ImportedFeeds } from './feed-list.ts';
import type { FeedSources, FeedTools } from './feed-tools.ts';
import { fetchPerHost } from './fetch-per-host.ts';
import { openPoller, type Poller, type PollerOptions } from './open-poller.ts';
import { createServerFeeds } from './server-feeds.ts';

/** The settings that feeds go by. */
export type FeedSettings = Pick<
  Config,
  'FULL_TEXT' | 'ALLOW_PRIVATE_NETWORK' | 'FEED_PORTS' | 'FEEDS_PER_SERVER' | 'CONTACT'
>;

export interface OpenFeedSources {
  readonly sources: FeedSources;
  readonly close: () => Promise<void>;
}

export interface SourceOptions {
  readonly settings: FeedSettings;
  readonly db: StateDatabase;
  readonly now: () => number;
  /** Where requests may go; as the settings say if absent. */
  readonly network?: NetworkPolicy;
}

/** Opens what feeds are fetched and read with. */
export const openFeedSources = ({ settings, db, now, network }: SourceOptions): OpenFeedSources => {
  const allowed = settings.ALLOW_PRIVATE_NETWORK ? privateNetwork : publicNetwork(settings.FEED_PORTS);
  const agent = userAgent(packageJson.version, settings.CONTACT);
  const fetcher = openFetcher({ network: network ?? allowed, userAgent: agent, now });
  const parser = openParser();
  return {
    sources: {
      store: createFeedStore(db),
      servers: createFeedServerStore(db),
      fetch: fetchPerHost(fetcher.fetch),
      parse: parser.parse,
      now,
      fullText: settings.FULL_TEXT,
    },
    close: async () => {
      await fetcher.close();
      await parser.close();
    },
  };
};

export interface Feeds {
  /** Those of everyone, for whoever runs the bot. */
  readonly list: FeedList;
  /** Those that a server has of its own, for its managers. */
  listOf(server: string): FeedList;
  /** Those that only servers have, for whoever runs the bot. */
  ofServersAlone(): Promise<readonly Feed[]>;
  /** See `explainArrival`. */
  why(key: string, server: string | null): Promise<ArticleStep[]>;
  /** That server has no feeds any more. */
  forgetGuild(server: string): Promise<void>;
  /** To be started once commands can be answered. */
  readonly poller: Poller;
  /** Adds the feeds of an OPML file (`FEEDS_FILE`). Throws `invalid` if it cannot be read or is something else. */
  readonly importFile: (path: string) => Promise<ImportedFeeds>;
  readonly close: () => Promise<void>;
}

/** Opens the feeds of the bot. Nothing is fetched until the poller is started or the list is asked to. */
export const openFeeds = (
  options: SourceOptions &
    Pick<FeedTools, 'add' | 'share' | 'letHear' | 'onFailing'> &
    Pick<PollerOptions, 'onError'>,
): Feeds => {
  const { sources, close } = openFeedSources(options);
  const { add, share, letHear, onFailing } = options;
  const tools: FeedTools = { ...sources, add, share, letHear, onFailing };
  const poller = openPoller(tools, { onError: options.onError });
  const { FEEDS_PER_SERVER } = options.settings;
  const list = createFeedList(sources, createEveryonesFeeds(sources), poller.wake);
  return {
    list,
    listOf: (server) =>
      createFeedList(sources, createServerFeeds(sources, server, FEEDS_PER_SERVER), poller.wake),
    ofServersAlone: () => sources.servers.ofServersAlone(),
    why: (key, server) => explainArrival(key, server, sources),
    forgetGuild: (server) => sources.servers.forgetGuild(server),
    poller,
    importFile: async (path) => {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new DatelineError('invalid', `FEEDS_FILE: expected a file that can be read, got ${path}.`, {
          cause,
        });
      });
      return list.importList(bytes).catch((cause: unknown) => {
        if (!(cause instanceof DatelineError) || cause.code === 'unavailable') throw cause;
        throw new DatelineError('invalid', `FEEDS_FILE: ${path} cannot be used: ${cause.message}.`, {
          cause,
        });
      });
    },
    close: async () => {
      // What is being read is ended too: the poller has thrown it away by then.
      await Promise.all([poller.close(), close()]);
    },
  };
};
