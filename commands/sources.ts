/** `/sources`: where the articles come from, and which of them a server or a channel hears. */

import type { App } from '../src/app.ts';
import { dateText } from '../src/discord/cards/article-line.ts';
import { nearestPage, turnButtons } from '../src/discord/cards/paging.ts';
import { notReadLine, progressLine } from '../src/discord/cards/search-lines.ts';
import { starterButtons } from '../src/discord/cards/starter-feeds-card.ts';
import { type Person, readNumber, type Suggest, slash } from '../src/discord/command.ts';
import { joinMarkup, md, oneLine } from '../src/discord/markup.ts';
import { notInServer, notManager } from '../src/discord/not-allowed.ts';
import { customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestSourceList } from '../src/discord/suggestions.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { unknownSource } from '../src/domain/unknown-source.ts';
import { counted, sentence } from '../src/language/message.ts';
import { mayManageFeeds } from './feeds.ts';

/** Lines that fit into a card whatever the names are. */
const PAGE = 20;

const show = async (app: App, by: Person, page: number): Promise<Reply> => {
  const progress = app.backend.progress();
  const sources = await app.articles.sources();
  if (sources.length === 0) {
    const notRead = notReadLine(progress);
    const text =
      notRead ?? md`**No article is here yet.** Articles come from a folder of files, and from feeds.`;
    const starters = starterButtons(notRead === null && mayManageFeeds(by, app));
    return { tone: 'none', blocks: [{ kind: 'text', text }, ...starters] };
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
  const { isChosen } = await app.hearing.at(by);
  const chosen =
    isChosen && md`-# Only the sources that were chosen for this server or channel are heard here.`;
  const far = progressLine(progress);
  const note =
    isShared && md`-# An article from several sources counts once for each, but only once in the total.`;
  return {
    blocks: [
      { kind: 'text', text: title },
      { kind: 'text', text: joinMarkup([...lines, note, chosen, far && md`-# ${far}`], '\n') },
      { kind: 'text', text: pages > 1 ? md`-# Page ${at + 1} of ${pages}` : md`` },
      { kind: 'buttons', buttons: turnButtons(at, pages, (to) => customId('sources', 'page', to)) },
    ],
  };
};

/** Hears all again. */
const ALL = 'all';
const MAX_CHOICE = 1_000;

/** The names as they stand in the articles, one at least. Errors: `invalid` for none, `not_found` if no source is called so. */
const readChoice = async (typed: string, { articles }: Pick<App, 'articles'>): Promise<string[]> => {
  const known = await articles.sources();
  const named = typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (named.length === 0)
    throw new DatelineError(
      'invalid',
      sentence`Expected names of sources, separated by commas, or “all”; got “${typed}”.`,
    );
  const chosen = named.flatMap((name) => {
    const lower = name.toLowerCase();
    const exact = known.filter(({ source }) => source.toLowerCase() === lower);
    const found =
      exact.length > 0 ? exact : known.filter(({ source }) => source.toLowerCase().includes(lower));
    if (found.length === 0) throw unknownSource(name);
    return found.map(({ source }) => source);
  });
  return [...new Set(chosen)];
};

/** Has this server, or this channel, hear these sources alone; or all again. */
const choose = async (app: App, by: Person, typed: string, isForChannel: boolean): Promise<Reply> => {
  const { guildId, channelId } = by;
  if (guildId === null) throw notInServer();
  if (!by.canManage) throw notManager();
  const where = isForChannel ? channelId : null;
  if (typed.trim() === '' || typed.trim().toLowerCase() === ALL) {
    await app.sourceChoices.choose(guildId, where, null);
    const again = isForChannel
      ? md`**This channel hears what the server hears again.**`
      : md`**This server hears all sources again.**`;
    return say(again, { tone: 'done' });
  }
  const chosen = await readChoice(typed, await app.hearing.at(by, { unchosen: true }));
  await app.sourceChoices.choose(guildId, where, chosen);
  const names = oneLine(chosen.join(', '), 1_000);
  const told = isForChannel
    ? md`**This channel hears these sources alone from now on:** ${names}`
    : md`**This server hears these sources alone from now on:** ${names}`;
  const ending = md`-# Commands, digests and alerts keep to that. \`/sources\` with “all” ends it.`;
  return say(joinMarkup([told, ending], '\n'), { tone: 'done' });
};

/** Those that can be chosen, whatever was chosen so far. */
const suggestChoice: Suggest = async (typed, app, context) => {
  if (!context.by.canManage) return [];
  const { articles } = await app.hearing.at(context.by, { unchosen: true });
  const all = { name: ALL, value: ALL };
  const suggested = await suggestSourceList(typed, { ...app, articles }, context);
  return typed.trim() === '' ? [all, ...suggested] : suggested;
};

export const sources = slash({
  name: 'sources',
  description: 'List where the articles come from, how many each has, and how new they are.',
  private: true,
  options: {
    choose: {
      kind: 'string',
      description: 'Only these sources are heard here, separated by commas; “all” for all. For managers.',
      suggest: suggestChoice,
      maxLength: MAX_CHOICE,
    },
    where: {
      kind: 'string',
      description: 'Whether that is for the whole server or this channel; by default the server.',
      choices: [
        { name: 'The whole server', value: 'server' },
        { name: 'This channel', value: 'channel' },
      ],
    },
  },
  run: ({ by, options }, app) =>
    options.choose === null ? show(app, by, 0) : choose(app, by, options.choose, options.where === 'channel'),
  actions: {
    page: {
      run: async ({ args, by }, app) => ({ ...(await show(app, by, readNumber(args[0]))), inPlace: true }),
    },
  },
});
