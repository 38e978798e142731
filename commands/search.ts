/** `/search`: the articles that match, as a list in pages. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { readItem, sourceAndDate, titleLink } from '../src/discord/cards/article-line.ts';
import {
  filterLine,
  list,
  missingLine,
  noneLine,
  progressLine,
  searchedLine,
} from '../src/discord/cards/search-lines.ts';
import { type Person, slash } from '../src/discord/command.ts';
import { filterOptions, readFilters } from '../src/discord/filters.ts';
import { turnKept } from '../src/discord/kept-pages.ts';
import { joinMarkup, type Markup, md, oneLine } from '../src/discord/markup.ts';
import { countFitting } from '../src/discord/messages.ts';
import { actionButton, type Block, type Reply } from '../src/discord/reply.ts';
import { type ArticleRef, hasNoArticles, type SearchPage } from '../src/domain/answer.ts';
import { counted, spoken } from '../src/language/message.ts';
import { piecesSchema } from '../src/store/query-pieces.ts';

const PAGE = 10;

const soughtSchema = z.object({
  text: z.string(),
  also: piecesSchema,
  sort: z.enum(['relevance', 'newest', 'oldest']),
  asOfMs: z.number(),
});
type Sought = z.infer<typeof soughtSchema>;

/** An article of a list, with its number in it. */
export const listItem = (article: ArticleRef, number: number, maxUrl?: number): Block => {
  const text = md`**${number}.** ${titleLink(article, { maxUrl })}\n-# ${sourceAndDate(article)}`;
  return readItem(text, article, spoken`Read`);
};

const order = (sort: Sought['sort']): Markup =>
  ({ relevance: () => md`best first`, newest: () => md`newest first`, oldest: () => md`oldest first` })[
    sort
  ]();

/** `page 2 of 3`; nothing if one page holds all. A page that holds fewer than usual makes the others more. */
const where = (offset: number, shown: number, total: number): Markup | null => {
  if (shown >= total) return null;
  const page = Math.ceil(offset / PAGE) + 1;
  return md`page ${page} of ${page + Math.ceil((total - offset - shown) / PAGE)}`;
};

/** What was looked for, how many match, and what was made of the words; if nothing matches, why. */
const headOf = (text: string, found: SearchPage, arranged: Markup, progress: number | null): Markup => {
  const { query, total, isPartial, corrections } = found;
  const none = noneLine(found, progress) ?? md`**No article matches.**`;
  const matched = isPartial
    ? md`At least ${counted(total, 'article')} matched, ${arranged}.`
    : md`${counted(total, 'article')} matched, ${arranged}.`;
  const meant = list(corrections.map(({ suggestion }) => suggestion));
  const instead = meant !== '' && md`Searched for ${meant} instead.`;
  const filters = filterLine(query);
  const searched = total === 0 && searchedLine(found);
  const far = !hasNoArticles(found) && progressLine(progress);
  const lines = [
    md`### ${oneLine(text, 200)}`,
    filters && md`-# ${filters}`,
    joinMarkup([total === 0 ? none : matched, missingLine(found), instead], ' '),
    searched && md`-# ${searched}`,
    far && md`-# ${far}`,
  ];
  return joinMarkup(lines, '\n');
};

/** One page from an offset on. What does not fit on it begins the next. */
const show = async (app: App, id: string, sought: Sought, offset: number): Promise<Reply> => {
  const { text, also, sort, asOfMs } = sought;
  // Before the search: articles that are read meanwhile may be missing from what it finds.
  const progress = app.backend.progress();
  const found = await app.backend.search(text, { asOfMs, also, sort, offset, limit: PAGE });
  const { articles, total } = found;
  const items = articles.map((article, index) => listItem(article, offset + index + 1));
  const frame = (shown: number): Block[] => [
    {
      kind: 'text',
      text: headOf(text, found, joinMarkup([order(sort), where(offset, shown, total)], ', '), progress),
    },
    {
      kind: 'buttons',
      buttons: [
        { label: spoken`Previous`, to: Math.max(0, offset - PAGE), leads: offset > 0, turn: 'back' },
        { label: spoken`Next`, to: offset + shown, leads: offset + shown < total, turn: 'on' },
      ]
        .filter(({ leads }) => leads)
        .map(({ label, to, turn }) => actionButton(label, ['search', 'page', id, to, turn])),
    },
  ];
  const shown = countFitting(items, frame(PAGE));
  const [head, buttons] = frame(shown) as [Block, Block];
  return { tone: total === 0 ? 'none' : 'answer', blocks: [head, ...items.slice(0, shown), buttons] };
};

/** The first page of a search, kept for its buttons. */
export const searchReply = async (app: App, by: Person, sought: Sought): Promise<Reply> =>
  show(app, await app.interactions.keep(by, sought), sought, 0);

export const search = slash({
  name: 'search',
  description: 'List the articles that match some words, to read or to open.',
  options: {
    query: {
      kind: 'string',
      description: 'Words to look for. "Quotes" for exact words, a minus to leave a word out.',
      required: true,
      maxLength: 500,
    },
    ...filterOptions,
    sort: {
      kind: 'string',
      description: 'In which order; best first unless chosen.',
      choices: [
        { name: 'Best first', value: 'relevance' },
        { name: 'Newest first', value: 'newest' },
        { name: 'Oldest first', value: 'oldest' },
      ],
    },
  },
  run: ({ options, by }, app) => {
    const { query, sort } = options;
    return searchReply(app, by, {
      text: query,
      also: readFilters(options),
      sort: sort ?? 'relevance',
      asOfMs: app.now(),
    });
  },
  actions: {
    page: turnKept(soughtSchema, show),
  },
});
