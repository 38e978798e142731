/** `/alerts`: the questions of whoever asks that wait for an answer; a new one, and the end of one. */

import type { App } from '../src/app.ts';
import { moveQuietHours, readQuietHours } from '../src/digests/read-schedule.ts';
import { type Person, slash } from '../src/discord/command.ts';
import { joinMarkup, type Markup, md, mention, moment, oneLine } from '../src/discord/markup.ts';
import { actionButton, customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestTimeZones } from '../src/discord/suggest-time-zones.ts';
import { ALERT_DAYS, type Alert, MAX_ALERTS } from '../src/domain/alert.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { describeQuietHours } from '../src/domain/quiet-hours.ts';
import { languageOf } from '../src/language/languages.ts';
import { counted, sentence, spoken } from '../src/language/message.ts';
import { fixDays, fixDaysOfPieces } from '../src/query/fix-days.ts';

const MAX_QUESTION = 500;
const MAX_SHOWN = 80;

const whereOf = (place: Alert['place']): Markup =>
  place === null ? md`by direct message` : md`in ${mention('channel', place.channelId)}`;

const line = ({ question, place, createdAtMs, state }: Alert): Markup => {
  const when = state === 'open' ? md`since ${moment(createdAtMs, 'D')}` : md`an answer is on its way`;
  return md`- “${oneLine(question, MAX_SHOWN)}” · ${whereOf(place)} · ${when}`;
};

const none = (): Markup =>
  md`**You have no alerts.** If an answer is not found, press **Alert me** under it, or give \`/alerts\` a question.`;

/** What the person has; looking counts as use. */
const list = async (app: App, userId: string, note?: Markup): Promise<Reply> => {
  await app.alerts.used(userId);
  const quiet = await app.quietHours.ofPerson(userId);
  const hours = quiet && md`Quiet hours for direct messages: ${describeQuietHours(quiet)}.`;
  const alerts = await app.alerts.ofPerson(userId);
  const head = md`### Your alerts: ${alerts.length} of ${MAX_ALERTS}`;
  const foot = md`-# Each is asked of every new article and answered once. They are deleted if you do not open \`/alerts\` for ${counted(ALERT_DAYS, 'day')}.`;
  const text = alerts.length === 0 ? [note, none(), hours] : [note, head, ...alerts.map(line), hours, foot];
  const choices = alerts.map(({ id, question }) => ({ name: question, value: id }));
  const select = { customId: customId('alerts', 'end'), placeholder: spoken`End an alert`, choices };
  return {
    visibility: 'private',
    blocks: [
      { kind: 'text', text: joinMarkup(text, '\n') },
      ...(choices.length > 0 ? [{ kind: 'select' as const, ...select }] : []),
    ],
  };
};

type NewAlert = Pick<Alert, 'question' | 'text' | 'also' | 'place' | 'startSeq'>;

/** Has the question asked of each new article. Its days stay those that are meant now. */
export const addAlert = async (app: App, by: Person, asked: NewAlert): Promise<Reply> => {
  const id = app.newId();
  const text = fixDays(asked.text, app.now());
  const also = fixDaysOfPieces(asked.also, app.now());
  const language = languageOf(by.locale).code;
  const added = await app.alerts.add({ id, userId: by.id, language, ...asked, text, also });
  if (added === 'full')
    throw new DatelineError(
      'limit',
      sentence`You have ${MAX_ALERTS} alerts, which is as many as anyone can have. End one in \`/alerts\` first.`,
    );
  if (added === 'known') return list(app, by.id, md`**That waits for an answer already.**`);
  const about = oneLine(asked.question, MAX_SHOWN);
  const told =
    asked.place === null
      ? md`**I will write to you directly, once**, when a new article answers “${about}”.`
      : md`**I will answer here, once**, when a new article answers “${about}”.`;
  const buttons = [
    ...(asked.place === null
      ? []
      : [actionButton(spoken`By direct message instead`, ['alerts', 'direct', id])]),
    actionButton(spoken`End it`, ['alerts', 'end', id]),
    actionButton(spoken`My alerts`, ['alerts', 'list', id]),
  ];
  return {
    tone: 'done',
    visibility: 'private',
    blocks: [
      { kind: 'text', text: told },
      { kind: 'buttons', buttons },
    ],
  };
};

/** A question that has no answer to begin with is no matter: only articles that come count. */
const standAnew = async (app: App, by: Person, question: string): Promise<Reply> => {
  const { lastSeq } = await app.articles.position();
  const { asked } = await app.backend.answer(question, { asOfMs: app.now() });
  if (asked === 'nothing' || asked === 'talk')
    throw new DatelineError('invalid', sentence`Expected a question, or words that tell what to look for.`);
  return addAlert(app, by, { question, text: question, also: [], place: null, startSeq: lastSeq });
};

/** Hours without a time zone keep the one that others had. */
const setHours = async (app: App, userId: string, quiet: string, timezone: string | null): Promise<void> => {
  const before = await app.quietHours.ofPerson(userId);
  await app.quietHours.setPerson(userId, readQuietHours(quiet, timezone, before?.timezone ?? 'UTC'));
};

/** A time zone without hours is that of the hours there are. */
const moveHours = async (app: App, userId: string, timezone: string): Promise<void> => {
  const hours = await app.quietHours.ofPerson(userId);
  if (hours === null)
    throw new DatelineError('invalid', sentence`Expected the hours as well, such as quiet:22:00-07:00.`);
  await app.quietHours.setPerson(userId, moveQuietHours(hours, timezone));
};

export const alerts = slash({
  name: 'alerts',
  description: 'List or end your alerts, or add a question to be answered later.',
  private: true,
  options: {
    question: {
      kind: 'string',
      description: 'Write to me directly when a new article answers this.',
      maxLength: MAX_QUESTION,
    },
    quiet: {
      kind: 'string',
      description: 'Hours in which I do not write to you, such as 22:00-07:00, or off.',
      maxLength: 30,
    },
    timezone: {
      kind: 'string',
      description:
        'The time zone of these hours, such as Europe/Berlin; by default the one you have set, or UTC.',
      suggest: suggestTimeZones,
    },
  },
  async run({ options, by }, app) {
    const { question, quiet, timezone } = options;
    if (quiet !== null) await setHours(app, by.id, quiet, timezone);
    else if (timezone !== null) await moveHours(app, by.id, timezone);
    return question === null ? list(app, by.id) : standAnew(app, by, question);
  },
  actions: {
    list: { run: ({ by }, app) => list(app, by.id) },
    end: {
      async run({ by, args, chosen }, app) {
        const isEnded = await app.alerts.end(by.id, chosen ?? args[0] ?? '');
        const note = isEnded ? md`**Ended.**` : md`**That alert is no longer there.**`;
        return { ...(await list(app, by.id, note)), inPlace: true };
      },
    },
    direct: {
      async run({ by, args }, app) {
        const id = args[0] ?? '';
        const own = (await app.alerts.ofPerson(by.id)).find((alert) => alert.id === id);
        if (own === undefined) return say(md`That alert is no longer there.`, { tone: 'none' });
        await app.alerts.moveToDirect(id, 'open');
        return { ...(await list(app, by.id, md`**I will write to you directly.**`)), inPlace: true };
      },
    },
  },
});
