/** In: a post for a forum, and its tags. Out: the post; without the tags that are gone, if some are. */

import { type APIThreadChannel, type REST, Routes } from 'discord.js';
import type { DeliveryResult } from '../domain/delivery.ts';
import { type Refusal, readRefusal, TAG_REQUIRED } from './refusals.ts';

/** The name of the post and its first message, as Discord takes them. */
export interface ForumPost {
  readonly name: string;
  readonly message: object;
}

/** Runs a request in its turn. */
type WithRest = <T>(work: (rest: REST) => Promise<T>) => Promise<T>;

/** Rejects with what discord.js throws for anything but a tag that is gone. */
export const postInForum = async (
  withRest: WithRest,
  channelId: string,
  post: ForumPost,
  tagIds: readonly string[],
): Promise<DeliveryResult> => {
  const postWith = async (tags: readonly string[]): Promise<string> => {
    const body = { ...post, applied_tags: tags };
    const thread = await withRest((rest) => rest.post(Routes.threads(channelId), { body }));
    return (thread as APIThreadChannel).id;
  };
  const sent = (id: string, goneTagIds: readonly string[]): DeliveryResult => ({
    kind: 'sent',
    messageId: id,
    postedIn: id,
    goneTagIds,
  });
  const first = await tryIt(() => postWith(tagIds));
  if (first.kind === 'done') return sent(first.value, []);
  if (first.refusal.kind !== 'refused' || first.refusal.cause !== 'tags') throw first.error;
  const left = await tagsLeft(withRest, channelId, tagIds);
  const second = await tryIt(() => postWith(left));
  if (second.kind === 'done')
    return sent(
      second.value,
      tagIds.filter((id) => !left.includes(id)),
    );
  if (second.refusal.kind !== 'refused' || second.refusal.code !== TAG_REQUIRED) throw second.error;
  return { kind: 'dropped', cause: 'tags', reason: { kind: 'tag-deleted' } };
};

type Try<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown; readonly refusal: Refusal };

const tryIt = <T>(work: () => Promise<T>): Promise<Try<T>> =>
  work().then(
    (value) => ({ kind: 'done', value }),
    (error) => ({ kind: 'failed', error, refusal: readRefusal(error) }),
  );

/** Those that the forum has. None if it seems to have all: Discord has just said that it has not. */
const tagsLeft = async (
  withRest: WithRest,
  channelId: string,
  tagIds: readonly string[],
): Promise<readonly string[]> => {
  const channel = await withRest((rest) => rest.get(Routes.channel(channelId)));
  const { available_tags: tags = [] } = channel as { available_tags?: readonly { readonly id: string }[] };
  const left = tagIds.filter((id) => tags.some((tag) => tag.id === id));
  return left.length < tagIds.length ? left : [];
};
