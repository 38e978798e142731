/** In: what someone typed to name an article. Out: the article. */
import type { App } from '../src/app.ts';
import { ARTICLE_NUMBER } from '../src/discord/suggestions.ts';
import type { StoredArticle } from '../src/store/article-store.ts';

/** By the number a suggestion gave, its address or its title; null where none is just that. */
export const findNamedArticle = async (app: App, typed: string): Promise<StoredArticle | null> => {
  const number = ARTICLE_NUMBER.exec(typed)?.[1];
  if (number !== undefined) return app.articles.get(Number(number));
  const [byUrl] = await app.articles.findByUrl(typed);
  if (byUrl !== undefined) return byUrl;
  const [byTitle] = await app.articles.findByTitle(typed);
  return byTitle ?? null;
};
