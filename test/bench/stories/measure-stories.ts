/** In: articles and pairs judged by hand. Out: how many of the pairs a way of grouping gets right. */
import type { Article } from '../../../src/domain/article.ts';
import { toStories } from '../../../src/stories/group-stories.ts';
import { type Headline, headline } from '../../../src/stories/headline.ts';
import { DEFAULT_LANGUAGE } from '../../../src/text/terms.ts';
import type { EvalArticle } from '../eval-data.ts';
import type { StoryPair } from './story-pairs.ts';

/** Whether two articles tell the same event, by their ids. */
export type Judge = (a: string, b: string) => boolean;

export interface StoryScore {
  /** Of the pairs put together, the share that belongs together. */
  readonly precision: number;
  /** Of the pairs that belong together, the share that was put together. */
  readonly recall: number;
}

export const scorePairs = (pairs: readonly StoryPair[], judge: Judge): StoryScore => {
  const joined = pairs.filter(({ a, b }) => judge(a, b));
  const right = joined.filter(({ same }) => same).length;
  return { precision: right / joined.length, recall: right / pairs.filter(({ same }) => same).length };
};

const toArticle = (article: EvalArticle, seq: number): Article => ({
  ...article,
  seq,
  ...{ key: article.id, givenId: article.id, author: null, language: DEFAULT_LANGUAGE, tags: [] },
  ...{ imageUrl: null, origin: 'file:eval', arrival: 'new', addedAtMs: 0, changedAtMs: 0 },
});

/** By id. `characters` cuts the articles' texts, as feeds do that bring summaries alone. */
export const readHeadlines = (
  articles: readonly EvalArticle[],
  characters = Number.POSITIVE_INFINITY,
): Map<string, Headline> =>
  new Map(
    articles.map((article, seq) => {
      const body = article.body.slice(0, characters);
      return [article.id, headline(toArticle({ ...article, body }, seq))];
    }),
  );

/** Groups all articles together, as a digest would that holds them all. */
export const judgeByStories = async (headlines: ReadonlyMap<string, Headline>): Promise<Judge> => {
  const storyOf = new Map<number, number>();
  for (const [story, { lead, others }] of (await toStories([...headlines.values()])).entries())
    for (const seq of [lead, ...others]) storyOf.set(seq, story);
  const find = (id: string): number | undefined => storyOf.get(headlines.get(id)!.seq);
  return (a, b) => find(a) === find(b);
};
