/** In: a subscription. Out: the lines and cards that show it to those who manage it. */

import { describeStateReason } from '../../digests/describe-state-reason.ts';
import { describeSchedule } from '../../domain/schedule.ts';
import { describeTopic, type Subscription, topicsOf } from '../../domain/subscription.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, mention, moment, oneLine } from '../markup.ts';
import { type ActionButton, type Block, type Button, customId, type Reply } from '../reply.ts';

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

const action = (
  label: string,
  name: string,
  id: string,
  style: 'secondary' | 'danger' | 'success' = 'secondary',
): ActionButton => ({
  kind: 'action',
  label,
  customId: customId('subscriptions', name, id),
  style,
});

/** What can be done with a subscription in its state. */
export const subscriptionButtons = ({ id, state: is }: Subscription, wasTried = false): Button[] => [
  ...(is === 'held'
    ? [action(spoken`It arrived`, 'arrived', id, 'success'), action(spoken`Post it again`, 'again', id)]
    : [
        is === 'active'
          ? action(spoken`Pause`, 'pause', id)
          : action(spoken`Resume`, 'resume', id, 'success'),
      ]),
  action(spoken`Preview`, 'preview', id),
  { ...action(spoken`Trial post`, 'trial', id), disabled: wasTried },
  action(spoken`Change`, 'change', id),
  action(spoken`Channel and role`, 'move', id),
  action(spoken`Quiet hours`, 'quiet', id),
  action(spoken`Tell me of a surge`, 'surge', id),
  action(spoken`Language`, 'language', id),
  action(spoken`Remove`, 'remove', id, 'danger'),
];

const details = (subscription: Subscription): Markup => {
  const { max, roleId, silent, lineWhenNothingNew, publish, laterTellings, createdBy, createdAtMs } =
    subscription;
  const traits = [
    md`at most ${counted(max, 'story', 'stories')} a digest`,
    roleId !== null && md`mentions ${mention('role', roleId)}`,
    ...topicsOf(subscription.topic).map(
      (topic) =>
        topic.roleId !== null &&
        md`mentions ${mention('role', topic.roleId)} for ${oneLine(topic.query || spoken`everything`, MAX_TOPIC)}`,
    ),
    silent && md`without a notification`,
    lineWhenNothingNew && md`one line where nothing is new`,
    publish && md`published to followers`,
    laterTellings === 'thread' && md`what is new told in threads`,
    laterTellings === 'post' && md`every article posted`,
  ];
  return md`-# ${joinMarkup(traits, ' · ')}\n-# Set up by ${mention('user', createdBy)} ${moment(createdAtMs, 'D')}`;
};

const back = (): Button => ({
  kind: 'action',
  label: spoken`All subscriptions`,
  customId: customId('subscriptions', 'list', 0),
  style: 'secondary',
});

/**
 * The subscription with everything that can be done with it; `note` tells what was done just now. With `wasTried`
 * a trial was posted from this card, and no second one is offered.
 */
export const subscriptionCard = (subscription: Subscription, note?: Markup, wasTried = false): Reply => {
  const { stateReason, state: is } = subscription;
  const lines = [
    note,
    subscriptionLines(subscription),
    stateReason && md`${describeStateReason(stateReason, subscription)}`,
    details(subscription),
  ];
  const blocks: Block[] = [
    { kind: 'text', text: joinMarkup(lines, '\n') },
    { kind: 'buttons', buttons: [...subscriptionButtons(subscription, wasTried), back()] },
  ];
  return { tone: is === 'stopped' || is === 'held' ? 'problem' : 'info', blocks, visibility: 'private' };
};
