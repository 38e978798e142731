/** In: all feeds and a page number. Out: the card that lists them to those who manage them. */

import type { Feed } from '../../domain/feed.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md } from '../markup.ts';
import { actionButton, type Block, customId, type Reply } from '../reply.ts';
import { feedLines } from './feed-card.ts';
import { nearestPage, turnButtons } from './paging.ts';
import { starterButtons } from './starter-feeds-card.ts';

/** With a line and a button each, this many fit on a card. */
const PAGE = 8;

const isFailing = ({ status, failures }: Feed): boolean => status === 'active' && failures > 0;

const failingNote = (feeds: readonly Feed[]): Markup | false => {
  const failing = feeds.filter(isFailing).length;
  return failing > 0 && md`${failing} of them cannot be read at the moment.`;
};

/** How many feeds only some servers have. */
const serversNote = (count: number): Markup | false =>
  count > 0 &&
  md`-# Besides, servers have ${counted(count, 'feed')} of their own; \`npm run -s feeds -- servers\` lists them on the terminal.`;

/** One page of the feeds: failing ones first, else in the order given. `ofServers`: how many others servers have. */
export const feedListCard = (
  all: readonly Feed[],
  wanted: number,
  { nowMs, ofServers }: { readonly nowMs: number; readonly ofServers: number },
): Reply => {
  const feeds = all.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a)));
  if (feeds.length === 0) {
    const none = md`**No feeds yet.** \`/feeds add\` takes the address of a feed or of a site, \`/feeds import\` a list of them.`;
    const text = joinMarkup([none, serversNote(ofServers)], '\n');
    return { tone: 'none', blocks: [{ kind: 'text', text }, ...starterButtons(true)] };
  }
  const pages = Math.ceil(feeds.length / PAGE);
  const page = nearestPage(wanted, pages);
  const shown = feeds.slice(page * PAGE, (page + 1) * PAGE).map((feed): Block => {
    const button = actionButton(spoken`Manage`, ['feeds', 'show', feed.id]);
    return { kind: 'section', text: feedLines(feed, nowMs), button };
  });
  const title = joinMarkup(
    [md`### ${counted(feeds.length, 'feed')}`, failingNote(feeds), serversNote(ofServers)],
    '\n',
  );
  const buttons = turnButtons(page, pages, (to) => customId('feeds', 'list', to));
  return { blocks: [{ kind: 'text', text: title }, ...shown, { kind: 'buttons', buttons }] };
};
