/** `CorpusManifest` over the tables `corpus_file` and `corpus_load` beside the articles. */
import type { Kysely } from 'kysely';
import type { CorpusManifest } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';
import { columnMap } from './column-map.ts';
import { readCorpusProblems } from './read-facts.ts';

const FILE = columnMap({
  path: 'path',
  size: 'size',
  mtimeMs: 'mtime_ms',
  ctimeMs: 'ctime_ms',
  reader: 'reader',
  records: 'records',
  problemCount: 'problem_count',
});

export const createSqlCorpusManifest = (db: Kysely<ArticleTables>): CorpusManifest => ({
  async files() {
    const rows = await db.selectFrom('corpus_file').selectAll().execute();
    return rows.map((row) => ({ ...FILE.fromRow(row), problems: readCorpusProblems(row.problems) }));
  },
  async put(files) {
    const rows = files.map((file) => ({ ...FILE.toRow(file), problems: JSON.stringify(file.problems) }));
    const paths = rows.map(({ path }) => path);
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('corpus_file').where('path', 'in', paths).execute();
      await tx.insertInto('corpus_file').values(rows).execute();
    });
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
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('corpus_load').where('corpus', '=', corpus).execute();
      await tx.insertInto('corpus_load').values({ corpus, loaded_at_ms: nowMs }).execute();
    });
  },
  isLastRead: async () => true,
  async restoredMs() {
    const row = await db.selectFrom('restored').select('before_ms').executeTakeFirst();
    return row?.before_ms ?? null;
  },
});
