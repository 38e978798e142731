/** `/subscriptions`: what this server has subscribed to, and everything that can be done with it. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { describeStateReason } from '../src/digests/describe-state-reason.ts';
import {
  changeSubscription,
  checkPlace,
  findSubscription,
  lacksTag,
  readRole,
  readTopic,
  resumeSubscription,
} from '../src/digests/manage-subscription.ts';
import { previewDigest } from '../src/digests/preview-digest.ts';
import { readQuietHours, readSchedule } from '../src/digests/read-schedule.ts';
import { askForTag } from '../src/discord/cards/ask-for-tag.ts';
import { digestCard } from '../src/discord/cards/digest-card.ts';
import { nearestPage, turnButtons } from '../src/discord/cards/paging.ts';
import { subscriptionCard, subscriptionLines } from '../src/discord/cards/subscription-card.ts';
import {
  changeForm,
  languageForm,
  moveForm,
  quietForm,
  readLater,
  readTopicFields,
} from '../src/discord/cards/subscription-form.ts';
import { type Action, type ActionInput, readNumber, slash } from '../src/discord/command.ts';
import { joinMarkup, type Markup, md, mention } from '../src/discord/markup.ts';
import { actionButton, type Block, customId, type Reply, say } from '../src/discord/reply.ts';
import type { DeliveryResult } from '../src/domain/delivery.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { MAX_STORIES, type Subscription } from '../src/domain/subscription.ts';
import { languageOf } from '../src/language/languages.ts';
import { counted, sentence, spoken } from '../src/language/message.ts';
import { speaking } from '../src/language/speaking.ts';
import { quietHoursLine } from './announce-subscription.ts';

/** With a line and a button each, this many fit on a card. */
const PAGE = 10;

const list = async (app: App, guildId: string | null, wanted: number): Promise<Reply> => {
  const all = guildId === null ? [] : await app.subscriptions.ofGuild(guildId);
  if (all.length === 0)
    return say(md`**Nothing is subscribed yet.** \`/subscribe\` has new articles posted to a channel.`, {
      tone: 'none',
    });
  const pages = Math.ceil(all.length / PAGE);
  const page = nearestPage(wanted, pages);
  const items = all.slice(page * PAGE, (page + 1) * PAGE).map((subscription): Block => {
    const button = actionButton(spoken`Manage`, ['subscriptions', 'show', subscription.id]);
    return { kind: 'section', text: subscriptionLines(subscription), button };
  });
  const title = md`### ${counted(all.length, 'subscription')} in this server`;
  const buttons = turnButtons(page, pages, (to) => customId('subscriptions', 'list', to));
  return { blocks: [{ kind: 'text', text: title }, ...items, { kind: 'buttons', buttons }] };
};

const find = (app: App, { args, by }: ActionInput): Promise<Subscription> =>
  findSubscription(app.subscriptions, args[0], by.guildId);

const cardOf = async (
  app: App,
  subscription: Subscription,
  note?: Markup,
  isTrial = false,
): Promise<Reply> => {
  const lines = [note, await quietHoursLine(app, subscription)].filter((line) => line != null);
  return subscriptionCard(subscription, lines.length > 0 ? joinMarkup(lines, '\n') : undefined, isTrial);
};

/** An action on one subscription that ends with its card. */
const doing = (
  work: (subscription: Subscription, app: App, input: ActionInput) => Promise<Markup>,
  isTrial = false,
): Action => ({
  run: async (input, app) => {
    const note = await work(await find(app, input), app, input);
    return { ...(await cardOf(app, await find(app, input), note, isTrial)), inPlace: true };
  },
});

const pause = doing(async ({ id }, app) => {
  await app.subscriptions.setState(id, 'paused', null);
  return md`**Paused.** What comes meanwhile is posted when you resume.`;
});

const resume = doing(async (subscription, app) => {
  checkPlace(await app.places.place(subscription.guildId, subscription.channelId), subscription);
  await resumeSubscription(app, subscription);
  return md`**Resumed.** What came meanwhile is posted at once, in one digest.`;
});

