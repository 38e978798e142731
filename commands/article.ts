/** `/article`, and every "Read on": one article in pages. */

import type { App } from '../src/app.ts';
import { articleCard } from '../src/discord/cards/article-card.ts';
import { readItem, titleLink } from '../src/discord/cards/article-line.ts';
import { withFittingLinks } from '../src/discord/cards/paging.ts';
import { type ActionInput, readNumber, slash } from '../src/discord/command.ts';
import { md } from '../src/discord/markup.ts';
import { articleGone } from '../src/discord/not-allowed.ts';
import { type Block, type Reply, say } from '../src/discord/reply.ts';
import { ARTICLE_NUMBER, suggestTitles } from '../src/discord/suggestions.ts';
import type { ArticleRef } from '../src/domain/answer.ts';
import { spoken } from '../src/language/message.ts';
import type { StoredArticle } from '../src/store/article-store.ts';

const MAX_OTHERS = 4;

type Place = { readonly page: number } | { readonly offset: number };

const show = async (app: App, article: StoredArticle, at: Place): Promise<Reply> => {
  const copies = await app.articles.copiesOf(article.seq);
  return articleCard({ article, copies, readLimit: app.config.READ_LIMIT, at });
};

const showNumber = async (app: App, seq: number, at: Place): Promise<Reply> => {
  const article = await app.articles.get(seq);
  if (article === null) throw articleGone();
  return show(app, article, at);
};

const others = (articles: readonly ArticleRef[], maxUrl: number): Block[] =>
  articles
    .slice(0, MAX_OTHERS)
    .map((article) => readItem(titleLink(article, { maxUrl }), article, spoken`Read instead`));

/** The article of that title; else the nearest, with the next ones to choose from. */
const showTitle = async (app: App, title: string): Promise<Reply> => {
  const [same] = await app.articles.findByTitle(title);
  if (same !== undefined) return show(app, same, { page: 0 });
  const [nearest, ...rest] = await app.backend.suggestTitles(title, MAX_OTHERS + 1);
  if (nearest === undefined)
    return say(md`**No title comes near “${title}”.** \`/search\` looks into the texts as well.`, {
      tone: 'none',
    });
  const reply = await showNumber(app, nearest.seq, { page: 0 });
  const note: Block = { kind: 'text', text: md`-# Not quite this title. Others near it:` };
  const hint = [note, ...withFittingLinks((max) => others(rest, max), [...reply.blocks, note])];
  return { ...reply, tone: 'weak', blocks: [...reply.blocks, ...(rest.length > 0 ? hint : [])] };
};

const numbers = ({ args }: ActionInput): [number, number] => [readNumber(args[0]), readNumber(args[1])];

export const article = slash({
  name: 'article',
  description: 'Read an article, page by page. Only you see it.',
  private: true,
  options: {
    title: {
      kind: 'string',
      description: 'Its title, or some words of it.',
      required: true,
      maxLength: 300,
      suggest: suggestTitles,
    },
  },
  run: ({ options: { title } }, app) => {
    const number = ARTICLE_NUMBER.exec(title.trim())?.[1];
    return number === undefined ? showTitle(app, title.trim()) : showNumber(app, Number(number), { page: 0 });
  },
  actions: {
    read: {
      run: (input, app) => {
        const [seq, offset] = numbers(input);
        return showNumber(app, seq, { offset });
      },
    },
    page: {
      async run(input, app) {
        const [seq, page] = numbers(input);
        return { ...(await showNumber(app, seq, { page })), inPlace: true };
      },
    },
  },
});
