/** `CorpusManifest` over the tables `corpus_file` and `corpus_load` of `articles.db`. */
import type { Kysely } from 'kysely';
import type { CorpusManifest } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';

export const createSqliteCorpusManifest = (db: Kysely<ArticleTables>): CorpusManifest => ({
  async files() {
    const rows = await db.selectFrom('corpus_file').selectAll().execute();
    return rows.map((row) => ({
      path: row.path,
      size: row.size,
      mtimeMs: row.mtime_ms,
      ctimeMs: row.ctime_ms,
      reader: row.reader,
      records: row.records,
      problemCount: row.problem_count,
      problems: JSON.parse(row.problems),
    }));
  },
  async put(file) {
    const columns = {
      size: file.size,
      mtime_ms: file.mtimeMs,
      ctime_ms: file.ctimeMs,
      reader: file.reader,
      records: file.records,
      problem_count: file.problemCount,
      problems: JSON.stringify(file.problems),
    };
    await db
      .insertInto('corpus_file')
      .values({ path: file.path, ...columns })
      .onConflict((conflict) => conflict.column('path').doUpdateSet(columns))
      .execute();
  },
  async delete(path) {
    await db.deleteFrom('corpus_file').where('path', '=', path).execute();
  },
  async lastLoadMs(corpus) {
    const row = await db
      .selectFrom('corpus_load')
      .select('loaded_at_ms')
      .where('corpus', '=', corpus)
      .executeTakeFirst();
    return row?.loaded_at_ms ?? null;
  },
  async recordLoad(corpus, nowMs) {
    await db
      .insertInto('corpus_load')
      .values({ corpus, loaded_at_ms: nowMs })
      .onConflict((conflict) => conflict.column('corpus').doUpdateSet({ loaded_at_ms: nowMs }))
      .execute();
  },
  async restoredMs() {
    const row = await db.selectFrom('restored').select('before_ms').executeTakeFirst();
    return row?.before_ms ?? null;
  },
});
