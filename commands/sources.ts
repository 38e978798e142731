/** `/sources`: where the articles come from. */

import type { App } from '../src/app.ts';
import { dateText } from '../src/discord/cards/article-line.ts';
import { nearestPage, turnButtons } from '../src/discord/cards/paging.ts';
import { starterButtons } from '../src/discord/cards/starter-feeds-card.ts';
import { type Person, slash } from '../src/discord/command.ts';
import { joinMarkup, md, oneLine } from '../src/discord/markup.ts';
import { customId, type Reply } from '../src/discord/reply.ts';
import { counted } from '../src/language/message.ts';
import { mayManage } from './feeds.ts';

/** Lines that fit into a card whatever the names are. */
const PAGE = 20;

const show = async (app: App, by: Person, page: number): Promise<Reply> => {
  const sources = await app.articles.sources();
  if (sources.length === 0) {
    const text = md`**No article is here yet.** Articles come from a folder of files, and from feeds.`;
    return { tone: 'none', blocks: [{ kind: 'text', text }, ...starterButtons(mayManage(by, app))] };
  }
  const pages = Math.ceil(sources.length / PAGE);
  const at = nearestPage(page, pages);
  const lines = sources
    .slice(at * PAGE, (at + 1) * PAGE)
    .map(({ source, articles, newest }) =>
      newest === null
        ? md`**${oneLine(source, 50)}** · ${counted(articles, 'article')} · dates unknown`
        : md`**${oneLine(source, 50)}** · ${counted(articles, 'article')} · newest ${dateText(newest)}`,
    );
  const { articles } = await app.articles.counts();
  const title = md`### ${counted(sources.length, 'source')}, ${counted(articles, 'article')}`;
  const isShared = sources.reduce((sum, one) => sum + one.articles, 0) > articles;
  const note =
    isShared && md`-# An article from several sources counts once for each, but only once in the total.`;
  return {
    blocks: [
      { kind: 'text', text: title },
      { kind: 'text', text: joinMarkup([...lines, note], '\n') },
      { kind: 'text', text: pages > 1 ? md`-# Page ${at + 1} of ${pages}` : md`` },
      { kind: 'buttons', buttons: turnButtons(at, pages, (to) => customId('sources', 'page', to)) },
    ],
  };
};

export const sources = slash({
  name: 'sources',
  description: 'List where the articles come from, how many each has, and how new they are.',
  private: true,
  run: ({ by }, app) => show(app, by, 0),
  actions: {
    page: {
      run: async ({ args, by }, app) => ({ ...(await show(app, by, Number(args[0]) || 0)), inPlace: true }),
    },
  },
});
