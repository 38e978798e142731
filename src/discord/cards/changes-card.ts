/** In: what changed in articles. Out: cards of it: the old sentence beside the new one. */

import type { TextChange } from '../../domain/text-change.ts';
import { counted } from '../../language/message.ts';
import { joinMarkup, type Markup, md, moment } from '../markup.ts';
import type { Block, Reply } from '../reply.ts';
import { titleLink } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { fillPages, nearestPage, turnButtons, withFittingLinks } from './paging.ts';

/** How many sentences of one change are shown, from the first on. */
const MAX_SENTENCES = 3;

const quoted = (text: string): Markup => quoteSentence({ text, start: 0, marks: [] });

/** The old sentence, then the new one. */
export const sentenceChange = ({ before, after }: TextChange['sentences'][number]): Markup => {
  if (before === null) return md`-# Added\n${quoted(after ?? '')}`;
  if (after === null) return md`-# Taken out\n${quoted(before)}`;
  return md`-# Before\n${quoted(before)}\n-# Now\n${quoted(after)}`;
};

const changeItem = ({ article, changedAtMs, sentences }: TextChange, maxUrl: number): Block => {
  const more = sentences.length - MAX_SENTENCES;
  const text = joinMarkup(
    [
      md`**${titleLink(article, { maxUrl })}**\n-# ${article.source} · changed ${moment(changedAtMs)}`,
      ...sentences.slice(0, MAX_SENTENCES).map(sentenceChange),
      more > 0 && md`-# and ${counted(more, 'more sentence')}`,
    ],
    '\n',
  );
  return { kind: 'item', blocks: [{ kind: 'text', text }] };
};

export interface ChangesCardOptions {
  readonly title: Markup;
  readonly page: number;
  readonly pageId: (page: number) => string;
}

/** `changes` newest first, at least one. */
export const changesCard = (
  changes: readonly TextChange[],
  { title, page: wanted, pageId }: ChangesCardOptions,
): Reply => {
  const head: Block = { kind: 'text', text: title };
  const row = (page: number, pages: number): Block => ({
    kind: 'buttons',
    buttons: turnButtons(page, pages, pageId),
  });
  const frame = [head, row(1, 3)];
  const items = changes.flatMap((change) => withFittingLinks((max) => [changeItem(change, max)], frame));
  const pages = fillPages(items, frame);
  const page = nearestPage(wanted, pages.length);
  return { blocks: [head, ...pages[page]!, row(page, pages.length)] };
};
