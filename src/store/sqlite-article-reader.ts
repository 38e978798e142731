/** Reads articles from `articles.db`. Any number of readers may be open beside the one writer. */
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival } from '../domain/article.ts';
import { canonicalUrl } from '../domain/article-key.ts';
import { passesSource } from '../domain/query.ts';
import type { TextChange } from '../domain/text-change.ts';
import type {
  ArticleChange,
  ArticleCounts,
  ArticleReader,
  SourceCount,
  StoredArticle,
} from './article-store.ts';
import {
  ARTICLE_COLUMNS,
  type ArticleTables,
  REF_COLUMNS,
  titleKey,
  toArticle,
  toRef,
} from './article-tables.ts';
import { openDatabase } from './open-database.ts';
import { SqliteForwardIndex } from './sqlite-forward-index.ts';
import { SqliteSearchEngine } from './sqlite-search-engine.ts';
import { readSentences } from './text-changes.ts';
import { valueList } from './value-list.ts';

const MAX_SAME_TITLE = 25;

/**
 * Whether an article is from these sources, and of all with its text from there the one added first. Asked of one article
 * after the other: to group all texts first takes a tenth of a second with 40,000 articles.
 */
const isFirstFrom = (sources: readonly string[]) => {
  const names = valueList(sources);
  return sql<boolean>`article.source IN ${names} AND NOT EXISTS (
    SELECT 1 FROM article AS earlier WHERE earlier.content_hash = article.content_hash
      AND earlier.seq < article.seq AND earlier.removed_at_ms IS NULL AND earlier.source IN ${names}
  )`;
};

