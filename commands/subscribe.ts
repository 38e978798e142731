/** `/subscribe`: has new articles posted to a channel, as they arrive or as digests. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import {
  addSubscription,
  checkPlace,
  defaultSchedule,
  findSubscription,
  lacksTag,
  PLAIN_SETTINGS,
  readRole,
  readTags,
  readTopic,
} from '../src/digests/manage-subscription.ts';
import { readQuietHours, readSchedule } from '../src/digests/read-schedule.ts';
import { topicFromQuestion } from '../src/digests/topic-from-question.ts';
import { askForTag } from '../src/discord/cards/ask-for-tag.ts';
import { subscriptionLines } from '../src/discord/cards/subscription-card.ts';
import {
  CADENCES,
  CHOSEN_TYPES,
  channelField,
  DAYS,
  LATER_TELLINGS,
  readLater,
  readTopicFields,
  topicFields,
} from '../src/discord/cards/subscription-form.ts';
import { type ActionInput, type Person, slash } from '../src/discord/command.ts';
import { md } from '../src/discord/markup.ts';
import { customId, type Form, type Reply, say } from '../src/discord/reply.ts';
import { suggestTags } from '../src/discord/suggest-subscriptions.ts';
import { suggestTimeZones } from '../src/discord/suggest-time-zones.ts';
import { suggestSources } from '../src/discord/suggestions.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { MAX_STORIES, MAX_TOPIC } from '../src/domain/subscription.ts';
import { LANGUAGES, languageOf } from '../src/language/languages.ts';
import { sentence, spoken } from '../src/language/message.ts';
import { announceSubscription } from './announce-subscription.ts';
import { findAsked } from './find-asked.ts';

const requireServer = ({ guildId }: Person): string => {
  if (guildId === null)
    throw new DatelineError('invalid', sentence`Subscriptions are for channels of a server. Use this there.`);
  return guildId;
};

/** What was chosen, as it is kept while a tag is asked for. */
const chosenSchema = z.object({
  channelId: z.string(),
  tag: z.string().nullable(),
  quiet: z.string().nullable(),
  when: z.enum(CADENCES.map(({ value }) => value)).nullable(),
  time: z.string().nullable(),
  day: z.string().nullable(),
  timezone: z.string().nullable(),
  settings: z.object({
    topic: z.string(),
    source: z.string().nullable(),
    roleId: z.string().nullable(),
    max: z.number(),
    silent: z.boolean(),
    lineWhenNothingNew: z.boolean(),
    publish: z.boolean(),
    language: z.string().default('en'),
    laterTellings: z.enum(LATER_TELLINGS.map(({ value }) => value)),
  }),
});

type Chosen = z.output<typeof chosenSchema>;

const subscribeTo = async (app: App, by: Person, chosen: Chosen): Promise<Reply> => {
  const guildId = requireServer(by);
  const place = await app.places.place(guildId, chosen.channelId);
  const tagIds = readTags(chosen.tag, place);
  const schedule = readSchedule(chosen, await defaultSchedule(guildId, app.subscriptions));
  const topic = await readTopic(chosen.settings.topic ?? '', guildId, app.places);
  const roleId = await readRole(chosen.settings.roleId ?? '', guildId, app.places);
  if (lacksTag(place, tagIds))
    return askForTag(place, customId('subscribe', 'tagged', await app.interactions.keep(by, chosen)));
  const { laterTellings } = chosen.settings;
  const { id: channelId, kind: channelKind } = checkPlace(place, { tagIds, laterTellings });
  const settings = {
    ...PLAIN_SETTINGS,
    ...chosen.settings,
    topic,
    channelId,
    channelKind,
    schedule,
    tagIds,
    roleId,
  };
  const hours = readQuietHours(chosen.quiet ?? '', schedule.timezone, schedule.timezone);
  const subscription = await addSubscription(app, settings, { id: by.id, guildId, newId: app.newId() });
  await app.quietHours.setSubscription(subscription.id, hours);
  return announceSubscription(app, subscription);
};

const MAY_NOT = sentence`Members with the Manage Server permission can subscribe a channel to this; ask one of them.`;

/** "Subscribe" under an answer. */
const formFromAnswer = async (input: ActionInput, app: App): Promise<Form> => {
  const { by } = input;
  if (!by.canManage) throw new DatelineError('forbidden', MAY_NOT);
  const { data } = await findAsked(app, input);
  const { query, verdict, missing } = await app.backend.answer(data.text, {
    asOfMs: data.asOfMs,
    also: data.also,
  });
  // Under a miss, what no article holds yet is just what is watched for.
  const topic = topicFromQuestion(query, verdict === 'none' ? [] : missing).slice(0, MAX_TOPIC);
  const schedule = await defaultSchedule(requireServer(by), app.subscriptions);
  return {
    title: spoken`Subscribe a channel`,
    customId: customId('subscribe', 'submit'),
    fields: [channelField(by.channelId), ...topicFields(topic, schedule)],
  };
};

