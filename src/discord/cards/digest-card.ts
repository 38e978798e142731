/** In: a digest. Out: its card: each story with its title, quotation and outlets; what does not fit, on further pages. */

import type { Digest, Story } from '../../domain/digest.ts';
import { counted, spoken } from '../../language/message.ts';
import { currentLanguage } from '../../language/speaking.ts';
import { IMAGE_URL_MAX, plainAddress, SINGLE_URL_MAX } from '../link-address.ts';
import { joinMarkup, type Markup, md, mention, moment, oneLine } from '../markup.ts';
import { actionButton, type Block, type Button, customId, type Reply } from '../reply.ts';
import { alsoIn, sourceAndDate, titleLink } from './article-line.ts';
import { quotePlain } from './block-quote.ts';
import { fillPages, nearestPage, turnButtons } from './paging.ts';
import { storyButton, storySelect } from './story-card.ts';

export interface DigestCardOptions {
  /** From 0, the page that is posted; one that is not there shows the last. */
  readonly page?: number;
  /** Left without pictures. */
  readonly isPlain?: boolean;
  /** A line under the title, for previews. */
  readonly note?: Markup;
  /** Without buttons: nothing is posted yet that they could name. */
  readonly isPreview?: boolean;
  /** For a digest that was asked for: the address of each of its pages. */
  readonly pageId?: (page: number) => string;
}

const MAX_TITLE = 120;
const MAX_TOPIC = 80;

const makeItem = (
  { article, quote, imageUrl, alsoIn: others, updated }: Story,
  isPlain: boolean,
  isArrival: boolean,
): Block => {
  const title = titleLink(article, { maxUrl: SINGLE_URL_MAX });
  const outlets = others.length > 0 && md`**${counted(others.length + 1, 'outlet')}**`;
  const facts = joinMarkup([outlets, sourceAndDate(article), alsoIn(others), updated && md`updated`], ' · ');
  const lines = [
    isArrival ? md`### ${title}` : md`**${title}**`,
    quote && quotePlain(quote.text),
    md`-# ${facts}`,
  ];
  const text = joinMarkup(lines, '\n');
  const picture = isPlain ? null : plainAddress(imageUrl, IMAGE_URL_MAX);
  const shown: Block =
    picture === null ? { kind: 'text', text } : { kind: 'section', text, imageUrl: picture };
  return { kind: 'item', blocks: [shown] };
};

/** By story and how it is shown: digests composed one after the other often hold the same stories. */
const madeItems = new WeakMap<Story, Map<string, Block>>();

const storyItem = (story: Story, isPlain: boolean, isArrival: boolean): Block => {
  const how = `${currentLanguage().code} ${isPlain} ${isArrival}`;
  return madeItems
    .getOrInsertComputed(story, () => new Map())
    .getOrInsertComputed(how, () => makeItem(story, isPlain, isArrival));
};

/** The stories, each topic's name above the first on it. */
const storyItems = ({ stories, topics = [], isArrival = false }: Digest, isPlain: boolean): Block[] =>
  stories.map((story, at) => {
    const item = storyItem(story, isPlain, isArrival);
    const [on] = story.topics ?? [];
    const topic = topics[on ?? -1];
    if (item.kind !== 'item' || topics.length < 2 || !topic || stories[at - 1]?.topics?.[0] === on)
      return item;
    const name = {
      kind: 'text',
      text: md`**${oneLine(topic.query || spoken`Everything`, MAX_TOPIC)}**`,
    } as const;
    return { kind: 'item', blocks: [name, ...item.blocks] };
  });

/** The digest's role, and those of the topics that its stories are on. */
const rolesOf = ({ roleId, stories, topics = [] }: Digest): string[] => {
  const held = new Set(stories.flatMap((story) => story.topics ?? []));
  const roles = [roleId, ...topics.filter((_, at) => held.has(at)).map((topic) => topic.roleId)];
  return [...new Set(roles.filter((role) => role !== null))];
};

