/**
 * In: what servers were posted, and `articles.db` as it now is. Out: subscriptions and feeds that go on with what comes
 * next, if `articles.db` was moved away, lost, or restored from an older copy.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { DatelineError } from '../domain/errors.ts';
import { openArticleReader } from './sqlite-article-reader.ts';
import { ARTICLES_FILE, openArticleStore } from './sqlite-article-store.ts';
import type { StateDatabase } from './state-tables.ts';

/** How far the numbers of articles and of their changes go. */
interface Numbers {
  readonly seq: number;
  readonly revision: number;
}

/** What happened to the articles, and how many numbers of them are not there. */
export interface Continued {
  readonly kind: 'lost' | 'older';
  readonly missing: number;
}

const NONE: Numbers = { seq: 0, revision: 0 };

/** What is known of articles besides the articles. `atMs`: when that was; null if nothing is known. */
const knownNumbers = async (state: StateDatabase): Promise<Numbers & { atMs: number | null }> => {
  const { rows } = await sql<{ seq: number; revision: number | null; at_ms: number | null }>`SELECT
    max(
      coalesce((SELECT max(cursor) FROM subscription), 0),
      coalesce((SELECT max(through_seq) FROM delivery), 0),
      coalesce((SELECT max(seq) FROM delivered_article), 0)
    ) AS seq,
    (SELECT value FROM digest_mark WHERE name = 'revision') AS revision,
    (SELECT value FROM digest_mark WHERE name = 'revision_at_ms') AS at_ms`.execute(state);
  const { seq, revision, at_ms } = rows[0]!;
  return { seq, revision: revision ?? 0, atMs: at_ms };
};

/** Null if the file cannot be read: whoever opens it to write says why. */
const readNumbers = async (dataDir: string): Promise<Numbers | null> => {
  if (!existsSync(join(dataDir, ARTICLES_FILE))) return NONE;
  try {
    const reader = await openArticleReader(dataDir);
    try {
      return await reader.numbers();
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (error instanceof DatelineError) return null;
    // A file without our tables: new, or another program's.
    return NONE;
  }
};

/** Keeps what texts were posted of articles after `seq`: they may come again, under other numbers. */
const keepTexts = (state: StateDatabase, seq: number) =>
  sql`INSERT OR IGNORE INTO posted_text
  SELECT delivery.subscription_id, print.value
  FROM delivery, json_each(delivery.stories) AS story,
    json_each(json_insert(coalesce(story.value ->> 'otherPrints', '[]'), '$[#]', story.value ->> 'print')) AS print
  WHERE delivery.through_seq > ${seq}`.execute(state);

/** Forgets what was known of articles after `seq`, and has every feed read again: what it holds is known, and no news. */
const forgetAfter = async (state: StateDatabase, { seq, revision }: Numbers): Promise<void> => {
  await state.transaction().execute(async (tx) => {
    await keepTexts(tx, seq);
    await tx.deleteFrom('delivered_article').where('seq', '>', seq).execute();
    await sql`UPDATE subscription SET carried =
      (SELECT json_group_array(value) FROM json_each(carried) WHERE value <= ${seq})`.execute(tx);
    await tx.updateTable('digest_mark').set({ value: revision }).where('name', '=', 'revision').execute();
    await tx.updateTable('feed_entries').set({ fingerprint: '', content_key: null }).execute();
    await tx.updateTable('feeds').set({ etag: null, last_modified: null }).execute();
  });
};

/**
 * To be called before the articles are opened to write. Numbers that were given once are not given again, so that no
 * cursor lies beyond what comes next, and no article is taken for one that was posted. Null if nothing is missing.
 * @throws DatelineError as `openArticleStore` does.
 */
export const continueArticles = async (state: StateDatabase, dataDir: string): Promise<Continued | null> => {
  const known = await knownNumbers(state);
  const there = await readNumbers(dataDir);
  if (there === null || (there.seq >= known.seq && there.revision >= known.revision)) return null;
  const store = await openArticleStore(dataDir);
  try {
    await store.continueAfter(known.seq, known.atMs);
  } finally {
    await store.close();
  }
  await forgetAfter(state, there);
  return {
    kind: there.revision === 0 ? 'lost' : 'older',
    missing: Math.max(known.seq - there.seq, 0),
  };
};
