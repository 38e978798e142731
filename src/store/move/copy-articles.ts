/** In: the articles in one place. Out: the same in the other, found by the same words, from wherever an earlier copying ended. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { encodeBody } from '../body-codec.ts';
import { insertSearchRow } from '../fts5-rows.ts';
import { giveAfter, lastGiven } from '../given-numbers.ts';
import { markChanges } from '../postgres/search-changes.ts';
import { createTextReader } from '../postgres/search-documents.ts';
import { limitStatements } from '../postgres/statement-limit.ts';
import { isPostgres } from '../sql-of.ts';
import { copyRows, type Row, replaceRows, type Tables } from './copy-rows.ts';
import { ARTICLE_KEYS, GIVEN_NUMBERS } from './moved-tables.ts';

/** A number that is another one after any change of the articles. */
export const printOfArticles = async (db: Tables): Promise<number> => {
  const { rows } = await sql`SELECT (SELECT max(revision) FROM article) AS revision,
    (SELECT max(id) FROM dictionary_change) AS change, (SELECT through FROM dictionary) AS through,
    (SELECT max(id) FROM text_change) AS text_change, (SELECT count(*) FROM article) AS articles,
    (SELECT count(*) FROM article_origin) AS origins, (SELECT count(*) FROM article_audience) AS audiences`.execute(
    db,
  );
  const hash = createHash('sha256').update(JSON.stringify(Object.values(rows[0]!)));
  return hash.digest().readUIntBE(0, 6);
};

/** An article may be the copy of a later one, which is not there yet. */
const withoutLater = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => (Number(row.duplicate_of) > Number(row.seq) ? { ...row, duplicate_of: null } : row));

const linkLater = async (from: Tables, to: Tables): Promise<void> => {
  const { rows } = await sql<{ seq: number; duplicate_of: number }>`
    SELECT seq, duplicate_of FROM article WHERE duplicate_of > seq`.execute(from);
  await to.transaction().execute(async (tx) => {
    for (const { seq, duplicate_of } of rows)
      await sql`UPDATE article SET duplicate_of = ${duplicate_of} WHERE seq = ${seq}`.execute(tx);
  });
};

/** Early builds kept texts uncompressed, which PostgreSQL has no column for. */
const compressed =
  (column: string) =>
  (rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => {
      const text = row[column];
      return typeof text === 'string' ? { ...row, [column]: encodeBody(text) } : row;
    });

const PREPARE: Readonly<Record<string, (rows: readonly Row[]) => readonly Row[]>> = {
  article: withoutLater,
  article_body: compressed('body'),
  text_change: compressed('sentences'),
};

/** Writes what SQLite searches by, which PostgreSQL does not have. */
const searchRowsFrom = (from: Tables) => {
  const readTexts = createTextReader(from as never);
  return async (tx: Tables, rows: readonly Row[]): Promise<void> => {
    for (const [seq, text] of await readTexts(rows.map(({ seq }) => Number(seq))))
      await insertSearchRow(tx, seq, text);
  };
};

/** A million rows in one statement take longer than others may. */
const takeYourTime = (tx: Tables): Promise<void> => limitStatements(tx, 0);

/** OpenSearch is filled in this order: what is new is found first. */
const noteForSearch = (to: Tables): Promise<void> =>
  to.transaction().execute(async (tx) => {
    await takeYourTime(tx);
    await sql`INSERT INTO search_change (seq, revision)
    SELECT seq, nextval('search_revision') FROM (SELECT seq FROM article_words ORDER BY seq DESC) AS found
    ON CONFLICT (seq) DO NOTHING`.execute(tx);
    await markChanges(tx);
  });

/** `onCopied` is called with how many rows were written. */
export const copyArticles = async (
  from: Tables,
  to: Tables,
  onCopied: (rows: number) => void,
): Promise<void> => {
  const addSearchRows = isPostgres(to) ? null : searchRowsFrom(from);
  for (const [table, keys] of Object.entries(ARTICLE_KEYS)) {
    if (keys.length === 0) {
      await replaceRows(from, to, table);
      continue;
    }
    await copyRows(from, to, table, keys, {
      onCopied,
      ...(table in PREPARE && { prepare: PREPARE[table]! }),
      ...(table === 'article_words' && addSearchRows && { also: addSearchRows }),
    });
    if (table === 'article') await linkLater(from, to);
    const numbered = GIVEN_NUMBERS[table];
    if (numbered !== undefined) await giveAfter(to, table, numbered, await lastGiven(from, table, numbered));
  }
  if (isPostgres(to)) await noteForSearch(to);
};

/** Takes away what an earlier copying wrote of articles that have changed since. */
export const emptyArticles = async (to: Tables): Promise<void> => {
  await to.transaction().execute(async (tx) => {
    if (isPostgres(tx)) {
      await takeYourTime(tx);
      await sql`DELETE FROM search_change`.execute(tx);
      await sql`DELETE FROM search_mark`.execute(tx);
    } else await sql`INSERT INTO article_fts (article_fts) VALUES ('delete-all')`.execute(tx);
    for (const table of Object.keys(ARTICLE_KEYS).toReversed())
      await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
  });
};
