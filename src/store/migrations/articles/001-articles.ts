/** The tables of `articles.db`: articles, their texts, where each came from, and what was read of the corpus. */
import { type Kysely, sql } from 'kysely';

export const articlesMigration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

/**
 * A removed article keeps its row (without text), so that it keeps its number when it comes back. `AUTOINCREMENT`
 * never hands out a number twice. Bodies live apart so that listing articles never reads them.
 */
const STATEMENTS = [
  `CREATE TABLE article (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    given_id TEXT,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    url TEXT,
    url_key TEXT,
    source TEXT NOT NULL,
    author TEXT,
    published TEXT,
    language TEXT,
    tags TEXT NOT NULL,
    image_url TEXT,
    origin TEXT NOT NULL,
    arrival TEXT NOT NULL,
    added_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    removed_at_ms INTEGER,
    fingerprint TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    duplicate_of INTEGER REFERENCES article (seq),
    revision INTEGER NOT NULL
  )`,
  'CREATE TABLE article_body (seq INTEGER PRIMARY KEY REFERENCES article (seq), body TEXT NOT NULL)',
  'CREATE UNIQUE INDEX article_revision ON article (revision)',
  'CREATE INDEX article_content ON article (content_hash)',
  'CREATE INDEX article_title ON article (title_key)',
  'CREATE INDEX article_url ON article (url_key) WHERE url_key IS NOT NULL',
  'CREATE INDEX article_published ON article (published, seq) WHERE removed_at_ms IS NULL AND duplicate_of IS NULL',
  'CREATE INDEX article_source ON article (source, published) WHERE removed_at_ms IS NULL',
  `CREATE TABLE article_origin (
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES article (seq),
    PRIMARY KEY (origin, seq)
  ) WITHOUT ROWID`,
  'CREATE INDEX article_origin_seq ON article_origin (seq)',
  `CREATE TABLE corpus_file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ms REAL NOT NULL,
    ctime_ms REAL NOT NULL,
    reader INTEGER NOT NULL,
    records INTEGER NOT NULL,
    problem_count INTEGER NOT NULL,
    problems TEXT NOT NULL
  ) WITHOUT ROWID`,
  'CREATE TABLE corpus_load (corpus TEXT PRIMARY KEY, loaded_at_ms INTEGER NOT NULL) WITHOUT ROWID',
];
