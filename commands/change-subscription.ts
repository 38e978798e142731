/** In: the forms that change a subscription, filled in. Out: the subscription changed: its topic, language, quiet hours, or place. */
import { z } from 'zod';
import type { App } from '../src/app.ts';
import {
  changeSubscription,
  checkPlace,
  lacksTag,
  readRole,
  readTopic,
} from '../src/digests/manage-subscription.ts';
import { readQuietHours, readSchedule } from '../src/digests/read-schedule.ts';
import { askForTag } from '../src/discord/cards/ask-for-tag.ts';
import { readLater, readTopicFields } from '../src/discord/cards/subscription-form.ts';
import type { Action, ActionInput } from '../src/discord/command.ts';
import { md } from '../src/discord/markup.ts';
import { customId, type Reply } from '../src/discord/reply.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { MAX_STORIES } from '../src/domain/subscription.ts';
import { languageOf } from '../src/language/languages.ts';
import { sentence } from '../src/language/message.ts';
import { cardOf, doing, findPressed } from './subscription-action.ts';

/** A code of no language means English. */
export const translated = doing(async (subscription, app, { fields }) => {
  const { code: language } = languageOf(fields.language ?? subscription.language);
  await changeSubscription(app, subscription, { ...subscription, language });
  return md`**Changed.**`;
});

export const changed = doing(async (subscription, app, { fields }) => {
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

export const quieted = doing(async ({ id, schedule }, app, { fields: { hours = '', timezone = '' } }) => {
  await app.quietHours.setSubscription(id, readQuietHours(hours, timezone, schedule.timezone));
  return md`**Changed.**`;
});

/** Asks for a tag if the forum needs one. */
const moveTo = async (input: ActionInput, app: App, wanted: z.output<typeof moveSchema>): Promise<Reply> => {
  const subscription = await findPressed(app, input);
  const place = await app.places.place(subscription.guildId, wanted.channelId);
  // Those chosen may be of the forum that was left.
  const tagIds = wanted.tagIds.filter((tagId) => place?.tags.some(({ id }) => id === tagId));
  if (lacksTag(place, tagIds)) {
    const kept = await app.interactions.keep(input.by, wanted);
    return askForTag(place, customId('subscriptions', 'tagged', subscription.id, kept));
  }
  const { id: channelId, kind: channelKind } = checkPlace(place, { ...subscription, tagIds });
  await changeSubscription(app, subscription, { ...subscription, ...wanted, channelId, channelKind, tagIds });
  return { ...(await cardOf(app, await findPressed(app, input), { note: md`**Changed.**` })), inPlace: true };
};

export const moved: Action = {
  run: async (input, app) => {
    const { channel = '', tags = '', role = '', max = '', silent = '' } = input.fields;
    const { guildId } = await findPressed(app, input);
    return moveTo(input, app, {
      channelId: channel,
      tagIds: tags.split(',').filter((id) => id !== ''),
      roleId: await readRole(role, guildId, app.places),
      max: readMax(max),
      silent: silent === 'yes',
    });
  },
};

export const tagged: Action = {
  run: async (input, app) => {
    const { data } = await app.interactions.find(input.args[1], moveSchema, input.by, 'own');
    return moveTo(input, app, { ...data, tagIds: [input.chosen ?? ''] });
  },
};
