/** `/feeds`: the feeds that articles come from, for those who manage them: `FEED_MANAGERS` says who. */

import type { App } from '../src/app.ts';
import { confirmFeedRemoval, feedCard, feedLabel } from '../src/discord/cards/feed-card.ts';
import { feedCheckCard } from '../src/discord/cards/feed-check-card.ts';
import { feedListCard } from '../src/discord/cards/feed-list-card.ts';
import { importedFeedsCard } from '../src/discord/cards/imported-feeds-card.ts';
import { ALL, chosenFeeds, starterFeedsCard } from '../src/discord/cards/starter-feeds-card.ts';
import {
  type ActionInput,
  type Command,
  type CommandInput,
  type Options,
  type Person,
  type Replies,
  type Routine,
  type RunAction,
  readNumber,
  type StringOption,
  type Suggest,
  subcommand,
} from '../src/discord/command.ts';
import { type Markup, md, oneLine } from '../src/discord/markup.ts';
import { type Reply, say } from '../src/discord/reply.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { Feed } from '../src/domain/feed.ts';
import { findStarterFeeds, STARTER_LANGUAGES } from '../src/feeds/starter-feeds.ts';
import { languageName } from '../src/language/customs.ts';
import { counted, sentence, tell } from '../src/language/message.ts';

const HISTORY = 10;
const MAX_URL = 500;

export const mayManageFeeds = ({ canManage, ownsApp }: Person, { config }: App): boolean =>
  ownsApp || (config.FEED_MANAGERS === 'admins' && canManage);

const REFUSALS = {
  owner: sentence`Feeds are managed by the owner of this bot alone, because all its servers share the articles. Ask them to add a feed; they can also let server managers do it (FEED_MANAGERS=admins).`,
  admins: sentence`Managing feeds needs the Manage Server permission, in the server where you use this command. Ask someone who has it.`,
};

const requireManager = (by: Person, app: App): void => {
  if (!mayManageFeeds(by, app)) throw new DatelineError('forbidden', REFUSALS[app.config.FEED_MANAGERS]);
};

/** A subcommand for those who manage feeds. */
const managed = <const O extends Options = Record<never, never>>({ run, ...routine }: Routine<O>): Routine =>
  subcommand<O>({
    ...(routine as Omit<Routine<O>, 'run'>),
    async run(input: CommandInput<O>, app) {
      requireManager(input.by, app);
      return run(input, app);
    },
  });

/** A button for those who manage feeds. */
const pressed = (run: (input: ActionInput, app: App) => Promise<Replies>): RunAction => ({
  manage: false,
  async run(input, app) {
    requireManager(input.by, app);
    return run(input, app);
  },
});

const card = async (app: App, { id }: Feed, note?: Markup): Promise<Reply> =>
  feedCard(await app.feeds.list.find(String(id)), {
    history: await app.feeds.list.history(String(id), HISTORY),
    nowMs: app.now(),
    fullText: app.config.FULL_TEXT,
    isOfServer: app.feeds.list.isOfServer,
    ...(note && { note }),
  });

const list = async (app: App, page: number): Promise<Reply> => {
  const { list: feeds, ofServersAlone } = app.feeds;
  const own = feeds.isOfServer ? [] : await ofServersAlone();
  return feedListCard(await feeds.list(), page, { nowMs: app.now(), ofServers: own.length });
};

const check = async (app: App, typed: string): Promise<Reply> => {
  const found = await app.feeds.list.check(typed);
  return feedCheckCard(
    found,
    (await app.feeds.list.list()).find(({ url }) => url === found.url),
  );
};

const removedNote = ({ name, url }: Feed): Markup =>
  md`**Removed ${oneLine(name, 80)}.** The articles it brought stay. It was at ${oneLine(url, 300)}`;

const paused = (): Markup => md`**Paused.** It is not polled until it is resumed.`;
const resumed = (): Markup => md`**Resumed.** It is polled now.`;

