/** `/changes`: what outlets changed in their articles after they were published here, old and new sentence side by side. */

import { z } from 'zod';
import type { App } from '../src/app.ts';
import { changesCard } from '../src/discord/cards/changes-card.ts';
import { slash } from '../src/discord/command.ts';
import { privateOption } from '../src/discord/filters.ts';
import { turnKept } from '../src/discord/kept-pages.ts';
import { md } from '../src/discord/markup.ts';
import { customId, type Reply, say } from '../src/discord/reply.ts';
import { suggestSources } from '../src/discord/suggestions.ts';
import { isSource, unknownSource } from '../src/domain/unknown-source.ts';

const askedSchema = z.object({ text: z.string(), source: z.string().nullable() });
type Asked = z.infer<typeof askedSchema>;

const LISTED = 50;

const show = async (app: App, id: string, { source }: Asked, page: number): Promise<Reply> => {
  const changes = await app.articles.textChanges({ source, limit: LISTED });
  if (changes.length === 0)
    return say(
      source === null
        ? md`**No text has changed since it came in.** Texts that were written anew as a whole are not listed.`
        : md`**No text of ${source} has changed since it came in.** Texts that were written anew as a whole are not listed.`,
      { tone: 'none' },
    );
  return changesCard(changes, {
    title:
      source === null
        ? md`### What changed in articles\n-# Newest first. Old and new sentences as they stood.`
        : md`### What changed in articles of ${source}\n-# Newest first. Old and new sentences as they stood.`,
    page,
    pageId: (to) => customId('changes', 'page', id, to),
  });
};

export const changes = slash({
  name: 'changes',
  description: 'List what outlets changed in their articles: the old sentence and the new one.',
  options: {
    source: {
      kind: 'string',
      description: 'Only articles from this source.',
      maxLength: 100,
      suggest: suggestSources,
    },
    ...privateOption,
  },
  run: async ({ options, by }, app) => {
    const source = options.source?.trim() || null;
    if (source !== null && !isSource(source, await app.articles.sources())) throw unknownSource(source);
    const asked = { text: `changes ${source ?? ''}`.trim(), source };
    return show(app, await app.interactions.keep(by, asked), asked, 0);
  },
  actions: {
    page: turnKept(askedSchema, show),
  },
});
