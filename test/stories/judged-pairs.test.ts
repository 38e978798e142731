/** How well stories are grouped, on pairs of news articles judged by hand. The articles are no part of Dateline. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeByStories, readHeadlines, scorePairs } from '../bench/stories/measure-stories.ts';
import { JUDGED_ARTICLES, readJudgedArticles, readStoryPairs } from '../bench/stories/story-pairs.ts';

const isThere = existsSync(JUDGED_ARTICLES);

test.skipIf(!isThere)(
  'of the pairs kept back from tuning, 95 in 100 that are joined belong together, and 70 in 100 that do are joined',
  async () => {
    const articles = readJudgedArticles(JUDGED_ARTICLES);
    const { kept } = readStoryPairs(new Map(articles.map((article) => [article.id, article])));
    const { precision, recall } = scorePairs(kept, await judgeByStories(readHeadlines(articles)));
    expect(kept.length).toBeGreaterThan(250);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  },
);

test.skipIf(!isThere)(
  'of the pairs kept back so do they if texts are as short as feeds give them',
  async () => {
    const articles = readJudgedArticles(JUDGED_ARTICLES);
    const { kept } = readStoryPairs(new Map(articles.map((article) => [article.id, article])));
    const judge = await judgeByStories(readHeadlines(articles, 600));
    const { precision, recall } = scorePairs(kept, judge);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  },
);
