/** In: the articles of `articles.db`. Out: what compiling a scope needs to know of all of them, read again when they have changed. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { ScopeCount } from '../search/search-engine.ts';
import type { SearchScope } from '../search/search-query.ts';
import type { ArticleTables } from './article-tables.ts';
import {
  asksForAuthors,
  type CompiledScope,
  compileScope,
  type KnownPublications,
} from './publication-scope.ts';

/** Asked several times by every question: to build it with kysely would take longer than to run it. */
const REVISION =
  'SELECT coalesce((SELECT max(id) FROM dictionary_change), (SELECT through FROM dictionary)) AS revision';

/** What is known as of one change of the articles. */
export interface Known extends KnownPublications {
  readonly revision: number;
  /** Texts that are some servers' own. */
  readonly privates: number;
  readonly counts: Map<string, ScopeCount>;
}

const NOTHING_KNOWN: Known = {
  revision: -1,
  sources: [],
  newestDay: null,
  hasPrivate: false,
  privates: 0,
  authors: [],
  counts: new Map(),
};

export class KnownArticles {
  readonly #db: Kysely<ArticleTables>;
  #known = NOTHING_KNOWN;

  constructor(db: Kysely<ArticleTables>) {
    this.#db = db;
  }

  /** Whether some articles are some servers' own, as last read. */
  get hasPrivate(): boolean {
    return this.#known.hasPrivate;
  }

  /** Reads what is known of all articles again if anything changed. */
  async refresh(): Promise<Known> {
    const { rows } = await this.#db.executeQuery<{ revision: number }>(CompiledQuery.raw(REVISION));
    const { revision } = rows[0]!;
    if (revision === this.#known.revision) return this.#known;
    const sources = await this.#db
      .selectFrom('source')
      .selectAll()
      .where((eb) =>
        eb.exists(
          eb.selectFrom('publication').select('seq').whereRef('publication.source', '=', 'source.id'),
        ),
      )
      .orderBy('id')
      .execute();
    const newest = await this.#db
      .selectFrom('publication')
      .select((eb) => eb.fn.max('day').as('day'))
      .executeTakeFirst();
    const own = await this.#db
      .selectFrom('publication')
      .select((eb) => [
        eb.fn.countAll<number>().as('publications'),
        eb.fn.coalesce(eb.fn.sum<number>(sql`of = seq`), sql.lit(0)).as('texts'),
      ])
      .where('private', '=', 1)
      .executeTakeFirstOrThrow();
    const [hasPrivate, privates] = [own.publications > 0, own.texts];
    const newestDay = newest?.day ?? null;
    this.#known = { revision, sources, newestDay, hasPrivate, privates, authors: [], counts: new Map() };
    return this.#known;
  }

  async compile(scope: SearchScope): Promise<CompiledScope> {
    const known = await this.refresh();
    return compileScope(scope, asksForAuthors(scope) ? { ...known, authors: await this.#authors() } : known);
  }

  async #authors(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('article')
      .select('author')
      .distinct()
      .where('author', 'is not', null)
      .execute();
    return rows.map(({ author }) => author!);
  }
}
