/** What a subscription hears: the articles as they are there for its server and channel, and which of them match. */
import type { Subscription } from '../domain/subscription.ts';
import type { ArticleReader } from '../store/article-store.ts';
import type { Matcher } from './matcher.ts';

/** Articles, and what decides which of them match. */
export interface HeardArticles {
  readonly articles: ArticleReader;
  readonly questions: Matcher;
}

export interface Heard extends HeardArticles {
  /** In places of one key everything is heard alike. */
  readonly key: string;
}

/** Whoever is in that channel of that server. */
export type Place = Pick<Subscription, 'guildId' | 'channelId'>;

/** See `src/hearing.ts`, which implements it. */
export interface Hearing {
  at(place: Place): Promise<Heard>;
  /** In the order of the places. */
  atEach(places: readonly Place[]): Promise<readonly Heard[]>;
}

/** The places by what they hear, which is given in the same order. */
export const byHeard = <P, H extends Pick<Heard, 'key'>>(
  places: readonly P[],
  heard: readonly H[],
): readonly { readonly heard: H; readonly places: readonly P[] }[] => {
  const groups = new Map<string, { heard: H; places: P[] }>();
  for (const [at, place] of places.entries()) {
    const { key } = heard[at]!;
    groups.getOrInsertComputed(key, () => ({ heard: heard[at]!, places: [] })).places.push(place);
  }
  return [...groups.values()];
};