const submitForm = ({ by, fields }: ActionInput, app: App): Promise<Reply> => {
  const { topic, ...when } = readTopicFields(fields);
  const channelId = fields.channel || by.channelId;
  const settings = { ...PLAIN_SETTINGS, topic, language: languageOf(by.locale).code };
  return subscribeTo(app, by, { ...when, channelId, tag: null, quiet: null, settings });
};

export const subscribe = slash({
  name: 'subscribe',
  description: 'Have new articles posted to a channel, as they arrive or as a digest.',
  place: 'servers',
  manage: true,
  private: true,
  options: {
    channel: {
      kind: 'channel',
      description: 'Where to post; by default this channel.',
      types: CHOSEN_TYPES,
    },
    topic: {
      kind: 'string',
      description: 'Words that must all appear, as in /ask; more topics with Change. By default everything.',
      maxLength: MAX_TOPIC,
    },
    source: { kind: 'string', description: 'Only articles from this source.', suggest: suggestSources },
    when: { kind: 'string', description: 'How often; by default daily.', choices: CADENCES },
    time: {
      kind: 'string',
      description: 'The hour, such as 09:00 or 6pm; by default 09:00.',
      maxLength: 12,
    },
    day: { kind: 'string', description: 'The day of a weekly digest; by default Monday.', choices: DAYS },
    timezone: {
      kind: 'string',
      description: 'The time zone of the hour, such as Europe/Berlin.',
      suggest: suggestTimeZones,
    },
    role: { kind: 'role', description: 'A role to mention in each digest.' },
    max: {
      kind: 'integer',
      description: 'Stories per digest at most; the rest comes in the next. By default 10.',
      min: 1,
      max: MAX_STORIES,
    },
    silent: { kind: 'boolean', description: 'Post without a notification.' },
    quiet_line: {
      kind: 'boolean',
      description: 'Post a line when there is nothing new, instead of nothing.',
    },
    publish: { kind: 'boolean', description: 'Publish to the followers of an announcement channel.' },
    quiet: {
      kind: 'string',
      description: 'Hours in which nothing is posted, such as 22:00-07:00; it comes after them.',
      maxLength: 30,
    },
    tag: { kind: 'string', description: 'Tags of the post, for forum channels.', suggest: suggestTags },
    language: {
      kind: 'string',
      description: 'The language of its posts; by default yours.',
      choices: LANGUAGES.map(({ name, code }) => ({ name, value: code })),
    },
    later: {
      kind: 'string',
      description: 'When another outlet tells what was posted; by default the post is edited.',
      choices: LATER_TELLINGS,
    },
  },
  run: ({ options, by }, app) => {
    const {
      channel,
      topic,
      source,
      when,
      time,
      day,
      timezone,
      role,
      max,
      silent,
      quiet_line,
      publish,
      quiet,
      tag,
      language,
    } = options;
    const settings = {
      topic: topic?.trim() ?? '',
      source: source?.trim() || null,
      roleId: role?.id ?? null,
      max: max ?? PLAIN_SETTINGS.max,
      silent: silent ?? false,
      lineWhenNothingNew: quiet_line ?? false,
      publish: publish ?? false,
      language: language ?? languageOf(by.locale).code,
      laterTellings: readLater(options.later),
    };
    const cadence = CADENCES.find(({ value }) => value === when)?.value ?? null;
    return subscribeTo(app, by, {
      when: cadence,
      time,
      day,
      timezone,
      tag,
      quiet,
      settings,
      channelId: channel?.id ?? by.channelId,
    });
  },
  actions: {
    from: { manage: false, form: formFromAnswer },
    tagged: {
      run: async ({ by, args, chosen: tag }, app) => {
        const { data } = await app.interactions.find(args[0], chosenSchema, by, 'own');
        return { ...(await subscribeTo(app, by, { ...data, tag })), inPlace: true };
      },
    },
    undo: {
      run: async ({ by, args }, app) => {
        const subscription = await findSubscription(app.subscriptions, args[0], by.guildId);
        await app.subscriptions.remove(subscription.id);
        return say(md`**Undone.** Nothing is posted. It was: ${subscriptionLines(subscription)}`, {
          tone: 'done',
          inPlace: true,
        });
      },
    },
    submit: { run: submitForm },
  },
});
