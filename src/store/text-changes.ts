/** In: articles whose text changes. Out: what changed, sentence by sentence, kept with the article within a limit. */
import type { Transaction } from 'kysely';
import type { ArticleDraft } from '../domain/article.ts';
import type { TextChange } from '../domain/text-change.ts';
import { changedSentences } from '../text/changed-sentences.ts';
import type { ArticleTables } from './article-tables.ts';
import { decodeBody, encodeBody, type StoredBody } from './body-codec.ts';

type Tables = Transaction<ArticleTables>;

/** Of one article the latest changes are kept, of one change the first sentences: some 12 kB each at most, compressed. */
export const KEPT_AN_ARTICLE = 10;
const KEPT_A_CHANGE = 20;

/** Called before the new text takes the old one's place. */
export const recordTextChange = async (
  tx: Tables,
  seq: number,
  { body, language }: Pick<ArticleDraft, 'body' | 'language'>,
  nowMs: number,
): Promise<void> => {
  const row = await tx.selectFrom('article_body').select('body').where('seq', '=', seq).executeTakeFirst();
  const before = row === undefined ? body : decodeBody(row.body);
  if (before === body) return;
  const changed = changedSentences(before, body, language).slice(0, KEPT_A_CHANGE);
  if (changed.length === 0) return;
  const sentences = encodeBody(JSON.stringify(changed));
  await tx.insertInto('text_change').values({ seq, changed_at_ms: nowMs, sentences }).execute();
  const kept = tx
    .selectFrom('text_change')
    .select('id')
    .where('seq', '=', seq)
    .orderBy('id', 'desc')
    .limit(KEPT_AN_ARTICLE);
  await tx.deleteFrom('text_change').where('seq', '=', seq).where('id', 'not in', kept).execute();
};

export const decodeSentences = (stored: StoredBody): TextChange['sentences'] =>
  JSON.parse(decodeBody(stored));
