/** In: what changed in articles. Out: cards of it: the old sentence beside the new one. */

import type { TextChange } from '../../domain/text-change.ts';
import { counted } from '../../language/message.ts';
import { joinMarkup, type Markup, md, moment } from '../markup.ts';
import type { Block, Reply } from '../reply.ts';
import { titleLink } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { type Paging, pageOf, turnRow, withFittingLinks } from './paging.ts';

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

export interface ChangesCardOptions extends Paging {
  readonly title: Markup;
}

/** `changes` newest first, at least one. */
export const changesCard = (
  changes: readonly TextChange[],
  { title, ...paging }: ChangesCardOptions,
): Reply => {
  const head: Block = { kind: 'text', text: title };
  const around = [head, turnRow(1, 3, paging)];
  const items = changes.flatMap((change) => withFittingLinks((max) => [changeItem(change, max)], around));
  return { blocks: pageOf(items, { ...paging, frame: [head] }) };
};
