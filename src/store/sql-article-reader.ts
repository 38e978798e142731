/** `ArticleReader` over the tables of articles, in SQLite or PostgreSQL. Any number of readers may be open beside the writer. */
import { type Kysely, sql } from 'kysely';
import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival } from '../domain/article.ts';
import { canonicalUrl } from '../domain/article-key.ts';
import { type Audience, audienceKey } from '../domain/audience.ts';
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
  rowToRef,
  titleKey,
  toArticle,
} from './article-tables.ts';
import {
  arrivalFor,
  asHeard,
  hearsArticle,
  hearsOwn,
  hearsPublication,
  isFirstHeard,
  isHeardBy,
  readHeardBy,
} from './heard-articles.ts';
import { numberList, textList } from './sql-of.ts';
import { decodeSentences } from './text-changes.ts';

const MAX_SAME_TITLE = 25;

/**
 * Whether an article is from these sources, and of all with its text from there the one added first. Asked of one article
 * after the other: to group all texts first takes a tenth of a second with 40,000 articles.
 */
const isFirstFrom = (db: Kysely<ArticleTables>, sources: readonly string[], audience: Audience | null) => {
  const names = textList(db, sources);
  return sql<boolean>`${hearsArticle(db, audience, 'article')} AND article.source IN ${names} AND NOT EXISTS (
    SELECT 1 FROM article AS earlier WHERE earlier.content_hash = article.content_hash
      AND earlier.seq < article.seq AND earlier.removed_at_ms IS NULL AND earlier.source IN ${names}
      AND ${hearsArticle(db, audience, 'earlier')}
  )`;
};

/** Readers kept for audiences, so that what they counted is kept as well. */
const HEARING_KEPT = 200;

