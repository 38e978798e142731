/** In: a feed that is due. Out: its new and changed entries in the store, and the feed's next poll. */
import { isDeepStrictEqual } from 'node:util';
import { DAY_MS } from '../domain/durations.ts';
import type { FeedEvent } from '../domain/feed.ts';
import { describeProblem, type ReadingProblem } from '../domain/reading-problem.ts';
import type { FetchResult, FreshResult, UnchangedResult } from '../intake/fetch/fetch-result.ts';
import { UnreadableDocument } from '../intake/unreadable-document.ts';
import { tell } from '../language/message.ts';
import type { FeedChange, PolledFeed } from '../store/feed-row.ts';
import { MAX_STEPS } from '../store/feed-store.ts';
import { addEntries } from './add-entries.ts';
import { describeFeedEvent, zonesEvent } from './describe-event.ts';
import { originOf } from './entry-draft.ts';
import { FEED_TYPES, type FeedTools } from './feed-tools.ts';
import { findChanged } from './find-changed.ts';
import { nextPoll, nextRetry } from './schedule-poll.ts';

export interface PollOutcome {
  readonly feed: PolledFeed;
  readonly kind: 'changed' | 'unchanged' | 'gone' | 'failed';
  /** Articles that were not there before. */
  readonly added: number;
  /** The keys of the entries it holds now; null if it did not send them. */
  readonly listed: readonly string[] | null;
  /** What came, in words for anyone. */
  readonly message: string;
}

/** How long an entry that left its feed is remembered, so that it is not new when it comes back. */
const REMEMBER_MS = 180 * DAY_MS;
/** In a row: fewer may be a restart of the server. */
const FAILURES_TO_REPORT = 3;

const succeed = (
  feed: PolledFeed,
  nowMs: number,
  maxAgeMs: number | null,
  change: FeedChange,
): FeedChange => {
  const { ttlMinutes, skipHours } = { ...feed, ...change };
  return {
    lastPollMs: nowMs,
    lastSuccessMs: nowMs,
    failures: 0,
    problem: null,
    nextPollMs: nextPoll(feed.url, nowMs, { ttlMinutes, skipHours, maxAgeMs }),
    ...change,
  };
};

/** Notes a failure, and notifies the operator once when it has gone on for a while. Nothing is disabled for it. */
const fail = async (
  feed: PolledFeed,
  problem: ReadingProblem,
  retryAfterMs: number | null,
  tools: FeedTools,
): Promise<PollOutcome> => {
  const nowMs = tools.now();
  const failures = feed.failures + 1;
  const nextPollMs = nextRetry(feed.url, nowMs, failures, retryAfterMs);
  const step = isDeepStrictEqual(feed.problem, problem)
    ? undefined
    : { atMs: nowMs, event: { kind: 'failed', problem } as const };
  await tools.store.update(feed.id, { lastPollMs: nowMs, failures, problem, nextPollMs }, step);
  if (failures === FAILURES_TO_REPORT) tools.onFailing({ ...feed, failures, problem, nextPollMs });
  return { feed, kind: 'failed', added: 0, listed: null, message: tell(describeProblem(problem)) };
};

/** Notes a step unless it is among those kept: what a feed does wrong it does at every poll. */
const addStepOnce = async (
  feed: PolledFeed,
  event: FeedEvent,
  { store, now }: Pick<FeedTools, 'store' | 'now'>,
): Promise<void> => {
  const known = await store.steps(feed.id, MAX_STEPS);
  if (!known.some((step) => isDeepStrictEqual(step.event, event)))
    await store.addStep(feed.id, { atMs: now(), event });
};

/** Takes over an address the feed has moved to permanently, unless another feed is there already. */
const follow = async (
  feed: PolledFeed,
  movedTo: string | null,
  { store, now }: FeedTools,
): Promise<PolledFeed> => {
  if (movedTo === null || movedTo === feed.url) return feed;
  const there = await store.findByUrl(movedTo);
  const other = there?.id === feed.id ? null : there;
  if (other === null) await store.update(feed.id, { url: movedTo });
  // Feeds that servers have are shown to nobody else.
  const takenBy = other?.everyones === 'no' ? null : (other?.id ?? null);
  await addStepOnce(feed, { kind: 'moved', url: movedTo, takenBy }, { store, now });
  return other === null ? { ...feed, url: movedTo } : feed;
};

