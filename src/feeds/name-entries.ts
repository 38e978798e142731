/** In: entries that were not seen before. Out: a key for each, which no other entry of the feed has. */
import { articleKey } from '../domain/article-key.ts';
import type { Feed } from '../domain/feed.ts';
import { textHash } from '../domain/text-hash.ts';
import type { ListedEntry } from './list-entries.ts';

const hashOf = (...parts: readonly (string | null)[]): string => textHash(JSON.stringify(parts));

/** `isOwnPage`: no other entry has the page, now or before. If one has, the fragment names the entry, then its title. */
const keyOf = (feed: Feed, { entry, traits }: ListedEntry, isOwnPage: boolean): string => {
  const origin = `feed:${feed.id}`;
  const { guid, page, fragment, title } = traits;
  if (guid === null && page !== null && !isOwnPage)
    return fragment === null ? `${origin}@${hashOf(page, title)}` : `url:${page}#${fragment}`;
  const { url, text: body } = entry;
  return articleKey({ origin, givenId: guid, url, title: entry.title ?? '', body, place: 'feed' });
};

/** Takes the keys it gives into `taken`. */
export const nameEntry = (
  feed: Feed,
  listed: ListedEntry,
  isOwnPage: boolean,
  taken: Set<string>,
): string => {
  const wanted = keyOf(feed, listed, isOwnPage);
  let key = wanted;
  for (let number = 1; taken.has(key); number++)
    key = `${wanted}@${hashOf(listed.fingerprint, String(number))}`;
  taken.add(key);
  return key;
};
