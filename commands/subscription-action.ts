/** In: a button under a subscription. Out: the subscription it is about, and its card. */
import type { App } from '../src/app.ts';
import { findSubscription } from '../src/digests/manage-subscription.ts';
import { type SubscriptionCardOptions, subscriptionCard } from '../src/discord/cards/subscription-card.ts';
import type { Action, ActionInput } from '../src/discord/command.ts';
import { joinMarkup, type Markup } from '../src/discord/markup.ts';
import type { Reply } from '../src/discord/reply.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { quietHoursLine } from './announce-subscription.ts';

export const findPressed = (app: App, { args, by }: ActionInput): Promise<Subscription> =>
  findSubscription(app.subscriptions, args[0], by.guildId);

export const cardOf = async (
  app: App,
  subscription: Subscription,
  { note, isWhole = false }: SubscriptionCardOptions = {},
): Promise<Reply> => {
  const lines = [note, await quietHoursLine(app, subscription)].filter((line) => line != null);
  return subscriptionCard(subscription, {
    ...(lines.length > 0 && { note: joinMarkup(lines, '\n') }),
    isWhole,
  });
};

/** An action on one subscription that ends with its card, and with all its buttons if the same one may follow. */
export const doing = (
  work: (subscription: Subscription, app: App, input: ActionInput) => Promise<Markup>,
  isWhole = false,
): Action => ({
  run: async (input, app) => {
    const note = await work(await findPressed(app, input), app, input);
    return { ...(await cardOf(app, await findPressed(app, input), { note, isWhole })), inPlace: true };
  },
});
