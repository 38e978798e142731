/**
 * In: articles and what changes of them. Out: the same in an index of OpenSearch, which is made if it is absent. Any
 * number of processes may follow at once: each document is written under the number of its change, and an older one never
 * replaces a newer.
 */
import { inBatches } from '../../domain/in-batches.ts';
import {
  type ArticleIndex,
  BEGINNING,
  CURSOR,
  type Cursor,
  isThere,
  openIndex,
  readCursor,
} from './article-index.ts';
import type { OpenSearchClient } from './opensearch-client.ts';
import { explainItem, explaining, type FailedItem, statusOf } from './opensearch-client.ts';
import { DOCUMENTS_VERSION, type SearchDocument, toSource } from './opensearch-documents.ts';

/** Where articles are read from. */
export interface DocumentSource {
  /** Names the articles: two stores have two names. */
  name(): Promise<string>;
  /**
   * The number of the last change, 0 before the first, and the mark of the transaction that made the change of number
   * `revision`, null if there was none.
   */
  position(revision: number): Promise<{ readonly latest: number; readonly mark: string | null }>;
  /** What changed after that number, in the order of changes, each article as it is now: as many as are read at once. */
  after(revision: number): Promise<readonly SearchDocument[]>;
}

/** Of this many documents some megabytes long; OpenSearch takes several requests at once. */
const DOCUMENTS_EACH = 50;
const CONFLICT = 409;

interface BulkItem {
  readonly index?: FailedItem;
}

const NOTHING_SAID: FailedItem = { status: 500 };

/** An index, and the change up to which all are in it. */
interface Followed extends ArticleIndex {
  cursor: Cursor;
}

export class ArticleFollower {
  readonly #client: OpenSearchClient;
  readonly #source: DocumentSource;
  readonly #onReached: (revision: number) => void;
  #opened: Promise<Followed> | null = null;
  #followed: Followed | null = null;
  #following: Promise<void> | null = null;

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

  /** The name of the index, which is there then. */
  async index(): Promise<string> {
    return (await this.#open()).name;
  }

  /** All changes up to this one are in the index, as far as this process knows. */
  get revision(): number {
    return this.#followed?.cursor.revision ?? 0;
  }

  /** Whether the index has every change. */
  async isCurrent(): Promise<boolean> {
    const { cursor } = await this.#open();
    return (await this.#latest(cursor)) === cursor.revision;
  }

  /**
   * Returns when everything is found that was stored before the call. An index that was deleted is made anew, and one that
   * knows what the store does not: that fell back to an older copy of itself.
   */
  async catchUp(): Promise<void> {
    if (!(await isThere(this.#client, await this.#open()))) this.#opened = null;
    for (;;) {
      const { cursor } = await this.#open();
      const latest = await this.#latest(cursor);
      if (latest === cursor.revision) return;
      if (latest === null) this.#opened = null;
      // What another call is reading may have begun before this one's change: it is asked again then.
      else await this.#followOnce();
    }
  }

  /** The number of the store's last change; null if it does not know the one of the cursor. */
  async #latest({ revision, mark }: Cursor): Promise<number | null> {
    const there = await this.#source.position(revision);
    return revision === 0 || there.mark === mark ? there.latest : null;
  }

  #open(): Promise<Followed> {
    this.#opened ??= this.#find().catch((error) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #find(): Promise<Followed> {
    const name = `dateline-${await this.#source.name()}-v${DOCUMENTS_VERSION}`;
    const index = await openIndex(this.#client, name);
    const cursor = await readCursor(this.#client, index);
    // Whoever wrote that may have been killed before it could be found.
    await explaining(this.#client.indices.refresh({ index: name }));
    if ((await this.#latest(cursor)) !== null) return this.#now({ ...index, cursor });
    // What the index knows of later changes is not true any more.
    await explaining(this.#client.indices.delete({ index: name }));
    return this.#now({ ...(await openIndex(this.#client, name)), cursor: BEGINNING });
  }

  #now(followed: Followed): Followed {
    this.#followed = followed;
    return followed;
  }

  #followOnce(): Promise<void> {
    this.#following ??= this.#follow().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #follow(): Promise<void> {
    const followed = await this.#open();
    // Another process may have written it already.
    let reached = await readCursor(this.#client, followed);
    let reading = this.#source.after(reached.revision);
    for (;;) {
      const documents = await reading;
      if (documents.length === 0) break;
      const { revision, mark } = documents.at(-1)!;
      reached = { revision, mark };
      // The next ones are read while these are written.
      reading = this.#source.after(revision);
      const writing = Array.from(inBatches(documents, DOCUMENTS_EACH), (part) => this.#write(followed, part));
      // All of it, so that nothing goes on when this has failed.
      await Promise.allSettled([...writing, reading]);
      await Promise.all(writing);
      await this.#writeCursor(followed, reached);
      this.#onReached(revision);
    }
    await explaining(this.#client.indices.refresh({ index: followed.name }));
    // Not before: others who ask meanwhile would search what cannot be found yet.
    followed.cursor = reached;
  }

  async #write({ writtenAs }: ArticleIndex, documents: readonly SearchDocument[]): Promise<void> {
    const body = documents.flatMap((document) => [
      { index: { _id: String(document.seq), version: document.revision, version_type: 'external' } },
      toSource(document),
    ]);
    const { body: written } = await explaining(
      this.#client.bulk({ index: writtenAs, require_alias: true, body: body as never }),
    );
    for (const { index: item = NOTHING_SAID } of written.items as readonly BulkItem[])
      if (item.status >= 300 && item.status !== CONFLICT) throw explainItem(item);
  }

  async #writeCursor({ writtenAs }: ArticleIndex, cursor: Cursor): Promise<void> {
    const version = { version: cursor.revision, version_type: 'external' } as const;
    try {
      await this.#client.index({
        index: writtenAs,
        require_alias: true,
        id: CURSOR,
        ...version,
        body: cursor,
      });
    } catch (error) {
      if (statusOf(error) !== CONFLICT) await explaining(Promise.reject(error));
    }
  }
}