/** What the digest is about, above its stories; of what has just come, below them and small. */
const head = (digest: Digest, { note, page = 0, pageId }: DigestCardOptions): Block => {
  const { title, schedule, stories, rolled, madeAtMs, isArrival = false } = digest;
  const roles = page === 0 ? rolesOf(digest).map((role) => mention('role', role)) : [];
  const later = rolled > 0 && !isArrival ? md`${counted(rolled, 'more article')} in the next digest` : null;
  // Who asks for one sees when they did; in an archive it ends with the newest article's day.
  const made = pageId === undefined && moment(madeAtMs);
  const facts = joinMarkup(
    [md`${counted(stories.length, 'story', 'stories')}`, schedule, made, later],
    ' · ',
  );
  const ping = roles.length > 0 && joinMarkup(roles, ' ');
  const topic = oneLine(title, MAX_TITLE);
  const lines = isArrival
    ? [ping, md`-# **${topic}** · ${facts}`]
    : [ping, md`### ${topic}`, md`-# ${facts}`, note];
  return { kind: 'text', text: joinMarkup(lines, '\n') };
};

const quietHead = ({ title, schedule, madeAtMs }: Digest): Block => ({
  kind: 'text',
  text: md`**${oneLine(title, MAX_TITLE)}:** nothing new this time.\n-# ${schedule} · ${moment(madeAtMs)}`,
});

/** Leads to who else tells the stories of a page; a digest of one story has a button for it. */
const storyMenu = (
  { stories }: Digest,
  { isPreview }: DigestCardOptions,
  onPage: readonly Story[],
): Block[] => (isPreview || stories.length < 2 ? [] : storySelect(onPage.map(({ article }) => article)));

/** The posted card's buttons name the delivery: by them it is found again after a crash. */
const postedButtons = ({ deliveryId }: Digest, page: number, pages: number, further: number): Button[] => {
  const pageId = (to: number): string => customId('digest', 'turn', deliveryId, to);
  if (page > 0) return turnButtons(page, pages, pageId, 1);
  const more = further > 0 ? [actionButton(spoken`+${further} more`, ['digest', 'more', deliveryId])] : [];
  return [...more, actionButton(spoken`About this digest`, ['digest', 'about', deliveryId])];
};

const buttons = (
  digest: Digest,
  options: DigestCardOptions,
  page: number,
  pages: number,
  further: number,
): Button[] => {
  if (options.isPreview) return [];
  const turn =
    options.pageId === undefined
      ? postedButtons(digest, page, pages, further)
      : turnButtons(page, pages, options.pageId);
  return digest.stories.length === 1 ? [storyButton(digest.stories[0]!.article), ...turn] : turn;
};

/** Deterministic: the same digest and page give the same card. The first page may mention its roles. */
export const digestCard = (digest: Digest, options: DigestCardOptions = {}): Reply => {
  if (digest.stories.length === 0)
    return { blocks: [quietHead(digest), { kind: 'buttons', buttons: buttons(digest, options, 0, 1, 0) }] };
  const { isArrival = false } = digest;
  const items = storyItems(digest, options.isPlain ?? false);
  const note: Block[] = isArrival && options.note ? [{ kind: 'text', text: options.note }] : [];
  const first = head(digest, { ...options, page: 0 });
  const frame: Block[] = [
    ...note,
    first,
    { kind: 'buttons', buttons: buttons(digest, options, 0, 2, 999) },
    ...storyMenu(digest, options, digest.stories.slice(0, 1)),
  ];
  const pages = fillPages(items, frame);
  const page = nearestPage(options.page ?? 0, pages.length);
  const row = buttons(digest, options, page, pages.length, items.length - pages[0]!.length);
  const before = pages.slice(0, page).reduce((count, { length }) => count + length, 0);
  const menu = storyMenu(digest, options, digest.stories.slice(before, before + pages[page]!.length));
  const about = page === 0 ? first : head(digest, { ...options, page });
  const shown = isArrival ? [...note, ...pages[page]!, about] : [about, ...pages[page]!];
  return {
    tone: 'info',
    blocks: [...shown, { kind: 'buttons', buttons: row }, ...menu],
    ...(page === 0 && !options.isPreview && { pingRoleIds: rolesOf(digest) }),
  };
};