/** Settles a delivery that nobody could confirm. */
const settle = (hasArrived: boolean): Action =>
  doing(async ({ id }, app) => {
    const held = (await app.ledger.unfinished()).find(
      ({ subscriptionId, state }) => subscriptionId === id && state === 'held',
    );
    if (held === undefined || !(await app.digests.resolve(held.id, hasArrived)))
      return md`That is settled already.`;
    return hasArrived
      ? md`**Noted.** It goes on after the digest that arrived.`
      : md`**It is being posted again.**`;
  });

const preview: Action = {
  run: async (input, app) => {
    const subscription = await find(app, input);
    const { digest, isSample } = await previewDigest(
      subscription,
      await app.hearing.at(subscription),
      app.now(),
    );
    if (digest.stories.length === 0)
      return say(md`No article matches so far.`, { tone: 'none', visibility: 'private' });
    const note = isSample
      ? md`-# Nothing is new: this is a sample of the newest articles.`
      : md`-# It would look like this now.`;
    const card = speaking(digest.language, () => digestCard(digest, { isPreview: true, note }));
    return { ...card, visibility: 'private' };
  },
};

/** A second press this soon is taken for the same one. */
const TRIAL_EVERY_MS = 60_000;
/** When a trial was posted last, by subscription. */
const trials = new Map<string, number>();

const trial = doing(async (subscription, app) => {
  const { id } = subscription;
  const lastMs = trials.get(id);
  if (lastMs !== undefined && app.now() - lastMs < TRIAL_EVERY_MS)
    return md`**Already posted.** Another trial can follow in a minute.`;
  trials.set(id, app.now());
  try {
    const { digest } = await previewDigest(subscription, await app.hearing.at(subscription), app.now());
    return trialNote(await app.sender.sendTrial(app.newId(), subscription, digest), subscription);
  } catch (error) {
    trials.delete(id);
    throw error;
  }
}, true);

const trialNote = (result: DeliveryResult, subscription: Subscription): Markup => {
  if (result.kind === 'dropped')
    throw new DatelineError('forbidden', describeStateReason(result.reason, subscription));
  if (result.kind === 'retry')
    throw new DatelineError('unavailable', sentence`Discord has trouble right now. Try again in a minute.`);
  return md`**Posted** a trial in ${mention('channel', result.postedIn)}.`;
};

/** A code of no language means English. */
const translated = doing(async (subscription, app, { fields }) => {
  const { code: language } = languageOf(fields.language ?? subscription.language);
  await changeSubscription(app, subscription, { ...subscription, language });
  return md`**Changed.**`;
});

const changed = doing(async (subscription, app, { fields }) => {
  const { topic: typed, ...when } = readTopicFields(fields);
  const topic = await readTopic(typed, subscription.guildId, app.places);
  const schedule = readSchedule(when, subscription.schedule);
  const settings = { ...subscription, topic, schedule, laterTellings: readLater(fields.later) };
  if (settings.laterTellings === 'thread')
    checkPlace(await app.places.place(settings.guildId, settings.channelId), settings);
  await changeSubscription(app, subscription, settings);
  return md`**Changed.**`;
});

const readMax = (typed: string): number => {
  const max = Number(typed);
  if (!Number.isInteger(max) || max < 1 || max > MAX_STORIES)
    throw new DatelineError(
      'invalid',
      sentence`Expected a number of stories from 1 to ${MAX_STORIES}; got “${typed}”.`,
    );
  return max;
};

const moveSchema = z.object({
  channelId: z.string(),
  tagIds: z.array(z.string()),
  roleId: z.string().nullable(),
  max: z.number(),
  silent: z.boolean(),
});

/** Whoever presses is notified by direct message from now on, or no longer. */
const surge = doing(async ({ id }, app, { by }) => {
  const isOn = await app.surges.toggle({ subscriptionId: id, userId: by.id });
  return isOn
    ? md`**I will write to you** when many more articles on this come within an hour than usual. Press again to end that.`
    : md`**Ended.** I no longer write to you of surges.`;
});

