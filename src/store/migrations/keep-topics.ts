/**
 * Topics of builds whose query language knew no `OR`, `-(`, `title:` and `author:` are rewritten so that they go on to
 * mean what they meant there: words to be found like any other.
 */
import { type Kysely, sql } from 'kysely';

/** What was, and is, a phrase. */
const QUOTED = /("[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»)/u;

const asWords = (text: string): string =>
  text
    .replace(/(?<![^\s)])OR(?![^\s(])/g, '"OR"')
    .replace(/-(?=\()/g, ' ')
    .replace(/(?<![\p{L}\p{N}])-((?:title|author):[^\s"]+)/giu, '-"$1"')
    .replace(/(?<![\p{L}\p{N}"])(title|author):/giu, '$1 ');

export const asMeantFormerly = (topic: string): string =>
  topic
    .split(QUOTED)
    .map((part, at) => (at % 2 === 0 ? asWords(part) : part))
    .join('');

export const keepTopics = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ id: string; topic: string }>`SELECT id, topic FROM subscription`.execute(db);
  for (const { id, topic } of rows) {
    const meant = asMeantFormerly(topic);
    if (meant !== topic) await sql`UPDATE subscription SET topic = ${meant} WHERE id = ${id}`.execute(db);
  }
};
