/** In: queries. Out: the newest articles that match one of them, whenever they came. */
import { publishedMs } from '../domain/article.ts';
import type { Query } from '../domain/query.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { HeardArticles } from './heard.ts';

/** Of more matches than this, those that came last are dated. */
const DATED = 10_000;

/** At most `count`, the newest publication first, unknown days last; each text once. None was published after `nowMs`. */
export const newestMatching = async (
  queries: readonly Query[],
  count: number,
  { articles, questions }: HeardArticles,
  nowMs: number,
): Promise<StoredArticle[]> => {
  const { lastSeq } = await articles.position();
  const found = await questions.match(queries, { after: 0, through: lastSeq });
  const seqs = [...new Set(found.flat())].sort((a, b) => a - b).slice(-DATED);
  const dated = (await articles.outletsOf(seqs))
    .map(({ seq, published }) => ({ seq, ms: publishedMs(published) ?? Number.NEGATIVE_INFINITY }))
    .filter(({ ms }) => ms <= nowMs);
  const newest = dated.sort((a, b) => (a.ms === b.ms ? a.seq - b.seq : b.ms - a.ms)).slice(0, count);
  const texts = new Map<number, StoredArticle>();
  for (const article of await articles.getMany(newest.map(({ seq }) => seq))) {
    const text = article.duplicateOf ?? article.seq;
    const known = texts.get(text);
    if (known === undefined || article.seq < known.seq) texts.set(text, article);
  }
  return [...texts.values()];
};
