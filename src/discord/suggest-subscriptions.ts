/** In: what was typed for a subscription, or for a tag of the forum it posts to. Out: what to offer for it. */
import { subscriptionName } from './cards/subscription-card.ts';
import type { Suggest } from './command.ts';
import { MAX_CHOICES } from './messages.ts';

/** This server's subscriptions. */
export const suggestSubscriptions: Suggest = async (typed, app, { by }) => {
  const all = by.guildId === null ? [] : await app.subscriptions.ofGuild(by.guildId);
  const named = await Promise.all(
    all.slice(0, 100).map(async (each) => {
      const place = await app.places.knownPlace(each.guildId, each.channelId);
      return { name: subscriptionName(each, place?.name ?? null), value: each.id };
    }),
  );
  return named
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, MAX_CHOICES);
};

/** Tags of the forum chosen, or of this channel. */
export const suggestTags: Suggest = async (typed, app, { by, typed: others }) => {
  const channelId = String(others.channel ?? by.channelId);
  const place = by.guildId === null ? null : await app.places.knownPlace(by.guildId, channelId);
  return (place?.tags ?? [])
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ name }) => ({ name, value: name }));
};
