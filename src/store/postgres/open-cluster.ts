/** In: the addresses of a PostgreSQL database and an OpenSearch. Out: the articles in the one, found by the other. */
import type { Kysely } from 'kysely';
import type { ForwardIndex } from '../../search/forward-index.ts';
import { ArticleFollower } from '../../search/opensearch/follow-articles.ts';
import { type OpenSearchClient, openSearchClient } from '../../search/opensearch/opensearch-client.ts';
import { OpenSearchEngine } from '../../search/opensearch/opensearch-engine.ts';
import type { SearchEngine } from '../../search/search-engine.ts';
import type { SearchableArticles, SearchableStore } from '../article-store.ts';
import type { ArticleTables } from '../article-tables.ts';
import type { ClusterAddresses } from '../cluster-addresses.ts';
import type { ArticleStoreOptions } from '../sql-article-store.ts';
import { SqlForwardIndex } from '../sql-forward-index.ts';
import { openArticleTables, PostgresArticleStore } from './postgres-article-store.ts';
import { createDocumentSource } from './search-documents.ts';

/** Between two looks whether OpenSearch lacks something, such as what was stored while it was away. */
const LOOK_MS = 5_000;

export interface ClusterOptions extends Pick<ArticleStoreOptions, 'onUnreadable'> {
  /** Called once when OpenSearch no longer takes what is stored, and once (with null) when it does again. */
  readonly onBehind?: (error: unknown) => void;
}

/** Has OpenSearch follow what is stored, whatever happens to it meanwhile. */
class Following {
  readonly #follower: ArticleFollower;
  readonly #onBehind: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #tries = new Set<Promise<void>>();
  #isBehind = false;

  constructor(follower: ArticleFollower, onBehind: (error: unknown) => void) {
    this.#follower = follower;
    this.#onBehind = onBehind;
    this.#timer = setInterval(() => {
      if (this.#tries.size === 0) void this.#try();
    }, LOOK_MS);
    this.#timer.unref();
  }

  /** Never fails: articles are stored whether or not they can be found yet. Where they cannot, nobody waits for it again. */
  async follow(): Promise<void> {
    if (!this.#isBehind) await this.#try();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#tries);
  }

  #try(): Promise<void> {
    const trying = this.#catchUp().finally(() => this.#tries.delete(trying));
    this.#tries.add(trying);
    return trying;
  }

  async #catchUp(): Promise<void> {
    try {
      await this.#follower.catchUp();
      if (this.#isBehind) this.#onBehind(null);
      this.#isBehind = false;
    } catch (error) {
      if (!this.#isBehind) this.#onBehind(error);
      this.#isBehind = true;
    }
  }
}

class ClusterArticleStore extends PostgresArticleStore implements SearchableStore {
  readonly #client: OpenSearchClient;
  readonly #follower: ArticleFollower;
  /** Null if others write. */
  readonly #following: Following | null;

  constructor(db: Kysely<ArticleTables>, client: OpenSearchClient, options: ClusterOptions | null) {
    const follower = new ArticleFollower(client, createDocumentSource(db));
    const following = options && new Following(follower, options.onBehind ?? (() => undefined));
    super(db, { ...options, onWritten: async () => following?.follow() });
    this.#client = client;
    this.#follower = follower;
    this.#following = following;
  }

  openEngine(): { engine: SearchEngine; words: ForwardIndex } {
    return {
      engine: new OpenSearchEngine(this.#client, this.#follower),
      words: new SqlForwardIndex(this.db),
    };
  }

  override async close(): Promise<void> {
    await this.#following?.close();
    await this.#client.close();
    await super.close();
  }
}

const open = async (
  { databaseUrl, searchUrl }: ClusterAddresses,
  options: ClusterOptions | null,
): Promise<ClusterArticleStore> => {
  const client = openSearchClient(searchUrl);
  try {
    return new ClusterArticleStore(await openArticleTables(databaseUrl), client, options);
  } catch (error) {
    await client.close();
    throw error;
  }
};

/**
 * Opens the articles for reading and writing. OpenSearch may be away: then articles are stored, and found later.
 * @throws DatelineError, see `openPostgres` and `openSearchClient`.
 */
export const openCluster = (
  addresses: ClusterAddresses,
  options: ClusterOptions = {},
): Promise<SearchableStore> => open(addresses, options);

/** Opens the articles to read them alone, beside processes that write. */
export const openClusterReader = (addresses: ClusterAddresses): Promise<SearchableArticles> =>
  open(addresses, null);
