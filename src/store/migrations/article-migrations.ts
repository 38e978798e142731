/** How the tables of `articles.db` came about, in the order they run. Those of PostgreSQL are in `postgres-article-migrations.ts`. */
import { fillTellings } from './fill-tellings.ts';
import { type Migrations, migration } from './migrate.ts';
import { addChangeMarks, addHeardSince, SQLITE } from './shared-migrations.ts';

const COUNTS =
  'size INTEGER NOT NULL, tokens INTEGER NOT NULL, languages TEXT NOT NULL, frequencies BLOB NOT NULL';

export const ARTICLE_MIGRATIONS: Migrations = {
  /**
   * A removed article keeps its row (without text), so that it keeps its number when it comes back. `AUTOINCREMENT`
   * never hands out a number twice. Bodies live apart so that listing articles never reads them.
   */
  '001-articles': migration(
    `CREATE TABLE article (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, given_id TEXT, title TEXT NOT NULL,
      title_key TEXT NOT NULL, url TEXT, url_key TEXT, source TEXT NOT NULL, author TEXT, published TEXT, language TEXT,
      tags TEXT NOT NULL, image_url TEXT, origin TEXT NOT NULL, arrival TEXT NOT NULL, added_at_ms INTEGER NOT NULL,
      changed_at_ms INTEGER NOT NULL, removed_at_ms INTEGER, fingerprint TEXT NOT NULL, content_hash TEXT NOT NULL,
      duplicate_of INTEGER REFERENCES article (seq), revision INTEGER NOT NULL
    )`,
    'CREATE TABLE article_body (seq INTEGER PRIMARY KEY REFERENCES article (seq), body TEXT NOT NULL)',
    'CREATE UNIQUE INDEX article_revision ON article (revision)',
    'CREATE INDEX article_content ON article (content_hash)',
    'CREATE INDEX article_title ON article (title_key)',
    'CREATE INDEX article_url ON article (url_key) WHERE url_key IS NOT NULL',
    'CREATE INDEX article_published ON article (published, seq) WHERE removed_at_ms IS NULL AND duplicate_of IS NULL',
    'CREATE INDEX article_source ON article (source, published) WHERE removed_at_ms IS NULL',
    `CREATE TABLE article_origin (
      origin TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES article (seq), PRIMARY KEY (origin, seq)
    ) WITHOUT ROWID`,
    'CREATE INDEX article_origin_seq ON article_origin (seq)',
    `CREATE TABLE corpus_file (
      path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ms REAL NOT NULL, ctime_ms REAL NOT NULL,
      reader INTEGER NOT NULL, records INTEGER NOT NULL, problem_count INTEGER NOT NULL, problems TEXT NOT NULL
    ) WITHOUT ROWID`,
    'CREATE TABLE corpus_load (corpus TEXT PRIMARY KEY, loaded_at_ms INTEGER NOT NULL) WITHOUT ROWID',
  ),
  /** Who told the text of an article before, if the two were copies once and are no more: that telling was news already. */
  '002-told-by': migration('ALTER TABLE article ADD COLUMN told_by INTEGER'),
  /**
   * The search engine's tables beside the articles. Tellings are filled at once; words are read anew from the texts, in
   * batches behind the migration: `index_queue` holds the articles that wait.
   */
  '003-search': migration(
    /** Lower-cased names of outlets. */
    'CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
    /** Each article and each of its copies: who tells the text of article `of`, and on which day (since 1970-01-01). */
    `CREATE TABLE telling (
      of INTEGER NOT NULL, seq INTEGER NOT NULL, source INTEGER NOT NULL, day INTEGER, PRIMARY KEY (of, seq)
    ) WITHOUT ROWID`,
    'CREATE UNIQUE INDEX telling_seq ON telling (seq)',
    'CREATE INDEX telling_source ON telling (source, day)',
    'CREATE INDEX telling_day ON telling (day)',
    'CREATE INDEX telling_copy ON telling (of) WHERE of <> seq',
    /** Ids are 0, 1, 2 … in order of first sight, never reused. */
    'CREATE TABLE term (term TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID',
    /** How many articles hold each term, one 32-bit number a term id, as of the change `through`. */
    `CREATE TABLE dictionary (through INTEGER NOT NULL, ${COUNTS})`,
    /** What each later transaction added to it or took away. */
    `CREATE TABLE dictionary_change (id INTEGER PRIMARY KEY AUTOINCREMENT, ${COUNTS})`,
    "INSERT INTO dictionary VALUES (0, 0, 0, '{}', x'')",
    'CREATE TABLE article_words (seq INTEGER PRIMARY KEY, language TEXT, words BLOB NOT NULL)',
    'CREATE TABLE index_queue (seq INTEGER PRIMARY KEY)',
    /** The version of the analyser that the words, and the queue, are made by. */
    'CREATE TABLE index_state (analyser INTEGER NOT NULL)',
    'INSERT INTO index_state VALUES (0)',
    // Terms come separated by spaces. Everything else in ASCII that a term may hold belongs to it; what is not ASCII does anyway.
    `CREATE VIRTUAL TABLE article_fts USING fts5 (
      title, body, content = '', contentless_delete = 1, detail = full,
      tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_\`{|}~'"
    )`,
    fillTellings,
  ),
  /** After a backup was restored: corpus files older than this count as read before. One row at most. */
  '004-restored': migration('CREATE TABLE restored (before_ms INTEGER NOT NULL)'),
  /** Which outlet carries which text on which day: the table is named for what the code calls it. */
  '005-publications': migration(
    'ALTER TABLE telling RENAME TO publication',
    'DROP INDEX telling_seq',
    'DROP INDEX telling_source',
    'DROP INDEX telling_day',
    'DROP INDEX telling_copy',
    'CREATE UNIQUE INDEX publication_seq ON publication (seq)',
    'CREATE INDEX publication_source ON publication (source, day)',
    'CREATE INDEX publication_day ON publication (day)',
    'CREATE INDEX publication_copy ON publication (of) WHERE of <> seq',
  ),
  /** Which articles' words a change of the dictionary replaced, so that those kept of all others stay good. */
  '006-replaced-words': migration(
    "ALTER TABLE dictionary_change ADD COLUMN replaced TEXT NOT NULL DEFAULT '[]'",
  ),
  /** What changed in the texts of articles: old and new sentences. */
  '007-text-changes': migration(
    `CREATE TABLE text_change (
      id INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES article (seq), changed_at_ms INTEGER NOT NULL,
      sentences BLOB NOT NULL
    )`,
    'CREATE INDEX text_change_by_article ON text_change (seq)',
  ),
  /** Which articles were deleted for their age or number: they keep their keys, and do not come back. */
  '008-expired': migration(
    'ALTER TABLE article ADD COLUMN expired INTEGER NOT NULL DEFAULT 0',
    'CREATE INDEX article_expired ON article (content_hash) WHERE expired = 1',
  ),
  /** Finds the articles of an author, and all authors there are, without reading every article. */
  '009-authors': migration('CREATE INDEX article_author ON article (author) WHERE author IS NOT NULL'),
  /** Which articles are some servers' own, and whose: those that only feeds of these servers brought. */
  '010-audience': migration(
    /** The key that it would have as everyone's; null if it is. */
    'ALTER TABLE article ADD COLUMN private_key TEXT',
    'CREATE INDEX article_private ON article (private_key) WHERE private_key IS NOT NULL',
    /** 1 if that is known of the article. */
    'ALTER TABLE publication ADD COLUMN private INTEGER NOT NULL DEFAULT 0',
    'CREATE INDEX publication_private ON publication (of) WHERE private = 1',
    /** Who hears such an article, and whether as news. It stays if the article is everyone's since. */
    `CREATE TABLE article_audience (
      guild_id TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES article (seq), arrival TEXT NOT NULL,
      PRIMARY KEY (guild_id, seq)
    ) WITHOUT ROWID`,
    'CREATE INDEX article_audience_seq ON article_audience (seq)',
  ),
  '011-heard-since': addHeardSince(SQLITE),
  '012-change-marks': addChangeMarks,
};
