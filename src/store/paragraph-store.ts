/** In: hashes of the paragraphs that pages of a site gave. Out: which pages gave them before. Bounded for each site. */
import { DAY_MS } from '../domain/durations.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { StateDatabase } from './state-tables.ts';

export interface KnownParagraph {
  readonly hash: string;
  /** Canonical address of the page that gave it first. */
  readonly page: string;
  /** Title of that page's entry; empty if it had none. */
  readonly title: string;
  /** Whether the page of another article gave it too. */
  readonly isShared: boolean;
}

/** Paragraphs kept of a site: what its latest hundred articles gave. */
export const MAX_PARAGRAPHS = 2_000;
/** How long one is kept that no page gives any more: sites without number would fill the disk. */
export const KEEP_MS = 14 * DAY_MS;
const forgetOldest = async (within: StateDatabase, site: string, nowMs: number): Promise<void> => {
  await within
    .deleteFrom('page_paragraphs')
    .where('seen_ms', '<', nowMs - KEEP_MS)
    .execute();
  const kept = within
    .selectFrom('page_paragraphs')
    .select('hash')
    .where('site', '=', site)
    .orderBy('seen_ms', 'desc')
    .orderBy('hash')
    .limit(MAX_PARAGRAPHS);
  await within.deleteFrom('page_paragraphs').where('site', '=', site).where('hash', 'not in', kept).execute();
};

/** Over `state.db`. */
export const createParagraphStore = (db: StateDatabase) => ({
  /** Those that are known, by hash. */
  async knownParagraphs(
    site: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, KnownParagraph>> {
    const known = new Map<string, KnownParagraph>();
    const ofSite = db.selectFrom('page_paragraphs').selectAll().where('site', '=', site);
    for (const batch of inBatches(hashes))
      for (const { hash, page, title, is_shared } of await ofSite.where('hash', 'in', batch).execute())
        known.set(hash, { hash, page, title, isShared: is_shared === 1 });
    return known;
  },
  /** Keeps paragraphs as they are known now. Those not seen for longest are forgotten. */
  async noteParagraphs(site: string, paragraphs: readonly KnownParagraph[], nowMs: number): Promise<void> {
    await db.transaction().execute(async (within) => {
      for (const batch of inBatches(paragraphs))
        await within
          .insertInto('page_paragraphs')
          .values(
            batch.map(({ hash, page, title, isShared }) => ({
              site,
              hash,
              page,
              title,
              is_shared: Number(isShared),
              seen_ms: nowMs,
            })),
          )
          .onConflict((conflict) =>
            conflict
              .columns(['site', 'hash'])
              .doUpdateSet(({ ref }) => ({ is_shared: ref('excluded.is_shared'), seen_ms: nowMs })),
          )
          .execute();
      await forgetOldest(within, site, nowMs);
    });
  },
  /** Has the entries of these pages made anew by the next poll that finds them. */
  async reviseEntries(pages: readonly string[]): Promise<void> {
    for (const batch of inBatches(pages))
      await db
        .updateTable('feed_entries')
        .set({ fingerprint: '', content_key: null })
        .where('page', 'in', batch)
        .execute();
  },
});
