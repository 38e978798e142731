/**
 * `/why`: what became of an article: when it arrived, through which feeds, and where it was posted or why it was not.
 */

import type { App } from '../src/app.ts';
import { type Trace, traceArticle } from '../src/digests/trace-article.ts';
import { sourceAndDate, titleLink } from '../src/discord/cards/article-line.ts';
import { stepItem, stepLine } from '../src/discord/cards/feed-card.ts';
import { type Person, slash } from '../src/discord/command.ts';
import { findNamedArticle } from '../src/discord/find-article.ts';
import { joinMarkup, type Markup, md, mention, moment, oneLine, rawMarkup } from '../src/discord/markup.ts';
import { countFitting } from '../src/discord/messages.ts';
import type { Block, Reply } from '../src/discord/reply.ts';
import { suggestTitles } from '../src/discord/suggestions.ts';
import { toRef } from '../src/domain/answer.ts';
import { publishedMs } from '../src/domain/article.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { describeTopic, type Subscription } from '../src/domain/subscription.ts';
import { describeArticleStep } from '../src/feeds/describe-event.ts';
import { counted, sentence, spoken, tell, whether } from '../src/language/message.ts';
import type { StoredArticle } from '../src/store/article-store.ts';

/** Of what happened to feeds, so that the channels find room as well. */
const MAX_FEED_STEPS = 8;

const findArticle = async (app: App, typed: string): Promise<StoredArticle> => {
  const named = await findNamedArticle(app, typed);
  const [nearest] = named !== null || URL.canParse(typed) ? [] : await app.backend.suggestTitles(typed, 1);
  const found = named ?? (nearest && (await app.articles.get(nearest.seq)));
  if (!found)
    throw new DatelineError(
      'not_found',
      sentence`I have no article with this address or title. If it is from a feed, the feed may not have been polled yet, or may no longer list it.`,
    );
  return found;
};

const came = ({ origin, arrival, addedAtMs }: StoredArticle): Markup => {
  const at = moment(addedAtMs);
  const isNew = arrival === 'new';
  if (origin.startsWith('feed:'))
    return isNew
      ? md`Came in ${at} from a feed, as new.`
      : md`Came in ${at} from a feed, with what was first loaded or imported; none of that is posted.`;
  const file = oneLine(origin.replace(/^file:/, ''), 100);
  return isNew
    ? md`Came in ${at} from the file ${file}, as new.`
    : md`Came in ${at} from the file ${file}, with what was first loaded or imported; none of that is posted.`;
};

const articleLines = async (app: App, article: StoredArticle): Promise<(Markup | false)[]> => {
  const { addedAtMs, changedAtMs } = article;
  const copies = await app.articles.copiesOf(article.seq);
  const others = copies.map(({ source }) => source).join(', ');
  return [
    md`### ${titleLink(toRef(article))}\n-# ${sourceAndDate(toRef(article))}`,
    came(article),
    (publishedMs(article.published) ?? 0) > app.now() &&
      md`Its date is in the future: it is not shown until then.`,
    changedAtMs > addedAtMs ? md`Last changed ${moment(changedAtMs)}.` : md``,
    copies.length === 0
      ? md``
      : md`The same text came ${counted(copies.length, 'more time', 'more times')} (${oneLine(others, 200)}). It counts for every outlet that carries it, and is posted once in each subscription.`,
  ];
};

/** Anyone may ask, and the address of a feed can be a secret of its subscribers: its host says enough. */
const withoutAddresses = (text: string): string =>
  text.replace(/https?:\/\/\S+/g, (address) => URL.parse(address)?.host ?? spoken`its address`);

/** How it came from its feeds, and the latest that happened to them since. */
const feedSteps = async (app: App, by: Person, { key }: StoredArticle): Promise<Block[]> => {
  const steps = await app.feeds.why(key, by.guildId);
  const arrivals = steps.slice(0, 1);
  const shown = [...arrivals, ...steps.slice(1).slice(-MAX_FEED_STEPS)];
  return shown.map((step) => stepItem(stepLine(step.atMs, withoutAddresses(describeArticleStep(step)))));
};

