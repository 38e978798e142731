/** `ArticleStore` over the tables of articles, in SQLite or PostgreSQL: the writing half. */
import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import { withoutLogin } from '../domain/web-address.ts';
import { addArticles, type Outcome } from './add-articles.ts';
import { ArticleIndexer, type SearchRows } from './article-indexer.ts';
import type { ArticleStore, CorpusManifest, RetainOutcome } from './article-store.ts';
import { type ArticleTables, fingerprint } from './article-tables.ts';
import { readPosition } from './count-articles.ts';
import { expiredKeys } from './expired-articles.ts';
import { followEveryones } from './follow-everyones.ts';
import { addOwnArticles, forgetOwn, letServerHear, shareArticles } from './own-articles.ts';
import { leaveOrigin, removeArticles } from './remove-articles.ts';
import { SqlArticleReader } from './sql-article-reader.ts';
import { createSqlCorpusManifest } from './sql-corpus-manifest.ts';
import { sqlOf, textList } from './sql-of.ts';

/** Removals in one transaction: a few milliseconds, so that questions are answered in between. */
const SLICE = 50;

/** Whether it may be an address as a whole: those of articles hold no space. */
const isWord = (value: unknown): value is string => typeof value === 'string' && !/\s/.test(value);

/** In any field, whatever it came from: what one reader may read by a login is not for all who are shown the address. */
const withoutLogins = (draft: ArticleDraft): ArticleDraft => {
  const fields = Object.entries(draft).map(([name, value]) => [
    name,
    isWord(value) ? withoutLogin(value) : value,
  ]);
  // Ids are as they were given, and may hold spaces.
  const givenId = withoutLogin(draft.givenId);
  return { ...(Object.fromEntries(fields) as ArticleDraft), key: draft.key, givenId };
};

export interface ArticleStoreOptions {
  /** Called with an article whose words could not be read: it is kept, and not found. */
  readonly onUnreadable?: (seq: number, error: unknown) => void;
  /** Called after each transaction that wrote, which is waited for: an engine elsewhere takes what is new. */
  readonly onWritten?: () => Promise<void>;
}

/** How a write begins, and how the database is kept tidy, is left to each. */
export abstract class SqlArticleStore extends SqlArticleReader implements ArticleStore {
  readonly manifest: CorpusManifest;
  readonly #indexer: ArticleIndexer;
  readonly #onWritten: () => Promise<void>;
  /** One write of this process begins when the one before has ended: what the indexer knows is of one transaction. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    db: Kysely<ArticleTables>,
    searchRows: SearchRows,
    { onUnreadable = () => undefined, onWritten = async () => undefined }: ArticleStoreOptions,
  ) {
    super(db);
    this.manifest = createSqlCorpusManifest(db);
    this.#indexer = new ArticleIndexer(searchRows, onUnreadable);
    this.#onWritten = onWritten;
  }

  /** Comes first in each transaction that writes: one goes on at a time, or numbers are not in the order of commits. */
  protected abstract beginWrite(tx: Transaction<ArticleTables>): Promise<void>;
  abstract expectMany(areMany: boolean): Promise<void>;
  abstract compact(isFirst: boolean): Promise<boolean>;
  abstract trimLog(): Promise<void>;

