/** What people do to subscriptions: make, find, check, pause, resume. In: what they chose. Out: it is done, or why not. */

import { DatelineError } from '../domain/errors.ts';
import { describeSchedule, type Schedule } from '../domain/schedule.ts';
import {
  DEFAULT_STORIES,
  formatTopics,
  MAX_TOPICS,
  type Subscription,
  type SubscriptionSettings,
  type Topic,
} from '../domain/subscription.ts';
import { listed, sentence } from '../language/message.ts';
import type { ArticleReader } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import { nextRunMs } from './next-run.ts';
import type { PostingPlace, PostingPlaces } from './posting-places.ts';
import { subscriptionQueries } from './subscription-query.ts';

/** Subscriptions a server may have; more would be a mistake. */
const SERVER_LIMIT = 100;

const DEFAULT_SCHEDULE: Schedule = { cadence: 'daily', hour: 9, minute: 0, weekday: 1, timezone: 'UTC' };

export interface SubscriptionTools {
  readonly subscriptions: SubscriptionStore;
  readonly articles: ArticleReader;
  now(): number;
}

/** Daily at nine, in the time zone the server chose last. */
export const defaultSchedule = async (
  guildId: string,
  subscriptions: SubscriptionStore,
): Promise<Schedule> => ({
  ...DEFAULT_SCHEDULE,
  timezone: (await subscriptions.lastTimezone(guildId)) ?? DEFAULT_SCHEDULE.timezone,
});

/** Everything but where and when, if nothing was chosen. */
export const PLAIN_SETTINGS: Omit<SubscriptionSettings, 'channelId' | 'channelKind' | 'schedule'> = {
  topic: '',
  source: null,
  roleId: null,
  max: DEFAULT_STORIES,
  silent: false,
  lineWhenNothingNew: false,
  publish: false,
  tagIds: [],
  language: 'en',
  laterTellings: 'edit',
};

/** Whether it is a forum that digests could be posted in with one of its tags, and has none of these. */
export const lacksTag = (place: PostingPlace | null, tagIds: readonly string[]): place is PostingPlace =>
  place !== null &&
  place.missing.length === 0 &&
  place.needsTag &&
  !place.tags.some(({ id }) => tagIds.includes(id));

/**
 * Refuses a place where digests could not be posted or found again; `typed` is what named it. Errors: `forbidden`,
 * `invalid`.
 */
export const checkPlace = (
  place: PostingPlace | null,
  { tagIds, laterTellings }: Pick<SubscriptionSettings, 'tagIds' | 'laterTellings'>,
  typed?: string,
): PostingPlace => {
  if (place === null)
    throw new DatelineError(
      'invalid',
      typed === undefined
        ? sentence`Expected a text, announcement or forum channel or a thread that I can see. Choose another channel, or give me View Channel there.`
        : sentence`Expected a text, announcement or forum channel or a thread that I can see; got “${typed}”. Choose another channel, or give me View Channel there.`,
    );
  const missing = laterTellings === 'thread' ? [...place.missing, ...place.missingForThreads] : place.missing;
  if (missing.length > 0)
    throw new DatelineError(
      'forbidden',
      sentence`I need ${listed(missing)} in #${place.name} to post digests there. Give me that (channel settings → Permissions), then try again.`,
    );
  if (lacksTag(place, tagIds))
    throw new DatelineError(
      'invalid',
      sentence`Posts in #${place.name} need a tag. Choose one: ${place.tags.map(({ name }) => name).join(', ')}.`,
    );
  return place;
};

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The tags of these names (separated by commas) or ids. Errors: `invalid` if the forum has none of that name. */
export const readTags = (typed: string | null, place: PostingPlace | null): string[] => {
  const names = (typed ?? '').split(',').map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const tag = place?.tags.find((one) => one.id === name || isSameName(one.name, name));
      if (tag === undefined)
        throw new DatelineError(
          'invalid',
          place === null || place.tags.length === 0
            ? sentence`Tags are for forum channels that have some; this one has none.`
            : sentence`Expected one of the tags ${place.tags.map((one) => one.name).join(', ')}; got “${name}”.`,
        );
      return tag.id;
    });
};

/** The id of the role that was typed, by name, mention or id; null for none. Errors: `invalid` if there is no such role. */
export const readRole = async (
  typed: string,
  guildId: string,
  places: PostingPlaces,
): Promise<string | null> => {
  if (typed.trim() === '') return null;
  const id = await places.role(guildId, typed);
  if (id === null)
    throw new DatelineError(
      'invalid',
      sentence`Expected a role of this server, by its name or id, or nothing; got “${typed}”.`,
    );
  return id;
};

