/** The rows of SQLite's search table, which stand beside the words of each article. */
import { type Kysely, sql } from 'kysely';
import { type SearchText, searchText } from '../search/search-text.ts';
import type { SearchRows } from './article-indexer.ts';
import { numberList } from './sql-of.ts';

export const insertSearchRow = <T>(db: Kysely<T>, seq: number, { title, body }: SearchText) =>
  sql`INSERT INTO article_fts (rowid, title, body) VALUES (${seq}, ${title}, ${body})`.execute(db);

export const ftsRows: SearchRows = {
  async remove(tx, seqs) {
    await sql`DELETE FROM article_fts WHERE rowid IN ${numberList(tx, seqs)}`.execute(tx);
  },
  async add(tx, added, tokenOf) {
    for (const words of added) await insertSearchRow(tx, words.seq, searchText(words, tokenOf));
  },
};
