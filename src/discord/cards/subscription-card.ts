/** In: a subscription. Out: the lines and cards that show it to those who manage it. */

import { describeStateReason } from '../../digests/describe-state-reason.ts';
import { describeSchedule } from '../../domain/schedule.ts';
import { describeTopic, type Subscription, topicsOf } from '../../domain/subscription.ts';
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

type Known = Pick<Subscription, 'id' | 'state'>;

const change = ({ id }: Known): Button => actionButton(spoken`Change`, ['subscriptions', 'change', id]);
const more = ({ id }: Known): Button => actionButton(spoken`More`, ['subscriptions', 'more', id]);
const preview = ({ id }: Known): Button => actionButton(spoken`Preview`, ['subscriptions', 'preview', id]);
const trial = ({ id }: Known): Button => actionButton(spoken`Trial post`, ['subscriptions', 'trial', id]);
const remove = ({ id }: Known): Button =>
  actionButton(spoken`Remove`, ['subscriptions', 'remove', id], 'danger');

/** What its state asks for. */
const nextButtons = ({ id, state: is }: Known): Button[] => {
  if (is === 'held')
    return [
      actionButton(spoken`It arrived`, ['subscriptions', 'arrived', id], 'success'),
      actionButton(spoken`Post it again`, ['subscriptions', 'again', id]),
    ];
  return [
    is === 'active'
      ? actionButton(spoken`Pause`, ['subscriptions', 'pause', id])
      : actionButton(spoken`Resume`, ['subscriptions', 'resume', id], 'success'),
    preview({ id, state: is }),
    change({ id, state: is }),
  ];
};

/** What is done most; the rest is behind *More*. */
export const subscriptionButtons = (subscription: Known): Button[] => [
  ...nextButtons(subscription),
  more(subscription),
  remove(subscription),
];

/** Under one that was just set up. */
export const newSubscriptionButtons = (subscription: Known): Button[] => [
  actionButton(spoken`Undo`, ['subscribe', 'undo', subscription.id], 'primary'),
  trial(subscription),
  change(subscription),
  more(subscription),
];

const allButtons = (subscription: Known): Button[] => {
  const { id, state: is } = subscription;
  return [
    ...nextButtons(subscription),
    ...(is === 'held' ? [preview(subscription), change(subscription)] : []),
    trial(subscription),
    actionButton(spoken`Channel and role`, ['subscriptions', 'move', id]),
    actionButton(spoken`Quiet hours`, ['subscriptions', 'quiet', id]),
    actionButton(spoken`Tell me of a surge`, ['subscriptions', 'surge', id]),
    actionButton(spoken`Language`, ['subscriptions', 'language', id]),
    remove(subscription),
  ];
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

const back = (): Button => actionButton(spoken`All subscriptions`, ['subscriptions', 'list', 0], 'secondary');

interface SubscriptionCardOptions {
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
  const buttons = isWhole ? allButtons(subscription) : subscriptionButtons(subscription);
  const blocks: Block[] = [
    { kind: 'text', text: joinMarkup(lines, '\n') },
    { kind: 'buttons', buttons: [...buttons, back()] },
  ];
  return { tone: is === 'stopped' || is === 'held' ? 'problem' : 'info', blocks, visibility: 'private' };
};