const messageLink = (guildId: string, channelId: string, messageId: string): Markup =>
  rawMarkup(`[${spoken`the message`}](https://discord.com/channels/${guildId}/${channelId}/${messageId})`);

const outcome = (trace: Trace, { nextRunMs, schedule, guildId }: Subscription): Markup => {
  switch (trace.kind) {
    case 'posted': {
      const { sentAtMs, postedIn, messageId } = trace.delivery;
      const where = postedIn !== null && messageId !== null && messageLink(guildId, postedIn, messageId);
      return joinMarkup([md`**posted** ${moment(sentAtMs ?? 0)}`, where], ' · ');
    }
    case 'posting':
      return md`being posted now`;
    case 'unconfirmed':
      return md`in a digest that cannot be confirmed; see /subscriptions`;
    case 'carried':
      return md`matches; its digest was full or went out without it, so it comes in the next one, ${moment(nextRunMs)}`;
    case 'waiting':
      return schedule.cadence === 'arrival'
        ? md`matches; about to be posted`
        : md`matches; waits for the digest of ${moment(nextRunMs)}`;
    case 'paused':
      return md`matches; waits until the subscription is resumed`;
    case 'left out':
      return md`not posted: ${[...new Set(trace.reasons.map((reason) => tell(reason)))].join('; ')}`;
  }
};

/** What each of the server's subscriptions did with it; those that left it out come last. */
const traces = async (app: App, by: Person, article: StoredArticle): Promise<Block[]> => {
  const subscriptions = by.guildId === null ? [] : await app.subscriptions.ofGuild(by.guildId);
  if (subscriptions.length === 0)
    return [
      {
        kind: 'text',
        text:
          by.guildId === null
            ? md`-# Use this in a server to see which of its subscriptions posted it.`
            : md`-# This server has no subscriptions.`,
      },
    ];
  const copies = await app.articles.copiesOf(article.seq);
  const seqs = [
    article.seq,
    ...copies.map(({ seq }) => seq),
    ...(article.formerDuplicateOf === null ? [] : [article.formerDuplicateOf]),
  ];
  const publications = await app.articles.getMany(seqs.toSorted((a, b) => a - b));
  const told = await Promise.all(
    subscriptions.map(async (subscription) => {
      const heard = await app.hearing.at(subscription);
      const trace = await traceArticle(publications, subscription, { ...app, ...heard });
      const name = md`**${oneLine(describeTopic(subscription), 80)}** in ${mention('channel', subscription.channelId)}`;
      const text = md`${name}: ${outcome(trace, subscription)}`;
      const item: Block = { kind: 'item', blocks: [{ kind: 'text', text }] };
      return { item, isLeftOut: trace.kind === 'left out' };
    }),
  );
  return told.toSorted((a, b) => Number(a.isLeftOut) - Number(b.isLeftOut)).map(({ item }) => item);
};

/** As many as fit, and how many more there are. */
const fitted = (items: readonly Block[], before: readonly Block[]): Block[] => {
  const more = (count: number): Block => ({
    kind: 'text',
    text: md`-# ${whether(count, '# more subscription of this server does', '# more subscriptions of this server do')} not fit here.`,
  });
  const shown = countFitting(items, [...before, more(items.length)]);
  return [...before, ...items.slice(0, shown), ...(shown < items.length ? [more(items.length - shown)] : [])];
};

export const why = slash({
  name: 'why',
  description: 'Tell what became of an article: when it came, and where it was posted or why not.',
  private: true,
  options: {
    article: {
      kind: 'string',
      description: 'Its address or title.',
      required: true,
      suggest: suggestTitles,
      maxLength: 500,
    },
  },
  run: async ({ options, by }, app): Promise<Reply> => {
    const article = await findArticle(app, options.article.trim());
    const lines = joinMarkup(await articleLines(app, article), '\n');
    const steps = await feedSteps(app, by, article);
    const before: Block[] = [{ kind: 'text', text: lines }, ...steps, { kind: 'divider' }];
    return { blocks: fitted(await traces(app, by, article), before) };
  },
});
