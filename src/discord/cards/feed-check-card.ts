/** In: what a try of an address gave. Out: a card with each step, and the newest entries. */
import type { Feed, ParsedFeed } from '../../domain/feed.ts';
import type { FeedCheck } from '../../feeds/check-feed.ts';
import { counted } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Reply } from '../reply.ts';
import { dateText } from './article-line.ts';
import { stepItem } from './feed-card.ts';

const newest = ({ entries }: ParsedFeed, count: number): Markup[] =>
  entries
    .slice(0, count)
    .map(
      ({ title, published, text }) =>
        md`“${oneLine(title ?? text, 100)}” · ${dateText(published)} · ${counted(text.length, 'character')} in the feed`,
    );

/** `known`: the feed of the list that has this address. */
export const feedCheckCard = ({ ok, steps, feed }: FeedCheck, known: Feed | undefined): Reply => {
  const verdict = ok ? md`### This can be polled` : md`### This cannot be polled`;
  const next = known
    ? md`It is feed ${String(known.id)} of the list.`
    : ok && md`It is not in the list; \`/feeds add\` adds it.`;
  const entries = feed === null ? [] : newest(feed, 3);
  return {
    tone: ok ? 'done' : 'problem',
    visibility: 'private',
    blocks: [
      { kind: 'text', text: joinMarkup([verdict, next], '\n') },
      ...steps.map((step, index) => stepItem(md`${index + 1}. ${oneLine(step, 400)}`)),
      ...entries.map(stepItem),
    ],
  };
};