/** The reading half of `SqlArticleStore`, and all that those have who read alone. */
export class SqlArticleReader implements ArticleReader {
  protected readonly db: Kysely<ArticleTables>;
  #sources: { readonly revision: number; readonly counts: readonly SourceCount[] } = {
    revision: -1,
    counts: [],
  };

  /** Null: all articles. */
  readonly #audience: Audience | null;
  readonly #hearing = new Map<string, SqlArticleReader>();
  #own: { readonly revision: number; readonly servers: ReadonlySet<string> } = {
    revision: -1,
    servers: new Set(),
  };

  constructor(db: Kysely<ArticleTables>, audience: Audience | null = null) {
    this.db = db;
    this.#audience = audience;
  }

  hearing(audience: Audience): SqlArticleReader {
    const key = audienceKey(audience);
    const known = this.#hearing.get(key) ?? new SqlArticleReader(this.db, audience);
    if (this.#hearing.size >= HEARING_KEPT) this.#hearing.clear();
    this.#hearing.set(key, known);
    return known;
  }

  async serversWithOwn(): Promise<ReadonlySet<string>> {
    const { revision } = await this.position();
    if (this.#own.revision !== revision) {
      const rows = await this.db.selectFrom('article_audience').select('guild_id').distinct().execute();
      this.#own = { revision, servers: new Set(rows.map(({ guild_id }) => guild_id)) };
    }
    return this.#own.servers;
  }

  /** Whether the audience hears an article, by its alias. */
  #hears(alias = 'article') {
    return hearsArticle(this.db, this.#audience, alias);
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
      .where(this.#hears())
      .where(isHeardBy(this.#audience, 'text_change.changed_at_ms'))
      .$if(source !== null, (of) => of.where('source', 'in', textList(this.db, wanted)))
      .$if(seqs !== undefined, (of) => of.where('article.seq', 'in', numberList(this.db, seqs!)))
      .orderBy('text_change.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ sentences, changed_at_ms, ...row }) => ({
      article: rowToRef(row),
      changedAtMs: changed_at_ms,
      sentences: decodeSentences(sentences),
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
      .where(this.#hears())
      .select(ARTICLE_COLUMNS)
      .$call((query) => (this.#audience === null ? query : query.select(asHeard(this.db, this.#audience))));
  }

  async get(seq: number): Promise<StoredArticle | null> {
    const row = await this.#live().where('article.seq', '=', seq).executeTakeFirst();
    return row === undefined ? null : toArticle(row);
  }

  async getMany(seqs: readonly number[]): Promise<StoredArticle[]> {
    const rows = await this.#live().where('article.seq', 'in', numberList(this.db, seqs)).execute();
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
      .where('seq', 'in', numberList(this.db, seqs))
      .where('removed_at_ms', 'is', null)
      .where(this.#hears())
      .execute();
    const bySeq = new Map(rows.map((row) => [row.seq, rowToRef(row)]));
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
      .where('copied.seq', 'in', numberList(this.db, seqs))
      .whereRef('article.seq', '!=', 'copied.seq')
      .where('article.removed_at_ms', 'is', null)
      .where(this.#hears())
      .orderBy('article.seq')
      .execute();
    const copies = new Map<number, ArticleRef[]>(seqs.map((seq) => [seq, []]));
    for (const row of rows) copies.get(row.of)!.push(rowToRef(row));
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
      .where('article.seq', 'in', numberList(this.db, seqs))
      .where(this.#hears())
      .where(hearsOwn(this.#audience, 'same'))
      .orderBy('same.seq')
      .execute();
    const numbers = new Map<number, number[]>(seqs.map((seq) => [seq, []]));
    for (const row of rows) numbers.get(row.seq)!.push(row.number);
    return numbers;
  }

  async outletsOf(
    seqs: readonly number[],
  ): Promise<Pick<StoredArticle, 'seq' | 'source' | 'author' | 'published' | 'addedAtMs'>[]> {
    const columns = ['seq', 'source', 'author', 'published', 'added_at_ms as addedAtMs'] as const;
    return this.db
      .selectFrom('article')
      .select(columns)
      .where('seq', 'in', numberList(this.db, seqs))
      .where(hearsOwn(this.#audience, 'article'))
      .execute();
  }

  async firstOf(sources: readonly string[]): Promise<Map<string, number>> {
    const first = this.db
      .selectFrom('article')
      .select((eb) => eb.fn.min('seq').as('seq'))
      .where('source', 'in', textList(this.db, sources))
      .where('removed_at_ms', 'is', null)
      .where(this.#hears())
      .groupBy('source');
    const rows = await this.db
      .selectFrom('article')
      .select(['source', 'added_at_ms'])
      .where('seq', 'in', first)
      .execute();
    return new Map(rows.map(({ source, added_at_ms }) => [source, added_at_ms]));
  }

  async after(
    seq: number,
    { limit, arrival }: { readonly limit: number; readonly arrival?: Arrival },
  ): Promise<StoredArticle[]> {
    let query = this.#live().where('article.seq', '>', seq);
    if (arrival !== undefined) query = query.where(arrivalFor(this.#audience), '=', arrival);
    return (await query.orderBy('article.seq').limit(limit).execute()).map(toArticle);
  }

  async changesSince(revision: number, limit: number): Promise<ArticleChange[]> {
    const rows = await this.db
      .selectFrom('article')
      .leftJoin('article_body', 'article_body.seq', 'article.seq')
      .select([...ARTICLE_COLUMNS, 'revision', 'removed_at_ms'])
      .where('revision', '>', revision)
      .where(this.#hears())
      .orderBy('revision')
      .limit(limit)
      .execute();
    const own = rows.flatMap(({ seq, private_key }) => (private_key === null ? [] : [seq]));
    const heardBy = await readHeardBy(this.db, own);
    return rows.map((row) => {
      const { body, seq, revision } = row;
      const gone = row.removed_at_ms !== null || body === null;
      const article = gone ? null : { ...toArticle({ ...row, body }), heardBy: heardBy.get(seq) ?? null };
      return { seq, revision, article };
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
    if (sources.length + excludedSources.length > 0)
      query = query.where(
        isFirstFrom(this.db, await this.#sourcesAmong(sources, excludedSources), this.#audience),
      );
    else if (this.#audience?.sources)
      query = query.where(this.#hears()).where(isFirstHeard(this.db, this.#audience));
    // If all sources are heard, so is what others are copies of.
    else query = query.where('duplicate_of', 'is', null).where(this.#hears());
    if (before !== undefined)
      query = query.where((eb) => eb.or([eb('published', '<', before), eb('published', 'is', null)]));
    const rows = await query
      .orderBy('published', (of) => of.desc().nullsLast())
      .orderBy('seq', 'desc')
      .limit(options.count)
      .execute();
    return this.getMany(rows.map(({ seq }) => seq));
  }

  /** Databases lower-case in ways of their own, so sources are compared here. */
  async #sourcesAmong(parts: readonly string[], without: readonly string[]): Promise<string[]> {
    const lower = (some: readonly string[]) => some.map((part) => part.toLowerCase());
    const asked = { sources: lower(parts), excludedSources: lower(without) };
    const sources = await this.db
      .selectFrom('article')
      .select('source')
      .distinct()
      .where('removed_at_ms', 'is', null)
      .where(this.#hears())
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
      .where(this.#hears())
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
    const among = this.db.selectFrom('article').select('seq').where('seq', 'in', numberList(this.db, seqs));
    const heard = among.where(this.#hears()).where(arrivalFor(this.#audience), '=', 'new');
    const rows = await heard.orderBy('seq').execute();
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
    if (this.#audience !== null) return this.#countHeard(this.#audience);
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

  async #countHeard(audience: Audience): Promise<ArticleCounts> {
    const { live, articles, queued } = await this.db
      .selectFrom('publication')
      .select((eb) => [
        eb.fn.countAll<number>().as('live'),
        eb.fn.count<number>('of').distinct().as('articles'),
        eb.fn
          .count<number>('of')
          .distinct()
          .filterWhere('of', 'in', this.db.selectFrom('index_queue').select('seq'))
          .as('queued'),
      ])
      .where(hearsPublication(this.db, audience))
      .executeTakeFirstOrThrow();
    return { articles, copies: live - articles, queued, ...(await this.position()) };
  }

  async position(): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>> {
    const { rows } = await sql<{ last_seq: number | null; revision: number | null }>`SELECT
      (SELECT max(seq) FROM article) AS last_seq, (SELECT max(revision) FROM article) AS revision`.execute(
      this.db,
    );
    const { last_seq, revision } = rows[0]!;
    return { lastSeq: last_seq ?? 0, revision: revision ?? 0 };
  }
}