const takeIn = async (feed: PolledFeed, result: FreshResult, tools: FeedTools): Promise<PollOutcome> => {
  const { store, now } = tools;
  const { bytes, contentType, url: address, validators, maxAgeMs } = result;
  const parsed = await tools.parse('feed', { bytes, contentType, address, nowMs: now() });
  const zones = zonesEvent(parsed);
  if (zones !== null) await addStepOnce(feed, zones, tools);
  const host = URL.parse(feed.url)?.host;
  const named =
    feed.name === host && parsed.title !== null ? { ...feed, name: parsed.title.slice(0, 100) } : feed;
  const { changed, keys } = await findChanged(named, parsed, tools);
  const added = await addEntries(named, parsed, changed, tools);
  if (feed.lastPollMs !== null && changed.length > 0)
    await store.keepEntries(feed.id, keys, now(), now() - REMEMBER_MS);
  const { ttlMinutes, skipHours } = parsed;
  const change = { name: named.name, ...validators, ttlMinutes, skipHours };
  const event = { kind: 'read', entries: keys.length, changed: changed.length, added } as const;
  const step = changed.length > 0 ? { atMs: now(), event } : undefined;
  await store.update(feed.id, succeed(named, now(), maxAgeMs, change), step);
  return {
    feed: named,
    kind: changed.length > 0 ? 'changed' : 'unchanged',
    added,
    listed: keys,
    message: describeFeedEvent(event),
  };
};

const confirm = async (
  feed: PolledFeed,
  { maxAgeMs }: UnchangedResult,
  { store, now }: FeedTools,
): Promise<PollOutcome> => {
  await store.update(feed.id, succeed(feed, now(), maxAgeMs, {}));
  return { feed, kind: 'unchanged', added: 0, listed: null, message: 'nothing has changed since' };
};

const handle = async (feed: PolledFeed, result: FetchResult, tools: FeedTools): Promise<PollOutcome> => {
  const { store, now } = tools;
  if (result.kind === 'failed') return fail(feed, result.problem, result.retryAfterMs, tools);
  if (result.kind === 'gone') {
    const { problem } = result;
    const step = { atMs: now(), event: { kind: 'retired', problem } as const };
    await store.update(feed.id, { status: 'gone', lastPollMs: now(), problem }, step);
    return { feed, kind: 'gone', added: 0, listed: null, message: tell(describeProblem(problem)) };
  }
  const here = await follow(feed, result.permanentUrl, tools);
  const outcome =
    result.kind === 'fresh' ? await takeIn(here, result, tools) : await confirm(here, result, tools);
  if (feed.failures > 0) await store.addStep(feed.id, { atMs: now(), event: { kind: 'recovered' } });
  return outcome;
};

/** Polls once. `isWhole`: asks for the whole document, even if it has not changed since the last time. */
const pollFor = async (feed: PolledFeed, isWhole: boolean, tools: FeedTools): Promise<PollOutcome> => {
  const { etag, lastModified } = feed;
  const validators = isWhole ? { etag: null, lastModified: null } : { etag, lastModified };
  const result = await tools.fetch(feed.url, { validators, accept: FEED_TYPES });
  try {
    return await handle(feed, result, tools);
  } catch (error) {
    if (error instanceof UnreadableDocument) return fail(feed, error.problem, null, tools);
    throw error;
  }
};

/** Lets servers that came later hear what it holds now, as backfill: what it brought before they came stays others'. */
const catchUp = async (
  { feed, listed }: PollOutcome,
  late: readonly string[],
  { letHear, servers, store }: FeedTools,
): Promise<void> => {
  if (listed === null || late.length === 0) return;
  const entries = await store.entriesWith(feed.id, 'key', listed);
  const keys = entries.map(({ articleKey }) => articleKey);
  for (const server of late) {
    const heard = await letHear(originOf(feed), keys, server);
    await servers.setCaughtUp(feed.id, server, heard);
  }
};

/**
 * Polls one feed: fetches it if it changed, stores what is new (`backfill` the first time) for everyone or for the servers
 * that have it, and schedules the next poll. What the feed or its server does wrong is an outcome; errors of the stores
 * reject.
 */
export const pollFeed = async (feed: PolledFeed, tools: FeedTools): Promise<PollOutcome> => {
  if (feed.everyones === 'due') {
    await tools.share(originOf(feed));
    await tools.store.update(feed.id, { everyones: 'yes' });
  }
  const hearers = await tools.servers.hearers(feed.id);
  const namesOf = (isCaughtUp: boolean): string[] | null =>
    hearers?.filter((one) => one.isCaughtUp === isCaughtUp).map(({ server }) => server) ?? null;
  const late = namesOf(false) ?? [];
  const add: FeedTools['add'] = (drafts, arrival) => tools.add(drafts, arrival, namesOf(true));
  const outcome = await pollFor(feed, late.length > 0, { ...tools, add });
  await catchUp(outcome, late, tools);
  return outcome;
};
