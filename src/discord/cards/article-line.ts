/** In: an article named without its text. Out: the lines that name it in a card. */

import type { ArticleRef } from '../../domain/answer.ts';
import type { Published } from '../../domain/article.ts';
import type { DayRange } from '../../domain/query.ts';
import { daysText, dayText } from '../../language/customs.ts';
import { spoken } from '../../language/message.ts';
import { joinMarkup, link, type Markup, md, oneLine } from '../markup.ts';
import { actionButton, type Block, type Button } from '../reply.ts';

const MAX_TITLE = 140;
/** Beside an excerpt the title only says where it is from. */
const MAX_CAPTION_TITLE = 50;
const MAX_SOURCE = 60;
const MAX_ALSO_IN = 3;

/** `12 Mar 2024`, or that the date is not known. */
export const dateText = (published: Published): string => {
  const date = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(date) ? spoken`date unknown` : dayText(date);
};

/** `20–22 Mar 2024`, `from 20 Mar 2024` or `until 22 Mar 2024`. */
export const rangeText = ({ from, to }: DayRange): string => {
  if (from !== null && to !== null) return daysText(Date.parse(from), Date.parse(to));
  if (from !== null) return spoken`from ${dateText(from)}`;
  return to === null ? spoken`any day` : spoken`until ${dateText(to)}`;
};

/** The title, clipped to `maxTitle` characters, as a link if there is an address of at most `maxUrl`. */
export const titleLink = (
  { title, url }: ArticleRef,
  { maxUrl, maxTitle = MAX_TITLE }: { readonly maxUrl?: number | undefined; readonly maxTitle?: number } = {},
): Markup => link(oneLine(title, maxTitle), url, maxUrl);

export const sourceAndDate = ({ source, published }: ArticleRef): Markup =>
  md`${oneLine(source, MAX_SOURCE)} · ${dateText(published)}`;

/** `also in: B, C and 4 more`, or nothing. */
export const alsoIn = (copies: readonly ArticleRef[]): Markup | null => {
  const sources = [...new Set(copies.map(({ source }) => oneLine(source, MAX_SOURCE)))];
  if (sources.length === 0) return null;
  const named = sources.slice(0, MAX_ALSO_IN).join(', ');
  const more = sources.length - MAX_ALSO_IN;
  return more > 0 ? md`also in: ${named} and ${more} more` : md`also in: ${named}`;
};

/** Source · date · link, with what else is given, such as the other places it stands in. */
export const caption = (article: ArticleRef, copies: readonly ArticleRef[] = []): Markup =>
  joinMarkup(
    [sourceAndDate(article), titleLink(article, { maxTitle: MAX_CAPTION_TITLE }), alsoIn(copies)],
    ' · ',
  );

/**
 * Opens the article, at the page that holds the offset into its body; without one, at its beginning. An article that
 * a card both quotes and lists has two addresses: Discord refuses a card that holds one twice.
 */
export const readButton = (article: ArticleRef, label: string, offset?: number): Button =>
  actionButton(label, ['article', 'read', article.seq, ...(offset === undefined ? [] : [offset])]);

/** What is quoted over the whole width, and below it where it stands, with such a button at the side. */
export const quotedItem = (text: Markup, where: Markup, ...button: Parameters<typeof readButton>): Block => ({
  kind: 'item',
  blocks: [
    { kind: 'text', text },
    { kind: 'section', text: md`-# ${where}`, button: readButton(...button) },
  ],
});

/** A text about an article, with such a button at its side. */
export const readItem = (text: Markup, ...button: Parameters<typeof readButton>): Block => ({
  kind: 'item',
  blocks: [{ kind: 'section', text, button: readButton(...button) }],
});
