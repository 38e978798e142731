/** `/latest`: the articles published last. */

import { withFittingLinks } from '../src/discord/cards/paging.ts';
import { notReadLine, progressLine } from '../src/discord/cards/search-lines.ts';
import { starterButtons } from '../src/discord/cards/starter-feeds-card.ts';
import { slash } from '../src/discord/command.ts';
import { type Markup, md } from '../src/discord/markup.ts';
import type { Block } from '../src/discord/reply.ts';
import { suggestSources } from '../src/discord/suggestions.ts';
import { toRef } from '../src/domain/answer.ts';
import { whether } from '../src/language/message.ts';
import { mayManageFeeds } from './feeds.ts';
import { listItem } from './search.ts';

const DEFAULT_COUNT = 5;
const MAX_COUNT = 10;

const noneLine = (source: string | null): Markup =>
  source === null
    ? md`**No article is here yet.** \`/sources\` lists where articles come from.`
    : md`**No article from “${source}” is here yet.** \`/sources\` lists where articles come from.`;

export const latest = slash({
  name: 'latest',
  description: 'Show the articles published last.',
  options: {
    source: { kind: 'string', description: 'Only articles from this source.', suggest: suggestSources },
    count: {
      kind: 'integer',
      description: `How many, 1 to ${MAX_COUNT}; by default ${DEFAULT_COUNT}.`,
      min: 1,
      max: MAX_COUNT,
    },
  },
  async run({ by, options: { source: typed, count } }, app) {
    const source = typed?.trim() || null;
    const progress = app.backend.progress();
    const articles = await app.articles.latest({
      count: count ?? DEFAULT_COUNT,
      before: new Date(app.now()).toISOString(),
      sources: source === null ? [] : [source],
    });
    if (articles.length === 0) {
      const notRead = notReadLine(progress);
      const isEmpty = notRead === null && source === null;
      return {
        tone: 'none',
        blocks: [
          { kind: 'text', text: notRead ?? noneLine(source) },
          ...starterButtons(isEmpty && mayManageFeeds(by, app)),
        ],
      };
    }
    const many = articles.length;
    const heading =
      source === null
        ? md`### The latest ${whether(many, 'article', '# articles')}`
        : md`### The latest ${whether(many, 'article', '# articles')} from “${source}”`;
    const title: Block = { kind: 'text', text: heading };
    const list = (maxUrl: number): Block[] =>
      articles.map((article, index) => listItem(toRef(article), index + 1, maxUrl));
    const far = progressLine(progress);
    const foot: Block[] = far === null ? [] : [{ kind: 'text', text: md`-# ${far}` }];
    return { tone: 'answer', blocks: [title, ...withFittingLinks(list, [title, ...foot]), ...foot] };
  },
});