  /** What is written and what is found of it are one transaction. */
  async #write<T>(
    work: (tx: Transaction<ArticleTables>) => Promise<T>,
    drafts: readonly ArticleDraft[] = [],
  ): Promise<T> {
    const turn = this.#last.then(() => this.#commit(work, drafts));
    this.#last = turn.catch(() => undefined);
    const result = await turn;
    await this.#onWritten();
    return result;
  }

  async #commit<T>(
    work: (tx: Transaction<ArticleTables>) => Promise<T>,
    drafts: readonly ArticleDraft[],
  ): Promise<T> {
    try {
      return await this.db.transaction().execute(async (tx) => {
        await this.beginWrite(tx);
        const { revision } = await readPosition(tx);
        const result = await work(tx);
        const bodies = new Map(drafts.map((draft) => [fingerprint(draft), draft.body]));
        await this.#indexer.follow(tx, revision, bodies);
        return result;
      });
    } catch (error) {
      this.#indexer.forget();
      throw error;
    }
  }

  async add(
    given: readonly ArticleDraft[],
    arrival: Arrival,
    nowMs: number,
    servers: readonly string[] | null = null,
  ): Promise<AddOutcome[]> {
    const { keptText } = sqlOf(this.db);
    const drafts = given.map((draft) => withoutLogins({ ...draft, key: keptText(draft.key) }));
    const unique = [...new Map(drafts.toReversed().map((draft) => [draft.key, draft])).values()].toReversed();
    const outcomes = new Map<string, Outcome>();
    await this.#write(async (tx) => {
      for (const step of inBatches(unique)) {
        if (servers === null) {
          await addArticles(tx, step, arrival, nowMs, outcomes);
          const keys = step.map(({ key }) => key);
          await followEveryones(tx, keys, nowMs);
        } else await addOwnArticles(tx, step, servers, arrival, nowMs, outcomes);
      }
    }, unique);
    const seen = new Set<string>();
    return drafts.map(({ key }, at) => {
      const outcome = outcomes.get(key)!;
      const repeated = seen.has(key);
      seen.add(key);
      return { key: given[at]!.key, ...outcome, ...(repeated ? { outcome: 'unchanged' as const } : {}) };
    });
  }

  async retain(origin: string, keys: ReadonlySet<string>, nowMs: number): Promise<RetainOutcome> {
    const brought = await this.db
      .selectFrom('article_origin')
      .innerJoin('article', 'article.seq', 'article_origin.seq')
      .select(['key', 'private_key'])
      .where('article_origin.origin', '=', origin)
      .execute();
    const kept = new Set([...keys].map(sqlOf(this.db).keptText));
    const gone = brought
      .filter(({ key, private_key }) => !kept.has(private_key ?? key))
      .map(({ key }) => key);
    const newOwners = new Set<string>();
    let removed = 0;
    for (const step of inBatches(gone, SLICE)) {
      removed += await this.#write((tx) => leaveOrigin(tx, origin, step, nowMs, newOwners));
      await setImmediate();
    }
    return { removed, newOwners: [...newOwners] };
  }

  async remove(keys: readonly string[], nowMs: number): Promise<number> {
    return this.#write(async (tx) => {
      let removed = 0;
      for (const step of inBatches(keys)) removed += await removeArticles(tx, step, nowMs);
      return removed;
    });
  }

  async expire(retention: Retention, needed: NeededArticles, nowMs: number): Promise<number> {
    const keys = await expiredKeys(this.db, retention, needed, nowMs);
    let removed = 0;
    for (const step of inBatches(keys, SLICE)) {
      removed += await this.#write(async (tx) => {
        const count = await removeArticles(tx, step, nowMs);
        await tx.updateTable('article').set({ expired: 1 }).where('key', 'in', textList(tx, step)).execute();
        return count;
      });
      await setImmediate();
    }
    return removed;
  }

  async share(origin: string, nowMs: number): Promise<void> {
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      after = await this.#write((tx) => shareArticles(tx, origin, { after: from, limit: SLICE, nowMs }));
      await setImmediate();
    }
  }

  letHear(origin: string, keys: readonly string[], server: string, nowMs: number): Promise<number> {
    return this.#write((tx) => letServerHear(tx, origin, keys, server, nowMs));
  }

  async forgetServer(server: string, nowMs: number): Promise<void> {
    while (await this.#write((tx) => forgetOwn(tx, server, nowMs, SLICE))) await setImmediate();
  }

  async indexQueued(limit: number): Promise<number> {
    const rows = await this.db
      .selectFrom('index_queue')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    const seqs = rows.map(({ seq }) => seq);
    if (seqs.length > 0) await this.#write((tx) => this.#indexer.reread(tx, seqs));
    return seqs.length;
  }
}
