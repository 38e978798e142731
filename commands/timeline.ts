/** `/timeline`: a topic as dated sentences, one a step; the next time it goes on where this member stopped. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { noneAbout } from '../src/discord/cards/search-lines.ts';
import { timelineCard } from '../src/discord/cards/timeline-card.ts';
import { type Person, slash } from '../src/discord/command.ts';
import { privateOption, topicOptions } from '../src/discord/filters.ts';
import { turnKept } from '../src/discord/kept-pages.ts';
import { joinMarkup, type Markup, md, moment } from '../src/discord/markup.ts';
import { actionButton, type Button, customId, type Reply, say } from '../src/discord/reply.ts';
import type { Timeline } from '../src/domain/coverage.ts';
import { counted, spoken } from '../src/language/message.ts';

const askedSchema = z.object({
  topic: z.string(),
  asOfMs: z.number(),
  /** Shown are the steps of articles that came later: number of the last one the member had seen, 0 for all. */
  after: z.number(),
  /** When the member looked before, if that matters for what is said. */
  lookedMs: z.number().nullable(),
});
type Asked = z.infer<typeof askedSchema>;

const noteOf = ({ after, lookedMs }: Asked, articles: number): Markup => {
  const looked = md`From ${counted(articles, 'article')}.`;
  if (lookedMs === null) return looked;
  const news =
    after > 0
      ? md`New since you last looked, ${moment(lookedMs, 'R')}.`
      : md`Nothing new since you last looked, ${moment(lookedMs, 'R')}.`;
  return joinMarkup([news, looked], ' ');
};

const card = (timeline: Timeline, id: string, asked: Asked, page: number): Reply => {
  const whole: Button[] =
    asked.after > 0 ? [actionButton(spoken`From the beginning`, ['timeline', 'whole', id])] : [];
  return timelineCard(timeline, {
    topic: asked.topic,
    note: noteOf(asked, timeline.articles),
    page,
    pageId: (to) => customId('timeline', 'page', id, to),
    buttons: whole,
  });
};

const show = async (app: App, id: string, asked: Asked, page: number): Promise<Reply> =>
  card(await app.backend.timeline(asked.topic, asked), id, asked, page);

/** What is new to this member if anything is; else all of it. Remembers how far they have seen. */
const look = async (app: App, by: Person, topic: string): Promise<Reply> => {
  const asOfMs = app.now();
  const before = await app.lastLooks.find(by.id, topic);
  const all = { asOfMs, after: 0 };
  const whole = await app.backend.timeline(topic, all);
  if (whole.steps.length === 0) return say(noneAbout(topic), { tone: 'none' });
  const isNew = before !== null && whole.through > before.through;
  await app.lastLooks.record(by.id, topic, whole.through);
  const asked: Asked = {
    topic,
    asOfMs,
    after: isNew ? before.through : 0,
    lookedMs: before?.lookedMs ?? null,
  };
  const id = await app.interactions.keep(by, asked);
  return isNew ? show(app, id, asked, 0) : card(whole, id, asked, 0);
};

export const timeline = slash({
  name: 'timeline',
  description: 'Tell a topic step by step, a dated sentence each; then what is new since you last looked.',
  options: {
    ...topicOptions,
    ...privateOption,
  },
  run: ({ options, by }, app) => look(app, by, options.topic.trim()),
  actions: {
    page: turnKept(askedSchema, show),
    whole: {
      run: async ({ args, by }, app) => {
        const { data, userId } = await app.interactions.find(args[0], askedSchema, by);
        const asked = { ...data, after: 0, lookedMs: null };
        const id = await app.interactions.keep(by, asked);
        return { ...(await show(app, id, asked, 0)), inPlace: userId === by.id };
      },
    },
  },
});
