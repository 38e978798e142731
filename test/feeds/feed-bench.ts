/** What the tests of polling share: real store, fetch and parser over loopback, a clock to set, an archive that notes. */
import { onTestFinished } from 'vitest';
import type { Arrival, ArticleDraft } from '../../src/domain/article.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { AddOutcome } from '../../src/domain/intake-report.ts';
import { createEveryonesFeeds } from '../../src/feeds/everyones-feeds.ts';
import { createFeedList } from '../../src/feeds/feed-list.ts';
import type { FeedTools } from '../../src/feeds/feed-tools.ts';
import { fetchPerHost } from '../../src/feeds/fetch-per-host.ts';
import { openPoller } from '../../src/feeds/open-poller.ts';
import { openFetcher } from '../../src/intake/fetch/open-fetcher.ts';
import { openParser } from '../../src/intake/parsing/open-parser.ts';
import { createFeedServerStore } from '../../src/store/feed-server-store.ts';
import { createFeedStore } from '../../src/store/feed-store.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { loopbackNetwork } from '../intake/loopback-server.ts';

export const START = Date.parse('2026-01-05T12:00:00Z');
export const MINUTE = 60_000;

interface NotedArticle extends ArticleDraft {
  readonly arrival: Arrival;
}

/** Shared and never closed: starting its thread takes longer than most tests, and it ends with the process. */
const parser = openParser();

/** An archive as polling sees it: knows articles by key. `failNext` makes it refuse once. */
const createNotingArchive = () => {
  const articles = new Map<string, NotedArticle>();
  const calls: number[] = [];
  /** Of each call whom it was for; of each sharing, whom it let in. */
  const heard: string[] = [];
  const archive = {
    articles,
    calls,
    heard,
    share: async (origin: string) => {
      heard.push(`everyone is let in on ${origin}`);
    },
    letHear: async (_: string, keys: readonly string[], server: string) => {
      heard.push(`${server} is let in on ${keys.join(' and ')}`);
      return keys.length;
    },
    failNext: false,
    add: async (
      drafts: readonly ArticleDraft[],
      arrival: Arrival,
      servers: readonly string[] | null = null,
    ): Promise<AddOutcome[]> => {
      if (archive.failNext) {
        archive.failNext = false;
        throw new Error('the disk is full');
      }
      calls.push(drafts.length);
      heard.push(`${servers?.join(' and ') ?? 'everyone'}: ${drafts.length} ${arrival}`);
      return drafts.map((draft, index) => {
        const known = articles.get(draft.key);
        articles.set(draft.key, { ...draft, arrival: known?.arrival ?? arrival });
        return { key: draft.key, outcome: known ? 'changed' : 'added', seq: index + 1 };
      });
    },
  };
  return archive;
};

export const openBench = async (options: { fullText?: boolean } = {}) => {
  const clock = { nowMs: START };
  const now = () => clock.nowMs;
  const db = await openStateDatabase(null);
  const fetcher = openFetcher({
    network: loopbackNetwork,
    userAgent: 'Dateline/test',
    now,
    timeoutMs: 10_000,
  });
  const archive = createNotingArchive();
  const reported: Feed[] = [];
  const errors: unknown[] = [];
  const tools: FeedTools = {
    store: createFeedStore(db),
    servers: createFeedServerStore(db),
    fetch: fetchPerHost(fetcher.fetch),
    parse: parser.parse,
    add: archive.add,
    share: archive.share,
    letHear: archive.letHear,
    now,
    fullText: options.fullText ?? true,
    onFailing: (feed) => reported.push(feed),
  };
  const poller = openPoller(tools, { onError: (error) => errors.push(error) });
  onTestFinished(async () => {
    await poller.close();
    await fetcher.close();
    await db.destroy();
  });
  /** Sets the clock to the next due poll and polls. */
  const pollNext = async () => {
    clock.nowMs = Math.max(clock.nowMs, (await tools.store.nextDueMs()) ?? clock.nowMs);
    return poller.pollDue();
  };
  return {
    clock,
    tools,
    state: db,
    feeds: createFeedList(tools, createEveryonesFeeds(tools), poller.wake),
    poller,
    archive,
    reported,
    errors,
    pollNext,
  };
};

export interface Item {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly text?: string;
  readonly date?: string;
}

/** A body long enough not to be taken for a summary. */
export const longText = (about: string): string =>
  `${about}. ${'It goes on with one fact after the other. '.repeat(30)}`;

export const rss = (items: readonly Item[], channel = ''): string =>
  `<rss version="2.0"><channel><title>The Wire</title><language>en</language>${channel}${items
    .map(
      ({ id, title, link, text, date }) =>
        `<item>${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${title ? `<title>${title}</title>` : ''}${link ? `<link>${link}</link>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}<description>${text ?? ''}</description></item>`,
    )
    .join('')}</channel></rss>`;
