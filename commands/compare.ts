/** `/compare`: how each source tells one event, sentence by sentence, side by side. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { comparisonCard } from '../src/discord/cards/comparison-card.ts';
import { noneAbout } from '../src/discord/cards/search-lines.ts';
import { type Person, readNumber, slash } from '../src/discord/command.ts';
import { privateOption, topicOptions } from '../src/discord/filters.ts';
import { turnKept } from '../src/discord/kept-pages.ts';
import { md } from '../src/discord/markup.ts';
import { articleGone } from '../src/discord/not-allowed.ts';
import { customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestSourceList } from '../src/discord/suggestions.ts';
import type { Comparison } from '../src/domain/coverage.ts';
import { DatelineError } from '../src/domain/errors.ts';
import { sentence } from '../src/language/message.ts';

const askedSchema = z.object({
  topic: z.string(),
  sources: z.array(z.string()),
  /** The article whose story is compared, in place of the topic's. */
  seq: z.number().nullable(),
  asOfMs: z.number(),
});
type Asked = z.infer<typeof askedSchema>;

const MAX_SOURCES = 5;

/** Separated by commas. */
const readSources = (typed: string | null): string[] => {
  const sources = [...new Set((typed ?? '').split(',').map((name) => name.trim()))].filter(Boolean);
  if (sources.length > MAX_SOURCES)
    throw new DatelineError(
      'invalid',
      sentence`At most ${MAX_SOURCES} sources, separated by commas, can stand side by side; got ${sources.length}.`,
    );
  return sources;
};

const compared = ({ topic, sources, seq, asOfMs }: Asked, app: App): Promise<Comparison> =>
  seq === null ? app.backend.compare(topic, { asOfMs, sources }) : app.backend.compareStory(seq, { asOfMs });

const tooFew = ({ topic, sources }: Asked, { articles: [only] }: Comparison): Reply => {
  if (only === undefined)
    return say(
      sources.length > 0 ? md`**No article of these sources is about “${topic}”.**` : noneAbout(topic),
      { tone: 'none' },
    );
  return say(
    md`**Only ${only.source} tells this here, so there is nothing to compare.** Try a broader topic, or other sources.`,
    { tone: 'none' },
  );
};

const show = async (app: App, id: string, asked: Asked, page: number): Promise<Reply> => {
  const comparison = await compared(asked, app);
  if (comparison.articles.length < 2) return tooFew(asked, comparison);
  return comparisonCard(comparison, {
    topic: asked.topic,
    page,
    pageId: (to) => customId('compare', 'page', id, to),
  });
};

const start = async (app: App, by: Person, asked: Asked): Promise<Reply> =>
  show(app, await app.interactions.keep(by, asked), asked, 0);

export const compare = slash({
  name: 'compare',
  description: 'Set side by side how each source tells it, and mark numbers, names and days that differ.',
  options: {
    ...topicOptions,
    sources: {
      kind: 'string',
      description: 'Which sources, separated by commas; by default those that tell it.',
      maxLength: 200,
      suggest: suggestSourceList,
    },
    ...privateOption,
  },
  run: ({ options, by }, app) =>
    start(app, by, {
      topic: options.topic.trim(),
      sources: readSources(options.sources),
      seq: null,
      asOfMs: app.now(),
    }),
  actions: {
    page: turnKept(askedSchema, show),
    story: {
      run: async ({ args, by }, app) => {
        const article = await app.articles.get(readNumber(args[0]));
        if (article === null) throw articleGone();
        return start(app, by, { topic: article.title, sources: [], seq: article.seq, asOfMs: app.now() });
      },
    },
  },
});
