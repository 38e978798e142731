/** The forms that set up and change subscriptions, and what was written in them. */
import { ChannelType } from 'discord.js';
import { PLAIN_SETTINGS } from '../../digests/manage-subscription.ts';
import type { PostingPlace } from '../../digests/posting-places.ts';
import type { ScheduleWords } from '../../digests/read-schedule.ts';
import { hoursText, type QuietHours } from '../../domain/quiet-hours.ts';
import { type Cadence, formatTimeOfDay, type Schedule, WEEKDAYS } from '../../domain/schedule.ts';
import type { LaterTellings, Subscription } from '../../domain/subscription.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { spoken, tell } from '../../language/message.ts';
import type { ActionInput } from '../command.ts';
import { POSTING_TYPES } from '../find-places.ts';
import { type Choice, customId, type Form } from '../reply.ts';

/** Of all topics of a subscription, with their roles. */
const MAX_TOPICS_CHARS = 1_000;

/** How often a subscription may post. The names are keys of the catalogues. */
export const CADENCES: readonly (Choice & { readonly value: Cadence })[] = [
  { name: 'As they arrive', value: 'arrival' },
  { name: 'Hourly', value: 'hourly' },
  { name: 'Daily', value: 'daily' },
  { name: 'Weekly', value: 'weekly' },
];

/** What may become of a later article about a posted story. */
export const LATER_TELLINGS: readonly (Choice & { readonly value: LaterTellings })[] = [
  { name: 'Edit the post (one event, one post)', value: 'edit' },
  { name: 'Edit the post, and tell what is new in its thread', value: 'thread' },
  { name: 'Post every article', value: 'post' },
];
/** Whoever uses the command in a private thread may post there, but it is not among the channels to choose from. */
export const CHOSEN_TYPES = POSTING_TYPES.filter((type) => type !== ChannelType.PrivateThread);

const translated = ({ name, value }: Choice): Choice => ({ name: tell(name), value });

/** Days of the week, from Monday. */
export const DAYS: readonly Choice[] = [...WEEKDAYS.slice(1), WEEKDAYS[0]].map((name) => ({
  name,
  value: name,
}));

/** A choice of `when` in a form: forms have no room for a day of its own, so a weekly digest is chosen with its day. */
interface Moment {
  readonly cadence: Cadence;
  readonly day: string | null;
}

const MOMENTS: readonly Moment[] = CADENCES.flatMap(({ value: cadence }): Moment[] =>
  cadence === 'weekly' ? DAYS.map(({ name: day }) => ({ cadence, day })) : [{ cadence, day: null }],
);

/** As a form sends it back. */
const momentValue = ({ cadence, day }: Moment): string => (day === null ? cadence : `${cadence} ${day}`);

const momentName = ({ cadence, day }: Moment): string =>
  day === null
    ? tell(CADENCES.find(({ value }) => value === cadence)!.name)
    : spoken`Weekly, on ${tell(day)}`;

/** The fields that say what and when, filled in; used for changes as well. */
export const topicFields = (
  topic: string,
  { cadence, weekday, timezone, ...time }: Schedule,
): Form['fields'] => [
  {
    kind: 'paragraph',
    name: 'topic',
    label: spoken`Topics`,
    hint: spoken`One per line, as in /ask; after it, a role to mention: ferry strike @Commuters. Empty: everything.`,
    value: topic,
    maxLength: MAX_TOPICS_CHARS,
  },
  {
    kind: 'choice',
    name: 'when',
    label: spoken`When`,
    choices: MOMENTS.map((moment) => ({ name: momentName(moment), value: momentValue(moment) })),
    value: momentValue({ cadence, day: cadence === 'weekly' ? WEEKDAYS[weekday]! : null }),
    required: true,
  },
  {
    kind: 'line',
    name: 'time',
    label: spoken`Time`,
    hint: spoken`Such as 09:00 or 9pm`,
    value: formatTimeOfDay(time),
    maxLength: 12,
  },
  {
    kind: 'line',
    name: 'timezone',
    label: spoken`Time zone`,
    hint: spoken`Such as Europe/Berlin`,
    value: timezone,
    maxLength: 60,
  },
];