/** Feeds whose name or address holds what was typed; nothing for those who may not manage them. */
const whichFeed = (fits: (feed: Feed) => boolean): StringOption & { readonly required: true } => ({
  kind: 'string',
  description: 'Its name, number or address.',
  required: true,
  maxLength: MAX_URL,
  suggest: async (typed, app, { by }) => {
    if (!mayManageFeeds(by, app)) return [];
    const wanted = typed.trim().toLowerCase();
    const feeds = await app.feeds.list.list();
    return feeds
      .filter((feed) => fits(feed) && `${feed.id} ${feed.name} ${feed.url}`.toLowerCase().includes(wanted))
      .slice(0, 25)
      .map((feed) => ({ name: feedLabel(feed), value: `#${feed.id}` }));
  },
});

const addressOption = (description: string) =>
  ({ kind: 'string', description, required: true, maxLength: MAX_URL }) as const;

const suggestStarters: Suggest = async (typed, app, { by }) =>
  mayManageFeeds(by, app)
    ? findStarterFeeds(typed).map(({ name, language, subject, url }) => ({
        name: `${name} · ${languageName(language)} · ${tell(subject)}`,
        value: url,
      }))
    : [];

const subcommands = {
  add: managed({
    description: 'Add a feed by its address, or by that of its site.',
    options: {
      url: addressOption('Address of a feed (RSS, Atom, JSON Feed), or of a site that has one.'),
      name: { kind: 'string', description: 'What to call it; its own title by default.', maxLength: 100 },
    },
    async run({ options: { url, name } }, app) {
      const { feed, isNew, parsed } = await app.feeds.list.add(url, name);
      const count = parsed.entries.length;
      const held =
        count === 0
          ? md`**Added.** It holds nothing yet; digests post what comes later.`
          : md`**Added.** It holds ${counted(count, 'entry', 'entries')}, which can be searched soon; digests post what comes later.`;
      const note = isNew ? held : md`**It is in the list already.**`;
      return { ...(await card(app, feed, note)), tone: 'done' };
    },
  }),
  remove: managed({
    description: 'Remove a feed; the articles it brought stay.',
    options: { feed: whichFeed(() => true) },
    run: async ({ options }, app) =>
      say(removedNote(await app.feeds.list.remove(options.feed)), { tone: 'done' }),
  }),
  list: managed({
    description: 'List the feeds: when each was read, when it is next, what it brought, how it is.',
    run: (_, app) => list(app, 0),
  }),
  check: managed({
    description: 'Try an address and tell what came back, step by step. Nothing is added.',
    options: { url: addressOption('Address of a feed, or of a site.') },
    run: async ({ options }, app) => check(app, options.url),
  }),
  pause: managed({
    description: 'Stop polling a feed for now.',
    options: { feed: whichFeed(({ status }) => status === 'active') },
    run: async ({ options }, app) => card(app, await app.feeds.list.pause(options.feed), paused()),
  }),
  resume: managed({
    description: 'Poll a feed again that was paused, or retired by its publisher.',
    options: { feed: whichFeed(({ status }) => status !== 'active') },
    run: async ({ options }, app) => card(app, await app.feeds.list.resume(options.feed), resumed()),
  }),
  import: managed({
    description: 'Add all feeds of a list (OPML), as other feed readers export it.',
    options: {
      file: { kind: 'file', description: 'The OPML file.' },
      url: { kind: 'string', description: 'Its address, if it is not uploaded.', maxLength: MAX_URL },
    },
    async run({ options: { file, url } }, app) {
      if (file !== null) return importedFeedsCard(await app.feeds.list.importList(await file.read()));
      if (url !== null) return importedFeedsCard(await app.feeds.list.importListFrom(url));
      throw new DatelineError(
        'invalid',
        sentence`Expected an OPML file (\`file\`) or its address (\`url\`).`,
      );
    },
  }),
  starter: managed({
    description: 'Choose from public news feeds in many languages, and add them with one button.',
    options: {
      feed: {
        kind: 'string',
        description: 'One of them, by name, language or subject; it is added at once.',
        maxLength: MAX_URL,
        suggest: suggestStarters,
      },
    },
    async run({ by, options: { feed } }, app) {
      if (feed === null) return starterFeedsCard(starterLanguage(by), ALL);
      const [first, ...others] = findStarterFeeds(feed);
      if (first === undefined || others.length > 0)
        throw new DatelineError(
          'invalid',
          first === undefined
            ? sentence`Expected one of the feeds to start with; “${feed}” matches none of them. Choose it from the list that opens while you type.`
            : sentence`Expected one of the feeds to start with; “${feed}” matches ${others.length + 1} of them. Choose it from the list that opens while you type.`,
        );
      return importedFeedsCard(await app.feeds.list.addListed([first]));
    },
  }),
  export: managed({
    description: 'Give all feeds as a file (OPML), which other feed readers import.',
    async run(_, app) {
      const count = (await app.feeds.list.list()).length;
      const files = [{ name: 'feeds.opml', content: await app.feeds.list.exportList() }];
      return { ...say(md`**${counted(count, 'feed')}**, for any feed reader:`), files };
    },
  }),
};

