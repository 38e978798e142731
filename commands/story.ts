/** `/story`, and its buttons and menus on other cards: who told an event when, who copied whom, and what each has. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { noneAbout } from '../src/discord/cards/search-lines.ts';
import { storyCard } from '../src/discord/cards/story-card.ts';
import { type Person, readNumber, slash } from '../src/discord/command.ts';
import { privateOption } from '../src/discord/filters.ts';
import { findNamedArticle } from '../src/discord/find-article.ts';
import { turnKept } from '../src/discord/kept-pages.ts';
import { articleGone } from '../src/discord/not-allowed.ts';
import { customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestTitles } from '../src/discord/suggestions.ts';
import type { StoryView } from '../src/domain/coverage.ts';
import { MAX_TOPIC } from '../src/domain/subscription.ts';

const askedSchema = z.object({ text: z.string(), seq: z.number(), asOfMs: z.number() });

const card = (id: string, story: StoryView, page: number): Reply =>
  storyCard(story, { page, pageId: (to) => customId('story', 'page', id, to) });

const start = async (app: App, by: Person, story: StoryView | null, asOfMs: number): Promise<Reply> => {
  if (story === null) throw articleGone();
  const { title, seq } = story.article;
  return card(await app.interactions.keep(by, { text: title, seq, asOfMs }), story, 0);
};

const ofArticle = async (app: App, by: Person, seq: number): Promise<Reply> => {
  const asOfMs = app.now();
  return start(app, by, await app.backend.story(seq, { asOfMs }), asOfMs);
};

const ofTopic = async (app: App, by: Person, topic: string): Promise<Reply> => {
  const asOfMs = app.now();
  const story = await app.backend.topicStory(topic, { asOfMs });
  if (story === null) return say(noneAbout(topic), { tone: 'none' });
  return start(app, by, story, asOfMs);
};

export const story = slash({
  name: 'story',
  description: 'Show who reported an event, who copied whom, what all say and what only one has.',
  options: {
    article: {
      kind: 'string',
      description: 'The title or address of an article about it, or a topic.',
      required: true,
      maxLength: MAX_TOPIC,
      suggest: suggestTitles,
    },
    ...privateOption,
  },
  run: async ({ options, by }, app) => {
    const typed = options.article.trim();
    const article = await findNamedArticle(app, typed);
    return article === null ? ofTopic(app, by, typed) : ofArticle(app, by, article.seq);
  },
  actions: {
    read: { run: ({ args, by }, app) => ofArticle(app, by, readNumber(args[0])) },
    of: { run: ({ chosen, by }, app) => ofArticle(app, by, readNumber(chosen)) },
    page: turnKept(askedSchema, async (app, id, { seq, asOfMs }, page) => {
      const found = await app.backend.story(seq, { asOfMs });
      if (found === null) throw articleGone();
      return card(id, found, page);
    }),
  },
});
