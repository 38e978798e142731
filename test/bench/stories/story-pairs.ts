/** Pairs of articles judged by hand: whether they tell the same event. In: the articles. Out: the pairs, in two parts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { EvalArticle } from '../eval-data.ts';

/** Ids of two articles of different outlets. */
export interface StoryPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export interface StoryPairs {
  /** Of the odd months: weights are learned and thresholds chosen on these alone. */
  readonly tuning: readonly StoryPair[];
  /** Of the even months. */
  readonly kept: readonly StoryPair[];
}

const FILE = join(import.meta.dirname, 'story-pairs.jsonl');

/** Where the judged articles are looked for: JSON lines, gzipped. They are no part of Dateline. */
export const JUDGED_ARTICLES = join(import.meta.dirname, '../../../../shared/eval/dev/articles.jsonl.gz');

export const readJudgedArticles = (file: string): EvalArticle[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): EvalArticle => JSON.parse(line));

/** Both articles of each pair have to be there. */
export const readStoryPairs = (articles: ReadonlyMap<string, EvalArticle>): StoryPairs => {
  const pairs = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line): StoryPair => JSON.parse(line))
    .filter(({ a, b }) => articles.has(a) && articles.has(b));
  const isOdd = ({ a, b }: StoryPair): boolean => {
    const [first = ''] = [a, b].map((id) => articles.get(id)!.published ?? '').sort();
    return Number(first.slice(5, 7)) % 2 === 1;
  };
  return { tuning: pairs.filter(isOdd), kept: pairs.filter((pair) => !isOdd(pair)) };
};