/** What the fields of `topicFields` said. */
export const readTopicFields = (
  fields: ActionInput['fields'],
): ScheduleWords & { readonly topic: string } => {
  const { time = '', timezone = '', topic = '' } = fields;
  const moment = MOMENTS.find((each) => momentValue(each) === fields.when);
  return { topic: topic.trim(), when: moment?.cadence ?? null, time, day: moment?.day ?? null, timezone };
};

/** What becomes of later tellings; for changes alone. */
const laterField = (value: LaterTellings): Form['fields'][number] => ({
  kind: 'choice',
  name: 'later',
  label: spoken`When another outlet tells what was posted`,
  choices: LATER_TELLINGS.map(translated),
  value,
  required: true,
});

/** What that field, or the option of the same name, says. */
export const readLater = (typed: string | null | undefined): LaterTellings =>
  LATER_TELLINGS.find(({ value }) => value === typed)?.value ?? PLAIN_SETTINGS.laterTellings;

/** Where to post. */
export const channelField = (channelId: string): Form['fields'][number] => ({
  kind: 'channel',
  name: 'channel',
  label: spoken`Channel`,
  types: CHOSEN_TYPES,
  value: channelId,
  required: true,
});

/** Topics, schedule and what becomes of later tellings, as they are. */
export const changeForm = ({ id, topic, schedule, laterTellings }: Subscription): Form => ({
  title: spoken`Change the subscription`,
  customId: customId('subscriptions', 'changed', id),
  fields: [...topicFields(topic, schedule), laterField(laterTellings)],
});

/** Where it posts, whom it mentions and how much. `tags` are those of the channel, if it is a forum. */
export const moveForm = (
  { id, channelId, tagIds, max, silent, roleId }: Subscription,
  tags: PostingPlace['tags'],
): Form => ({
  title: spoken`Channel and role`,
  customId: customId('subscriptions', 'moved', id),
  fields: [
    channelField(channelId),
    ...(tags.length === 0
      ? []
      : [
          {
            kind: 'choices',
            name: 'tags',
            label: spoken`Tags of its posts`,
            choices: tags.map((tag) => ({ name: tag.name, value: tag.id })),
            value: tagIds.join(),
          } as const,
        ]),
    {
      kind: 'role',
      name: 'role',
      label: spoken`Role to mention`,
      placeholder: spoken`Nobody`,
      ...(roleId && { value: roleId }),
    },
    {
      kind: 'line',
      name: 'max',
      label: spoken`Stories per digest`,
      value: String(max),
      required: true,
      maxLength: 2,
    },
    {
      kind: 'choice',
      name: 'silent',
      label: spoken`Without a notification`,
      choices: [
        { name: spoken`Yes`, value: 'yes' },
        { name: spoken`No`, value: 'no' },
      ],
      value: silent ? 'yes' : 'no',
    },
  ],
});

/** `hours`: those it has now, or null. */
export const quietForm = ({ id, schedule }: Subscription, hours: QuietHours | null): Form => ({
  title: spoken`Quiet hours`,
  customId: customId('subscriptions', 'quieted', id),
  fields: [
    {
      kind: 'line',
      name: 'hours',
      label: spoken`Nothing is posted from … to …`,
      hint: spoken`Such as 22:00-07:00. Empty: none.`,
      value: hours === null ? '' : hoursText(hours),
      maxLength: 30,
    },
    {
      kind: 'line',
      name: 'timezone',
      label: spoken`Time zone`,
      value: hours?.timezone ?? schedule.timezone,
      maxLength: 60,
    },
  ],
});

export const languageForm = ({ id, language }: Subscription): Form => ({
  title: spoken`Language of its posts`,
  customId: customId('subscriptions', 'translated', id),
  fields: [
    {
      kind: 'choice',
      name: 'language',
      label: spoken`Language`,
      choices: LANGUAGES.map(({ name, code }) => ({ name, value: code })),
      value: language,
      required: true,
    },
  ],
});
