/** `/subscriptions`: what this server has subscribed to, and everything that can be done with it. */

import type { App } from '../src/app.ts';
import { describeStateReason } from '../src/digests/describe-state-reason.ts';
import { checkPlace, resumeSubscription } from '../src/digests/manage-subscription.ts';
import { previewDigest } from '../src/digests/preview-digest.ts';
import { digestCard } from '../src/discord/cards/digest-card.ts';
import { nearestPage, turnButtons } from '../src/discord/cards/paging.ts';
import { subscriptionLines } from '../src/discord/cards/subscription-card.ts';
import { changeForm, languageForm, moveForm, quietForm } from '../src/discord/cards/subscription-form.ts';
import { type Action, readNumber, slash } from '../src/discord/command.ts';
import { type Markup, md, mention } from '../src/discord/markup.ts';
import { actionButton, type Block, customId, type Reply, say } from '../src/discord/reply.ts';
import type { DeliveryResult } from '../src/domain/delivery.ts';
import { DatelineError } from '../src/domain/errors.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { counted, sentence, spoken } from '../src/language/message.ts';
import { speaking } from '../src/language/speaking.ts';
import { changed, moved, quieted, tagged, translated } from './change-subscription.ts';
import { cardOf, doing, findPressed } from './subscription-action.ts';

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
    const subscription = await findPressed(app, input);
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
});

const trialNote = (result: DeliveryResult, subscription: Subscription): Markup => {
  if (result.kind === 'dropped')
    throw new DatelineError('forbidden', describeStateReason(result.reason, subscription));
  if (result.kind === 'retry')
    throw new DatelineError('unavailable', sentence`Discord has trouble right now. Try again in a minute.`);
  return md`**Posted** a trial in ${mention('channel', result.postedIn)}.`;
};

/** Whoever presses is notified by direct message from now on, or no longer. */
const surge = doing(async ({ id }, app, { by }) => {
  const isOn = await app.surges.toggle({ subscriptionId: id, userId: by.id });
  return isOn
    ? md`**I will write to you** when many more articles on this come within an hour than usual. Press again to end that.`
    : md`**Ended.** I no longer write to you of surges.`;
}, true);

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
    show: {
      run: async (input, app) => ({ ...(await cardOf(app, await findPressed(app, input))), inPlace: true }),
    },
    more: {
      run: async (input, app) => ({
        ...(await cardOf(app, await findPressed(app, input), { isWhole: true })),
        inPlace: true,
      }),
    },
    pause,
    resume,
    arrived: settle(true),
    again: settle(false),
    preview,
    trial,
    change: { form: async (input, app) => changeForm(await findPressed(app, input)) },
    changed,
    surge,
    quiet: {
      form: async (input, app) => {
        const subscription = await findPressed(app, input);
        return quietForm(subscription, await app.quietHours.ofSubscription(subscription.id));
      },
    },
    quieted,
    language: { form: async (input, app) => languageForm(await findPressed(app, input)) },
    translated,
    move: {
      form: async (input, app) => {
        const subscription = await findPressed(app, input);
        const place = await app.places.knownPlace(subscription.guildId, subscription.channelId);
        return moveForm(subscription, place?.tags ?? []);
      },
    },
    moved,
    tagged,
    remove: {
      run: async (input, app) => ({ ...confirmRemoval(await findPressed(app, input)), inPlace: true }),
    },
    removed: {
      run: async (input, app) => {
        const subscription = await findPressed(app, input);
        await app.subscriptions.remove(subscription.id);
        return say(md`**Removed:** ${subscriptionLines(subscription)}`, { tone: 'done', inPlace: true });
      },
    },
  },
});
