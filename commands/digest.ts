/** `/digest`: a digest for oneself, now; and the buttons under the digests that were posted. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { composeDigest, partsOf } from '../src/digests/compose-digest.ts';
import { digestNow, readSince } from '../src/digests/digest-now.ts';
import { dateText } from '../src/discord/cards/article-line.ts';
import { developmentCard } from '../src/discord/cards/development-card.ts';
import { digestCard } from '../src/discord/cards/digest-card.ts';
import { subscriptionButtons, subscriptionLines } from '../src/discord/cards/subscription-card.ts';
import { type ActionInput, readNumber, slash } from '../src/discord/command.ts';
import { joinMarkup, md, moment } from '../src/discord/markup.ts';
import { customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestDays } from '../src/discord/suggestions.ts';
import { archiveEndMs } from '../src/domain/archive-end.ts';
import { publishedMs } from '../src/domain/article.ts';
import type { Delivery } from '../src/domain/delivery.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { PostedAnswer } from '../src/domain/posted-answer.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { MAX_TOPIC } from '../src/domain/subscription.ts';
import { sentence } from '../src/language/message.ts';
import { postedNewsSchema } from '../src/store/posted-news.ts';
import { correctionOf } from './find-asked.ts';

const askedSchema = z.object({ topic: z.string(), since: z.string(), asOfMs: z.number() });
type Asked = z.infer<typeof askedSchema>;

const show = async (app: App, id: string, { topic, since, asOfMs }: Asked, page: number): Promise<Reply> => {
  const digest = await digestNow(topic, since, { articles: app.articles, questions: app.backend }, asOfMs);
  if (digest.stories.length === 0) {
    const [newest] = await app.articles.latest({ count: 1, before: new Date(asOfMs).toISOString() });
    const until = newest !== undefined && md`The newest article is from ${dateText(newest.published)}.`;
    const nothing =
      topic === ''
        ? md`**Nothing was published since ${dateText(since)}.**`
        : md`**Nothing on “${topic}” since ${dateText(since)}.**`;
    return say(joinMarkup([nothing, until, md`Try an earlier day with \`since\`.`], ' '), { tone: 'none' });
  }
  return digestCard(digest, { page, pageId: (to) => customId('digest', 'page', id, to) });
};

/** Where days count from: now, or the end of the newest article's day if no more arrive. */
const clockOf = async (app: App): Promise<number> => {
  const nowMs = app.now();
  const [newest] = await app.articles.latest({ count: 1, before: new Date(nowMs).toISOString() });
  const newestMs = publishedMs(newest?.published ?? null);
  return newestMs === null ? nowMs : (archiveEndMs(newestMs, nowMs) ?? nowMs);
};

const find = async (
  app: App,
  { args: [id], by }: ActionInput,
): Promise<{ delivery: Delivery; subscription: Subscription }> => {
  const delivery = await app.ledger.get(id ?? '');
  const subscription = delivery && (await app.subscriptions.get(delivery.subscriptionId));
  if (delivery === null || subscription === null || subscription.guildId !== by.guildId)
    throw new DatelineError(
      'not_found',
      sentence`The subscription that posted this digest was removed, so there is nothing more to show.`,
    );
  return { delivery, subscription };
};

const postedPage = async (input: ActionInput, app: App, page: number): Promise<Reply> => {
  const { delivery, subscription } = await find(app, input);
  return digestCard(await composeDigest(partsOf(delivery, subscription), app.articles), { page });
};

const about = async (input: ActionInput, app: App): Promise<Reply> => {
  const { delivery, subscription } = await find(app, input);
  const isTheirs = input.by.canManage;
  const help = isTheirs ? null : md`-# Members with Manage Server can change it with \`/subscriptions\`.`;
  const what = md`This digest was put together ${moment(delivery.claimedAtMs)} from new articles since the one before.`;
  return {
    visibility: 'private',
    blocks: [
      { kind: 'text', text: joinMarkup([subscriptionLines(subscription), what, help], '\n') },
      { kind: 'buttons', buttons: isTheirs ? subscriptionButtons(subscription) : [] },
    ],
  };
};

/** What was posted of a later telling, once a sentence it quotes is corrected. */
const rebuildNews = async ({ id, guildId }: PostedAnswer, app: App): Promise<Reply | null> => {
  const kept = await app.interactions.find(id, postedNewsSchema, { id: '', guildId }).catch(() => null);
  if (kept === null) return null;
  const { development, told, asOfMs } = kept.data;
  const excerpts = told.quotes.map(({ text }) => ({ seq: told.article.seq, text }));
  const correction = await correctionOf(app, { excerpts }, asOfMs);
  return correction && developmentCard(development, told, correction);
};

export const digest = slash({
  name: 'digest',
  description: 'Show yourself a digest now: what was published lately, as stories.',
  private: true,
  options: {
    topic: {
      kind: 'string',
      description: 'Words that must all appear, as in /ask. By default everything.',
      maxLength: MAX_TOPIC,
    },
    since: {
      kind: 'string',
      description: 'The day it begins, such as 2024-03-12 or last week; by default yesterday.',
      suggest: suggestDays,
    },
  },
  run: async ({ options: { topic, since }, by }, app) => {
    const asOfMs = await clockOf(app);
    const asked = { topic: topic?.trim() ?? '', since: readSince(since, asOfMs), asOfMs };
    return show(app, await app.interactions.keep(by, asked), asked, 0);
  },
  rebuildPosted: rebuildNews,
  actions: {
    page: {
      run: async ({ args, by }, app) => {
        const { id, data } = await app.interactions.find(args[0], askedSchema, by, 'own');
        return { ...(await show(app, id, data, readNumber(args[1]))), inPlace: true };
      },
    },
    more: { run: async (input, app) => ({ ...(await postedPage(input, app, 1)), visibility: 'private' }) },
    turn: {
      run: async (input, app) => ({
        ...(await postedPage(input, app, readNumber(input.args[1]))),
        inPlace: true,
      }),
    },
    about: { run: about },
  },
});
