/**
 * In: drafts. Out: the rows of their keys. A file that alone names its article may hold another one by now, while the text
 * of the first stays under another name (`latest.txt`): then that has the number, and the key is free.
 */
import { type Selectable, sql, type Transaction } from 'kysely';
import type { ArticleDraft } from '../domain/article.ts';
import { type ArticleTables, draftColumns, titleKey } from './article-tables.ts';
import { removeArticles } from './remove-articles.ts';
import { textList } from './sql-of.ts';

type Tables = Transaction<ArticleTables>;

const COLUMNS = [
  ...(['seq', 'key', 'origin', 'fingerprint'] as const),
  ...(['title_key', 'content_hash', 'duplicate_of', 'removed_at_ms', 'expired'] as const),
];

/** What is known of an article that comes again. */
export type KnownRow = Pick<Selectable<ArticleTables['article']>, (typeof COLUMNS)[number]>;

const rowsOf = async (tx: Tables, drafts: readonly ArticleDraft[]): Promise<Map<string, KnownRow>> => {
  const keys = drafts.map(({ key }) => key);
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectFrom('article')
    .select(COLUMNS)
    .where('key', 'in', textList(tx, keys))
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
};

/** Whether there is another title and text if neither id nor address shows that it is the same article. */
const isReplaced = (row: KnownRow, draft: ArticleDraft): boolean =>
  draft.givenId === null &&
  draft.url === null &&
  row.removed_at_ms === null &&
  row.origin === draft.origin &&
  row.title_key !== titleKey(draft.title) &&
  row.content_hash !== draftColumns(draft).content_hash;

/** Articles that were replaced, and stay under another name. */
const movedAway = async (
  tx: Tables,
  drafts: readonly ArticleDraft[],
  known: ReadonlyMap<string, KnownRow>,
): Promise<KnownRow[]> => {
  const replaced = drafts.flatMap((draft) => {
    const row = known.get(draft.key);
    return row !== undefined && isReplaced(row, draft) ? row : [];
  });
  if (replaced.length === 0) return [];
  const seqs = replaced.map(({ seq }) => seq);
  const texts = replaced.map(({ content_hash }) => content_hash);
  const copies = await tx
    .selectFrom('article')
    .select('duplicate_of')
    .where('duplicate_of', 'in', seqs)
    // By their text, which is indexed.
    .where('content_hash', 'in', textList(tx, texts))
    .execute();
  const originals = new Set(copies.map(({ duplicate_of }) => duplicate_of));
  return replaced.filter(({ seq, duplicate_of }) => duplicate_of !== null || originals.has(seq));
};

/** Leaves the numbers of articles to their copies, and their keys to what comes. */
const freeKeys = async (tx: Tables, rows: readonly KnownRow[], nowMs: number): Promise<void> => {
  const keys = rows.map(({ key }) => key);
  await removeArticles(tx, keys, nowMs);
  await tx.updateTable('article').set({ key: sql`'moved away ' || seq` }).where('key', 'in', keys).execute();
};

/** By key, the rows that the drafts (with distinct keys, a few hundred at most) are about: removed ones, too. */
export const knownRows = async (
  tx: Tables,
  drafts: readonly ArticleDraft[],
  nowMs: number,
): Promise<ReadonlyMap<string, KnownRow>> => {
  const known = await rowsOf(tx, drafts);
  const moved = await movedAway(tx, drafts, known);
  if (moved.length === 0) return known;
  await freeKeys(tx, moved, nowMs);
  // The copies have other numbers now, and may be among the drafts.
  return rowsOf(tx, drafts);
};
