/** In: an article and a page number. Out: that page as a card, with the buttons to turn it. */

import { type ArticleRef, toRef } from '../../domain/answer.ts';
import type { Article } from '../../domain/article.ts';
import { withoutLogin } from '../../domain/web-address.ts';
import { numberText } from '../../language/customs.ts';
import { counted, spoken } from '../../language/message.ts';
import { BUTTON_URL_MAX, IMAGE_URL_MAX, linkAddress, plainAddress, SINGLE_URL_MAX } from '../link-address.ts';
import { joinMarkup, link, type Markup, md, oneLine } from '../markup.ts';
import { type Block, type Button, customId, type Reply } from '../reply.ts';
import { alsoIn, sourceAndDate } from './article-line.ts';
import { articlePages, PAGE_CHARACTERS, readableEnd } from './article-pages.ts';
import { turnButtons } from './paging.ts';
import { storyButton } from './story-card.ts';

const MAX_TITLE = 200;
const MAX_AUTHOR = 80;

export interface ArticleCardOptions {
  readonly article: Article;
  /** Other articles with the same text. */
  readonly copies: readonly ArticleRef[];
  /** `READ_LIMIT`: characters that may be read, 0 for all. */
  readonly readLimit: number;
  /** A page from 0 (the nearest if there is no such page), or the page that holds an offset into the body. */
  readonly at: { readonly page: number } | { readonly offset: number };
}

const titleOf = ({ title, url }: Article): Markup =>
  md`### ${link(oneLine(title, MAX_TITLE), url, SINGLE_URL_MAX)}`;

/** A title with an address of up to 512 characters has its room beside a page; a longer one takes it from the page. */
const TITLE_CHARACTERS = 2 * MAX_TITLE + BUTTON_URL_MAX;
const roomBeside = (article: Article): number =>
  PAGE_CHARACTERS - Math.max(0, titleOf(article).markdown.length - TITLE_CHARACTERS);

const head = (article: Article, copies: readonly ArticleRef[], isFirst: boolean): Block => {
  const title = titleOf(article);
  const author = article.author && md`by ${oneLine(article.author, MAX_AUTHOR)}`;
  const facts = md`-# ${joinMarkup([sourceAndDate(toRef(article)), author || null, alsoIn(copies)], ' · ')}`;
  const text = joinMarkup([title, facts], '\n');
  const imageUrl = isFirst ? plainAddress(article.imageUrl, IMAGE_URL_MAX) : null;
  return imageUrl !== null ? { kind: 'section', text, imageUrl } : { kind: 'text', text };
};

const foot = (article: Article, page: number, pages: number, readable: number): Block => {
  const where = pages > 1 && md`Page ${page + 1} of ${pages}`;
  const rest =
    readable < article.body.length &&
    (article.url === null
      ? md`The first ${counted(readable, 'character')} of ${numberText(article.body.length)} are shown here.`
      : md`The first ${counted(readable, 'character')} of ${numberText(article.body.length)} are shown here; follow the link for the rest.`);
  return {
    kind: 'text',
    text: joinMarkup(
      [where, rest].map((part) => part && md`-# ${part}`),
      '\n',
    ),
  };
};

const buttons = ({ seq, url }: Article, page: number, pages: number): Button[] => {
  const address = plainAddress(url, BUTTON_URL_MAX);
  const open: Button[] =
    address === null ? [] : [{ kind: 'link', label: spoken`Open the article`, url: address }];
  return [
    ...turnButtons(page, pages, (to) => customId('article', 'page', seq, to)),
    storyButton({ seq }),
    ...open,
  ];
};

/** An address that no card can hold is sent along as a file. */
const addressFile = ({ url }: Article): Pick<Reply, 'files'> => {
  const isTooLong =
    linkAddress(url, SINGLE_URL_MAX) === null && linkAddress(url, Number.POSITIVE_INFINITY) !== null;
  return isTooLong ? { files: [{ name: 'address.txt', content: withoutLogin(url!) }] } : {};
};

/** The text of a page is the article's own, word for word. */
export const articleCard = ({ article, copies, readLimit, at }: ArticleCardOptions): Reply => {
  const { body } = article;
  const readable = readableEnd(body, readLimit);
  const pages = articlePages(body, readable, roomBeside(article));
  const asked = 'page' in at ? at.page : pages.findIndex(({ end }) => at.offset < end);
  const page =
    asked < 0 && 'offset' in at ? pages.length - 1 : Math.min(Math.max(asked, 0), pages.length - 1);
  const { start, end } = pages[page]!;
  const isCut = page === pages.length - 1 && readable < body.length;
  return {
    ...(page === 0 && addressFile(article)),
    blocks: [
      head(article, copies, page === 0),
      { kind: 'text', text: md`${body.slice(start, end).trim()}${isCut && '…'}` },
      foot(article, page, pages.length, readable),
      { kind: 'buttons', buttons: buttons(article, page, pages.length) },
    ],
  };
};