/** `ArticleReader` over SQLite. Made by `openArticleReader`, or as the reading half of `openArticleStore`. */
export class SqliteArticleReader implements ArticleReader {
  protected readonly db: Kysely<ArticleTables>;
  #sources: { readonly revision: number; readonly counts: readonly SourceCount[] } = {
    revision: -1,
    counts: [],
  };

  constructor(db: Kysely<ArticleTables>) {
    this.db = db;
  }

  /** The engine and the words over the same articles. */
  openSearch(): { engine: SqliteSearchEngine; words: SqliteForwardIndex } {
    const words = new SqliteForwardIndex(this.db);
    return { engine: new SqliteSearchEngine(this.db, words), words };
  }

  async textChanges({
    source = null,
    seqs,
    limit,
  }: {
    readonly source?: string | null;
    readonly seqs?: readonly number[];
    readonly limit: number;
  }): Promise<TextChange[]> {
    const names = source === null ? [] : (await this.sources()).map((one) => one.source);
    const wanted = names.filter((name) => name.toLowerCase().includes(source!.toLowerCase()));
    const rows = await this.db
      .selectFrom('text_change')
      .innerJoin('article', 'article.seq', 'text_change.seq')
      .select([
        ...REF_COLUMNS.map((column) => `article.${column}` as const),
        'sentences',
        'text_change.changed_at_ms',
      ])
      .where('removed_at_ms', 'is', null)
      .$if(source !== null, (of) => of.where('source', 'in', wanted))
      .$if(seqs !== undefined, (of) => of.where('article.seq', 'in', seqs!))
      .orderBy('text_change.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ sentences, changed_at_ms, ...row }) => ({
      article: toRef(row),
      changedAtMs: changed_at_ms,
      sentences: readSentences(sentences),
    }));
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Articles that are there, copies too. */
  #live() {
    return this.db
      .selectFrom('article')
      .innerJoin('article_body', 'article_body.seq', 'article.seq')
      .where('removed_at_ms', 'is', null)
      .select(ARTICLE_COLUMNS);
  }

  async get(seq: number): Promise<StoredArticle | null> {
    const row = await this.#live().where('article.seq', '=', seq).executeTakeFirst();
    return row === undefined ? null : toArticle(row);
  }

  async getMany(seqs: readonly number[]): Promise<StoredArticle[]> {
    const rows = await this.#live().where('article.seq', 'in', valueList(seqs)).execute();
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    return seqs.flatMap((seq) => {
      const row = bySeq.get(seq);
      return row === undefined ? [] : [toArticle(row)];
    });
  }

  async refs(seqs: readonly number[]): Promise<ArticleRef[]> {
    const rows = await this.db
      .selectFrom('article')
      .select(REF_COLUMNS)
      .where('seq', 'in', valueList(seqs))
      .where('removed_at_ms', 'is', null)
      .execute();
    const bySeq = new Map(rows.map((row) => [row.seq, toRef(row)]));
    return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
  }

  async findByUrl(url: string): Promise<StoredArticle[]> {
    const key = canonicalUrl(url);
    if (key === null) return [];
    const rows = await this.#live().where('url_key', '=', key).orderBy('article.seq', 'desc').execute();
    return rows.map(toArticle);
  }

  async findByTitle(title: string): Promise<StoredArticle[]> {
    const rows = await this.#live()
      .where('title_key', '=', titleKey(title))
      .orderBy('article.seq', 'desc')
      .limit(MAX_SAME_TITLE)
      .execute();
    return rows.map(toArticle);
  }

  async copiesOf(seq: number): Promise<readonly ArticleRef[]> {
    return (await this.copiesOfMany([seq])).get(seq)!;
  }

  async copiesOfMany(seqs: readonly number[]): Promise<Map<number, ArticleRef[]>> {
    const rows = await this.db
      .selectFrom('article')
      .innerJoin('article as copied', 'copied.content_hash', 'article.content_hash')
      .select(REF_COLUMNS.map((column) => `article.${column}` as const))
      .select('copied.seq as of')
      .where('copied.seq', 'in', valueList(seqs))
      .whereRef('article.seq', '!=', 'copied.seq')
      .where('article.removed_at_ms', 'is', null)
      .orderBy('article.seq')
      .execute();
    const copies = new Map<number, ArticleRef[]>(seqs.map((seq) => [seq, []]));
    for (const row of rows) copies.get(row.of)!.push(toRef(row));
    return copies;
  }

  async numbersOfTexts(seqs: readonly number[]): Promise<Map<number, number[]>> {
    const rows = await this.db
      .selectFrom('article')
      .innerJoin('article as same', (join) =>
        join.on((eb) =>
          eb.or([
            eb('same.content_hash', '=', eb.ref('article.content_hash')),
            eb('same.seq', '=', eb.ref('article.told_by')),
          ]),
        ),
      )
      .select(['article.seq', 'same.seq as number'])
      .where('article.seq', 'in', valueList(seqs))
      .orderBy('same.seq')
      .execute();
    const numbers = new Map<number, number[]>(seqs.map((seq) => [seq, []]));
    for (const row of rows) numbers.get(row.seq)!.push(row.number);
    return numbers;
  }

  async outletsOf(
    seqs: readonly number[],
  ): Promise<Pick<StoredArticle, 'seq' | 'source' | 'author' | 'published'>[]> {
    const columns = ['seq', 'source', 'author', 'published'] as const;
    return this.db.selectFrom('article').select(columns).where('seq', 'in', valueList(seqs)).execute();
  }

  async after(
    seq: number,
    { limit, arrival }: { readonly limit: number; readonly arrival?: Arrival },
  ): Promise<StoredArticle[]> {
    let query = this.#live().where('article.seq', '>', seq);
    if (arrival !== undefined) query = query.where('arrival', '=', arrival);
    return (await query.orderBy('article.seq').limit(limit).execute()).map(toArticle);
  }

  async changesSince(revision: number, limit: number): Promise<ArticleChange[]> {
    const rows = await this.db
      .selectFrom('article')
      .leftJoin('article_body', 'article_body.seq', 'article.seq')
      .select([...ARTICLE_COLUMNS, 'revision', 'removed_at_ms'])
      .where('revision', '>', revision)
      .orderBy('revision')
      .limit(limit)
      .execute();
    return rows.map((row) => {
      const { body } = row;
      const gone = row.removed_at_ms !== null || body === null;
      return { seq: row.seq, revision: row.revision, article: gone ? null : toArticle({ ...row, body }) };
    });
  }

  async latest(options: {
    readonly count: number;
    readonly sources?: readonly string[];
    readonly excludedSources?: readonly string[];
    readonly before?: string;
  }): Promise<StoredArticle[]> {
    const { before, sources = [], excludedSources = [] } = options;
    let query = this.db.selectFrom('article').select('seq').where('removed_at_ms', 'is', null);
    if (sources.length + excludedSources.length === 0) query = query.where('duplicate_of', 'is', null);
    else query = query.where(isFirstFrom(await this.#sourcesAmong(sources, excludedSources)));
    if (before !== undefined)
      query = query.where((eb) => eb.or([eb('published', '<', before), eb('published', 'is', null)]));
    const rows = await query
      .orderBy('published', 'desc')
      .orderBy('seq', 'desc')
      .limit(options.count)
      .execute();
    return this.getMany(rows.map(({ seq }) => seq));
  }

  /** SQLite lower-cases ASCII alone, so sources are compared here. */
  async #sourcesAmong(parts: readonly string[], without: readonly string[]): Promise<string[]> {
    const lower = (some: readonly string[]) => some.map((part) => part.toLowerCase());
    const asked = { sources: lower(parts), excludedSources: lower(without) };
    const sources = await this.db
      .selectFrom('article')
      .select('source')
      .distinct()
      .where('removed_at_ms', 'is', null)
      .execute();
    return sources.map(({ source }) => source).filter((source) => passesSource(source.toLowerCase(), asked));
  }

  /** Counted once for each change: pickers ask with every key. */
  async sources(): Promise<readonly SourceCount[]> {
    const { revision } = await this.position();
    if (this.#sources.revision !== revision) this.#sources = { revision, counts: await this.#countSources() };
    return this.#sources.counts;
  }

  async #countSources(): Promise<SourceCount[]> {
    const rows = await this.db
      .selectFrom('article')
      .select((eb) => [
        'source',
        // Copies of one text that an outlet brings under several names are one article of it.
        eb.fn.count<number>(eb.fn.coalesce('duplicate_of', 'seq')).distinct().as('articles'),
        eb.fn.max('published').as('newest'),
      ])
      .where('removed_at_ms', 'is', null)
      .groupBy('source')
      .orderBy('articles', 'desc')
      .orderBy('source')
      .execute();
    return rows.map(({ source, articles, newest }) => ({ source, articles, newest }));
  }

  /** Numbers are given in the order of adding, so halving the range finds it without reading them all. */
  async firstSince(ms: number): Promise<number> {
    let low = 1;
    let high = (await this.position()).lastSeq + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const next = await this.db
        .selectFrom('article')
        .select(['seq', 'added_at_ms'])
        .where('seq', '>=', middle)
        .orderBy('seq')
        .executeTakeFirst();
      if (next === undefined || next.added_at_ms >= ms) high = middle;
      else low = next.seq + 1;
    }
    return low;
  }

  async newAmong(seqs: readonly number[]): Promise<number[]> {
    const among = this.db.selectFrom('article').select('seq').where('seq', 'in', valueList(seqs));
    const rows = await among.where('arrival', '=', 'new').orderBy('seq').execute();
    return rows.map(({ seq }) => seq);
  }

  async hasQueued(): Promise<boolean> {
    return (await this.db.selectFrom('index_queue').select('seq').limit(1).executeTakeFirst()) !== undefined;
  }

  async titleChanges(
    revision: number,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<{ seq: number; revision: number; title: string | null }[]> {
    const rows = await this.db
      .selectFrom('article')
      .select(['seq', 'revision', 'title', 'removed_at_ms', 'duplicate_of'])
      .where('revision', '>', revision)
      .where('seq', '>', after)
      .orderBy('revision')
      .limit(limit)
      .execute();
    return rows.map(({ seq, revision, title, removed_at_ms, duplicate_of }) => ({
      seq,
      revision,
      title: removed_at_ms === null && duplicate_of === null ? title : null,
    }));
  }

  /** By their publications, which are in step: those of an index are counted far sooner than articles are read. */
  async counts(): Promise<ArticleCounts> {
    const { live, copies } = await this.db
      .selectNoFrom((eb) => [
        eb
          .selectFrom('publication')
          .select((e) => e.fn.countAll<number>().as('n'))
          .as('live'),
        eb
          .selectFrom('publication')
          .select((e) => e.fn.countAll<number>().as('n'))
          .whereRef('of', '!=', 'seq')
          .as('copies'),
      ])
      .$castTo<{ live: number; copies: number }>()
      .executeTakeFirstOrThrow();
    const queued = await this.db
      .selectFrom('index_queue')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return { articles: live - copies, copies, queued: queued.n, ...(await this.position()) };
  }

  /** The last number ever given to an article, and that of the last change. */
  async numbers(): Promise<{ seq: number; revision: number }> {
    const { rows } = await sql<{
      seq: number;
    }>`SELECT seq FROM sqlite_sequence WHERE name = 'article'`.execute(this.db);
    const { revision } = await this.position();
    return { seq: rows[0]?.seq ?? 0, revision };
  }

  async position(): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>> {
    const newest = (column: 'seq' | 'revision') =>
      this.db
        .selectFrom('article')
        .select((eb) => eb.fn.max(column).as('n'))
        .executeTakeFirst();
    const [seq, revision] = await Promise.all([newest('seq'), newest('revision')]);
    return { lastSeq: seq?.n ?? 0, revision: revision?.n ?? 0 };
  }
}

/**
 * Opens `articles.db` in the data folder for reading, beside its one writer. The writer must have opened it before.
 * @throws DatelineError `unavailable` where it is not there or cannot be opened.
 */
export const openArticleReader = async (dataDir: string): Promise<SqliteArticleReader> =>
  new SqliteArticleReader(
    await openDatabase<ArticleTables>(join(dataDir, 'articles.db'), {}, { readOnly: true }),
  );
