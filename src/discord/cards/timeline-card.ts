/** In: a timeline. Out: its card, in pages: one dated sentence per step. */

import type { Timeline, TimelineStep } from '../../domain/coverage.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { dateText, quotedItem } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { type Paging, pageOf } from './paging.ts';
import { quotationLine } from './quotation.ts';

const MAX_LINK = 200;

const stepItem = ({ quotation, day, outlets }: TimelineStep): Block => {
  const line = joinMarkup(
    [quotationLine(quotation, MAX_LINK), outlets > 1 && md`${counted(outlets, 'outlet')}`],
    ' · ',
  );
  const text = md`**${dateText(day)}**\n${quoteSentence(quotation)}`;
  return quotedItem(text, line, quotation.article, spoken`Read on`, quotation.start);
};

export interface TimelineCardOptions extends Paging {
  readonly topic: string;
  /** What it leaves out, or that there is nothing new. */
  readonly note: Markup;
  readonly buttons: readonly Button[];
}

/** Steps on a page: as many as are read at a glance. */
const MAX_ON_A_PAGE = 6;

export const timelineCard = (
  { steps }: Timeline,
  { topic, note, buttons, ...paging }: TimelineCardOptions,
): Reply => {
  const head: Block = { kind: 'text', text: md`### ${oneLine(topic, 140)}\n-# ${note}` };
  const items = steps.map(stepItem);
  return {
    tone: steps.length === 0 ? 'none' : 'info',
    blocks: pageOf(items, { ...paging, frame: [head], buttons, most: MAX_ON_A_PAGE }),
  };
};
