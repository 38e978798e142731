/** How the tables of `state.db` came about, in the order they run. Those of PostgreSQL are in `postgres-state-migrations.ts`. */
import { keepTopics } from './keep-topics.ts';
import { type Migrations, migration } from './migrate.ts';
import {
  addAlertPieces,
  addAnswerLimits,
  addFeedServers,
  addPostedAnswers,
  addSourceChoices,
  SQLITE,
} from './shared-migrations.ts';

const OF_FEED = 'feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE';
const OF_SUBSCRIPTION = 'subscription_id TEXT NOT NULL REFERENCES subscription (id) ON DELETE CASCADE';
const OF_DELIVERY = 'delivery_id TEXT NOT NULL REFERENCES delivery (id) ON DELETE CASCADE';
const HOURS = 'from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, timezone TEXT NOT NULL';

export const STATE_MIGRATIONS: Migrations = {
  /** Buttons that outlive a restart, and the servers the bot is in or has left. */
  '001-interactions': migration(
    `CREATE TABLE interactions (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, guild_id TEXT, data TEXT NOT NULL, created_ms INTEGER NOT NULL,
      expires_ms INTEGER NOT NULL
    )`,
    'CREATE INDEX interactions_by_expiry ON interactions (expires_ms)',
    'CREATE TABLE guilds (guild_id TEXT PRIMARY KEY, left_ms INTEGER)',
  ),
  /** Feeds, the entries seen in each, and what happened to each. */
  '002-feeds': migration(
    `CREATE TABLE feeds (
      id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, name TEXT NOT NULL, status TEXT NOT NULL,
      full_text INTEGER, added_ms INTEGER NOT NULL, next_poll_ms INTEGER NOT NULL, last_poll_ms INTEGER,
      last_success_ms INTEGER, failures INTEGER NOT NULL, problem TEXT, articles INTEGER NOT NULL, etag TEXT,
      last_modified TEXT, ttl_minutes INTEGER, skip_hours TEXT NOT NULL
    )`,
    'CREATE INDEX feeds_by_poll ON feeds (status, next_poll_ms)',
    `CREATE TABLE feed_entries (
      ${OF_FEED}, key TEXT NOT NULL, article_key TEXT NOT NULL, page TEXT, fingerprint TEXT NOT NULL,
      first_seen_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (feed_id, key)
    )`,
    'CREATE INDEX feed_entries_by_article ON feed_entries (article_key)',
    'CREATE INDEX feed_entries_by_page ON feed_entries (page)',
    `CREATE TABLE feed_steps (
      id INTEGER PRIMARY KEY AUTOINCREMENT, ${OF_FEED}, at_ms INTEGER NOT NULL, text TEXT NOT NULL
    )`,
    'CREATE INDEX feed_steps_by_feed ON feed_steps (feed_id, id)',
  ),
  /** Subscriptions, and what was posted to them. */
  '003-subscriptions': migration(
    `CREATE TABLE subscription (
      id TEXT PRIMARY KEY, guild_id TEXT NOT NULL, channel_id TEXT NOT NULL, channel_kind TEXT NOT NULL,
      topic TEXT NOT NULL, source TEXT, cadence TEXT NOT NULL, hour INTEGER NOT NULL, minute INTEGER NOT NULL,
      weekday INTEGER NOT NULL, timezone TEXT NOT NULL, role_id TEXT, max INTEGER NOT NULL, silent INTEGER NOT NULL,
      quiet_line INTEGER NOT NULL, publish INTEGER NOT NULL, tag_ids TEXT NOT NULL, created_by TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL, start_seq INTEGER NOT NULL, cursor INTEGER NOT NULL,
      carried TEXT NOT NULL DEFAULT '[]', next_run_ms INTEGER NOT NULL, state TEXT NOT NULL, state_reason TEXT,
      last_delivered_at_ms INTEGER, deliveries INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0
    )`,
    'CREATE INDEX subscription_guild ON subscription (guild_id)',
    `CREATE INDEX subscription_due ON subscription (next_run_ms) WHERE state = 'active'`,
    `CREATE TABLE delivery (
      id TEXT PRIMARY KEY, ${OF_SUBSCRIPTION}, guild_id TEXT NOT NULL, channel_id TEXT NOT NULL,
      channel_kind TEXT NOT NULL, state TEXT NOT NULL, claimed_at_ms INTEGER NOT NULL, through_seq INTEGER NOT NULL,
      stories TEXT NOT NULL, rolled TEXT NOT NULL, attempts INTEGER NOT NULL, attempted_at_ms INTEGER NOT NULL,
      message_id TEXT, posted_in TEXT, sent_at_ms INTEGER, updated_seqs TEXT NOT NULL DEFAULT '[]',
      edit_due INTEGER NOT NULL DEFAULT 0, publish_due INTEGER NOT NULL DEFAULT 0
    )`,
    `CREATE UNIQUE INDEX delivery_unfinished ON delivery (subscription_id) WHERE state <> 'sent'`,
    'CREATE INDEX delivery_subscription ON delivery (subscription_id, sent_at_ms)',
    'CREATE INDEX delivery_to_do ON delivery (id) WHERE edit_due = 1 OR publish_due = 1',
    `CREATE TABLE delivered_article (
      ${OF_SUBSCRIPTION}, seq INTEGER NOT NULL, ${OF_DELIVERY}, PRIMARY KEY (subscription_id, seq)
    ) WITHOUT ROWID`,
    'CREATE INDEX delivered_article_seq ON delivered_article (seq)',
    'CREATE INDEX delivered_article_delivery ON delivered_article (delivery_id)',
    `CREATE TABLE notice (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, ${OF_SUBSCRIPTION}, text TEXT NOT NULL, created_at_ms INTEGER NOT NULL
    )`,
    'CREATE TABLE digest_mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL)',
  ),
  /** Addresses that feeds have moved away from, so that a list which names one finds its feed. */
  '004-former-addresses': migration(`CREATE TABLE former_addresses (url TEXT PRIMARY KEY, ${OF_FEED})`),
  /** What stood over a digest when it was claimed (null for earlier ones): its edits and further pages keep to it. */
  '005-delivery-heading': migration('ALTER TABLE delivery ADD COLUMN heading TEXT'),
  /** Articles of a delivery that were gone when it was sent: free again, and looked for in the next digest. */
  '006-delivery-away': migration("ALTER TABLE delivery ADD COLUMN away TEXT NOT NULL DEFAULT '[]'"),
  /** What else an entry is recognised by: a feed may change its guid, its address, its title or its date. */
  '007-entry-traits': migration(
    ...['guid', 'fragment', 'title', 'text_key', 'published', 'content_key'].map(
      (column) => `ALTER TABLE feed_entries ADD COLUMN ${column} TEXT`,
    ),
    // The key of an entry with a guid was `feed:<id>#<guid>`.
    `UPDATE feed_entries SET guid = substr(key, length('feed:' || feed_id || '#') + 1)
      WHERE key LIKE 'feed:' || feed_id || '#%'`,
    ...['guid', 'title', 'text_key', 'published', 'fingerprint'].map(
      (column) => `CREATE INDEX feed_entries_by_${column} ON feed_entries (feed_id, ${column})`,
    ),
  ),
  /** Paragraphs that pages of a site gave, so that one which several give is known to be nobody's. */
  '008-page-paragraphs': migration(
    `CREATE TABLE page_paragraphs (
      site TEXT NOT NULL, hash TEXT NOT NULL, page TEXT NOT NULL, title TEXT NOT NULL, is_shared INTEGER NOT NULL,
      seen_ms INTEGER NOT NULL, PRIMARY KEY (site, hash)
    )`,
    'CREATE INDEX page_paragraphs_by_time ON page_paragraphs (site, seen_ms)',
    'CREATE INDEX page_paragraphs_by_age ON page_paragraphs (seen_ms)',
  ),
  /** Votes on answers, and the way to what is stored of a person. */
  '009-feedback': migration(
    `CREATE TABLE feedback (
      id INTEGER PRIMARY KEY, answer_id TEXT NOT NULL, voter TEXT, voter_until_ms INTEGER NOT NULL, guild_id TEXT,
      question TEXT NOT NULL, excerpt TEXT, vote TEXT NOT NULL, voted_ms INTEGER NOT NULL
    )`,
    'CREATE UNIQUE INDEX feedback_one_a_person ON feedback (answer_id, voter)',
    'CREATE INDEX feedback_by_voter ON feedback (voter) WHERE voter IS NOT NULL',
    'CREATE INDEX feedback_by_time ON feedback (voted_ms)',
    'CREATE INDEX interactions_by_person ON interactions (user_id)',
  ),
  /** Texts that were posted and whose articles are gone with an `articles.db` that was lost. */
  '010-posted-text': migration(
    `CREATE TABLE posted_text (
      ${OF_SUBSCRIPTION}, print TEXT NOT NULL, PRIMARY KEY (subscription_id, print)
    ) WITHOUT ROWID`,
  ),
  /** How far members have seen the topics they follow with `/timeline`. */
  '011-last-looks': migration(
    `CREATE TABLE last_look (
      user_id TEXT NOT NULL, topic TEXT NOT NULL, through INTEGER NOT NULL, looked_ms INTEGER NOT NULL,
      PRIMARY KEY (user_id, topic)
    ) WITHOUT ROWID`,
    'CREATE INDEX last_look_by_time ON last_look (looked_ms)',
  ),
  // Both keep the number they were released with; 016 was never released.
  '011-topics-as-meant': migration(keepTopics),
  /** Questions that wait for an answer. */
  '012-alerts': migration(
    `CREATE TABLE alert (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, guild_id TEXT, channel_id TEXT, question TEXT NOT NULL,
      text TEXT NOT NULL, created_at_ms INTEGER NOT NULL, used_at_ms INTEGER NOT NULL, start_seq INTEGER NOT NULL,
      cursor INTEGER NOT NULL, state TEXT NOT NULL, found_at_ms INTEGER, attempts INTEGER NOT NULL,
      attempted_at_ms INTEGER NOT NULL
    )`,
    'CREATE INDEX alert_of_person ON alert (user_id)',
    'CREATE INDEX alert_to_ask ON alert (state, cursor)',
  ),
  /** When a subscription posts nothing, and when a person is sent nothing. */
  '013-quiet-hours': migration(
    `CREATE TABLE quiet_subscription (
      subscription_id TEXT PRIMARY KEY REFERENCES subscription (id) ON DELETE CASCADE, ${HOURS}
    )`,
    `CREATE TABLE quiet_person (user_id TEXT PRIMARY KEY, used_ms INTEGER NOT NULL, ${HOURS})`,
  ),
  /** Who is notified of a surge of a subscription's topic, and when they last were. */
  '014-surge-watch': migration(
    `CREATE TABLE surge_watch (
      ${OF_SUBSCRIPTION}, user_id TEXT NOT NULL, told_ms INTEGER NOT NULL, PRIMARY KEY (subscription_id, user_id)
    ) WITHOUT ROWID`,
  ),
  /**
   * What a subscription does with later tellings of a posted story, when a posted message was last edited, and what is
   * still to be told under it. From here on `edit_due` counts the changes that a message does not show yet.
   */
  '015-later-tellings': migration(
    "ALTER TABLE subscription ADD COLUMN later_tellings TEXT NOT NULL DEFAULT 'edit'",
    'ALTER TABLE delivery ADD COLUMN edited_at_ms INTEGER',
    'DROP INDEX delivery_to_do',
    'CREATE INDEX delivery_to_edit ON delivery (id) WHERE edit_due > 0',
    'CREATE INDEX delivery_to_publish ON delivery (id) WHERE publish_due = 1',
    `CREATE TABLE development (
      id TEXT PRIMARY KEY, ${OF_DELIVERY}, lead INTEGER NOT NULL, seq INTEGER NOT NULL, channel_id TEXT NOT NULL,
      claimed_at_ms INTEGER NOT NULL, attempts INTEGER NOT NULL, attempted_at_ms INTEGER NOT NULL
    )`,
    'CREATE INDEX development_delivery ON development (delivery_id)',
  ),
  /** The language that a subscription's posts and the answer of an alert are written in. Those that were there before go on in English. */
  '017-language': migration(
    "ALTER TABLE subscription ADD COLUMN language TEXT NOT NULL DEFAULT 'en'",
    "ALTER TABLE alert ADD COLUMN language TEXT NOT NULL DEFAULT 'en'",
  ),
  '018-feed-servers': addFeedServers(SQLITE),
  '019-source-choices': addSourceChoices(SQLITE),
  '020-posted-answers': addPostedAnswers(SQLITE),
  '021-answer-limits': addAnswerLimits(SQLITE),
  '022-alert-pieces': addAlertPieces,
};
