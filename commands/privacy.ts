/** `/privacy`: what is stored about the asker and about users in general, with a button to delete it. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { slash } from '../src/discord/command.ts';
import { joinMarkup, type Markup, md, moment, oneLine, rawMarkup } from '../src/discord/markup.ts';
import { actionButton, type Block, type Reply, say } from '../src/discord/reply.ts';
import type { Alert } from '../src/domain/alert.ts';
import type { Feedback } from '../src/domain/feedback.ts';
import { describeQuietHours } from '../src/domain/quiet-hours.ts';
import { quotedText } from '../src/language/customs.ts';
import { counted, spoken, tell } from '../src/language/message.ts';
import { expiryOf, type Kept } from '../src/store/interaction-store.ts';
import { KEPT_DATA, keptFor } from '../src/store/kept-data.ts';

/** How many of each are shown, the newest first. */
const MAX_SHOWN = 5;
const MAX_LINE = 120;

/** The words of what a command stored, by any name they go by. */
const words = z
  .object({ question: z.string(), text: z.string(), topic: z.string() })
  .partial()
  .transform(({ question, text, topic }) => question || text || topic || spoken`a list`);

const wordsOf = (data: unknown): string => words.catch(() => spoken`a list`).parse(data);

const questionLine = (kept: Kept<unknown>): Markup =>
  md`- “${oneLine(wordsOf(kept.data), MAX_LINE)}” · deleted ${moment(expiryOf(kept), 'R')}`;

const voteLine = ({ question, vote }: Feedback): Markup =>
  vote === 'helpful'
    ? md`- Helpful: “${oneLine(question, MAX_LINE)}”`
    : md`- Not helpful: “${oneLine(question, MAX_LINE)}”`;

const listed = (title: Markup, count: number, lines: readonly Markup[]): Markup | null => {
  if (count === 0) return null;
  const more = count > lines.length && md`-# and ${count - lines.length} more`;
  return joinMarkup([title, ...lines, more], '\n');
};

const readKept = async (app: App, userId: string) => {
  const [questions, votes, looks, alerts, quiet, surges, subscriptions] = await Promise.all([
    app.interactions.ofPerson(userId, MAX_SHOWN),
    app.feedback.ofPerson(userId, MAX_SHOWN),
    app.lastLooks.ofPerson(userId, MAX_SHOWN),
    app.alerts.ofPerson(userId),
    app.quietHours.ofPerson(userId),
    app.surges.countOfPerson(userId),
    app.subscriptions.countSetUpBy(userId),
  ]);
  return { questions, votes, looks, alerts, quiet, surges, subscriptions };
};

type KeptOfPerson = Awaited<ReturnType<typeof readKept>>;

const alertLine = ({ question }: Alert): Markup => md`- ${quotedText([oneLine(question, MAX_LINE)])}`;

const ofYou = ({ questions, votes, looks, alerts, quiet, surges, subscriptions }: KeptOfPerson): Block[] => {
  const lists = [
    listed(
      md`**${counted(questions.count, 'question or search', 'questions and searches')}**`,
      questions.count,
      questions.newest.map(questionLine),
    ),
    listed(md`**${counted(votes.count, 'vote')}**`, votes.count, votes.newest.map(voteLine)),
    listed(
      md`**${counted(looks.count, 'topic followed with /timeline', 'topics followed with /timeline')}**`,
      looks.count,
      looks.newest.map((topic) => md`- ${quotedText([oneLine(topic, MAX_LINE)])}`),
    ),
    listed(
      md`**${counted(alerts.length, 'alert')}**`,
      alerts.length,
      alerts.slice(-MAX_SHOWN).map(alertLine),
    ),
  ].filter((list) => list !== null);
  const rest = [
    surges > 0 && md`**${counted(surges, 'topic watched for surges', 'topics watched for surges')}**`,
    quiet && md`**Quiet hours** ${describeQuietHours(quiet)}`,
    subscriptions > 0 &&
      md`**${counted(subscriptions, 'subscription')}** set up by you, kept with your name until removed with \`/unsubscribe\``,
  ];
  const last = joinMarkup(rest, '\n');
  const isNothing = lists.length === 0 && last.markdown === '';
  return [
    ...lists.map((text): Block => ({ kind: 'item', blocks: [{ kind: 'text', text }] })),
    { kind: 'text', text: isNothing ? md`Nothing.` : last },
  ];
};

const ofAnyone = (retentionDays: number): Markup =>
  joinMarkup(
    KEPT_DATA.map(
      (row) =>
        md`- **${tell(row.what)}**, ${tell(row.purpose)}: deleted ${rawMarkup(keptFor(row, retentionDays))}.`,
    ),
    '\n',
  );

const keptOfYou = async (app: App, userId: string, note?: Markup): Promise<Reply> => {
  const kept = await readKept(app, userId);
  const { questions, votes, looks, alerts, quiet, surges } = kept;
  const isDeletable =
    questions.count + votes.count + looks.count + alerts.length + surges > 0 || quiet !== null;
  const blocks: Block[] = [
    { kind: 'text', text: joinMarkup([note, md`### What is kept of you`], '\n') },
    ...ofYou(kept),
    {
      kind: 'buttons',
      buttons: isDeletable
        ? [actionButton(spoken`Delete my questions, votes and alerts`, ['privacy', 'delete'], 'danger')]
        : [],
    },
  ];
  return { tone: note ? 'done' : 'info', visibility: 'private', blocks };
};

const keptOfAnyone = ({ config }: App): Reply =>
  say(
    md`### What is kept of anyone, what for and how long\n${ofAnyone(config.RETENTION_DAYS)}\n-# I read no messages except those that mention me or are written to me. Whoever runs this bot can tell you more.`,
  );

export const privacy = slash({
  name: 'privacy',
  description: 'Show what is kept of you, and delete it.',
  private: true,
  run: async ({ by }, app) => [await keptOfYou(app, by.id), keptOfAnyone(app)],
  actions: {
    delete: {
      /** Whoever presses has their own data deleted: there is nothing to forge. */
      async run({ by }, app) {
        for (const store of app.personData) await store.forgetPerson(by.id);
        const note = md`**Deleted.** The buttons under your answers no longer work.`;
        return { ...(await keptOfYou(app, by.id, note)), inPlace: true };
      },
    },
  },
});