/** That of the person, if there are feeds in it. */
const starterLanguage = ({ locale }: Person): string => {
  const language = locale.slice(0, 2);
  return STARTER_LANGUAGES.includes(language) ? language : 'en';
};

/** An action on one feed that ends with its card. */
const doing = (work: (which: string, app: App) => Promise<Markup | undefined>): RunAction =>
  pressed(async ({ args: [which = ''] }, app) => {
    const feed = await app.feeds.list.find(which);
    return { ...(await card(app, feed, await work(which, app))), inPlace: true };
  });

export const feeds: Command = {
  kind: 'group',
  name: 'feeds',
  description: 'Manage the feeds that articles come from.',
  manage: true,
  decidesItself: true,
  private: true,
  subcommands,
  actions: {
    list: pressed(async ({ args }, app) => ({ ...(await list(app, readNumber(args[0]))), inPlace: true })),
    show: doing(async () => undefined),
    starters: pressed(async ({ by }) => starterFeedsCard(starterLanguage(by), ALL)),
    language: pressed(async ({ args: [subject = ALL], chosen }) => ({
      ...starterFeedsCard(chosen ?? ALL, subject),
      inPlace: true,
    })),
    subject: pressed(async ({ args: [language = ALL], chosen }) => ({
      ...starterFeedsCard(language, chosen ?? ALL),
      inPlace: true,
    })),
    addstarter: pressed(async ({ args: [language, subject] }, app) => ({
      ...importedFeedsCard(await app.feeds.list.addListed(chosenFeeds(language, subject))),
      inPlace: true,
    })),
    now: doing(async (which, app) => {
      await app.feeds.list.readNow(which);
      return md`**It is read now.** *Check* tells what its address answers.`;
    }),
    pause: doing(async (which, app) => {
      await app.feeds.list.pause(which);
      return paused();
    }),
    resume: doing(async (which, app) => {
      await app.feeds.list.resume(which);
      return resumed();
    }),
    pages: doing(async (which, app) => {
      await app.feeds.list.setFullText(which, true);
      return md`**Pages are fetched** from the next poll on.`;
    }),
    summaries: doing(async (which, app) => {
      await app.feeds.list.setFullText(which, false);
      return md`**Pages are no longer fetched.**`;
    }),
    check: pressed(async ({ args: [which = ''] }, app) => {
      const { url } = await app.feeds.list.find(which);
      return check(app, url);
    }),
    remove: pressed(async ({ args: [which = ''] }, app) =>
      confirmFeedRemoval(await app.feeds.list.find(which), app.now()),
    ),
    removed: pressed(async ({ args: [which = ''] }, app) =>
      say(removedNote(await app.feeds.list.remove(which)), { tone: 'done', inPlace: true }),
    ),
  },
};
