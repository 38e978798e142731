/**
 * The search engine's tables beside the articles. Tellings are filled at once; words are read anew from the texts, in
 * batches behind the migration: `index_queue` holds the articles that wait.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  /** Lower-cased names of outlets. */
  'CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
  /** Each article and each of its copies: who tells the text of article `of`, and on which day (since 1970-01-01). */
  `CREATE TABLE telling (
    of INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    source INTEGER NOT NULL,
    day INTEGER,
    PRIMARY KEY (of, seq)
  ) WITHOUT ROWID`,
  'CREATE UNIQUE INDEX telling_seq ON telling (seq)',
  'CREATE INDEX telling_source ON telling (source, day)',
  'CREATE INDEX telling_day ON telling (day)',
  'CREATE INDEX telling_copy ON telling (of) WHERE of <> seq',
  /** Ids are 0, 1, 2 … in order of first sight, never reused. */
  'CREATE TABLE term (term TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID',
  /** How many articles hold each term, one 32-bit number a term id, as of the change `through`. */
  `CREATE TABLE dictionary (
    through INTEGER NOT NULL,
    size INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    languages TEXT NOT NULL,
    frequencies BLOB NOT NULL
  )`,
  /** What each later transaction added to it or took away. */
  `CREATE TABLE dictionary_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    size INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    languages TEXT NOT NULL,
    frequencies BLOB NOT NULL
  )`,
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
];

/** Days since 1970-01-01 of a date as SQLite reads it: noon of that day is Julian day 2440588. */
const DAY = `CAST(julianday(substr(published, 1, 10)) - 2440587.5 AS INTEGER)`;

const fillTellings = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ source: string }>`SELECT DISTINCT source FROM article`.execute(db);
  const ids = new Map<string, number>();
  // SQLite lower-cases ASCII alone.
  const places = rows.map(({ source }) => {
    const name = source.toLowerCase();
    if (!ids.has(name)) ids.set(name, ids.size + 1);
    return [source, ids.get(name)] as const;
  });
  await sql`INSERT INTO source (name, id) SELECT value ->> 0, value ->> 1
    FROM json_each(${JSON.stringify([...ids])})`.execute(db);
  await sql`INSERT INTO telling (of, seq, source, day)
    SELECT coalesce(duplicate_of, seq), seq, place.value ->> 1, ${sql.raw(DAY)}
    FROM json_each(${JSON.stringify(places)}) AS place JOIN article ON article.source = place.value ->> 0
    WHERE removed_at_ms IS NULL`.execute(db);
};

export const addSearch: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    await fillTellings(db);
  },
};
