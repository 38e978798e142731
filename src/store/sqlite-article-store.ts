/** `ArticleStore` over SQLite: the writing half, one transaction a call. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { AddOutcome } from '../domain/library.ts';
import { addArticles, type Outcome } from './add-articles.ts';
import type { ArticleStore, CorpusManifest, RetainOutcome } from './article-store.ts';
import type { ArticleTables } from './article-tables.ts';
import { makeDataFolder } from './data-folder.ts';
import { articlesMigration } from './migrations/001-articles.ts';
import { addToldBy } from './migrations/002-told-by.ts';
import { openDatabase } from './open-database.ts';
import { leaveOrigin, removeArticles } from './remove-articles.ts';
import { SqliteArticleReader } from './sqlite-article-reader.ts';
import { createSqliteCorpusManifest } from './sqlite-corpus-manifest.ts';

/** Rows or keys in one statement: SQLite allows 32,766 parameters. */
const STEP = 500;

/** Removals in one transaction: a few milliseconds, so that questions are answered in between. */
const SLICE = 50;

const steps = <T>(items: readonly T[], size = STEP): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

export class SqliteArticleStore extends SqliteArticleReader implements ArticleStore {
  readonly manifest: CorpusManifest;

  constructor(db: Kysely<ArticleTables>) {
    super(db);
    this.manifest = createSqliteCorpusManifest(db);
  }

  async add(drafts: readonly ArticleDraft[], arrival: Arrival, nowMs: number): Promise<AddOutcome[]> {
    const unique = [...new Map(drafts.toReversed().map((draft) => [draft.key, draft])).values()].toReversed();
    const outcomes = new Map<string, Outcome>();
    await this.db.transaction().execute(async (tx) => {
      for (const step of steps(unique)) await addArticles(tx, step, arrival, nowMs, outcomes);
    });
    const seen = new Set<string>();
    return drafts.map(({ key }) => {
      const outcome = outcomes.get(key)!;
      const repeated = seen.has(key);
      seen.add(key);
      return { key, ...outcome, ...(repeated ? { outcome: 'unchanged' as const } : {}) };
    });
  }

  async retain(origin: string, keys: ReadonlySet<string>, nowMs: number): Promise<RetainOutcome> {
    const brought = await this.db
      .selectFrom('article_origin')
      .innerJoin('article', 'article.seq', 'article_origin.seq')
      .select('key')
      .where('article_origin.origin', '=', origin)
      .execute();
    const gone = brought.map(({ key }) => key).filter((key) => !keys.has(key));
    const heirs = new Set<string>();
    let removed = 0;
    for (const step of steps(gone, SLICE)) {
      removed += await this.db.transaction().execute((tx) => leaveOrigin(tx, origin, step, nowMs, heirs));
      await setImmediate();
    }
    return { removed, heirs: [...heirs] };
  }

  async remove(keys: readonly string[], nowMs: number): Promise<number> {
    return this.db.transaction().execute(async (tx) => {
      let removed = 0;
      for (const step of steps(keys)) removed += await removeArticles(tx, step, nowMs);
      return removed;
    });
  }
}

/** Opens `articles.db` in the data folder (made where it is absent) to write; null keeps it in memory.
 * @throws DatelineError `unavailable`, see `makeDataFolder` and `openDatabase`. */
export const openArticleStore = async (dataDir: string | null): Promise<SqliteArticleStore> => {
  if (dataDir !== null) makeDataFolder(dataDir);
  const path = dataDir === null ? ':memory:' : join(dataDir, 'articles.db');
  return new SqliteArticleStore(
    await openDatabase<ArticleTables>(path, { '001-articles': articlesMigration, '002-told-by': addToldBy }),
  );
};
