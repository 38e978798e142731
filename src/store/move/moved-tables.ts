/**
 * What is moved from one place to another, each table after those its rows refer to, with the columns of a key. Rows are
 * copied in the order of that key, so the last one that is there says where to go on.
 */
import type { ArticleTables } from '../article-tables.ts';
import type { StateTables } from '../state-tables.ts';

/** By table, the columns of a key; an index of both databases has them in this order. None: the table is copied as a whole. */
type Keys<Tables> = {
  readonly [Table in keyof Tables & string]: readonly (keyof Tables[Table] & string)[];
};

export const ARTICLE_KEYS: Keys<ArticleTables> = {
  article: ['seq'],
  article_audience: ['seq', 'guild_id'],
  article_body: ['seq'],
  text_change: ['id'],
  article_origin: ['seq', 'origin'],
  source: ['id'],
  publication: ['seq'],
  term: ['term'],
  article_words: ['seq'],
  dictionary_change: ['id'],
  index_queue: ['seq'],
  dictionary: [],
  index_state: [],
  corpus_file: [],
  corpus_load: [],
  restored: [],
};

export const STATE_KEYS: Keys<StateTables> = {
  interactions: ['id'],
  posted_answer: ['id'],
  quoted_article: ['seq', 'answer_id'],
  guilds: ['guild_id'],
  feeds: ['id'],
  feed_server: ['id'],
  feed_entries: ['feed_id', 'key'],
  feed_steps: ['id'],
  former_addresses: ['url'],
  page_paragraphs: ['site', 'hash'],
  source_choice: ['guild_id', 'channel_id'],
  answer_limit: ['guild_id', 'kind', 'target_id'],
  subscription: ['id'],
  notice: ['id'],
  quiet_subscription: ['subscription_id'],
  quiet_person: ['user_id'],
  surge_watch: ['subscription_id', 'user_id'],
  delivery: ['id'],
  delivered_article: ['subscription_id', 'seq'],
  development: ['id'],
  posted_text: ['subscription_id', 'print'],
  digest_mark: ['name'],
  feedback: ['id'],
  last_look: ['user_id', 'topic'],
  alert: ['id'],
};

/** Columns whose numbers the database gives. */
export const GIVEN_NUMBERS: Readonly<Record<string, string>> = {
  article: 'seq',
  text_change: 'id',
  source: 'id',
  dictionary_change: 'id',
  feeds: 'id',
  feed_server: 'id',
  feed_steps: 'id',
  feedback: 'id',
};
