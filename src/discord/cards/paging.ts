/** In: what goes on several pages. Out: the pages, and the buttons that turn them. */
import { spoken } from '../../language/message.ts';
import { TEXT_URL_MAX } from '../link-address.ts';
import { countFitting } from '../messages.ts';
import type { Block, Button } from '../reply.ts';

/** As many items a page as fit beside the frame (at most `most`), in order, none left out and none on two pages. */
export const fillPages = (
  items: readonly Block[],
  frame: readonly Block[],
  most = Number.POSITIVE_INFINITY,
): (readonly Block[])[] => {
  const pages: (readonly Block[])[] = [];
  for (let at = 0; at < items.length; ) {
    const count = countFitting(items.slice(at, at + most), frame);
    const page = items.slice(at, at + Math.max(1, count));
    pages.push(page);
    at += page.length;
  }
  return pages.length > 0 ? pages : [[]];
};

/** If not all fit with their links, the longest links go first: each of these items can be read by its button. */
const LINK_LENGTHS = [TEXT_URL_MAX, 500, 250, 120, 0];

/** Items that all stay beside the others, with links of as many characters as there is room for. */
export const withFittingLinks = (
  make: (maxUrl: number) => readonly Block[],
  others: readonly Block[],
): readonly Block[] => {
  const tries = LINK_LENGTHS.map((max) => make(max));
  return tries.find((items) => countFitting(items, others) === items.length) ?? tries.at(-1)!;
};

/** The page asked for, or the nearest there is; the first if none was named. */
export const nearestPage = (wanted: number, pages: number): number =>
  Math.min(Math.max(Math.trunc(wanted) || 0, 0), pages - 1);

/** *Previous* and *Next*, each if it leads somewhere. `pageId` gives each page's custom_id. */
export const turnButtons = (
  page: number,
  pages: number,
  pageId: (page: number) => string,
  first = 0,
): Button[] =>
  [
    { label: spoken`Previous`, to: page - 1 },
    { label: spoken`Next`, to: page + 1 },
  ]
    .filter(({ to }) => to >= first && to < pages)
    .map(({ label, to }) => ({ kind: 'action', label, customId: pageId(to) }));

/** Which page is shown, from 0 (the nearest if it is not there), and the custom_id of each. */
export interface Paging {
  readonly page: number;
  readonly pageId: (page: number) => string;
}

/** The buttons that turn a page, and further ones. */
export const turnRow = (
  page: number,
  pages: number,
  { pageId }: Pick<Paging, 'pageId'>,
  further: readonly Button[] = [],
): Block => ({ kind: 'buttons', buttons: [...turnButtons(page, pages, pageId), ...further] });

interface PagedCard extends Paging {
  /** What stands above the items on every page. */
  readonly frame: readonly Block[];
  /** Below them, beside those that turn the page. */
  readonly buttons?: readonly Button[];
  /** Items on a page at most. */
  readonly most?: number;
}

/** A page of a card whose pages hold as many items as fit. */
export const pageOf = (
  items: readonly Block[],
  { page: wanted, pageId, frame, buttons, most }: PagedCard,
): readonly Block[] => {
  // A page in the middle has most buttons.
  const pages = fillPages(items, [...frame, turnRow(1, 3, { pageId }, buttons)], most);
  const page = nearestPage(wanted, pages.length);
  return [...frame, ...pages[page]!, turnRow(page, pages.length, { pageId }, buttons)];
};
