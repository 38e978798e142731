/** The rows of SQLite's search table, which stand beside the words of each article. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { SearchText } from '../search/search-text.ts';
import type { SearchRows } from './article-indexer.ts';
import { numberList } from './sql-of.ts';

/** Run for every article: built once. Bytes are UTF-8. */
const INSERT = 'INSERT INTO article_fts (rowid, title, body) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))';

export const insertSearchRow = <T>(
  db: Kysely<T>,
  seq: number,
  { title, body }: Readonly<Record<keyof SearchText, string | Uint8Array>>,
) => db.executeQuery(CompiledQuery.raw(INSERT, [seq, title, body]));

export const ftsRows: SearchRows = {
  async remove(tx, seqs) {
    await sql`DELETE FROM article_fts WHERE rowid IN ${numberList(tx, seqs)}`.execute(tx);
  },
  async add(tx, added, text) {
    for (const words of added) await insertSearchRow(tx, words.seq, text.write(words));
  },
};
