/** `/unsubscribe`: removes a subscription of this server, after asking. */
import { findSubscription } from '../src/digests/manage-subscription.ts';
import { slash } from '../src/discord/command.ts';
import { suggestSubscriptions } from '../src/discord/suggest-subscriptions.ts';
import { confirmRemoval } from './subscriptions.ts';

export const unsubscribe = slash({
  name: 'unsubscribe',
  description: 'Remove a subscription.',
  place: 'servers',
  manage: true,
  private: true,
  options: {
    subscription: {
      kind: 'string',
      description: 'Which one.',
      required: true,
      suggest: suggestSubscriptions,
    },
  },
  run: async ({ options, by }, app) =>
    confirmRemoval(await findSubscription(app.subscriptions, options.subscription, by.guildId)),
});
