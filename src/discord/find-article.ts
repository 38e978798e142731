/** In: what someone typed to name an article. Out: the article. */
import type { App } from '../app.ts';
import { ARTICLE_NUMBER } from './suggestions.ts';

/** By the number a suggestion gave, its address or its title; null if none is just that. */
export const findNamedArticle = async ({ articles }: App, typed: string) => {
  const number = ARTICLE_NUMBER.exec(typed)?.[1];
  if (number !== undefined) return articles.get(Number(number));
  const [byUrl] = await articles.findByUrl(typed);
  if (byUrl !== undefined) return byUrl;
  const [byTitle] = await articles.findByTitle(typed);
  return byTitle ?? null;
};
