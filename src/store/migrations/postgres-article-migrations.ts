/**
 * How the tables of the articles in PostgreSQL came about, in the order they run. The first makes all tables of `articles.db`
 * as its migrations up to 010 leave them, except SQLite's search table; in the place of that, what an engine elsewhere has
 * to follow. What stands in articles may be longer than a B-tree takes, so it is indexed by its hash: `EXCLUDE USING hash`
 * is `UNIQUE` so. A test compares the tables.
 */
import { type Migrations, migration } from './migrate.ts';
import { addChangeMarks, addHeardSince, POSTGRES } from './shared-migrations.ts';

const { id: ID, text: TEXT } = POSTGRES;
const COUNTS = `size BIGINT NOT NULL, tokens BIGINT NOT NULL, languages ${TEXT} NOT NULL, frequencies BYTEA NOT NULL`;

const ARTICLES = [
  `CREATE TABLE article (
    seq ${ID}, key ${TEXT} NOT NULL, given_id ${TEXT}, title ${TEXT} NOT NULL, title_key ${TEXT} NOT NULL,
    url ${TEXT}, url_key ${TEXT}, source ${TEXT} NOT NULL, author ${TEXT}, published ${TEXT}, language ${TEXT},
    tags ${TEXT} NOT NULL, image_url ${TEXT}, origin ${TEXT} NOT NULL, arrival ${TEXT} NOT NULL,
    added_at_ms BIGINT NOT NULL, changed_at_ms BIGINT NOT NULL, removed_at_ms BIGINT, fingerprint ${TEXT} NOT NULL,
    content_hash ${TEXT} NOT NULL, private_key ${TEXT}, duplicate_of BIGINT REFERENCES article (seq), revision BIGINT NOT NULL UNIQUE,
    told_by BIGINT, expired BIGINT NOT NULL DEFAULT 0, EXCLUDE USING hash (key WITH =)
  )`,
  'CREATE INDEX article_content ON article (content_hash)',
  'CREATE INDEX article_copy ON article (duplicate_of) WHERE duplicate_of IS NOT NULL',
  ...['title_key', 'url_key', 'source', 'author', 'origin', 'private_key'].map(
    (column) => `CREATE INDEX article_by_${column} ON article USING hash (${column})`,
  ),
  `CREATE INDEX article_published ON article (published DESC NULLS LAST, seq DESC)
    WHERE removed_at_ms IS NULL AND duplicate_of IS NULL`,
  'CREATE INDEX article_expired ON article (content_hash) WHERE expired = 1',
  `CREATE TABLE article_audience (
    guild_id ${TEXT} NOT NULL, seq BIGINT NOT NULL REFERENCES article (seq), arrival ${TEXT} NOT NULL,
    PRIMARY KEY (guild_id, seq)
  )`,
  'CREATE INDEX article_audience_seq ON article_audience (seq)',
  `CREATE TABLE article_body (seq BIGINT PRIMARY KEY REFERENCES article (seq), body BYTEA NOT NULL)`,
  `CREATE TABLE text_change (
    id ${ID}, seq BIGINT NOT NULL REFERENCES article (seq), changed_at_ms BIGINT NOT NULL, sentences BYTEA NOT NULL
  )`,
  'CREATE INDEX text_change_by_article ON text_change (seq)',
  `CREATE TABLE article_origin (origin ${TEXT} NOT NULL, seq BIGINT NOT NULL REFERENCES article (seq))`,
  // Origins of one article are distinguished by their hash.
  'CREATE UNIQUE INDEX article_origin_once ON article_origin (seq, md5(origin))',
  'CREATE INDEX article_origin_name ON article_origin USING hash (origin)',
];

