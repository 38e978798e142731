/**
 * How the tables of the state in PostgreSQL came about, in the order they run. The first makes all tables of `state.db` as
 * its migrations up to 017 leave them. What feeds write may be longer than a B-tree takes, so it is indexed by its hash.
 */
import { type Migrations, migration } from './migrate.ts';
import {
  addAlertPieces,
  addAnswerLimits,
  addFeedServers,
  addPostedAnswers,
  addSourceChoices,
  POSTGRES,
} from './shared-migrations.ts';

const { id: ID, text: TEXT } = POSTGRES;
const OF_SUBSCRIPTION = `subscription_id ${TEXT} NOT NULL REFERENCES subscription (id) ON DELETE CASCADE`;
const OF_DELIVERY = `delivery_id ${TEXT} NOT NULL REFERENCES delivery (id) ON DELETE CASCADE`;
const OF_FEED = 'feed_id BIGINT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE';
const HOURS = `from_minute BIGINT NOT NULL, to_minute BIGINT NOT NULL, timezone ${TEXT} NOT NULL`;

const INTERACTIONS = [
  `CREATE TABLE interactions (
    id ${TEXT} PRIMARY KEY, user_id ${TEXT} NOT NULL, guild_id ${TEXT}, data ${TEXT} NOT NULL,
    created_ms BIGINT NOT NULL, expires_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX interactions_by_expiry ON interactions (expires_ms)',
  'CREATE INDEX interactions_by_person ON interactions (user_id)',
  `CREATE TABLE guilds (guild_id ${TEXT} PRIMARY KEY, left_ms BIGINT)`,
];

const FEEDS = [
  `CREATE TABLE feeds (
    id ${ID}, url ${TEXT} NOT NULL UNIQUE, name ${TEXT} NOT NULL, status ${TEXT} NOT NULL, full_text BIGINT,
    added_ms BIGINT NOT NULL, next_poll_ms BIGINT NOT NULL, last_poll_ms BIGINT, last_success_ms BIGINT,
    failures BIGINT NOT NULL, problem ${TEXT}, articles BIGINT NOT NULL, etag ${TEXT}, last_modified ${TEXT},
    ttl_minutes BIGINT, skip_hours ${TEXT} NOT NULL
  )`,
  'CREATE INDEX feeds_by_poll ON feeds (status, next_poll_ms)',
  `CREATE TABLE feed_entries (
    ${OF_FEED}, key ${TEXT} NOT NULL, article_key ${TEXT} NOT NULL, page ${TEXT}, fingerprint ${TEXT} NOT NULL,
    first_seen_ms BIGINT NOT NULL, seen_ms BIGINT NOT NULL, note ${TEXT} NOT NULL, guid ${TEXT}, fragment ${TEXT},
    title ${TEXT}, text_key ${TEXT}, published ${TEXT}, content_key ${TEXT}, PRIMARY KEY (feed_id, key)
  )`,
  ...['article_key', 'page', 'guid', 'title'].map(
    (column) => `CREATE INDEX feed_entries_by_${column} ON feed_entries USING hash (${column})`,
  ),
  ...['text_key', 'published', 'fingerprint'].map(
    (column) => `CREATE INDEX feed_entries_by_${column} ON feed_entries (feed_id, ${column})`,
  ),
  `CREATE TABLE feed_steps (id ${ID}, ${OF_FEED}, at_ms BIGINT NOT NULL, text ${TEXT} NOT NULL)`,
  'CREATE INDEX feed_steps_by_feed ON feed_steps (feed_id, id)',
  `CREATE TABLE former_addresses (url ${TEXT} PRIMARY KEY, ${OF_FEED})`,
  `CREATE TABLE page_paragraphs (
    site ${TEXT} NOT NULL, hash ${TEXT} NOT NULL, page ${TEXT} NOT NULL, title ${TEXT} NOT NULL,
    is_shared BIGINT NOT NULL, seen_ms BIGINT NOT NULL, PRIMARY KEY (site, hash)
  )`,
  'CREATE INDEX page_paragraphs_by_time ON page_paragraphs (site, seen_ms)',
  'CREATE INDEX page_paragraphs_by_age ON page_paragraphs (seen_ms)',
];

const SUBSCRIPTIONS = [
  `CREATE TABLE subscription (
    id ${TEXT} PRIMARY KEY, guild_id ${TEXT} NOT NULL, channel_id ${TEXT} NOT NULL, channel_kind ${TEXT} NOT NULL,
    topic ${TEXT} NOT NULL, source ${TEXT}, cadence ${TEXT} NOT NULL, hour BIGINT NOT NULL, minute BIGINT NOT NULL,
    weekday BIGINT NOT NULL, timezone ${TEXT} NOT NULL, role_id ${TEXT}, max BIGINT NOT NULL, silent BIGINT NOT NULL,
    quiet_line BIGINT NOT NULL, publish BIGINT NOT NULL, tag_ids ${TEXT} NOT NULL, created_by ${TEXT} NOT NULL,
    created_at_ms BIGINT NOT NULL, start_seq BIGINT NOT NULL, cursor BIGINT NOT NULL,
    carried ${TEXT} NOT NULL DEFAULT '[]', next_run_ms BIGINT NOT NULL, state ${TEXT} NOT NULL, state_reason ${TEXT},
    last_delivered_at_ms BIGINT, deliveries BIGINT NOT NULL DEFAULT 0, articles BIGINT NOT NULL DEFAULT 0,
    later_tellings ${TEXT} NOT NULL DEFAULT 'edit', language ${TEXT} NOT NULL DEFAULT 'en'
  )`,
  'CREATE INDEX subscription_guild ON subscription (guild_id)',
  `CREATE INDEX subscription_due ON subscription (next_run_ms) WHERE state = 'active'`,
  `CREATE TABLE notice (
    id ${TEXT} PRIMARY KEY, user_id ${TEXT} NOT NULL, ${OF_SUBSCRIPTION}, text ${TEXT} NOT NULL,
    created_at_ms BIGINT NOT NULL
  )`,
  `CREATE TABLE quiet_subscription (${OF_SUBSCRIPTION} PRIMARY KEY, ${HOURS})`,
  `CREATE TABLE quiet_person (user_id ${TEXT} PRIMARY KEY, used_ms BIGINT NOT NULL, ${HOURS})`,
  `CREATE TABLE surge_watch (
    ${OF_SUBSCRIPTION}, user_id ${TEXT} NOT NULL, told_ms BIGINT NOT NULL, PRIMARY KEY (subscription_id, user_id)
  )`,
];

const DELIVERIES = [
  `CREATE TABLE delivery (
    id ${TEXT} PRIMARY KEY, ${OF_SUBSCRIPTION}, guild_id ${TEXT} NOT NULL, channel_id ${TEXT} NOT NULL,
    channel_kind ${TEXT} NOT NULL, state ${TEXT} NOT NULL, claimed_at_ms BIGINT NOT NULL, through_seq BIGINT NOT NULL,
    stories ${TEXT} NOT NULL, rolled ${TEXT} NOT NULL, attempts BIGINT NOT NULL, attempted_at_ms BIGINT NOT NULL,
    message_id ${TEXT}, posted_in ${TEXT}, sent_at_ms BIGINT, updated_seqs ${TEXT} NOT NULL DEFAULT '[]',
    edit_due BIGINT NOT NULL DEFAULT 0, publish_due BIGINT NOT NULL DEFAULT 0, heading ${TEXT},
    away ${TEXT} NOT NULL DEFAULT '[]', edited_at_ms BIGINT
  )`,
  `CREATE UNIQUE INDEX delivery_unfinished ON delivery (subscription_id) WHERE state <> 'sent'`,
  'CREATE INDEX delivery_subscription ON delivery (subscription_id, sent_at_ms)',
  'CREATE INDEX delivery_to_edit ON delivery (id) WHERE edit_due > 0',
  'CREATE INDEX delivery_to_publish ON delivery (id) WHERE publish_due = 1',
  `CREATE TABLE delivered_article (
    ${OF_SUBSCRIPTION}, seq BIGINT NOT NULL, ${OF_DELIVERY}, PRIMARY KEY (subscription_id, seq)
  )`,
  'CREATE INDEX delivered_article_seq ON delivered_article (seq)',
  'CREATE INDEX delivered_article_delivery ON delivered_article (delivery_id)',
  `CREATE TABLE development (
    id ${TEXT} PRIMARY KEY, ${OF_DELIVERY}, lead BIGINT NOT NULL, seq BIGINT NOT NULL, channel_id ${TEXT} NOT NULL,
    claimed_at_ms BIGINT NOT NULL, attempts BIGINT NOT NULL, attempted_at_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX development_delivery ON development (delivery_id)',
  `CREATE TABLE posted_text (${OF_SUBSCRIPTION}, print ${TEXT} NOT NULL, PRIMARY KEY (subscription_id, print))`,
  `CREATE TABLE digest_mark (name ${TEXT} PRIMARY KEY, value BIGINT NOT NULL)`,
];

const PEOPLE = [
  `CREATE TABLE feedback (
    id ${ID}, answer_id ${TEXT} NOT NULL, voter ${TEXT}, voter_until_ms BIGINT NOT NULL, guild_id ${TEXT},
    question ${TEXT} NOT NULL, excerpt ${TEXT}, vote ${TEXT} NOT NULL, voted_ms BIGINT NOT NULL
  )`,
  'CREATE UNIQUE INDEX feedback_one_a_person ON feedback (answer_id, voter)',
  'CREATE INDEX feedback_by_voter ON feedback (voter) WHERE voter IS NOT NULL',
  'CREATE INDEX feedback_by_time ON feedback (voted_ms)',
  `CREATE TABLE last_look (
    user_id ${TEXT} NOT NULL, topic ${TEXT} NOT NULL, through BIGINT NOT NULL, looked_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id, topic)
  )`,
  'CREATE INDEX last_look_by_time ON last_look (looked_ms)',
  `CREATE TABLE alert (
    id ${TEXT} PRIMARY KEY, user_id ${TEXT} NOT NULL, guild_id ${TEXT}, channel_id ${TEXT}, question ${TEXT} NOT NULL,
    text ${TEXT} NOT NULL, created_at_ms BIGINT NOT NULL, used_at_ms BIGINT NOT NULL, start_seq BIGINT NOT NULL,
    cursor BIGINT NOT NULL, state ${TEXT} NOT NULL, found_at_ms BIGINT, attempts BIGINT NOT NULL,
    attempted_at_ms BIGINT NOT NULL, language ${TEXT} NOT NULL DEFAULT 'en'
  )`,
  'CREATE INDEX alert_of_person ON alert (user_id)',
  'CREATE INDEX alert_to_ask ON alert (state, cursor)',
];

export const POSTGRES_STATE_MIGRATIONS: Migrations = {
  '001-state': migration(...INTERACTIONS, ...FEEDS, ...SUBSCRIPTIONS, ...DELIVERIES, ...PEOPLE),
  '002-feed-servers': addFeedServers(POSTGRES),
  '003-source-choices': addSourceChoices(POSTGRES),
  '004-posted-answers': addPostedAnswers(POSTGRES),
  '005-answer-limits': addAnswerLimits(POSTGRES),
  '006-alert-pieces': addAlertPieces,
};
