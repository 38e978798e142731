/** In: a subscription. Out: the lines and cards that show it to those who manage it. */

import { describeStateReason } from '../../digests/describe-state-reason.ts';
import { describeSchedule } from '../../domain/schedule.ts';
import {
  describeTopic,
  type Subscription,
  type SubscriptionState,
  topicsOf,
} from '../../domain/subscription.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, mention, moment, oneLine } from '../markup.ts';
import { actionButton, type Block, type Button, type Reply } from '../reply.ts';

const MAX_TOPIC = 120;

const state = ({ state: is, schedule, nextRunMs }: Subscription): Markup => {
  if (is === 'paused') return md`paused`;
  if (is === 'stopped') return md`**stopped**`;
  if (is === 'held') return md`**waits for you**`;
  return schedule.cadence === 'arrival'
    ? md`active`
    : md`next ${moment(nextRunMs)} (${moment(nextRunMs, 'R')})`;
};

const delivered = ({ lastDeliveredAtMs, deliveries, articles }: Subscription): Markup =>
  lastDeliveredAtMs === null
    ? md`nothing posted yet`
    : md`last ${moment(lastDeliveredAtMs, 'R')}, ${counted(deliveries, 'digest')} with ${counted(articles, 'article')} so far`;

/** Two lines: what and where, then when and how it goes. */
export const subscriptionLines = (subscription: Subscription): Markup => {
  const where = mention('channel', subscription.channelId);
  const rule = describeSchedule(subscription.schedule);
  const facts = joinMarkup([rule, state(subscription), delivered(subscription)], ' · ');
  return md`**${oneLine(describeTopic(subscription), MAX_TOPIC)}** in ${where}\n-# ${facts}`;
};

/** As one line of plain text, for suggestions. */
export const subscriptionName = (subscription: Subscription, channelName: string | null): string =>
  oneLine(
    `${describeTopic(subscription)} · ${channelName === null ? '' : `#${channelName} · `}${describeSchedule(subscription.schedule)}`,
    100,
  );

const allButtons = (id: string) => {
  const button = (label: string, action: string, style?: Parameters<typeof actionButton>[2]): Button =>
    actionButton(label, ['subscriptions', action, id], style);
  return {
    pause: button(spoken`Pause`, 'pause'),
    resume: button(spoken`Resume`, 'resume', 'success'),
    arrived: button(spoken`It arrived`, 'arrived', 'success'),
    again: button(spoken`Post it again`, 'again'),
    preview: button(spoken`Preview`, 'preview'),
    change: button(spoken`Change`, 'change'),
    trial: button(spoken`Trial post`, 'trial'),
    move: button(spoken`Channel and role`, 'move'),
    quiet: button(spoken`Quiet hours`, 'quiet'),
    surge: button(spoken`Tell me of a surge`, 'surge'),
    language: button(spoken`Language`, 'language'),
    more: button(spoken`More`, 'more'),
    remove: button(spoken`Remove`, 'remove', 'danger'),
  };
};

type ButtonName = keyof ReturnType<typeof allButtons>;

/** What is done most, and what the reason of the state names. */
const FIRST: Readonly<Record<SubscriptionState, readonly ButtonName[]>> = {
  active: ['pause', 'preview', 'change'],
  paused: ['resume', 'preview', 'change'],
  stopped: ['resume', 'move', 'change'],
  held: ['arrived', 'again'],
};
const REST: readonly ButtonName[] = [
  'preview',
  'change',
  'trial',
  'move',
  'quiet',
  'surge',
  'language',
  'remove',
];

/** What is done most, the rest behind *More*; or, with `isWhole`, everything. */
export const subscriptionButtons = (
  { id, state: is }: Pick<Subscription, 'id' | 'state'>,
  isWhole = false,
): Button[] => {
  const all = allButtons(id);
  const names = new Set([...FIRST[is], ...(isWhole ? REST : (['more', 'remove'] as const))]);
  return [...names].map((name) => all[name]);
};

/** Under one that was just set up. */
export const newSubscriptionButtons = ({ id }: Pick<Subscription, 'id'>): Button[] => {
  const { trial, change, more } = allButtons(id);
  return [actionButton(spoken`Undo`, ['subscribe', 'undo', id], 'primary'), trial, change, more];
};

const details = (subscription: Subscription): Markup => {
  const { max, roleId, silent, lineWhenNothingNew, publish, laterTellings, createdBy, createdAtMs } =
    subscription;
  const traits = [
    md`at most ${counted(max, 'story', 'stories')} per digest`,
    roleId !== null && md`mentions ${mention('role', roleId)}`,
    ...topicsOf(subscription.topic).map(
      (topic) =>
        topic.roleId !== null &&
        md`mentions ${mention('role', topic.roleId)} for ${oneLine(topic.query || spoken`everything`, MAX_TOPIC)}`,
    ),
    silent && md`without a notification`,
    lineWhenNothingNew && md`one line if nothing is new`,
    publish && md`published to followers`,
    laterTellings === 'thread' && md`what is new told in threads`,
    laterTellings === 'post' && md`every article posted`,
  ];
  return md`-# ${joinMarkup(traits, ' · ')}\n-# Set up by ${mention('user', createdBy)} ${moment(createdAtMs, 'D')}`;
};

const back = (): Button => actionButton(spoken`Show all`, ['subscriptions', 'list', 0], 'secondary');

export interface SubscriptionCardOptions {
  /** What was done just now, and what else is to be known. */
  readonly note?: Markup;
  /** With everything that can be done with it. */
  readonly isWhole?: boolean;
}

export const subscriptionCard = (
  subscription: Subscription,
  { note, isWhole = false }: SubscriptionCardOptions = {},
): Reply => {
  const { stateReason, state: is } = subscription;
  const lines = [
    note,
    subscriptionLines(subscription),
    stateReason && md`${describeStateReason(stateReason, subscription)}`,
    details(subscription),
  ];
  const blocks: Block[] = [
    { kind: 'text', text: joinMarkup(lines, '\n') },
    { kind: 'buttons', buttons: [...subscriptionButtons(subscription, isWhole), back()] },
  ];
  return { tone: is === 'stopped' || is === 'held' ? 'problem' : 'info', blocks, visibility: 'private' };
};