const quieted = doing(async ({ id, schedule }, app, { fields: { hours = '', timezone = '' } }) => {
  await app.quietHours.setSubscription(id, readQuietHours(hours, timezone, schedule.timezone));
  return md`**Changed.**`;
});

/** Asks for a tag if the forum needs one. */
const moveTo = async (input: ActionInput, app: App, wanted: z.output<typeof moveSchema>): Promise<Reply> => {
  const subscription = await find(app, input);
  const place = await app.places.place(subscription.guildId, wanted.channelId);
  // Those chosen may be of the forum that was left.
  const tagIds = wanted.tagIds.filter((tagId) => place?.tags.some(({ id }) => id === tagId));
  if (lacksTag(place, tagIds)) {
    const kept = await app.interactions.keep(input.by, wanted);
    return askForTag(place, customId('subscriptions', 'tagged', subscription.id, kept));
  }
  const { id: channelId, kind: channelKind } = checkPlace(place, { ...subscription, tagIds });
  await changeSubscription(app, subscription, { ...subscription, ...wanted, channelId, channelKind, tagIds });
  return { ...(await cardOf(app, await find(app, input), md`**Changed.**`)), inPlace: true };
};

const moved: Action = {
  run: async (input, app) => {
    const { channel = '', tags = '', role = '', max = '', silent = '' } = input.fields;
    const { guildId } = await find(app, input);
    return moveTo(input, app, {
      channelId: channel,
      tagIds: tags.split(',').filter((id) => id !== ''),
      roleId: await readRole(role, guildId, app.places),
      max: readMax(max),
      silent: silent === 'yes',
    });
  },
};

const tagged: Action = {
  run: async (input, app) => {
    const { data } = await app.interactions.find(input.args[1], moveSchema, input.by, 'own');
    return moveTo(input, app, { ...data, tagIds: [input.chosen ?? ''] });
  },
};

/** Asks first. Also the answer of `/unsubscribe`. */
export const confirmRemoval = (subscription: Subscription): Reply => ({
  tone: 'problem',
  visibility: 'private',
  blocks: [
    {
      kind: 'text',
      text: md`**Remove this subscription?** It cannot be brought back; what it posted stays.\n${subscriptionLines(subscription)}`,
    },
    {
      kind: 'buttons',
      buttons: [
        actionButton(spoken`Remove`, ['subscriptions', 'removed', subscription.id], 'danger'),
        actionButton(spoken`Keep`, ['subscriptions', 'show', subscription.id]),
      ],
    },
  ],
});

export const subscriptions = slash({
  name: 'subscriptions',
  description: 'List what this server has subscribed to, and preview, pause, change or remove it.',
  place: 'servers',
  manage: true,
  private: true,
  run: ({ by }, app) => list(app, by.guildId, 0),
  actions: {
    list: {
      run: async ({ args, by }, app) => ({
        ...(await list(app, by.guildId, readNumber(args[0]))),
        inPlace: true,
      }),
    },
    show: { run: async (input, app) => ({ ...(await cardOf(app, await find(app, input))), inPlace: true }) },
    pause,
    resume,
    arrived: settle(true),
    again: settle(false),
    preview,
    trial,
    change: { form: async (input, app) => changeForm(await find(app, input)) },
    changed,
    surge,
    quiet: {
      form: async (input, app) => {
        const subscription = await find(app, input);
        return quietForm(subscription, await app.quietHours.ofSubscription(subscription.id));
      },
    },
    quieted,
    language: { form: async (input, app) => languageForm(await find(app, input)) },
    translated,
    move: {
      form: async (input, app) => {
        const subscription = await find(app, input);
        const place = await app.places.knownPlace(subscription.guildId, subscription.channelId);
        return moveForm(subscription, place?.tags ?? []);
      },
    },
    moved,
    tagged,
    remove: { run: async (input, app) => ({ ...confirmRemoval(await find(app, input)), inPlace: true }) },
    removed: {
      run: async (input, app) => {
        const subscription = await find(app, input);
        await app.subscriptions.remove(subscription.id);
        return say(md`**Removed.** ${subscriptionLines(subscription)}`, { tone: 'done', inPlace: true });
      },
    },
  },
});
