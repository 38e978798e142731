/**
 * In: stored queries and a clock. Out: how many articles that match each came in the last hour, and in a usual one. What a
 * first load or an import brought does not count, nor what was published long before it came. An outlet counts from its
 * second day on, by the hours it has been there: neither its coming nor its archive makes a surge.
 */

import type { Arrivals } from '../domain/arrivals.ts';
import { publishedDay } from '../domain/article.ts';
import { DAY_MS, HOUR_MS, WEEK_MS } from '../domain/durations.ts';
import type { Query } from '../domain/query.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { Archive } from './archive.ts';
import { matchQueries } from './match-queries.ts';

type Sources = Pick<Archive, 'engine' | 'words' | 'articles'> & {
  readonly articles: Pick<ArticleReader, 'firstOf' | 'firstSince' | 'newAmong' | 'outletsOf' | 'position'>;
};

type Came = Pick<StoredArticle, 'seq' | 'source' | 'published' | 'addedAtMs'>;

/** Published on the day it came or the day before; an unknown day may be. */
const isFresh = ({ published, addedAtMs }: Came): boolean => {
  const day = publishedDay(published);
  return day === null || addedAtMs - Date.parse(day) < 2 * DAY_MS;
};

export const countArrivals = async (
  queries: readonly Query[],
  nowMs: number,
  sources: Sources,
): Promise<Arrivals[]> => {
  const { articles } = sources;
  const sinceWeek = await articles.firstSince(nowMs - WEEK_MS);
  const { lastSeq } = await articles.position();
  const matches = await matchQueries(queries, { after: sinceWeek - 1, through: lastSeq }, sources);
  const news = await articles.newAmong([...new Set(matches.flat())]);
  const fresh = (await articles.outletsOf(news)).filter(isFresh);
  const firstMs = await articles.firstOf([...new Set(fresh.map(({ source }) => source))], sinceWeek);
  /** For how long of the week, in hours, its articles were kept. */
  const hoursOf = ({ source }: Came): number =>
    Math.min(WEEK_MS, nowMs - (firstMs.get(source) ?? nowMs)) / HOUR_MS;
  const counted = new Map(
    fresh.filter((came) => hoursOf(came) >= DAY_MS / HOUR_MS).map((came) => [came.seq, came]),
  );
  return matches.map((matched) => {
    const came = matched.flatMap((seq) => counted.get(seq) ?? []);
    const earlier = came.filter(({ addedAtMs }) => addedAtMs < nowMs - HOUR_MS);
    const usual = earlier.reduce((sum, one) => sum + 1 / (hoursOf(one) - 1), 0);
    return { hour: came.length - earlier.length, usual };
  });
};