/** A line that ends in the mention of a role, or in `@name` if a role is called so; accounts are called so too. */
const readTopicLine = async (line: string, guildId: string, places: PostingPlaces): Promise<Topic> => {
  const found = /(?:^|\s)(<@&[^@]*|@[^@]*)$/u.exec(line);
  const role = found?.[1] ?? '';
  const query = line.slice(0, found?.index).trim();
  if (role.startsWith('<@&')) return { query, roleId: await readRole(role, guildId, places) };
  const roleId = role === '' ? null : await places.role(guildId, role);
  return roleId === null ? { query: line, roleId } : { query, roleId };
};

/**
 * The topics that were typed, one per line, behind which a role may stand as its mention or `@name`, as a subscription keeps
 * them. Errors: `invalid` if a mention is of no role there is, `limit`.
 */
export const readTopic = async (typed: string, guildId: string, places: PostingPlaces): Promise<string> => {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > MAX_TOPICS)
    throw new DatelineError(
      'limit',
      sentence`Expected at most ${MAX_TOPICS} topics, one per line; got ${lines.length}.`,
    );
  return formatTopics(await Promise.all(lines.map((line) => readTopicLine(line, guildId, places))));
};

/** Two that agree in this post the same articles at the same moments. */
const essence = ({ channelId, topic, source, tagIds, schedule }: SubscriptionSettings): string =>
  [channelId, topic, source ?? '', tagIds.toSorted().join(), describeSchedule(schedule)]
    .join('\n')
    .toLowerCase();

/**
 * Makes a subscription that starts now: what is there already is never posted. Errors: `invalid`, also if one like
 * it would post everything twice; `limit`.
 */
export const addSubscription = async (
  { subscriptions, articles, now }: SubscriptionTools,
  settings: SubscriptionSettings,
  by: { readonly id: string; readonly guildId: string; readonly newId: string },
): Promise<Subscription> => {
  subscriptionQueries(settings, now());
  const others = await subscriptions.ofGuild(by.guildId);
  if (others.some((other) => essence(other) === essence(settings)))
    throw new DatelineError(
      'invalid',
      sentence`This channel already has this subscription; see /subscriptions.`,
    );
  if (others.length >= SERVER_LIMIT)
    throw new DatelineError(
      'limit',
      sentence`A server can have ${SERVER_LIMIT} subscriptions. Remove one in /subscriptions first.`,
    );
  const { lastSeq } = await articles.position();
  const subscription: Subscription = {
    ...settings,
    id: by.newId,
    guildId: by.guildId,
    createdBy: by.id,
    createdAtMs: now(),
    startSeq: lastSeq,
    cursor: lastSeq,
    carried: [],
    nextRunMs: nextRunMs(settings.schedule, now()),
    state: 'active',
    stateReason: null,
    lastDeliveredAtMs: null,
    deliveries: 0,
    articles: 0,
  };
  await subscriptions.add(subscription);
  return subscription;
};

/** A subscription of this server. Errors: `not_found`. */
export const findSubscription = async (
  subscriptions: SubscriptionStore,
  id: string | undefined,
  guildId: string | null,
): Promise<Subscription> => {
  const found = await subscriptions.get(id ?? '');
  if (found === null || found.guildId !== guildId)
    throw new DatelineError(
      'not_found',
      sentence`This subscription is no longer there. /subscriptions lists what is.`,
    );
  return found;
};

/** Puts new settings in place; the next moment is counted anew, after what is due now. Errors: `invalid`, `not_found`. */
export const changeSubscription = async (
  { subscriptions, now }: SubscriptionTools,
  { id, guildId }: Subscription,
  settings: SubscriptionSettings,
): Promise<void> => {
  subscriptionQueries(settings, now());
  const isThere = await subscriptions.change(id, settings, nextRunMs(settings.schedule, now()), now());
  if (!isThere) await findSubscription(subscriptions, undefined, guildId);
};

/** Goes on; what came meanwhile is posted at once, in one digest. One whose last digest is unconfirmed waits on. */
export const resumeSubscription = async (
  {
    subscriptions,
    ledger,
    now,
  }: Pick<SubscriptionTools, 'subscriptions' | 'now'> & { readonly ledger: DeliveryLedger },
  { id, stateReason }: Subscription,
): Promise<void> => {
  const isHeld = (await ledger.unfinished()).some(
    ({ subscriptionId, state }) => subscriptionId === id && state === 'held',
  );
  if (isHeld) await subscriptions.setState(id, 'held', stateReason);
  else await subscriptions.setState(id, 'active', null, now());
};