const CORPUS = [
  `CREATE TABLE corpus_file (
    path ${TEXT} NOT NULL, size BIGINT NOT NULL, mtime_ms DOUBLE PRECISION NOT NULL,
    ctime_ms DOUBLE PRECISION NOT NULL, reader BIGINT NOT NULL, records BIGINT NOT NULL,
    problem_count BIGINT NOT NULL, problems ${TEXT} NOT NULL, EXCLUDE USING hash (path WITH =)
  )`,
  `CREATE TABLE corpus_load (
    corpus ${TEXT} NOT NULL, loaded_at_ms BIGINT NOT NULL, EXCLUDE USING hash (corpus WITH =)
  )`,
  'CREATE TABLE restored (before_ms BIGINT NOT NULL)',
];

const WORDS = [
  `CREATE TABLE source (id ${ID}, name ${TEXT} NOT NULL, EXCLUDE USING hash (name WITH =))`,
  `CREATE TABLE publication (
    of BIGINT NOT NULL, seq BIGINT NOT NULL UNIQUE, source BIGINT NOT NULL, day BIGINT,
    private BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (of, seq)
  )`,
  'CREATE INDEX publication_source ON publication (source, day)',
  'CREATE INDEX publication_day ON publication (day)',
  'CREATE INDEX publication_private ON publication (of) WHERE private = 1',
  'CREATE INDEX publication_copy ON publication (of) WHERE of <> seq',
  `CREATE TABLE term (term ${TEXT} PRIMARY KEY, id BIGINT NOT NULL UNIQUE)`,
  `CREATE TABLE dictionary (through BIGINT NOT NULL, ${COUNTS})`,
  `CREATE TABLE dictionary_change (id ${ID}, ${COUNTS}, replaced ${TEXT} NOT NULL DEFAULT '[]')`,
  "INSERT INTO dictionary VALUES (0, 0, 0, '{}', '')",
  `CREATE TABLE article_words (seq BIGINT PRIMARY KEY, language ${TEXT}, words BYTEA NOT NULL)`,
  'CREATE TABLE index_queue (seq BIGINT PRIMARY KEY)',
  'CREATE TABLE index_state (analyser BIGINT NOT NULL)',
  'INSERT INTO index_state VALUES (0)',
];

/** What is compressed before it comes here is not compressed again. */
const COMPRESSED = [
  'ALTER TABLE article_body ALTER COLUMN body SET STORAGE EXTERNAL',
  'ALTER TABLE text_change ALTER COLUMN sentences SET STORAGE EXTERNAL',
  'ALTER TABLE article_words ALTER COLUMN words SET STORAGE EXTERNAL',
];

/**
 * The articles whose words or publications changed, each at its last change, by numbers in the order of commits: an engine
 * elsewhere reads on from the last that it knows.
 */
const FOLLOWED = [
  'CREATE SEQUENCE search_revision',
  // The name that these articles have elsewhere.
  'CREATE TABLE search_source (name TEXT NOT NULL)',
  "INSERT INTO search_source VALUES (replace(gen_random_uuid()::text, '-', ''))",
  'CREATE TABLE search_change (seq BIGINT PRIMARY KEY, revision BIGINT NOT NULL UNIQUE)',
];

export const POSTGRES_ARTICLE_MIGRATIONS: Migrations = {
  '001-articles': migration(...ARTICLES, ...CORPUS, ...WORDS, ...COMPRESSED, ...FOLLOWED),
  '002-heard-since': addHeardSince(POSTGRES),
  /** Which folder the corpus was last read from: several leaders may each have one of their own. */
  '003-corpus-folder': migration('CREATE TABLE corpus_folder (folder TEXT NOT NULL)'),
  '004-change-marks': addChangeMarks,
  /** A random mark of each transaction, under the last number it gave to a change: tells two pasts of one store apart. */
  '005-search-marks': migration(
    'CREATE TABLE search_mark (revision BIGINT PRIMARY KEY, mark UUID NOT NULL)',
    `INSERT INTO search_mark SELECT max(revision), gen_random_uuid() FROM search_change HAVING count(*) > 0`,
  ),
};
