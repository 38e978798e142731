/** In: the app and who uses it where. Out: the app as it is heard there: the one scope of every command, button and suggestion. */
import type { App } from '../app.ts';
import { problemsWith } from '../domain/corpus-reason.ts';
import type { Person } from './command.ts';

/**
 * Articles, answers, counts and suggestions keep to what the person's server, or everyone, hears. The list of feeds is the
 * server's own, and everyone's for whoever owns the bot.
 */
export const hearApp = async (
  app: App,
  by: Pick<Person, 'guildId' | 'channelId' | 'ownsApp'>,
): Promise<App> => {
  const { questions, articles } = await app.hearing.at(by);
  const status: App['backend']['status'] = async () => {
    const [ofAll, heard] = await Promise.all([app.backend.status(), articles.counts()]);
    const problems = problemsWith(ofAll, (server) => server === by.guildId);
    return { ...ofAll, ...problems, articles: heard.articles, indexed: heard.articles - heard.queued };
  };
  const list = by.ownsApp || by.guildId === null ? app.feeds.list : app.feeds.listOf(by.guildId);
  return {
    ...app,
    feeds: { ...app.feeds, list },
    articles,
    backend: { ...app.backend, ...questions, status },
  };
};
