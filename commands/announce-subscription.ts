/** In: a subscription that was just made. Out: what was set up, when it posts next, what is odd about it, and how it will look. */
import type { App } from '../src/app.ts';
import { previewDigest } from '../src/digests/preview-digest.ts';
import { digestCard } from '../src/discord/cards/digest-card.ts';
import { newSubscriptionButtons, subscriptionLines } from '../src/discord/cards/subscription-card.ts';
import { joinMarkup, type Markup, md, mention } from '../src/discord/markup.ts';
import type { Reply } from '../src/discord/reply.ts';
import { describeQuietHours } from '../src/domain/quiet-hours.ts';
import { type Subscription, type SubscriptionSettings, topicsOf } from '../src/domain/subscription.ts';
import { isSource } from '../src/domain/unknown-source.ts';
import { speaking } from '../src/language/speaking.ts';

const warnings = async (app: App, settings: SubscriptionSettings): Promise<(Markup | false)[]> => {
  const { roleId, channelId, publish, channelKind, schedule, source, topic } = settings;
  const named = [roleId, ...topicsOf(topic).map((one) => one.roleId)].filter((id) => id !== null);
  const silent: string[] = [];
  for (const id of new Set(named)) if (!(await app.places.canPing(id, channelId))) silent.push(id);
  const isKnown = source === null || isSource(source, await app.articles.sources());
  return [
    !isKnown && md`No article comes from a source called “${source}” so far; \`/sources\` lists all sources.`,
    ...silent.map(
      (id) =>
        md`${mention('role', id)} will be named but not pinged: make the role mentionable, or give me Mention Everyone.`,
    ),
    publish &&
      channelKind !== 'announcement' &&
      md`Only announcement channels can be published to followers.`,
    schedule.timezone === 'UTC' &&
      schedule.cadence !== 'arrival' &&
      schedule.cadence !== 'hourly' &&
      md`The time is UTC; **Change** sets another time zone.`,
  ];
};

/** When nothing is posted; null if there is no such time. */
export const quietHoursLine = async (app: App, { id }: Subscription): Promise<Markup | null> => {
  const hours = await app.quietHours.ofSubscription(id);
  return hours && md`-# Nothing is posted from ${describeQuietHours(hours)}: it comes after that.`;
};

export const announceSubscription = async (app: App, subscription: Subscription): Promise<Reply> => {
  const { digest, isSample } = await previewDigest(
    subscription,
    await app.hearing.at(subscription),
    app.now(),
  );
  const when =
    subscription.schedule.cadence === 'arrival'
      ? md`New articles are posted as they arrive, from now on.`
      : md`The next digest holds what is new from now on.`;
  const look =
    digest.stories.length === 0
      ? md`No article matches so far.`
      : isSample
        ? md`Nothing is new yet; a digest of the newest articles would look like this:`
        : md`It would look like this now:`;
  const quiet = await quietHoursLine(app, subscription);
  const notes = (await warnings(app, subscription)).map((note) => note && md`-# ${note}`);
  const head = joinMarkup(
    [md`**Subscribed:** ${subscriptionLines(subscription)}`, when, quiet, ...notes, look],
    '\n',
  );
  const sample =
    digest.stories.length === 0
      ? []
      : speaking(digest.language, () => digestCard(digest, { isPreview: true }).blocks);
  return {
    tone: 'done',
    visibility: 'private',
    blocks: [
      { kind: 'text', text: head },
      { kind: 'divider' },
      ...sample,
      { kind: 'buttons', buttons: newSubscriptionButtons(subscription) },
    ],
  };
};
