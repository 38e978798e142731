/** In: a feed. Out: the lines and cards that show it to those who manage the feeds. */

import type { Feed, FeedStep } from '../../domain/feed.ts';
import { describeProblem } from '../../domain/reading-problem.ts';
import { describeFeedEvent } from '../../feeds/describe-event.ts';
import { counted, spoken, tell } from '../../language/message.ts';
import { joinMarkup, type Markup, md, moment, oneLine } from '../markup.ts';
import { actionButton, type Block, type Button, type Reply } from '../reply.ts';

const MAX_NAME = 80;
const MAX_PROBLEM = 200;
const MAX_URL = 300;
const MAX_STEP = 300;

/** What becomes of it now, in a word or two. */
const feedState = ({ status, failures }: Feed): string => {
  if (status === 'paused') return spoken`paused`;
  if (status === 'gone') return spoken`retired by its publisher`;
  return failures === 0 ? spoken`active` : spoken`failing, ${failures} in a row`;
};

const nextPoll = ({ status, nextPollMs }: Feed, nowMs: number): Markup | null => {
  if (status !== 'active') return null;
  return nextPollMs <= nowMs ? md`next now` : md`next ${moment(nextPollMs, 'R')}`;
};

/** Name and state, when it was read and is next, how many articles it brought, and what is wrong. */
export const feedLines = (feed: Feed, nowMs: number): Markup => {
  const { id, name, lastSuccessMs, articles, problem } = feed;
  const facts = [
    md`feed ${String(id)}`,
    feedState(feed),
    lastSuccessMs === null ? md`not read yet` : md`last read ${moment(lastSuccessMs, 'R')}`,
    nextPoll(feed, nowMs),
    md`${counted(articles, 'article')}`,
  ];
  const wrong =
    problem === null ? null : md`-# Last problem: ${oneLine(tell(describeProblem(problem)), MAX_PROBLEM)}`;
  return joinMarkup([md`**${oneLine(name, MAX_NAME)}**`, md`-# ${joinMarkup(facts, ' · ')}`, wrong], '\n');
};

/** As one line of plain text, for suggestions. */
export const feedLabel = (feed: Feed): string =>
  spoken`${oneLine(feed.name, 50)} · feed ${String(feed.id)} · ${feedState(feed)}`;

const pagesButton = (feed: Feed, fetchesPages: boolean): Button =>
  fetchesPages
    ? actionButton(spoken`Do not fetch pages`, ['feeds', 'summaries', feed.id])
    : actionButton(spoken`Fetch pages`, ['feeds', 'pages', feed.id]);

const buttons = (feed: Feed, fetchesPages: boolean, isOfServer: boolean): Block => ({
  kind: 'buttons',
  buttons: [
    feed.status === 'active'
      ? actionButton(spoken`Pause`, ['feeds', 'pause', feed.id])
      : actionButton(spoken`Resume`, ['feeds', 'resume', feed.id], 'success'),
    ...(feed.status === 'active' ? [actionButton(spoken`Read now`, ['feeds', 'now', feed.id])] : []),
    actionButton(spoken`Check`, ['feeds', 'check', feed.id]),
    ...(isOfServer ? [] : [pagesButton(feed, fetchesPages)]),
    actionButton(spoken`Remove`, ['feeds', 'remove', feed.id], 'danger'),
  ],
});

/** A thing that happened, or was done, as an item of a card. */
export const stepItem = (text: Markup): Block => ({
  kind: 'item',
  blocks: [{ kind: 'text', text: md`-# ${text}` }],
});

/** When it happened, and what. */
export const stepLine = (atMs: number, text: string): Markup =>
  md`${moment(atMs)} · ${oneLine(text, MAX_STEP)}`;

export interface FeedCardOptions {
  /** Newest first. */
  readonly history: readonly FeedStep[];
  readonly nowMs: number;
  /** Whether pages are fetched if the feed itself does not say. */
  readonly fullText: boolean;
  /** It is a server's own: whether its pages are fetched is not for the server to say. */
  readonly isOfServer: boolean;
  /** What was done just now. */
  readonly note?: Markup;
}

/** The feed with its history and everything that can be done with it. */
export const feedCard = (
  feed: Feed,
  { history, nowMs, fullText, isOfServer, note }: FeedCardOptions,
): Reply => {
  const fetchesPages = feed.fullText ?? fullText;
  const pages = fetchesPages
    ? md`If an entry holds only a summary, its page is fetched.`
    : md`Its pages are not fetched: an article is what the feed says of it.`;
  const lines = [note, feedLines(feed, nowMs), md`-# ${oneLine(feed.url, MAX_URL)}`, md`-# ${pages}`];
  return {
    tone: feed.problem === null ? 'info' : 'problem',
    visibility: 'private',
    blocks: [
      { kind: 'text', text: joinMarkup(lines, '\n') },
      buttons(feed, fetchesPages, isOfServer),
      ...history.map(({ atMs, event }) => stepItem(stepLine(atMs, describeFeedEvent(event)))),
    ],
  };
};

/** Asks first; takes the place of the card. */
export const confirmFeedRemoval = (feed: Feed, nowMs: number): Reply => ({
  tone: 'problem',
  inPlace: true,
  blocks: [
    {
      kind: 'text',
      text: md`**Remove this feed?** The articles it brought stay.\n${feedLines(feed, nowMs)}`,
    },
    {
      kind: 'buttons',
      buttons: [
        actionButton(spoken`Remove`, ['feeds', 'removed', feed.id], 'danger'),
        actionButton(spoken`Keep`, ['feeds', 'show', feed.id]),
      ],
    },
  ],
});
