/** In: the stories of a digest that is about several topics. Out: each with those it is on, in the order of the topics. */
import type { StoryArticles } from '../domain/digest.ts';
import type { SubscriptionSettings } from '../domain/subscription.ts';
import { headedTopics } from './compose-digest.ts';
import type { Matcher } from './matcher.ts';
import { subscriptionQueries } from './subscription-query.ts';

/** A story is on a topic if one of its articles is; the first topic if none is any more. */
export const storiesByTopic = async (
  stories: readonly StoryArticles[],
  settings: Pick<SubscriptionSettings, 'topic' | 'source'>,
  questions: Matcher,
  nowMs: number,
): Promise<readonly StoryArticles[]> => {
  if (stories.length === 0 || headedTopics(settings.topic) === undefined) return stories;
  const seqs = stories.flatMap(({ lead, others, copied = [] }) => [lead, ...others, ...copied]);
  const matches = await questions.match(subscriptionQueries(settings, nowMs), { seqs });
  const held = matches.map((found) => new Set(found));
  const topicsOfStory = ({ lead, others, copied = [] }: StoryArticles): number[] => {
    const topics = [...held.keys()].filter((at) =>
      [lead, ...others, ...copied].some((seq) => held[at]!.has(seq)),
    );
    return topics.length > 0 ? topics : [0];
  };
  return stories
    .map((story) => ({ ...story, topics: topicsOfStory(story) }))
    .toSorted((a, b) => a.topics[0]! - b.topics[0]!);
};
