/** The tables of `state.db` as kysely sees them, after all migrations. */
import type { Generated, Kysely } from 'kysely';
import type { AlertState } from '../domain/alert.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Vote } from '../domain/feedback.ts';
import type { Cadence } from '../domain/schedule.ts';
import type { ChannelKind, LaterTellings, SubscriptionState } from '../domain/subscription.ts';

/** Minutes of the day. */
interface Hours {
  from_minute: number;
  to_minute: number;
  timezone: string;
}

export interface StateTables {
  /** Questions and choices behind buttons that outlive a restart. */
  interactions: {
    id: string;
    user_id: string;
    guild_id: string | null;
    /** JSON. */
    data: string;
    created_ms: number;
    expires_ms: number;
  };
  /** Servers the bot is in or has left. */
  guilds: {
    guild_id: string;
    /** Null while the bot is a member. */
    left_ms: number | null;
  };
  /** Where answers stand that all of a channel see; they go with their question. */
  posted_answer: {
    /** Of `interactions`. */
    id: string;
    channel_id: string;
    message_id: string;
    language: string;
    edited_at_ms: Generated<number | null>;
    edit_due: Generated<number>;
  };
  /** Which articles such an answer quotes. */
  quoted_article: { seq: number; answer_id: string };
  /** Votes on answers. */
  feedback: {
    id: Generated<number>;
    /** That of the answer's row in `interactions`, which may be gone by now. */
    answer_id: string;
    /** Keyed hash of the person's id; null once the answer's buttons have expired. */
    voter: string | null;
    voter_until_ms: number;
    guild_id: string | null;
    question: string;
    excerpt: string | null;
    vote: Vote;
    voted_ms: number;
  };
  /** How far members have seen the topics they follow with `/timeline`. */
  last_look: {
    user_id: string;
    /** Lower case, white space aside. */
    topic: string;
    /** The largest number of an article that was looked through. */
    through: number;
    looked_ms: number;
  };
  /** Which sources a server, or one of its channels, chose to hear. */
  source_choice: {
    guild_id: string;
    /** Empty for the whole server. */
    channel_id: string;
    /** JSON array of names, as they stand in the articles. */
    sources: string;
  };
  /** How many answers a server wants in its channels, and which roles are not limited. */
  answer_limit: {
    guild_id: string;
    kind: 'server' | 'channel' | 'role';
    /** The channel or role; empty for the server. */
    target_id: string;
    /** Answers per minute; null of roles. */
    per_minute: number | null;
  };
  feeds: {
    id: Generated<number>;
    url: string;
    name: string;
    /** `active`, `paused` or `gone`. */
    status: string;
    /** 1, 0, or null for the deployment's setting. */
    full_text: number | null;
    added_ms: number;
    next_poll_ms: number;
    last_poll_ms: number | null;
    last_success_ms: number | null;
    failures: number;
    problem: string | null;
    articles: number;
    etag: string | null;
    last_modified: string | null;
    /** The publisher's wish, kept for the polls that bring no document. */
    ttl_minutes: number | null;
    /** JSON array of numbers. */
    skip_hours: string;
    /** 1: everyone's, 0: some servers', 2: everyone's, but what it brought for servers is not yet. See `018-feed-servers`. */
    everyones: Generated<number>;
  };
  /** Entries seen in each feed, by all that may show one again: a feed may change its guid, address, title or date. */
  feed_entries: {
    feed_id: number;
    /** The entry's, within its feed. */
    key: string;
    /** That of the article it made, or of another feed's article that has the same page. */
    article_key: string;
    /** Canonical address of the entry's page. */
    page: string | null;
    /** Hash of what the entry said; another means it changed. */
    fingerprint: string;
    first_seen_ms: number;
    seen_ms: number;
    /** Where the article's text came from: see `EntryOrigin`. */
    note: string;
    /** The id the feed gives it; null if it gives none, or one that names several entries. */
    guid: string | null;
    /** What of its page its address means, without `#`. */
    fragment: string | null;
    /** Normalised; empty if it has none, null if it was seen before titles were kept. */
    title: string | null;
    /** Hash of its text; null if it has none. */
    text_key: string | null;
    /** As in `Published`. */
    published: string | null;
    /** Hash of what a reader sees of it; null if it was seen before this was kept. */
    content_key: string | null;
  };
  /** What happened to each feed. */
  feed_steps: {
    id: Generated<number>;
    feed_id: number;
    at_ms: number;
    text: string;
  };
  /** Whose a feed is, if it is some servers' own. Servers with the same feed share its polls. */
  feed_server: {
    /** The feed's number in the server. */
    id: Generated<number>;
    feed_id: number;
    guild_id: string;
    /** What the server calls it; null for the name its articles have as their source. */
    name: string | null;
    added_ms: number;
    /** 1 or 0. */
    paused: number;
    /** 0 until the server hears what the feed had brought before. */
    caught_up: number;
    articles: number;
  };
  /** Addresses that feeds have moved away from, so that a list which names one finds its feed. */
  former_addresses: {
    url: string;
    feed_id: number;
  };
  /** Paragraphs that pages of a site gave, so that one which several give is not taken for an article's. */
  page_paragraphs: {
    /** Host of the pages. */
    site: string;
    hash: string;
    /** Canonical address of the page that gave it first. */
    page: string;
    /** Title of that page's entry. */
    title: string;
    /** 1 once the page of another article gave it too. */
    is_shared: number;
    seen_ms: number;
  };
  subscription: {
    id: string;
    guild_id: string;
    channel_id: string;
    channel_kind: ChannelKind;
    topic: string;
    source: string | null;
    cadence: Cadence;
    hour: number;
    minute: number;
    weekday: number;
    timezone: string;
    role_id: string | null;
    max: number;
    silent: number;
    quiet_line: number;
    publish: number;
    /** JSON. */
    tag_ids: string;
    language: Generated<string>;
    created_by: string;
    created_at_ms: number;
    start_seq: number;
    cursor: number;
    /** JSON: numbers of articles. */
    carried: string;
    next_run_ms: number;
    state: SubscriptionState;
    state_reason: string | null;
    last_delivered_at_ms: number | null;
    deliveries: number;
    articles: number;
    /** See `015-later-tellings`. */
    later_tellings: Generated<LaterTellings>;
  };
  delivery: {
    id: string;
    subscription_id: string;
    guild_id: string;
    channel_id: string;
    channel_kind: ChannelKind;
    state: DeliveryState;
    claimed_at_ms: number;
    through_seq: number;
    /** JSON: `DigestHeading`; see `005-delivery-heading`. */
    heading: string | null;
    /** JSON: `StoryArticles[]`. */
    stories: string;
    /** JSON: numbers of articles. */
    rolled: string;
    /** JSON: numbers of articles; see `006-delivery-away`. */
    away: Generated<string>;
    attempts: number;
    attempted_at_ms: number;
    message_id: string | null;
    posted_in: string | null;
    sent_at_ms: number | null;
    /** JSON: numbers of articles. */
    updated_seqs: string;
    edit_due: number;
    publish_due: number;
    /** See `015-later-tellings`. */
    edited_at_ms: number | null;
  };
  /** An article is posted once to a subscription: the primary key sees to it. */
  delivered_article: { subscription_id: string; seq: number; delivery_id: string };
  /** What is still to be sent to a person. */
  notice: { id: string; user_id: string; subscription_id: string; text: string; created_at_ms: number };
  /** How far the posted stories are up to date, by name. */
  digest_mark: { name: string; value: number };
  /** Later tellings that are still to be quoted under a posted story. */
  development: {
    id: string;
    delivery_id: string;
    lead: number;
    seq: number;
    channel_id: string;
    claimed_at_ms: number;
    attempts: number;
    attempted_at_ms: number;
  };
  /** Texts that were posted and whose articles are gone with an `articles.db` that was lost; see `continue-articles.ts`. */
  posted_text: { subscription_id: string; print: string };
  quiet_subscription: Hours & { subscription_id: string };
  /** `used_ms`: as an alert's. */
  quiet_person: Hours & { user_id: string; used_ms: number };
  /** Who is notified of a surge of a subscription's topic, and when they last were. */
  surge_watch: { subscription_id: string; user_id: string; told_ms: number };
  /** Questions that wait for an answer. */
  alert: {
    id: string;
    user_id: string;
    /** Both null for a direct message. */
    guild_id: string | null;
    channel_id: string | null;
    question: string;
    text: string;
    created_at_ms: number;
    /** When its owner made it or saw it last. */
    used_at_ms: number;
    start_seq: number;
    cursor: number;
    state: AlertState;
    found_at_ms: number | null;
    attempts: number;
    attempted_at_ms: number;
    language: Generated<string>;
    /** JSON. */
    also: Generated<string>;
  };
}

export type StateDatabase = Kysely<StateTables>;
