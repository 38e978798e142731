/** In: stored queries and a clock. Out: how many articles that match each came in the last hour, and in the last week. */
import type { Arrivals } from '../domain/arrivals.ts';
import { HOUR_MS, WEEK_MS } from '../domain/durations.ts';
import type { Query } from '../domain/query.ts';
import type { ArticleReader } from '../store/article-store.ts';
import type { Archive } from './archive.ts';
import { matchQueries } from './match-queries.ts';

type Sources = Pick<Archive, 'engine' | 'words' | 'articles'> & {
  readonly articles: Pick<ArticleReader, 'after' | 'firstSince' | 'newAmong' | 'position'>;
};

/** What a first load or an import brought does not count. */
export const countArrivals = async (
  queries: readonly Query[],
  nowMs: number,
  sources: Sources,
): Promise<Arrivals[]> => {
  const { articles } = sources;
  const sinceWeek = await articles.firstSince(nowMs - WEEK_MS);
  const sinceHour = await articles.firstSince(nowMs - HOUR_MS);
  const { lastSeq } = await articles.position();
  const [first] = await articles.after(0, { limit: 1 });
  const hours = Math.min(WEEK_MS, nowMs - (first?.addedAtMs ?? nowMs)) / HOUR_MS;
  const matches = await matchQueries(queries, { after: sinceWeek - 1, through: lastSeq }, sources);
  const counts: Arrivals[] = [];
  for (const matched of matches) {
    const news = await articles.newAmong(matched);
    counts.push({ hour: news.filter((seq) => seq >= sinceHour).length, week: news.length, hours });
  }
  return counts;
};
