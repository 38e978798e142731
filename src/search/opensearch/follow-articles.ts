/**
 * In: articles and what changes of them. Out: the same in an index of OpenSearch, which is made if it is absent. Any
 * number of processes may follow at once: each document is written under the number of its change, and an older one never
 * replaces a newer.
 */
import type { OpenSearchClient } from './opensearch-client.ts';
import { explaining, statusOf } from './opensearch-client.ts';
import { DOCUMENTS_VERSION, INDEX, type SearchDocument, toSource } from './opensearch-documents.ts';

/** Where articles are read from. */
export interface DocumentSource {
  /** Names the articles: two stores have two names. */
  name(): Promise<string>;
  /** The number of the last change, 0 before the first. */
  latest(): Promise<number>;
  /** What changed after that number, in the order of changes, each article as it is now. */
  after(revision: number, limit: number): Promise<readonly SearchDocument[]>;
}

/** Documents in one request: some megabytes. */
const BATCH = 100;
const CONFLICT = 409;
const READY_WITHIN = '20s';
/** Holds the number of the last change that is in the index with all before it. Nothing finds it. */
const CURSOR = 'cursor';

/** A write under this name fails if the index was deleted, if one under its own would make another with wrong fields. */
const writtenAs = (index: string): string => `${index}-written`;

interface BulkItem {
  readonly index?: { readonly status: number; readonly error?: unknown };
}

export class ArticleFollower {
  readonly #client: OpenSearchClient;
  readonly #source: DocumentSource;
  readonly #onReached: (revision: number) => void;
  #index: Promise<string> | null = null;
  #following: Promise<void> | null = null;
  /** All changes up to this one are in the index. */
  #revision = 0;

  /** `onReached` is called with the change up to which all are written, each time some were. */
  constructor(
    client: OpenSearchClient,
    source: DocumentSource,
    onReached: (revision: number) => void = () => undefined,
  ) {
    this.#client = client;
    this.#source = source;
    this.#onReached = onReached;
  }

  /** The index, which is there then. */
  index(): Promise<string> {
    this.#index ??= this.#open().catch((error) => {
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  /** All changes up to this one are in the index, as far as this process knows. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether the index has every change; to be asked often. */
  async isCurrent(): Promise<boolean> {
    await this.index();
    return (await this.#source.latest()) === this.#revision;
  }

  /** Returns when everything is found that was stored before the call. An index that was deleted is made anew. */
  async catchUp(): Promise<void> {
    if (!(await this.#isThere(await this.index()))) this.#index = null;
    // What another call is reading may have begun before this one's change.
    while (!(await this.isCurrent())) {
      this.#following ??= this.#follow().finally(() => {
        this.#following = null;
      });
      await this.#following;
    }
  }

  async #open(): Promise<string> {
    const index = `dateline-${await this.#source.name()}-v${DOCUMENTS_VERSION}`;
    await this.#create(index);
    this.#revision = await this.#readCursor(index);
    // Whoever wrote that may have been killed before it could be found.
    await explaining(this.#client.indices.refresh({ index }));
    if (this.#revision <= (await this.#source.latest())) return index;
    // The store was restored from an older copy: what the index knows of later changes is not true any more.
    await explaining(this.#client.indices.delete({ index }));
    await this.#create(index);
    this.#revision = 0;
    return index;
  }

  async #create(index: string): Promise<void> {
    const aliases = { [writtenAs(index)]: {} };
    try {
      if (!(await this.#isThere(index)))
        await this.#client.indices.create({ index, body: { ...INDEX, aliases } as never });
    } catch (error) {
      // Another process was quicker.
      if (!/resource_already_exists/.test(String(error))) await explaining(Promise.reject(error));
    }
    // One that another process has just made, or that a starting node still opens, is there before it can be read;
    // the status of a new one is yellow even then.
    await explaining(
      this.#client.cluster.health({ index, wait_for_active_shards: '1', timeout: READY_WITHIN }),
    );
  }

  async #isThere(index: string): Promise<boolean> {
    return (await explaining(this.#client.indices.exists({ index }))).body;
  }

  async #readCursor(index: string): Promise<number> {
    try {
      const { body } = await this.#client.get({ index, id: CURSOR });
      return Number(body._source?.revision);
    } catch (error) {
      if (statusOf(error) === 404) return 0;
      return explaining(Promise.reject(error));
    }
  }

  async #follow(): Promise<void> {
    const index = await this.index();
    // Another process may have written it already.
    let reached = Math.max(this.#revision, await this.#readCursor(index));
    for (;;) {
      const documents = await this.#source.after(reached, BATCH);
      if (documents.length === 0) break;
      await this.#write(index, documents);
      reached = documents.at(-1)!.revision;
      await this.#writeCursor(index, reached);
      this.#onReached(reached);
    }
    await explaining(this.#client.indices.refresh({ index }));
    // Not before: others who ask meanwhile would search what cannot be found yet.
    this.#revision = reached;
  }

  async #write(index: string, documents: readonly SearchDocument[]): Promise<void> {
    const body = documents.flatMap((document) => [
      { index: { _id: String(document.seq), version: document.revision, version_type: 'external' } },
      toSource(document),
    ]);
    const { body: written } = await explaining(
      this.#client.bulk({ index: writtenAs(index), require_alias: true, body: body as never }),
    );
    const failed = (written.items as readonly BulkItem[]).find(
      (item) => (item.index?.status ?? 500) >= 300 && item.index?.status !== CONFLICT,
    );
    if (failed !== undefined)
      throw new Error('OpenSearch did not take an article', { cause: failed.index?.error });
  }

  async #writeCursor(index: string, revision: number): Promise<void> {
    const version = { version: revision, version_type: 'external' } as const;
    try {
      await this.#client.index({
        index: writtenAs(index),
        require_alias: true,
        id: CURSOR,
        ...version,
        body: { revision },
      });
    } catch (error) {
      if (statusOf(error) !== CONFLICT) await explaining(Promise.reject(error));
    }
  }
}
