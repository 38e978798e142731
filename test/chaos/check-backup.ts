/** In: a backup that was taken at some moment. Out: whether all is in it that the bot had posted by then. */
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { restore } from '../../src/backup/restore.ts';
import { openArticleReader } from '../../src/store/sqlite-article-reader.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';

export interface TakenBackup {
  readonly file: string;
  /** Digests that were in their channels before the backup began. */
  readonly posted: number;
}

/**
 * How many posted digests it knows nothing of, and how many articles its deliveries name that it does not hold. An article
 * that was taken away keeps its row.
 */
export const countMissing = async ({ file, posted }: TakenBackup): Promise<number> => {
  const dataDir = `${file}.restored`;
  await restore(file, dataDir);
  const state = await openStateDatabase(dataDir);
  const articles = await openArticleReader(dataDir);
  try {
    const { rows } = await sql<{ deliveries: number }>`SELECT count(*) AS deliveries FROM delivery`.execute(
      state,
    );
    const delivered = await state.selectFrom('delivered_article').select('seq').distinct().execute();
    const present = await articles.outletsOf(delivered.map(({ seq }) => seq));
    return Math.max(0, posted - rows[0]!.deliveries) + delivered.length - present.length;
  } finally {
    await articles.close();
    await state.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
};
