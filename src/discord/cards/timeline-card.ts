/** In: a timeline. Out: its card: a dated sentence a step, in pages. */

import type { Timeline, TimelineStep } from '../../domain/coverage.ts';
import { counted, spoken } from '../../language/message.ts';
import { joinMarkup, type Markup, md, oneLine } from '../markup.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { dateText, readButton } from './article-line.ts';
import { quoteSentence } from './block-quote.ts';
import { fillPages, nearestPage, turnButtons } from './paging.ts';
import { quotationLine } from './quotation.ts';

const MAX_LINK = 200;

const stepItem = ({ quotation, day, outlets }: TimelineStep): Block => {
  const line = joinMarkup(
    [quotationLine(quotation, MAX_LINK), outlets > 1 && md`${counted(outlets, 'outlet')}`],
    ' · ',
  );
  return {
    kind: 'item',
    blocks: [
      {
        kind: 'section',
        text: md`**${dateText(day)}**\n${quoteSentence(quotation)}\n-# ${line}`,
        button: readButton(quotation.article, spoken`Read on`, quotation.start),
      },
    ],
  };
};

export interface TimelineCardOptions {
  readonly topic: string;
  /** What it leaves out, or that there is nothing new. */
  readonly note: Markup;
  readonly page: number;
  readonly pageId: (page: number) => string;
  readonly buttons: readonly Button[];
}

/** Steps on a page: as many as are read at a glance. */
const MAX_ON_A_PAGE = 6;

export const timelineCard = (
  { steps }: Timeline,
  { topic, note, page: wanted, pageId, buttons }: TimelineCardOptions,
): Reply => {
  const head: Block = { kind: 'text', text: md`### ${oneLine(topic, 140)}\n-# ${note}` };
  const row = (page: number, pages: number): Block => ({
    kind: 'buttons',
    buttons: [...turnButtons(page, pages, pageId), ...buttons],
  });
  const pages = fillPages(steps.map(stepItem), [head, row(1, 3)], MAX_ON_A_PAGE);
  const page = nearestPage(wanted, pages.length);
  return {
    tone: steps.length === 0 ? 'none' : 'info',
    blocks: [head, ...pages[page]!, row(page, pages.length)],
  };
};
