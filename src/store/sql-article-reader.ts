/** `ArticleReader` over the tables of articles, in SQLite or PostgreSQL. Any number of readers may be open beside the writer. */
import type { Kysely } from 'kysely';
import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival } from '../domain/article.ts';
import { canonicalUrl } from '../domain/article-key.ts';
import { type Audience, audienceKey } from '../domain/audience.ts';
import type { TextChange } from '../domain/text-change.ts';
import type {
  ArticleChange,
  ArticleCounts,
  ArticleReader,
  Outlet,
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
import { copiesFinder, numbersOfTexts, outletsOf } from './copies-of-articles.ts';
import { countArticles, readPosition } from './count-articles.ts';
import { arrivalFor, asHeard, hearsArticle, isFirstHeard, isHeardBy, readHeardBy } from './heard-articles.ts';
import { listedQuery } from './listed-query.ts';
import { countSources, firstOfSources, isFirstFrom, sourcesAmong } from './sources-of-articles.ts';
import { latestChange } from './sql-dictionary.ts';
import { numberList, textList } from './sql-of.ts';
import { decodeSentences } from './text-changes.ts';

const MAX_SAME_TITLE = 25;

/** What a method of the reader is asked with. */
type Options<Method extends 'latest' | 'textChanges'> = Parameters<ArticleReader[Method]>[0];

/** Reads again only if something changed. */
const keptUntilChanged = <T>(db: Kysely<ArticleTables>, read: () => Promise<T>): (() => Promise<T>) => {
  let known: { readonly id: number; readonly mark: string; readonly value: T } | null = null;
  return async () => {
    const { id, mark } = (await latestChange(db)) ?? { id: 0, mark: '' };
    if (known?.id !== id || known.mark !== mark) known = { id, mark, value: await read() };
    return known.value;
  };
};

/** Readers kept for audiences, so that what they counted is kept as well. */
const HEARING_KEPT = 200;

/** The reading half of `SqlArticleStore`, and all that those have who read alone. */
export class SqlArticleReader implements ArticleReader {
  protected readonly db: Kysely<ArticleTables>;
  /** Null: all articles. */
  readonly #audience: Audience | null;
  readonly #hearing = new Map<string, SqlArticleReader>();

  /** Counted once for each change: pickers ask with every key. */
  readonly sources: () => Promise<readonly SourceCount[]>;
  readonly serversWithOwn: () => Promise<ReadonlySet<string>>;

  /** What every question asks. */
  readonly #articlesOf;
  readonly #refsOf;
  readonly #copiesOf;

  constructor(db: Kysely<ArticleTables>, audience: Audience | null = null) {
    this.db = db;
    this.#audience = audience;
    this.#articlesOf = listedQuery(db, (seqs) => this.#live().where('article.seq', 'in', seqs));
    this.#refsOf = listedQuery(db, (seqs) =>
      db
        .selectFrom('article')
        .select(REF_COLUMNS)
        .where('seq', 'in', seqs)
        .where('removed_at_ms', 'is', null)
        .where(this.#hears()),
    );
    this.#copiesOf = copiesFinder(db, audience);
    this.sources = keptUntilChanged(db, () => countSources(db, audience));
    this.serversWithOwn = keptUntilChanged(db, async () => {
      const rows = await db.selectFrom('article_audience').select('guild_id').distinct().execute();
      return new Set(rows.map(({ guild_id }) => guild_id));
    });
  }

  hearing(audience: Audience): SqlArticleReader {
    const key = audienceKey(audience);
    const known = this.#hearing.get(key) ?? new SqlArticleReader(this.db, audience);
    if (this.#hearing.size >= HEARING_KEPT) this.#hearing.clear();
    this.#hearing.set(key, known);
    return known;
  }

  /** Whether the audience hears an article, by its alias. */
  #hears(alias = 'article') {
    return hearsArticle(this.db, this.#audience, alias);
  }

  async textChanges({ source = null, seqs, limit }: Options<'textChanges'>): Promise<TextChange[]> {
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
    const rows = await this.#articlesOf(seqs);
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    return seqs.flatMap((seq) => {
      const row = bySeq.get(seq);
      return row === undefined ? [] : [toArticle(row)];
    });
  }

  async refs(seqs: readonly number[]): Promise<ArticleRef[]> {
    const rows = await this.#refsOf(seqs);
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

  copiesOfMany(seqs: readonly number[]): Promise<Map<number, ArticleRef[]>> {
    return this.#copiesOf(seqs);
  }

  numbersOfTexts(seqs: readonly number[]): Promise<Map<number, number[]>> {
    return numbersOfTexts(this.db, this.#audience, seqs);
  }

  outletsOf(seqs: readonly number[]): Promise<Outlet[]> {
    return outletsOf(this.db, this.#audience, seqs);
  }

  firstOf(sources: readonly string[], since: number): Promise<Map<string, number>> {
    return firstOfSources(this.db, this.#audience, sources, since);
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

  async latest({
    count,
    before,
    sources = [],
    excludedSources = [],
  }: Options<'latest'>): Promise<StoredArticle[]> {
    let query = this.db.selectFrom('article').select('seq').where('removed_at_ms', 'is', null);
    if (sources.length + excludedSources.length > 0) {
      const named = await sourcesAmong(this.db, this.#audience, sources, excludedSources);
      query = query.where(isFirstFrom(this.db, named, this.#audience));
    } else if (this.#audience?.sources)
      query = query.where(this.#hears()).where(isFirstHeard(this.db, this.#audience));
    // If all sources are heard, so is what others are copies of.
    else query = query.where('duplicate_of', 'is', null).where(this.#hears());
    if (before !== undefined)
      query = query.where((eb) => eb.or([eb('published', '<', before), eb('published', 'is', null)]));
    const rows = await query
      .orderBy('published', (of) => of.desc().nullsLast())
      .orderBy('seq', 'desc')
      .limit(count)
      .execute();
    return this.getMany(rows.map(({ seq }) => seq));
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

  counts(): Promise<ArticleCounts> {
    return countArticles(this.db, this.#audience);
  }

  position(): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>> {
    return readPosition(this.db);
  }
}
